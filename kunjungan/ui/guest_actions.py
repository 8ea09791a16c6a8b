"""The commands of a visit's delegations and guests."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_GUESTS = MenuKey.GUESTS

GUEST_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("delegation.add", _GUESTS, later("Add &delegation…"), "Ctrl+D", "people_add"),
    ActionSpec("delegation.edit", _GUESTS, later("Ed&it delegation…"), "", "people_edit"),
    ActionSpec(
        "delegation.travel", _GUESTS, later("&Travel and lodging…"), "Ctrl+Shift+T", "arrow_right"
    ),
    ActionSpec(
        "delegation.remove", _GUESTS, later("Rem&ove delegation…"), "", "delete", ends_group=True
    ),
    ActionSpec("guest.add", _GUESTS, later("Add &guest…"), "Ins", "person_add"),
    ActionSpec("guest.companion", _GUESTS, later("Add companion…"), "", "people_add"),
    ActionSpec("guest.own", _GUESTS, later("Add to the own party…"), "", "person_add"),
    ActionSpec("guest.heads", _GUESTS, later("List the host and the heads"), "", "people"),
    ActionSpec("guest.import", _GUESTS, later("Import Excel…"), "Ctrl+I", "arrow_import"),
    ActionSpec("guest.paste", _GUESTS, later("Paste from Excel"), "Ctrl+V", "clipboard_task"),
    ActionSpec(
        "guest.copy_earlier",
        _GUESTS,
        later("Copy from the earlier visit"),
        "",
        "document_copy",
        ends_group=True,
    ),
    ActionSpec("guest.edit", _GUESTS, later("Edit guest…"), "F2", "person_edit"),
    ActionSpec(
        "guest.attendance", _GUESTS, later("&Change attendance"), "Ctrl+Shift+K", "person_clock"
    ),
    ActionSpec("guest.vehicle", _GUESTS, later("Vehicle…"), "Ctrl+Shift+V", "arrow_right"),
    ActionSpec("guest.represent", _GUESTS, later("Replaced by…"), "Ctrl+R", "people_swap"),
    ActionSpec("guest.up", _GUESTS, later("Ahead of an equal…"), "Alt+Up", "arrow_up"),
    ActionSpec("guest.down", _GUESTS, later("Behind an equal…"), "Alt+Down", "arrow_down"),
    ActionSpec("guest.next_gap", _GUESTS, later("Next guest with a gap"), "F8", "warning"),
    ActionSpec("guest.remove", _GUESTS, later("&Remove guests"), "Del", "delete", ends_group=True),
    ActionSpec("guest.catering", _GUESTS, later("Catering list…"), "", "arrow_export"),
    ActionSpec("guest.catering_copy", _GUESTS, later("Copy the catering list"), "", "copy"),
    ActionSpec("guest.columns", _GUESTS, later("Columns of the guests…"), "", "panel_left"),
)

"""The commands of a visit's rundown."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_RUNDOWN = MenuKey.RUNDOWN

RUNDOWN_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("rundown.add", _RUNDOWN, later("Add item…"), "Ins", "add"),
    ActionSpec("rundown.edit", _RUNDOWN, later("Edit item…"), "F2", "edit"),
    ActionSpec("rundown.remove", _RUNDOWN, later("Remove items"), "Del", "delete", ends_group=True),
    ActionSpec("rundown.up", _RUNDOWN, later("Move item up"), "Alt+Up", "arrow_up"),
    ActionSpec("rundown.down", _RUNDOWN, later("Move item down"), "Alt+Down", "arrow_down"),
    ActionSpec("rundown.earlier", _RUNDOWN, later("5 minutes earlier"), "Ctrl+Left"),
    ActionSpec("rundown.later", _RUNDOWN, later("5 minutes later"), "Ctrl+Right"),
    ActionSpec(
        "rundown.slip", _RUNDOWN, later("Slip from here…"), "Ctrl+Shift+Right", ends_group=True
    ),
    ActionSpec("rundown.template", _RUNDOWN, later("From a template…"), "", "document_copy"),
    ActionSpec(
        "rundown.save_template", _RUNDOWN, later("Save as template…"), "", "save", ends_group=True
    ),
    ActionSpec("rundown.next_problem", _RUNDOWN, later("Next problem"), "F8", "warning"),
    ActionSpec(
        "rundown.previous_problem",
        _RUNDOWN,
        later("Previous problem"),
        "Shift+F8",
        ends_group=True,
    ),
    ActionSpec("rundown.print", _RUNDOWN, later("Print rundown…"), "", "print"),
    ActionSpec("rundown.mark_sent", _RUNDOWN, later("Mark as sent to guests"), "", "checkmark"),
)

"""The commands of a visit's seating plans; their single letters are the plan's own keys."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_SEATING = MenuKey.SEATING

SEATING_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("seating.arrange", _SEATING, later("Arrange by rank"), "Ctrl+Shift+A", "arrow_redo"),
    ActionSpec("seating.print", _SEATING, later("Print plan && name tents…"), "", "print"),
    ActionSpec("seating.print_changed", _SEATING, later("Print what changed…"), "", "print"),
    ActionSpec("seating.moves", _SEATING, later("What moved…"), "", "people_swap"),
    ActionSpec("seating.next", _SEATING, later("Next seat not in order"), "F8", "warning"),
    ActionSpec(
        "seating.previous", _SEATING, later("Previous seat not in order"), "Shift+F8",
        ends_group=True,
    ),
    ActionSpec("seating.who", _SEATING, later("Who sits here"), "", "person"),
    ActionSpec("seating.lift", _SEATING, later("Lift from the seat"), "", "arrow_up"),
    ActionSpec("seating.lock", _SEATING, later("Lock or unlock the seat"), "", "lock_closed"),
    ActionSpec("seating.reason", _SEATING, later("Reason for the seat…"), "F4", "edit"),
    ActionSpec("seating.unseat", _SEATING, later("Take off the seat"), "Del", "dismiss"),
    ActionSpec("seating.decide", _SEATING, later("Who goes ahead…"), "F3", "people_swap"),
    ActionSpec("seating.up", _SEATING, later("Ahead of an equal…"), "Alt+Up", "arrow_up"),
    ActionSpec(
        "seating.down",
        _SEATING,
        later("Behind an equal…"),
        "Alt+Down",
        "arrow_down",
        ends_group=True,
    ),
    ActionSpec("seating.new", _SEATING, later("New seating plan…"), "Ins", "seat_add"),
    ActionSpec("seating.edit", _SEATING, later("Edit the plan…"), "F2", "edit"),
    ActionSpec("seating.add_row", _SEATING, later("Add a row"), "Ctrl+Shift+Down", "add"),
    ActionSpec("seating.make_room", _SEATING, later("Make room for all guests"), "", "seat_add"),
    ActionSpec("seating.save_template", _SEATING, later("Save room as a template…"), "", "save"),
    ActionSpec(
        "seating.remove", _SEATING, later("Remove the plan…"), "Shift+Del", "delete",
        ends_group=True,
    ),
    ActionSpec("seating.mirror", _SEATING, later("See from the other side"), "", "arrow_swap"),
    ActionSpec("seating.zoom_in", _SEATING, later("Larger"), "Ctrl++", "zoom_in"),
    ActionSpec("seating.zoom_out", _SEATING, later("Smaller"), "Ctrl+-", "zoom_out"),
    ActionSpec("seating.fit", _SEATING, later("Fit the room"), "Ctrl+0", "page_fit"),
)  # fmt: skip

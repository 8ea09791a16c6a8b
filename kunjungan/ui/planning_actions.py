"""The commands of what the calendar rests on: rooms and vehicles, holidays, quiet times."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_CALENDAR = MenuKey.CALENDAR

PLANNING_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("room.add", _CALENDAR, later("Add room or vehicle…"), "Ins", "add"),
    ActionSpec("room.edit", _CALENDAR, later("Edit room or vehicle…"), "F2", "edit"),
    ActionSpec("room.retire", _CALENDAR, later("Retire room or vehicle"), "", "dismiss"),
    ActionSpec("room.restore", _CALENDAR, later("Use room or vehicle again"), "", "arrow_undo"),
    ActionSpec(
        "room.remove", _CALENDAR, later("Remove room or vehicle"), "Del", "delete", ends_group=True
    ),
    ActionSpec("holiday.add", _CALENDAR, later("Add holiday…"), "Ins", "add"),
    ActionSpec("holiday.edit", _CALENDAR, later("Edit holiday…"), "F2", "edit"),
    ActionSpec("holiday.remove", _CALENDAR, later("Remove holiday"), "Del", "delete"),
    ActionSpec(
        "holiday.import", _CALENDAR, later("Import holidays…"), "", "arrow_import", ends_group=True
    ),
    ActionSpec("quiet.add", _CALENDAR, later("Add quiet time…"), "Ins", "add"),
    ActionSpec("quiet.edit", _CALENDAR, later("Edit quiet time…"), "F2", "edit"),
    ActionSpec(
        "quiet.remove", _CALENDAR, later("Remove quiet time"), "Del", "delete", ends_group=True
    ),
)

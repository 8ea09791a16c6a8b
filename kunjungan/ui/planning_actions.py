"""The commands of the settings' tables: rooms, holidays, quiet times, ranks, badges, labels."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_CALENDAR, _SEATING, _GUESTS = MenuKey.CALENDAR, MenuKey.SEATING, MenuKey.GUESTS

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
    ActionSpec("local_rank.add", _SEATING, later("Add to the order…"), "Ins", "add"),
    ActionSpec("local_rank.edit", _SEATING, later("Edit addition…"), "F2", "edit"),
    ActionSpec("local_rank.retire", _SEATING, later("Retire addition"), "", "dismiss"),
    ActionSpec("local_rank.restore", _SEATING, later("Use addition again"), "", "arrow_undo"),
    ActionSpec("local_rank.remove", _SEATING, later("Remove addition"), "Del", "delete"),
    ActionSpec("badge_role.add", _GUESTS, later("Add badge role…"), "Ins", "add"),
    ActionSpec("badge_role.edit", _GUESTS, later("Edit badge role…"), "F2", "edit"),
    ActionSpec("badge_role.remove", _GUESTS, later("Remove badge role"), "Del", "delete"),
    ActionSpec("label_sheet.add", _GUESTS, later("Add label sheet…"), "Ins", "add"),
    ActionSpec("label_sheet.edit", _GUESTS, later("Edit label sheet…"), "F2", "edit"),
    ActionSpec("label_sheet.trial", _GUESTS, later("Save test page…"), "", "print"),
    ActionSpec("label_sheet.remove", _GUESTS, later("Remove label sheet"), "Del", "delete"),
)

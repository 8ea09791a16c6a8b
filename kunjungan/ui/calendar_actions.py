"""The commands of the calendar; its single letters are the view's own keys."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_CALENDAR = MenuKey.CALENDAR

CALENDAR_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("calendar.today", _CALENDAR, later("&Today"), "Ctrl+Alt+T", "calendar"),
    ActionSpec("calendar.earlier", _CALENDAR, later("&Earlier"), "", "chevron_left"),
    ActionSpec("calendar.later", _CALENDAR, later("&Later"), "", "chevron_right", ends_group=True),
    ActionSpec("calendar.month", _CALENDAR, later("&Month"), "Ctrl+Alt+B", checkable=True),
    ActionSpec("calendar.week", _CALENDAR, later("&Week"), "Ctrl+Alt+P", checkable=True),
    ActionSpec("calendar.day", _CALENDAR, later("&Day"), "Ctrl+Alt+H", checkable=True),
    ActionSpec(
        "calendar.agenda",
        _CALENDAR,
        later("&Agenda"),
        "Ctrl+Alt+A",
        checkable=True,
        ends_group=True,
    ),
    ActionSpec("calendar.open", _CALENDAR, later("&Open"), "", "open"),
    ActionSpec("calendar.new_entry", _CALENDAR, later("New e&ntry here…"), "Ins", "add"),
    ActionSpec("calendar.move", _CALENDAR, later("Mo&ve"), "", "arrow_right"),
    ActionSpec("calendar.stretch", _CALENDAR, later("&Stretch"), "", "arrow_down"),
    ActionSpec("calendar.remove", _CALENDAR, later("&Remove entry"), "Del", "delete"),
    ActionSpec(
        "calendar.next_clash",
        _CALENDAR,
        later("Next &clash"),
        "F8",
        "warning",
        ends_group=True,
    ),
    ActionSpec("calendar.import", _CALENDAR, later("&Import .ics…"), "", "arrow_import"),
    ActionSpec("calendar.export", _CALENDAR, later("E&xport .ics…"), "Ctrl+E", "arrow_export"),
    ActionSpec("calendar.sheet_day", _CALENDAR, later("Leader's day sheet…"), "", "print"),
    ActionSpec("calendar.sheet_week", _CALENDAR, later("Leader's week sheet…"), "", "print"),
    ActionSpec("calendar.copy_day", _CALENDAR, later("Copy the day's agenda"), "", "copy"),
)

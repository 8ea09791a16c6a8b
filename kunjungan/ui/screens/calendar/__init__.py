"""The calendar: month, week, day and agenda, where visits are placed without clashes."""

from kunjungan.i18n import later
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.widgets.page import Page, Place


def _page(context: ScreenContext) -> Page:
    from kunjungan.ui.screens.calendar.screen import CalendarScreen  # noqa: PLC0415 - loaded when first opened

    return CalendarScreen(context)


PLACE = Place("calendar", later("Calendar"), "calendar", _page)

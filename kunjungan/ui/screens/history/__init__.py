"""What was done in the office, and proof that it was."""

from kunjungan.i18n import later
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.widgets.page import Page, Place, Section


def _page(context: ScreenContext) -> Page:
    from kunjungan.ui.screens.history.screen import HistoryScreen  # noqa: PLC0415 - loaded when first opened

    return HistoryScreen(context)


PLACE = Place("history", later("History"), "history", _page, section=Section.OFFICE)

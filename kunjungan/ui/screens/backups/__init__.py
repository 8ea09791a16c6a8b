"""Backups of the office: made, proved, put back."""

from kunjungan.i18n import later
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.widgets.page import Page, Place, Section


def _page(context: ScreenContext) -> Page:
    from kunjungan.ui.screens.backups.screen import BackupsScreen  # noqa: PLC0415 - loaded when first opened

    return BackupsScreen(context)


PLACE = Place("backups", later("Backups"), "save", _page, section=Section.OFFICE)

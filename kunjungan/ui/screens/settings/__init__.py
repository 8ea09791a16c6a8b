"""The choices of the office and of this desk."""

from kunjungan.i18n import later
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.widgets.page import Page, Place, Section


def _page(context: ScreenContext) -> Page:
    from kunjungan.ui.screens.settings.screen import SettingsScreen  # noqa: PLC0415 - loaded when first opened

    return SettingsScreen(context)


PLACE = Place("settings", later("Settings"), "settings", _page, section=Section.FOOT)

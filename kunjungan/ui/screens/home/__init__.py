"""The home page: what comes next and what needs attention."""

from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.page import Page, Place


def _page(context: ScreenContext) -> Page:
    from kunjungan.ui.screens.home.screen import HomeScreen  # noqa: PLC0415 - loaded when first opened

    return HomeScreen(context)


def _badge(office: Office) -> ChipText | None:
    from kunjungan.services.home.attention import attention  # noqa: PLC0415 - loaded by the counter

    count = len(attention(office))
    return ChipText(str(count), Tone.WARN) if count else None


PLACE = Place("home", later("Home"), "home", _page, badge=_badge)

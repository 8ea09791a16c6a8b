"""Institutions, and who holds which post in them."""

from kunjungan.i18n import later
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.widgets.page import Page, Place


def _page(context: ScreenContext) -> Page:
    from kunjungan.ui.screens.institutions.screen import InstitutionsScreen  # noqa: PLC0415 - loaded when first opened

    return InstitutionsScreen(context)


PLACE = Place("institutions", later("Bodies & officials"), "building_government", _page)

"""Visits: the list, and one visit with its delegations, agreements and history."""

from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.page import Page, Place


def _page(context: ScreenContext) -> Page:
    from kunjungan.ui.screens.visits.screen import VisitsScreen  # noqa: PLC0415 - loaded when first opened

    return VisitsScreen(context)


def _badge(office: Office) -> ChipText | None:
    """Return how many visits are still to be prepared."""
    from kunjungan.services.visit_lists import active_visits  # noqa: PLC0415 - loaded by the counter

    active = active_visits(office)
    return ChipText(str(active)) if active else None


PLACE = Place("visits", later("Visits"), "people_community", _page, badge=_badge)

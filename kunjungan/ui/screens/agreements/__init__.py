"""Agreements: the register, the two-language editor, printing, signing."""

from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.page import Page, Place


def _page(context: ScreenContext) -> Page:
    from kunjungan.ui.screens.agreements.screen import AgreementsScreen  # noqa: PLC0415 - loaded when first opened

    return AgreementsScreen(context)


def _badge(office: Office) -> ChipText | None:
    """Return how many agreements end soon or have something due."""
    from kunjungan.services.registry.reminders import waiting  # noqa: PLC0415 - loaded by the counter

    count = waiting(office)
    return ChipText(str(count), Tone.WARN) if count else None


PLACE = Place("agreements", later("Agreements"), "document_edit", _page, badge=_badge)

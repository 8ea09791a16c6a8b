"""The bar over an agreement's page: why its text is only read, or why words were not kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.stages import AgreementStage
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Buttons
from kunjungan.ui.widgets.page_header import PageHeader


def show_lock(header: PageHeader, view: AgreementView, ways_out: Buttons) -> None:
    """Say over the page why the text is only read, and the ways out; or take the bar away."""
    if view.open:
        header.hide_banner()
        return
    if view.stage is AgreementStage.FINAL and not view.signed:
        words = tr(
            "Draft {number} is locked: its originals have been printed. A change starts draft "
            "{next}; the printed papers then become outdated.",
            number=view.draft_no,
            next=view.draft_no + 1,
        )
    else:
        words = tr("This text has been signed and never changes. A change needs an addendum.")
    header.show_banner(Tone.INFO, words, ways_out)


def show_refused(
    header: PageHeader,
    refusal: OfficeError,
    text: str,
    retry: Callable[[], object],
    give_up: Callable[[], object],
) -> None:
    """Say over the page that typed words were not kept, and offer three ways on."""
    words = tr("Not saved; your words are still here. {reason}", reason=refusal_words(refusal))
    copy = partial(QGuiApplication.clipboard().setText, text)
    header.show_banner(
        Tone.BAD,
        words,
        [
            (tr("Copy my words"), copy),
            (tr("Try again"), retry),
            (tr("Show what is stored"), give_up),
        ],
    )

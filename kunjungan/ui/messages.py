"""Tells the person what the office refused and why, and asks before the irrevocable."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import OfficeError, Unavailable
from kunjungan.i18n import tr
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.confirm import confirm, tell


@contextmanager
def refusals_shown(parent: QWidget) -> Iterator[None]:
    """Show a refusal from the block as a message; let real bugs through."""
    try:
        yield
    except OfficeError as refusal:
        show_refusal(parent, refusal)


def show_refusal(parent: QWidget, refusal: OfficeError) -> None:
    """Show a refusal that came from elsewhere, such as the background."""
    serious = isinstance(refusal, Unavailable)
    title = tr("This did not work") if serious else tr("This is not possible")
    tell(parent, title, refusal_words(refusal), Tone.BAD if serious else Tone.WARN)


def ask(parent: QWidget, title: str, text: str, *, verb: str, danger: bool = True) -> bool:
    """Return whether the person wants it; ``verb`` names the object and the count."""
    return confirm(parent, title, text, verb=verb, danger=danger)

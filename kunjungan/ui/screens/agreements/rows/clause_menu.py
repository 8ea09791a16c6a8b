"""Tells what stands at a place of a text, and what could be done about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from kunjungan.i18n import tr
from kunjungan.ui.screens.agreements.rows.clause_hints import Hint
from kunjungan.ui.screens.agreements.rows.field_source import FieldSource

_LONGEST = 90


def told_of_field(source: FieldSource, value: str) -> str:
    """Return a field's name, what it says now, and where that is entered."""
    said = value or tr("nothing known yet")
    if not source.place:
        return f"{source.words}\n{said}"
    place = tr("From: {place}", place=source.place)
    return f"{source.words}\n{said}\n{place}"


def add_field(menu: QMenu, source: FieldSource, value: str, go: Callable[[], None]) -> None:
    """Offer the way to where a field's words are entered, its name and value above."""
    _add_words(menu, source.words)
    _add_words(menu, value or tr("nothing known yet"))
    if source.about:
        action = menu.addAction(tr("Go to {place}", place=source.place), go)
        menu.setActiveAction(action)


def add_hint(menu: QMenu, hint: Hint, put: Callable[[str], None]) -> None:
    """Offer what could stand in the place of words, the reason above."""
    _add_words(menu, hint.words)
    for offer in hint.offers:
        action = menu.addAction(tr("Write “{words}”", words=offer), partial(put, offer))
        if menu.activeAction() is None:
            menu.setActiveAction(action)


def _add_words(menu: QMenu, words: str) -> None:
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    menu.addAction(short.replace("&", "&&")).setEnabled(False)

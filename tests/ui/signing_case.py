"""A printed agreement in a window, and hands for its signing sheet."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QToolButton

from kunjungan.services.printing import new_press, print_to_folder
from kunjungan.ui.screens.agreements.signing import signing_dialog
from kunjungan.ui.screens.agreements.signing.signing_dialog import SigningDialog
from tests.builders import an_agreement
from tests.services.signed_agreements import BOTH
from tests.ui.agreements_case import Case, words_of


def printed_in(case: Case) -> UUID:
    """An agreement with both originals printed, on screen."""
    made = an_agreement(case.office)
    print_to_folder(case.office, new_press(), made, BOTH, case.office.folder)
    case.go(made)
    return made


def rows(dialog: SigningDialog) -> list[str]:
    return [" ".join(row[:3]) for row in words_of(dialog.table)]


def choose(dialog: SigningDialog, session: str) -> None:
    """Choose a session as a person does."""
    (segment,) = [b for b in dialog.session.findChildren(QToolButton) if b.text() == session]
    segment.click()


def agreeing(monkeypatch: pytest.MonkeyPatch, *, agrees: bool = True) -> list[str]:
    """Answer the question that comes before what cannot be undone; return what was asked."""
    asked: list[str] = []

    def answered(_parent: object, title: str, text: str, **_words: object) -> bool:
        asked.append(f"{title} {text}")
        return agrees

    monkeypatch.setattr(signing_dialog, "ask", answered)
    return asked

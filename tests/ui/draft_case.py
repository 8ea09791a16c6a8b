"""How the tests fill in the dialog of a new agreement."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.ui.screens.agreements.facts.draft_dialog import DraftDialog
from tests.builders import Body, bandung
from tests.ui.agreements_case import Case, answer, caught

Fill = Callable[[DraftDialog], object]


def own_office(case: Case) -> Body:
    """Make Bandung the institution whose office this is."""
    made = bandung(case.office)
    settings = office_settings(case.office)
    change_settings(case.office, replace(settings, own_institution=made.id))
    return made


def draft(case: Case, monkeypatch: pytest.MonkeyPatch, fill: Fill) -> UUID:
    """Fill in the dialog of a new agreement, press its verb and return what was drafted."""
    before = {line.id for line in list_agreements(case.office)}
    made = caught(monkeypatch, DraftDialog)
    done = answer(monkeypatch, lambda _dialog: fill(made[-1]))
    case.run("agreement.draft")
    assert done == [True]
    return next(line.id for line in list_agreements(case.office) if line.id not in before)


def subject(asked: DraftDialog) -> None:
    """Write what the agreement is about."""
    asked.subject.indonesian.set_value("Kerja sama")

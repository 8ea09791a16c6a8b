"""Whose rules order the guests of a visit, and spouses of whom nobody said whose they are."""

from dataclasses import replace

import pytest

from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.guests.own_party import list_heads
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.precedence.order import ranking
from kunjungan.services.visits import edit_visit, visit_form
from tests.services.seating.case import Case, a_case


@pytest.fixture
def case(office: Office) -> Case:
    made = a_case(office)
    with office.store.change("Heads") as session:
        list_heads(session, made.visit)
    return made


@pytest.mark.parametrize(
    ("kind", "rules"),
    [
        (InstitutionKind.FOREIGN_GOVERNMENT,
         "protokol tuan rumah; delegasi sendiri menurut UU 9/2010"),
        (InstitutionKind.UNIVERSITY, "UU 9/2010"),
    ],
)  # fmt: skip
def test_the_law_orders_at_home_and_a_foreign_host_by_the_own_protocol(
    case: Case, kind: InstitutionKind, rules: str
) -> None:
    body = add_institution(case.office, InstitutionForm(kind, "Tuan Rumah", "The Host"))
    form = visit_form(case.office, case.visit)
    assert ranking(case.office, case.visit).ruled_by.id == "UU 9/2010"
    away = replace(form, direction="outgoing", host_id=body, host_tenure_id=None)
    edit_visit(case.office, case.visit, away)
    order = ranking(case.office, case.visit)
    assert (order.ruled_by.id, order.law) == (rules, "UU 9/2010")


def test_a_spouse_of_whom_nobody_said_whose_is_asked_for_and_never_guessed(case: Case) -> None:
    mayor = next(line.guest.id for line in ranking(case.office, case.visit).lines[:1])
    spouse = case.guest("host", "Ketua TP PKK", role="spouse")
    order = ranking(case.office, case.visit)
    assert [line.guest.id for line in order.unpaired] == [spouse]
    assert order.lines[-1].guest.id == spouse
    case.change(spouse, companion_of_id=mayor)
    order = ranking(case.office, case.visit)
    assert order.unpaired == ()
    assert order.lines[1].guest.id == spouse

"""A partner's card: when they last came, what there is with them, what is owed."""

from datetime import date

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import VisitStage
from kunjungan.services.delegations import DelegationForm, add_delegation, remove_delegation
from kunjungan.services.institutions import list_institutions
from kunjungan.services.office import Office
from kunjungan.services.partner import partner_card
from kunjungan.services.reception.copying import CopyForm, copy_visit
from kunjungan.services.tasks import list_tasks, tick_task
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visiting.gifts import GiftForm, add_gift
from kunjungan.services.visiting.promises import (
    PromiseForm,
    add_promise,
    edit_promise,
    list_promises,
    promise_form,
)
from kunjungan.services.visits import move_visit
from kunjungan.store.tables import Delegation
from tests.builders import a_visit, an_agreement, prabumulih
from tests.services.visit_day.case import Day, a_day


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


def test_the_last_time_they_came_is_the_latest_visit_that_took_place(office: Office) -> None:
    guest = prabumulih(office)
    visits = {}
    for on in ("2021-12", "2022-03-01", "2022-08-01", "2022-10-01"):
        visits[on] = a_visit(office, f"Kunjungan {on}", on)
        add_delegation(office, visits[on], DelegationForm(guest.id))
    for on in ("2021-12", "2022-03-01"):
        move_visit(office, visits[on], VisitStage.REPORTED)
    move_visit(office, visits["2022-08-01"], VisitStage.CANCELLED, reason="Banjir")
    card = partner_card(office, guest.id, but=visits["2022-10-01"])
    assert card.last is not None
    assert card.last.id == visits["2022-03-01"]
    assert [line.id for line in card.visits] == [
        visits[on] for on in ("2022-08-01", "2022-03-01", "2021-12")
    ]


def test_agreements_gifts_and_open_promises_are_the_partners_own(day: Day) -> None:
    office, (first, second) = day.office, day.delegations
    add_gift(office, day.visit, GiftForm("Plakat", "received", first))
    add_gift(office, day.visit, GiftForm("Kain", "received", second))
    kept = add_promise(office, day.visit, PromiseForm("Kirim data", first))
    add_promise(office, day.visit, PromiseForm("Kirim modul", first, due_on=date(2022, 8, 1)))
    add_promise(office, day.visit, PromiseForm("Untuk yang lain", second))
    tick_task(office, kept, done=True)
    with office.store.read() as session:
        institution = session.get_one(Delegation, first).institution_id
    card = partner_card(office, institution)
    assert [gift.what for gift in card.gifts] == ["Plakat"]
    assert [(line.title, line.overdue) for line in card.promises] == [("Kirim modul", True)]
    assert card.agreements == ()
    assert card.last is None


def test_a_promise_is_no_step_of_its_visit_with_or_without_a_delegation(day: Day) -> None:
    office, guests = day.office, day.delegations[0]
    add_promise(office, day.visit, PromiseForm("Kirim data", guests))
    add_promise(office, day.visit, PromiseForm("Rapikan arsip"))
    remove_delegation(office, guests)
    assert {line.title for line in list_promises(office, day.visit)} == {
        "Kirim data",
        "Rapikan arsip",
    }
    copy = copy_visit(office, day.visit, CopyForm("Lagi", PartialDate(2023, 9, 1)))
    for visit in (day.visit, copy):
        assert list_tasks(office, visit) == []
    assert {line.steps for line in list_visits(office)} == {0}


def test_an_agreement_is_on_the_cards_of_its_parties(office: Office) -> None:
    agreement = an_agreement(office)
    parties = [line for line in list_institutions(office) if line.agreements]
    for line in parties:
        assert [each.id for each in partner_card(office, line.id).agreements] == [agreement]
    assert len(parties) == 2


def test_a_promise_is_edited_and_stays_in_its_visit(day: Day) -> None:
    promise = add_promise(day.office, day.visit, PromiseForm("Kirim data"))
    form = promise_form(day.office, promise)
    edit_promise(
        day.office, promise, PromiseForm("Kirim", day.delegations[0], version=form.version)
    )
    assert [line.title for line in list_promises(day.office, day.visit)] == ["Kirim"]
    other = a_visit(day.office, "Lain")
    with pytest.raises(RuleBroken):
        add_promise(day.office, other, PromiseForm("A", day.delegations[0]))
    with pytest.raises(RuleBroken):
        add_promise(day.office, other, PromiseForm("  "))

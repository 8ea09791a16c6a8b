from dataclasses import replace
from uuid import UUID

import pytest

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.precedence import Group, HostPlace, Why
from kunjungan.services.delegations import AttendeeForm, add_to_own_party
from kunjungan.services.guests.own_party import list_heads
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.people import PersonForm
from kunjungan.services.precedence.local import (
    LocalRankForm,
    add_local_rank,
    edit_local_rank,
    list_local_ranks,
    local_rank_form,
    remove_local_rank,
    retire_local_rank,
)
from kunjungan.services.precedence.order import Ranking, decide, decide_order, ranking, undecide
from kunjungan.services.rows import found
from kunjungan.services.rundown.cast import cast_of
from kunjungan.services.visits import edit_visit, visit_form
from kunjungan.store.tables import PrecedenceDecision, Visit
from tests.services.seating.case import Case, a_case


@pytest.fixture
def case(office: Office) -> Case:
    made = a_case(office)
    with office.store.change("Heads") as session:
        list_heads(session, made.visit)
    return made


def said(order: Ranking) -> list[str]:
    """Return who stands where, by name or title."""
    return [line.guest.name.plain or line.guest.title.id for line in order.lines]


def test_everybody_has_a_place_an_article_and_a_reason(case: Case) -> None:
    case.guest("host", "Sekretaris Daerah", Group.SECRETARY)
    case.guest("prabumulih", "Wakil Wali Kota", Group.DEPUTY_HEAD)
    order = ranking(case.office, case.visit)
    assert said(order) == [
        "Yana Mulyana", "Panca Wijaya Akbar", "Ridho Yahya", "Wakil Wali Kota", "Sekretaris Daerah",
    ]  # fmt: skip
    assert [line.article for line in order.lines] == [
        "Pasal 11 ayat (1) huruf a", "Pasal 10 ayat (1) huruf j", "Pasal 10 ayat (1) huruf j",
        "Pasal 10 ayat (1) huruf n", "Pasal 11 ayat (1) huruf f",
    ]  # fmt: skip
    assert [line.peer for line in order.lines] == [False, True, True, False, False]
    assert order.law == "UU 9/2010"


def test_a_session_has_only_its_own_delegation_and_the_host_s_party(case: Case) -> None:
    order = ranking(case.office, case.visit, case.session)
    assert said(order) == ["Yana Mulyana", "Ridho Yahya"]


def test_who_does_not_come_has_no_place(case: Case) -> None:
    away = case.guest("host", "Sekretaris Daerah", Group.SECRETARY)
    case.change(away, attendance="absent")
    assert "Sekretaris Daerah" not in said(ranking(case.office, case.visit))


def test_equals_whom_nothing_orders_are_listed_until_the_officer_speaks(case: Case) -> None:
    first = case.guest("host", "Kepala Dinas A", Group.AGENCY_HEADS)
    second = case.guest("host", "Kepala Dinas B", Group.AGENCY_HEADS)
    order = ranking(case.office, case.visit)
    assert [set(pair) for pair in order.undecided] == [{first, second}]
    assert order.lines[-1].equal
    decide(case.office, case.visit, second, first, "Narasumber utama")
    decided = ranking(case.office, case.visit)
    assert decided.undecided == ()
    assert [line.guest.id for line in decided.lines[-2:]] == [second, first]
    assert (decided.lines[-1].why, decided.lines[-1].note) == (Why.DECISION, "Narasumber utama")
    assert decided.lines[-1].peer


def test_a_decision_goes_over_the_office_s_rules_and_can_be_taken_back(case: Case) -> None:
    heads = {line.guest.name.plain: line.guest.id for line in ranking(*_where(case)).lines}
    pair = heads["Ridho Yahya"], heads["Panca Wijaya Akbar"]
    decide(case.office, case.visit, *pair, "Mengikuti urutan sesi")
    assert said(ranking(*_where(case)))[1:] == ["Ridho Yahya", "Panca Wijaya Akbar"]
    undecide(case.office, case.visit, *pair[::-1])
    assert said(ranking(*_where(case)))[1:] == ["Panca Wijaya Akbar", "Ridho Yahya"]
    case.office.store.undo()
    assert said(ranking(*_where(case)))[1:] == ["Ridho Yahya", "Panca Wijaya Akbar"]


def test_the_contrary_word_replaces_the_first(case: Case) -> None:
    one = case.guest("host", "A", Group.AGENCY_HEADS)
    other = case.guest("host", "B", Group.AGENCY_HEADS)
    decide(case.office, case.visit, one, other, "satu")
    decide(case.office, case.visit, other, one, "dua")
    assert said(ranking(*_where(case)))[-2:] == ["B", "A"]


def test_a_run_of_equals_is_ordered_in_one_change(case: Case) -> None:
    guests = [case.guest("host", name, Group.AGENCY_HEADS) for name in "ABC"]
    decide_order(case.office, case.visit, [guests[n] for n in (2, 0, 1)], "Urutan undangan")
    assert said(ranking(*_where(case)))[-3:] == ["C", "A", "B"]
    case.office.store.undo()
    assert len(ranking(*_where(case)).undecided) == 2


def test_a_word_that_closes_a_circle_is_refused_and_nothing_is_kept(case: Case) -> None:
    one, two, three = (case.guest("host", name, Group.AGENCY_HEADS) for name in "ABC")
    decide(case.office, case.visit, one, two, "x")
    decide(case.office, case.visit, two, three, "x")
    before = ranking(*_where(case))
    with pytest.raises(RuleBroken):
        decide(case.office, case.visit, three, one, "x")
    assert ranking(*_where(case)) == before


def test_circles_that_two_desks_made_do_not_hide_the_order(case: Case) -> None:
    one, two, three = (case.guest("host", name, Group.AGENCY_HEADS) for name in "ABC")
    with case.office.store.change("Two desks") as session:
        for a, b in ((one, two), (two, three), (three, one)):
            session.add(PrecedenceDecision(visit_id=case.visit, before_id=a, after_id=b))
    assert len(ranking(*_where(case)).lines) == 6


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_order_without_a_reason(case: Case, reason: str) -> None:
    one = case.guest("host", "A", Group.AGENCY_HEADS)
    other = case.guest("host", "B", Group.AGENCY_HEADS)
    with pytest.raises(RuleBroken):
        decide(case.office, case.visit, one, other, reason)
    with pytest.raises(RuleBroken):
        decide(case.office, case.visit, one, one, "x")


def test_a_substitute_ranks_by_the_own_office(case: Case) -> None:
    secretary = case.guest("prabumulih", "Sekretaris Daerah", Group.SECRETARY)
    case.guest("host", "Wakil Wali Kota", Group.DEPUTY_HEAD)
    mayor = next(
        line.guest.id for line in ranking(*_where(case)).lines if "Ridho" in line.guest.name.plain
    )
    case.change(mayor, attendance="represented")
    case.change(secretary, represents_id=mayor)
    assert said(ranking(*_where(case))) == [
        "Yana Mulyana", "Panca Wijaya Akbar", "Wakil Wali Kota", "Sekretaris Daerah",
    ]  # fmt: skip


def test_a_spouse_stands_beside_the_partner_and_a_former_head_after_the_serving_ones(
    case: Case,
) -> None:
    mayor = ranking(*_where(case)).lines[0].guest.id
    spouse = case.guest("host", "Ketua TP PKK", None, "spouse")
    case.change(spouse, companion_of_id=mayor)
    former = case.guest("host", "Mantan Ketua DPRD", Group.COUNCIL_CHAIR)
    case.change(former, former=True)
    case.guest("host", "Ketua DPRD", Group.COUNCIL_CHAIR)
    case.guest("host", "Wakil Ketua DPRD", Group.COUNCIL_VICE_CHAIRS)
    order = ranking(*_where(case))
    assert said(order)[1] == "Ketua TP PKK"
    assert order.lines[1].why is Why.SPOUSE
    assert said(order)[-3:] == ["Ketua DPRD", "Mantan Ketua DPRD", "Wakil Ketua DPRD"]
    assert order.lines[-2].article.endswith("mantan pejabat")


def test_a_former_mayor_of_the_host_is_cited_by_the_letter_that_names_former_heads(
    case: Case,
) -> None:
    former = case.guest("host", "Mantan Wali Kota", Group.REGION_HEAD)
    case.change(former, former=True)
    line = next(each for each in ranking(*_where(case)).lines if each.guest.id == former)
    assert (line.article, line.group_name and line.group_name.en) == (
        "Pasal 11 ayat (1) huruf c",
        "Former heads and deputy heads of the region",
    )


def test_the_host_s_place_and_the_rules_are_settings(case: Case) -> None:
    now = office_settings(case.office)
    change_settings(case.office, replace(now, host_place=HostPlace.BESIDE))
    assert said(ranking(*_where(case)))[1] == "Yana Mulyana"
    change_settings(case.office, replace(now, tie_rules=()))
    assert len(ranking(*_where(case)).undecided) == 1


def test_who_holds_the_post_definitively_goes_first(case: Case) -> None:
    regent = next(
        line.guest.id for line in ranking(*_where(case)).lines if "Panca" in line.guest.name.plain
    )
    case.change(regent, capacity=Capacity.PLT)
    order = ranking(*_where(case))
    assert said(order)[1:] == ["Ridho Yahya", "Panca Wijaya Akbar"]
    assert order.lines[2].why is Why.CAPACITY


def test_a_local_addition_ranks_right_after_its_group(case: Case) -> None:
    rank = add_local_rank(
        case.office, LocalRankForm(Group.AGENCY_HEADS, "Rektor", source="Perwal 12/2021")
    )
    rector = case.guest("host", "Rektor")
    case.change(rector, local_rank_id=rank)
    case.guest("host", "Kepala Dinas", Group.AGENCY_HEADS)
    case.guest("host", "Kepala Bagian", Group.DIVISION_HEADS)
    order = ranking(*_where(case))
    assert said(order)[-3:] == ["Kepala Dinas", "Rektor", "Kepala Bagian"]
    assert order.lines[-2].article == "Perwal 12/2021"
    retire_local_rank(case.office, rank)
    assert list_local_ranks(case.office, offered=True) == []
    assert said(ranking(*_where(case)))[-2] == "Rektor"
    with pytest.raises(RuleBroken):
        remove_local_rank(case.office, rank)


def test_local_additions_are_kept_by_name(office: Office) -> None:
    rank = add_local_rank(office, LocalRankForm(Group.SECRETARY, " Rektor "))
    assert [line.name.en for line in list_local_ranks(office)] == ["Rektor"]
    for name in ("", "REKTOR"):
        with pytest.raises(RuleBroken):
            add_local_rank(office, LocalRankForm(Group.SECRETARY, name))
    edit_local_rank(office, rank, replace(local_rank_form(office, rank), name_en="Rector"))
    assert [line.name.en for line in list_local_ranks(office)] == ["Rector"]
    remove_local_rank(office, rank)
    assert list_local_ranks(office) == []


def test_a_visit_that_is_gone_is_told(office: Office) -> None:
    with pytest.raises(NotFound):
        ranking(office, UUID(int=1))


def test_the_officer_s_word_orders_the_heads_of_the_rundown_too(case: Case) -> None:
    heads = {line.guest.name.plain: line.guest.id for line in ranking(*_where(case)).lines}
    with case.office.store.read() as session:
        visit = found(session, Visit, case.visit)
        before = [voice.post.id for voice in cast_of(session, visit, None).guests]
    decide(case.office, case.visit, heads["Ridho Yahya"], heads["Panca Wijaya Akbar"], "Sesi")
    with case.office.store.read() as session:
        visit = found(session, Visit, case.visit)
        after = [voice.post.id for voice in cast_of(session, visit, None).guests]
    assert before == after[::-1]
    assert after[0] == "Wali Kota Prabumulih"


def _where(case: Case) -> tuple[Office, UUID]:
    return case.office, case.visit


def test_a_foreign_host_is_no_foreign_guest(case: Case) -> None:
    form = InstitutionForm(InstitutionKind.FOREIGN_GOVERNMENT, "Kota Kawasaki", "City of Kawasaki")
    there = add_institution(case.office, form)
    case.guest("host", "Direktur", Group.AGENCY_HEADS)
    case.guest("prabumulih", "Kepala Dinas", Group.AGENCY_HEADS)
    away = replace(visit_form(case.office, case.visit), host_id=there, direction="outgoing")
    edit_visit(case.office, case.visit, away)
    assert Why.FOREIGN not in {line.why for line in ranking(case.office, case.visit).lines}


def test_who_stands_on_two_lists_is_told_where_the_rank_is_lower(case: Case) -> None:
    assert ranking(case.office, case.visit).twice == ()
    mayor = next(line.guest for line in ranking(case.office, case.visit).lines
                 if line.guest.name.plain == "Ridho Yahya")  # fmt: skip
    form = AttendeeForm(PersonForm(""), "Pembicara", "Speaker", person_id=mayor.person_id)
    again = add_to_own_party(case.office, case.visit, form)
    assert [line.guest.id for line in ranking(case.office, case.visit).twice] == [again]

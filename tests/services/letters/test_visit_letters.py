"""The letters of a visit: filled, checked, sent, answered, and outdated by a moved visit."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_letters import LetterState
from kunjungan.domain.visit_words import Duty, LetterKind
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.history import undo
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.letters.form import LetterForm
from kunjungan.services.letters.letters import (
    add_letter,
    edit_letter,
    letter_form,
    list_letters,
    mark_answered,
    mark_sent,
    new_letter,
    open_letters,
    remove_letter,
)
from kunjungan.services.letters.lines import list_requests
from kunjungan.services.letters.numbers import next_letter_number
from kunjungan.services.office import Office
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import (
    VisitForm,
    edit_visit,
    move_visit,
    schedule_visit,
    visit_form,
)
from kunjungan.store.tables import Assignment
from tests.builders import prabumulih

WRITTEN = date(2022, 8, 12)


def answer(office: Office, visit: UUID, guests: UUID) -> LetterForm:
    form = new_letter(office, visit, LetterKind.ANSWER, guests, on=WRITTEN)
    return replace(form, number=next_letter_number(office, form.kind, WRITTEN))


def a_sent_answer(office: Office, visit: UUID, guests: UUID) -> UUID:
    letter = add_letter(office, visit, answer(office, visit, guests))
    mark_sent(office, letter, WRITTEN)
    return letter


def state(office: Office, letter: UUID) -> LetterState:
    return next(line.state for line in list_letters(office) if line.id == letter)


def moved(office: Office, visit: UUID, day: date) -> None:
    edit_visit(office, visit, replace(visit_form(office, visit), on=PartialDate.of(day)))


def test_an_answer_is_filled_from_the_request_and_the_visit(
    office: Office, visit: UUID, guests: UUID
) -> None:
    form = new_letter(office, visit, LetterKind.ANSWER, guests, on=WRITTEN)
    assert form.to_id == "Wali Kota Prabumulih"
    assert form.to_place == "Prabumulih"
    assert "Nomor 005/18/2022 tanggal 9 Agustus 2022" in form.body_id
    assert "hari/tanggal : Kamis, 1 September 2022\npukul : 09.00–11.30 WIB" in form.body_id  # noqa: RUF001
    assert "date : Thursday, 1 September 2022" in form.body_en
    assert "18 orang" in form.body_id


def test_the_addressee_is_a_post_and_never_a_name(
    office: Office, visit: UUID, guests: UUID
) -> None:
    for kind in LetterKind:
        form = new_letter(office, visit, kind, guests)
        assert "Ridho" not in form.to_id + form.to_en


def test_every_kind_can_be_drafted_for_a_visit_of_which_little_is_known(office: Office) -> None:
    bare = schedule_visit(office, VisitForm("Kunjungan", PartialDate(2022, 9)))
    for kind in LetterKind:
        form = new_letter(office, bare, kind)
        assert form.body_id
        assert "{" not in form.body_id + form.body_en + form.subject_id


def test_another_date_offers_working_days_in_order(
    office: Office, visit: UUID, guests: UUID
) -> None:
    body = new_letter(office, visit, LetterKind.RESCHEDULE, guests, on=WRITTEN).body_id
    options = [line for line in body.split("\n") if line[:2] in {"1.", "2.", "3."}]
    assert options[0] == "1. Kamis, 8 September 2022, pukul 09.00–11.30 WIB"  # noqa: RUF001
    assert len(options) == 3
    assert not any("Sabtu" in line or "Minggu" in line for line in options)


def test_foreign_guests_get_both_languages_and_others_indonesian(
    office: Office, visit: UUID, guests: UUID
) -> None:
    abroad = InstitutionForm(InstitutionKind.FOREIGN_GOVERNMENT, "Kota Contoh", "City of Sample")
    other = add_delegation(office, visit, DelegationForm(add_institution(office, abroad)))
    assert new_letter(office, visit, LetterKind.ANSWER, guests).language == "id"
    assert new_letter(office, visit, LetterKind.ANSWER, other).language == "both"
    assert new_letter(office, visit, LetterKind.INVITATION).language == "id"


def test_a_wrong_weekday_is_refused_and_nothing_is_kept(
    office: Office, visit: UUID, guests: UUID
) -> None:
    form = answer(office, visit, guests)
    wrong = replace(form, body_id=form.body_id.replace("Kamis", "Jumat"))
    with pytest.raises(RuleBroken) as refused:
        add_letter(office, visit, wrong)
    assert refused.value.values["right"] == "Kamis"
    assert list_letters(office, visit) == []


def test_numbers_run_on_in_their_year_and_start_anew_in_january(
    office: Office, visit: UUID, guests: UUID
) -> None:
    first = answer(office, visit, guests)
    assert first.number == "005/001/KSD/VIII/2022"
    add_letter(office, visit, replace(first, number="800/041/PROTOKOL/VIII/2022"))
    following = next_letter_number(office, LetterKind.ANSWER, date(2022, 9, 2))
    assert following == "800/042/PROTOKOL/IX/2022"
    assert next_letter_number(office, LetterKind.THANKS, WRITTEN) == "005/042/KSD/VIII/2022"
    assert "/001/" in next_letter_number(office, LetterKind.ANSWER, date(2023, 1, 2))


def test_a_number_is_taken_once_a_year(office: Office, visit: UUID, guests: UUID) -> None:
    form = answer(office, visit, guests)
    kept = add_letter(office, visit, form)
    with pytest.raises(Conflict):
        add_letter(office, visit, form)
    add_letter(office, visit, replace(form, on=date(2023, 8, 12)))
    edit_letter(office, kept, replace(letter_form(office, kept), note="sama"))


def test_a_letter_without_number_is_not_sent(office: Office, visit: UUID, guests: UUID) -> None:
    letter = add_letter(office, visit, replace(answer(office, visit, guests), number=""))
    with pytest.raises(RuleBroken):
        mark_sent(office, letter)
    assert state(office, letter) is LetterState.DRAFT


def test_a_sent_letter_stays_as_it_went_out(office: Office, visit: UUID, guests: UUID) -> None:
    letter = a_sent_answer(office, visit, guests)
    form = letter_form(office, letter)
    with pytest.raises(RuleBroken):
        edit_letter(office, letter, replace(form, body_id="Lain."))
    with pytest.raises(RuleBroken):
        mark_sent(office, letter)
    assert letter_form(office, letter) == form


def test_an_answer_closes_a_letter_and_undo_opens_it_again(
    office: Office, visit: UUID, guests: UUID
) -> None:
    letter = a_sent_answer(office, visit, guests)
    assert [line.id for line in open_letters(office)] == [letter]
    with pytest.raises(RuleBroken):
        mark_answered(office, letter, date(2022, 8, 11))
    mark_answered(office, letter, date(2022, 8, 20))
    assert open_letters(office) == []
    undo(office)
    assert [line.id for line in open_letters(office)] == [letter]


def test_a_moved_visit_asks_for_its_answer_again_until_a_newer_one_is_sent(
    office: Office, visit: UUID, guests: UUID
) -> None:
    letter = a_sent_answer(office, visit, guests)
    assert state(office, letter) is not LetterState.RESEND
    moved(office, visit, date(2022, 9, 8))
    assert state(office, letter) is LetterState.RESEND
    again = answer(office, visit, guests)
    assert "Kamis, 8 September 2022" in again.body_id
    newer = add_letter(office, visit, again)
    assert state(office, letter) is LetterState.RESEND
    mark_sent(office, newer, date(2022, 8, 15))
    assert state(office, letter) is not LetterState.RESEND
    assert state(office, newer) is not LetterState.RESEND


def test_a_draft_that_still_names_the_day_before_the_move_says_so(
    office: Office, visit: UUID, guests: UUID
) -> None:
    letter = add_letter(office, visit, answer(office, visit, guests))
    assert state(office, letter) is LetterState.DRAFT
    moved(office, visit, date(2022, 9, 8))
    assert state(office, letter) is LetterState.STALE
    new_words = answer(office, visit, guests).body_id
    edit_letter(office, letter, replace(letter_form(office, letter), body_id=new_words))
    assert state(office, letter) is LetterState.DRAFT


def test_a_moved_visit_that_is_over_asks_for_no_letter_again(
    office: Office, visit: UUID, guests: UUID
) -> None:
    letter = a_sent_answer(office, visit, guests)
    moved(office, visit, date(2022, 9, 8))
    past = replace(office, today=lambda: date(2022, 9, 9))
    assert state(past, letter) is LetterState.OVERDUE
    move_visit(office, visit, VisitStage.CANCELLED, reason="Bencana")
    assert state(office, letter) is LetterState.OVERDUE


def test_a_visit_moved_to_an_offered_day_keeps_its_rescheduling_letter(
    office: Office, visit: UUID, guests: UUID
) -> None:
    form = new_letter(office, visit, LetterKind.RESCHEDULE, guests, on=WRITTEN)
    letter = add_letter(office, visit, replace(form, number="005/001/KSD/VIII/2022"))
    mark_sent(office, letter, WRITTEN)
    moved(office, visit, date(2022, 9, 8))
    assert state(office, letter) is not LetterState.RESEND
    moved(office, visit, date(2022, 9, 29))
    assert state(office, letter) is LetterState.RESEND


def test_a_request_is_due_some_days_after_it_came_and_done_once_answered(
    office: Office, visit: UUID, guests: UUID
) -> None:
    (request,) = list_requests(office, visit)
    assert (request.due_on, request.answered_on) == (date(2022, 8, 16), None)
    letter = a_sent_answer(office, visit, guests)
    (request,) = list_requests(office, visit)
    assert (request.answer, request.answered_on) == (LetterKind.ANSWER, WRITTEN)
    remove_letter(office, letter)
    assert list_requests(office, visit)[0].answer is None


def test_a_letter_tells_the_guests_own_session_and_not_the_joint_lunch(
    office: Office, visit: UUID, guests: UUID
) -> None:
    lunch = SessionForm("Makan siang", starts_at=time(8), ends_at=time(8, 30), room="Ruang Tengah")
    own = SessionForm("Pagi", starts_at=time(10), ends_at=time(11), room="Auditorium")
    add_session(office, visit, lunch)
    assert "Ruang Tengah" in new_letter(office, visit, LetterKind.ANSWER, guests).body_id
    add_session(office, visit, own, [guests])
    body = new_letter(office, visit, LetterKind.ANSWER, guests).body_id
    assert "10.00–11.00 WIB" in body  # noqa: RUF001
    assert "Ruang Tengah" not in body
    invited = new_letter(office, visit, LetterKind.INVITATION).body_id
    assert "08.00–11.00 WIB" in invited  # noqa: RUF001


def test_a_liaison_of_other_guests_is_not_named(office: Office, visit: UUID, guests: UUID) -> None:
    other = add_delegation(office, visit, DelegationForm(prabumulih(office).id))
    with office.store.change("crew") as session:
        crew = (("Penghubung A", guests), ("Penghubung B", other))
        for name, key in crew:
            session.add(Assignment(visit_id=visit, delegation_id=key, duty=Duty.LIAISON, name=name))
    body = new_letter(office, visit, LetterKind.ANSWER, other).body_id
    assert "Penghubung B" in body
    assert "Penghubung A" not in body


def test_a_visit_moved_to_another_hour_asks_for_its_answer_again(
    office: Office, visit: UUID, guests: UUID
) -> None:
    letter = a_sent_answer(office, visit, guests)
    later = replace(visit_form(office, visit), starts_at=time(10))
    edit_visit(office, visit, later)
    assert state(office, letter) is LetterState.RESEND
    undo(office)
    assert state(office, letter) is not LetterState.RESEND

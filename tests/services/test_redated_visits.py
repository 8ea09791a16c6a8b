"""A visit on another day: what follows, what is only told, and one undo for all of it."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import Duty, LetterKind, VisitKind
from kunjungan.services.agreement_lists import agreements_of
from kunjungan.services.checklists.checklist import apply_checklist
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.tasks import TaskForm, add_task, list_tasks
from kunjungan.services.visiting.crew import AssignmentForm, assign
from kunjungan.services.visiting.sessions import SessionForm, add_session, list_sessions
from kunjungan.services.visiting.shifting import Shifted, foreseen_shift
from kunjungan.services.visits import edit_visit, move_visit, visit_form
from kunjungan.store.tables import AgreementVisit, Letter, Visit
from tests.builders import a_visit, an_agreement


def a_long_visit(office: Office) -> UUID:
    visit = a_visit(office)
    add_session(office, visit, SessionForm("A", starts_at=time(9), ends_at=time(10)))
    add_session(office, visit, SessionForm("B", on=date(2022, 9, 2)))
    assign(
        office,
        visit,
        AssignmentForm(Duty.DRIVER, name="Asep", on=date(2022, 9, 2), starts_at=time(8)),
    )
    add_task(office, visit, TaskForm("Gladi", days_before=1))
    add_task(office, visit, TaskForm("Sewa", due_on=date(2022, 8, 20)))
    return visit


def days(office: Office, visit: UUID) -> tuple[list[date | None], list[date | None]]:
    return (
        [line.on for line in list_sessions(office, visit)],
        [line.due_on for line in list_tasks(office, visit)],
    )


def move(office: Office, visit: UUID, on: PartialDate, *, redating: bool = False) -> None:
    form = visit_form(office, visit)
    edit_visit(office, visit, replace(form, on=on), redating=redating)


def test_sessions_crew_and_counted_steps_follow_their_visit(office: Office) -> None:
    visit = a_long_visit(office)
    foreseen = foreseen_shift(office, visit, PartialDate(2022, 9, 8), None)
    assert (foreseen.sessions, foreseen.steps, foreseen.crew) == (1, 1, 1)
    before = days(office, visit)
    assert before[0] == [date(2022, 9, 1), date(2022, 9, 2)], "to look ahead changes nothing"
    move(office, visit, PartialDate(2022, 9, 8))
    assert days(office, visit) == (
        [date(2022, 9, 8), date(2022, 9, 9)],
        [date(2022, 9, 7), date(2022, 8, 20)],
    )
    undo(office)
    assert days(office, visit) == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(day=st.dates(date(2022, 1, 1), date(2030, 1, 1)))
def test_moving_there_and_back_restores_everything(office: Office, day: date) -> None:
    visit = a_long_visit(office)
    before = days(office, visit)
    move(office, visit, PartialDate.of(day))
    move(office, visit, PartialDate(2022, 9, 1))
    assert days(office, visit) == before


def test_a_day_that_is_no_longer_known_leaves_sessions_and_clears_what_is_counted(
    office: Office,
) -> None:
    visit = a_long_visit(office)
    move(office, visit, PartialDate(2022, 10))
    assert list_tasks(office, visit)[0].due_on is None
    move(office, visit, PartialDate(2022, 10, 5))
    sessions, due = days(office, visit)
    assert date(2022, 10, 5) in sessions
    assert due == [date(2022, 10, 4), date(2022, 8, 20)]


def test_sent_letters_and_a_sent_rundown_are_named_for_sending_again(office: Office) -> None:
    visit = a_visit(office)
    with office.store.change("Send") as session:
        for kind, sent in ((LetterKind.ANSWER, date(2022, 8, 12)), (LetterKind.THANKS, None)):
            session.add(Letter(visit_id=visit, kind=kind, sent_on=sent))
        row = session.get(Visit, visit)
        assert row is not None
        row.rundown_sent_on = date(2022, 8, 25)
    told = foreseen_shift(office, visit, PartialDate(2022, 9, 8), None)
    assert (told.letters, told.rundown_sent) == (1, True)
    assert foreseen_shift(office, visit, PartialDate(2022, 9, 1), None) == Shifted()


def test_agreements_are_dated_anew_only_on_request_and_in_the_same_change(office: Office) -> None:
    visit, agreement = a_visit(office), an_agreement(office)
    with office.store.change("Link") as session:
        session.add(AgreementVisit(visit_id=visit, agreement_id=agreement))

    def signing() -> date | None:
        with office.store.read() as session:
            return agreements_of(office, session, visit)[0].signing_on

    new = PartialDate(2022, 9, 8)
    assert foreseen_shift(office, visit, new, None).agreements == (agreement,)
    move(office, visit, new)
    assert signing() == date(2022, 9, 1)
    undo(office)
    move(office, visit, new, redating=True)
    assert signing() == date(2022, 9, 8)
    undo(office)
    assert signing() == date(2022, 9, 1)
    assert visit_form(office, visit).on == PartialDate(2022, 9, 1)


def test_no_show_is_reached_with_a_reason_and_left_again(office: Office) -> None:
    visit = a_visit(office)
    apply_checklist(office, visit, VisitKind.COURTESY)
    move_visit(office, visit, VisitStage.NO_SHOW, reason="Tamu batal terbang")
    move_visit(office, visit, VisitStage.SCHEDULED)

"""What falls due: ends that come near, tasks, originals lent out; also while nobody was there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import select

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.registry import Due
from kunjungan.services.history import recent_changes, undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.registry.facts import EndForm, end_agreement
from kunjungan.services.registry.reminders import due, put_off, settle, waiting
from kunjungan.store.tables import Original, Party, Task
from tests.builders import Old, an_agreement, an_old_agreement

At = Callable[[date], Office]


@pytest.fixture
def at(office: Office) -> At:
    """The office on another day."""
    return lambda day: replace(office, today=lambda: day)


def whats(office: Office) -> list[str]:
    return [line.what for line in due(office)]


def test_an_end_is_remembered_six_and_then_three_months_before(office: Office, at: At) -> None:
    an_old_agreement(office, Old(signed=date(2022, 9, 1)))
    asked = {day: whats(at(day)) for day in (date(2027, 2, 28), date(2027, 3, 1), date(2027, 6, 1))}
    assert list(asked.values()) == [[], ["ending:6"], ["ending:3"]]


def test_what_fell_due_while_the_computer_was_off_is_there_at_the_next_start(
    office: Office, at: At
) -> None:
    agreement = an_old_agreement(office, Old(signed=date(2022, 9, 1)))
    [line] = due(at(date(2027, 10, 5)))
    assert (line.agreement_id, line.due_on, line.days_left) == (agreement, date(2027, 6, 1), -34)


def test_nobody_is_reminded_of_an_old_register_that_was_only_entered(
    office: Office, at: At
) -> None:
    an_old_agreement(office, Old(signed=date(2022, 9, 1)))
    assert len(due(at(date(2028, 3, 1)))) == 1
    assert due(at(date(2028, 3, 2))) == []


def test_a_settled_reminder_is_silent_until_the_next_one(office: Office, at: At) -> None:
    agreement = an_old_agreement(office, Old(signed=date(2022, 9, 1)))
    spring = at(date(2027, 4, 1))
    settle(spring, agreement, "ending:6")
    assert due(spring) == []
    assert whats(at(date(2027, 6, 1))) == ["ending:3"]
    assert recent_changes(office, most=1)[0].label == "Settle reminder"
    undo(office)
    assert whats(spring) == ["ending:6"]


def test_a_reminder_is_put_off_until_a_day(office: Office, at: At) -> None:
    agreement = an_old_agreement(office, Old(signed=date(2022, 9, 1)))
    put_off(at(date(2027, 4, 1)), agreement, "ending:6", date(2027, 4, 10))
    assert due(at(date(2027, 4, 9))) == []
    [line] = due(at(date(2027, 4, 10)))
    assert line.put_off == date(2027, 4, 10)
    with pytest.raises(RuleBroken):
        put_off(at(date(2027, 4, 10)), agreement, "ending:6", date(2027, 4, 10))


def test_what_is_not_due_cannot_be_settled(office: Office) -> None:
    agreement = an_old_agreement(office, Old(signed=date(2022, 9, 1)))
    with pytest.raises(NotFound):
        settle(office, agreement, "ending:6")


def test_extended_and_ended_agreements_need_no_reminder(office: Office, at: At) -> None:
    old = an_old_agreement(office, Old("1", date(2022, 9, 1)))
    an_old_agreement(office, Old("2", date(2027, 9, 2), renews=old))
    ended = an_old_agreement(office, Old("3", date(2022, 9, 1)))
    end_agreement(office, ended, EndForm(date(2024, 1, 1), "Sepakat"))
    assert due(at(date(2027, 8, 1))) == []


def test_an_early_end_leaves_only_what_is_owed_for_its_past(office: Office, at: At) -> None:
    ended = an_old_agreement(office, Old("3", date(2022, 9, 1)))
    with office.store.change("duties") as session:
        for code, day in (("report", date(2023, 9, 1)), ("report", date(2024, 9, 1)),
                          ("implementing_agreement", date(2024, 3, 1)),
                          ("archive_report", date(2024, 9, 1))):  # fmt: skip
            session.add(Task(agreement_id=ended, title=code, code=code, due_on=day))
    assert len(due(at(date(2025, 1, 1)))) == 4
    end_agreement(office, ended, EndForm(date(2024, 1, 1), "Sepakat"))
    left = [(line.title, line.due_on.year) for line in due(at(date(2025, 1, 1)))]
    assert left == [("report", 2023), ("archive_report", 2024)]


def test_the_months_are_the_office_s_choice(office: Office, at: At) -> None:
    an_old_agreement(office, Old(signed=date(2022, 9, 1)))
    change_settings(office, replace(office_settings(office), reminder_months=(12,)))
    assert whats(at(date(2026, 9, 1))) == ["ending:12"]
    change_settings(office, replace(office_settings(office), reminder_months=()))
    assert due(at(date(2027, 8, 31))) == []


def test_a_task_of_an_agreement_is_ticked_off(office: Office, at: At) -> None:
    agreement = an_agreement(office)
    with office.store.change("task") as session:
        task = Task(agreement_id=agreement, title="Laporan", due_on=date(2022, 8, 20))
        session.add(task)
        session.add(Task(agreement_id=agreement, title="Nanti", due_on=date(2022, 9, 20)))
    [line] = due(office)
    assert (line.kind, line.title, line.what) == (Due.TASK, "Laporan", f"task:{task.id}")
    put_off(office, agreement, line.what, date(2022, 8, 27))
    assert due(office) == []
    settle(at(date(2022, 8, 28)), agreement, line.what)
    assert due(at(date(2022, 8, 28))) == []


def test_an_original_that_is_not_back_is_remembered(office: Office, at: At) -> None:
    agreement = an_old_agreement(office)
    with office.store.change("lend") as session:
        party = session.exec(select(Party).where(Party.agreement_id == agreement)).first()
        assert party is not None
        original = Original(agreement_id=agreement, no=1, holder_id=party.id, first_id=party.id)
        original.lent_to, original.due_back_on = "Bagian Hukum", date(2022, 9, 10)
        session.add(original)
    assert due(at(date(2022, 9, 10))) == []
    [line] = due(at(date(2022, 9, 11)))
    assert (line.kind, line.title) == (Due.ORIGINAL, "Bagian Hukum")


def test_the_badge_counts_agreements_that_wait(office: Office, at: At) -> None:
    agreement = an_old_agreement(office, Old("1", date(2022, 9, 1)))
    an_old_agreement(office, Old("2", date(2023, 9, 1)))
    with office.store.change("task") as session:
        session.add(Task(agreement_id=agreement, title="Laporan", due_on=date(2022, 8, 20)))
    assert waiting(office) == 1
    assert waiting(at(date(2027, 6, 1))) == 1
    settle(at(date(2027, 6, 1)), agreement, "ending:3")
    assert waiting(at(date(2027, 6, 1))) == 1, "it still ends soon"

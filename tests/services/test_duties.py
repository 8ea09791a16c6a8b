from datetime import date

import pytest

from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.domain.standing import StageState
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, change_settings
from kunjungan.services.parties import PartyForm
from kunjungan.services.process.duties import (
    DutyForm,
    add_duty,
    duty_form,
    edit_duty,
    remove_duty,
    tick_duty,
)
from kunjungan.services.process.duty_lines import due_after, list_duties
from kunjungan.services.process.duty_making import add_duties, create_duties
from kunjungan.services.tasks import TaskForm, add_task, office_tasks
from kunjungan.store.tables import Agreement
from tests.builders import a_region, a_visit, an_agreement, bandung
from tests.services.memoranda import a_memorandum
from tests.services.processing import at, duty, line, signed

DAY = date(2022, 9, 1)


def test_an_agreement_across_provinces_is_copied_to_both_governors_and_the_minister(
    office: Office,
) -> None:
    agreement = signed(office, an_agreement(office), DAY)
    titles = [each.title.en for each in list_duties(office, agreement) if each.code == "copy"]
    assert titles == [
        "Send a copy to the Governor of West Java",
        "Send a copy to the Governor of South Sumatra",
        "Send a copy to the Minister of Home Affairs",
    ]


def test_within_one_province_the_governor_alone_gets_a_copy(office: Office) -> None:
    host, guest = bandung(office), a_region(office, "32.77", "Wali Kota Contoh")
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head)]
    form = AgreementForm("Air", "Water", signing_on=DAY)
    agreement = signed(office, draft_agreement(office, form, parties), DAY)
    copies = [each.title.id for each in list_duties(office, agreement) if each.code == "copy"]
    assert copies == ["Kirim salinan kepada Gubernur Jawa Barat"]


def test_a_memorandum_owes_the_ministry_its_original_and_the_archive_two_dates(
    office: Office,
) -> None:
    agreement = signed(office, a_memorandum(office), DAY)
    days = {each.code: each.due_on for each in list_duties(office, agreement)}
    assert days["original_to_ministry"] == date(2022, 9, 21)
    assert days["archive_report"] == date(2023, 9, 1)
    assert days["archive_copy"] == date(2024, 9, 1)
    assert "UU 43/2009" in duty(office, agreement, "archive_report").law.id


def test_reports_follow_the_setting_and_the_evaluation_comes_before_the_end(
    office: Office,
) -> None:
    change_settings(office, OfficeSettings(report_months=6, notice_months=2))
    agreement = signed(office, an_agreement(office), DAY, years=1)
    assert duty(office, agreement, "report").due_on == date(2023, 3, 1)
    assert duty(office, agreement, "evaluation").due_on == date(2023, 7, 1)


def test_an_agreement_without_an_end_has_no_evaluation_before_it(office: Office) -> None:
    agreement = signed(office, an_agreement(office), DAY, years=0)
    assert "evaluation" not in {each.code for each in list_duties(office, agreement)}


def test_duties_are_made_once_and_not_before_the_signing(office: Office) -> None:
    agreement = an_agreement(office)
    assert add_duties(office, agreement) == 0
    signed(office, agreement, DAY)
    made = len(list_duties(office, agreement))
    with office.store.change("Again") as session:
        row = session.get(Agreement, agreement)
        assert row is not None
        assert create_duties(session, row) == 0
    assert len(list_duties(office, agreement)) == made


def test_a_tick_is_taken_back_by_undo_and_by_unticking(office: Office) -> None:
    agreement = signed(office, an_agreement(office), DAY)
    first = list_duties(office, agreement)[0]
    tick_duty(office, first.id, done=True)
    assert list_duties(office, agreement)[-1].id == first.id
    undo(office)
    assert list_duties(office, agreement)[0].done_on is None
    tick_duty(office, first.id, done=True)
    tick_duty(office, first.id, done=False)
    assert list_duties(office, agreement)[0].id == first.id


def test_the_archive_gets_its_copy_within_the_year_after_the_report(office: Office) -> None:
    agreement = signed(office, a_memorandum(office), DAY)
    tick_duty(at(office, date(2023, 2, 1)), duty(office, agreement, "archive_report").id, done=True)
    assert duty(office, agreement, "archive_copy").due_on == date(2024, 2, 1)


def test_a_day_that_the_office_chose_is_not_moved_by_what_comes_before(office: Office) -> None:
    agreement = signed(office, a_memorandum(office), DAY)
    copy = duty(office, agreement, "archive_copy")
    form = duty_form(office, copy.id)
    edit_duty(office, copy.id, DutyForm(form.title, due_on=date(2023, 1, 1), version=form.version))
    tick_duty(office, duty(office, agreement, "archive_report").id, done=True)
    assert duty(office, agreement, "archive_copy").due_on == date(2023, 1, 1)


def test_the_last_report_before_the_end_calls_for_no_other(office: Office) -> None:
    agreement = signed(office, an_agreement(office), DAY, years=1)
    report = duty(office, agreement, "report")
    assert report.due_on == date(2023, 9, 1)
    tick_duty(at(office, date(2023, 9, 1)), report.id, done=True)
    assert duty(office, agreement, "report").done_on == date(2023, 9, 1)


def test_the_next_report_is_due_a_period_after_the_last(office: Office) -> None:
    agreement = signed(office, an_agreement(office), DAY, years=5)
    tick_duty(at(office, date(2023, 8, 1)), duty(office, agreement, "report").id, done=True)
    still = [
        each.due_on for each in list_duties(office, agreement)
        if each.code == "report" and each.done_on is None
    ]  # fmt: skip
    assert still == [date(2024, 9, 1)]
    undo(office)
    assert duty(office, agreement, "report").due_on == date(2023, 9, 1)


def test_what_a_party_owes_is_entered_edited_and_removed(office: Office) -> None:
    agreement = an_agreement(office)
    task = add_duty(office, agreement, DutyForm(" Menyediakan server ", party=2, due_on=DAY))
    (owed,) = list_duties(office, agreement)
    assert owed.party is not None
    assert (owed.title.id, "Prabumulih" in owed.party.id) == ("Menyediakan server", True)
    form = duty_form(office, task)
    assert form.party == 2
    edit_duty(office, task, DutyForm("Menyediakan dua server", version=form.version))
    assert list_duties(office, agreement)[0].party is None
    with pytest.raises(Conflict):
        edit_duty(office, task, form)
    remove_duty(office, task)
    assert list_duties(office, agreement) == []


def test_a_duty_without_words_or_done_tomorrow_is_refused(office: Office) -> None:
    agreement = an_agreement(office)
    with pytest.raises(RuleBroken):
        add_duty(office, agreement, DutyForm(" "))
    with pytest.raises(RuleBroken):
        add_duty(office, agreement, DutyForm("Lapor", done_on=date(2022, 8, 27)))
    assert list_duties(office, agreement) == []


def test_the_stage_of_the_archive_is_done_with_its_two_duties(office: Office) -> None:
    agreement = signed(office, a_memorandum(office), DAY)
    owed = line(office, agreement, "F115").due
    assert owed is not None
    assert owed.on == date(2023, 9, 1)
    tick_duty(office, duty(office, agreement, "archive_report").id, done=True)
    assert line(office, agreement, "F115").state is StageState.STARTED
    tick_duty(office, duty(office, agreement, "archive_copy").id, done=True)
    assert line(office, agreement, "F115").state is StageState.DONE


@pytest.mark.parametrize(
    ("unit", "count", "day"),
    [("working_days", 45, "2022-11-03"), ("days", 10, "2022-09-11"), ("months", 6, "2023-03-01")],
)
def test_a_last_day_is_counted_by_the_calendar_or_by_working_days(
    unit: str, count: int, day: str, office: Office
) -> None:
    assert due_after(office, DAY, unit, count) == date.fromisoformat(day)


def test_the_list_of_the_office_holds_steps_of_visits_and_duties_of_agreements(
    office: Office,
) -> None:
    add_task(office, a_visit(office), TaskForm("Pesan ruang", due_on=date(2022, 8, 20)))
    agreement = an_agreement(office)
    add_duty(office, agreement, DutyForm("Menyediakan server", party=1, due_on=DAY))
    step, owed = office_tasks(office)
    assert (step.overdue, step.visit_id is None, step.about.id) == (True, False, "Kunjungan SPBE")
    assert (owed.overdue, owed.agreement_id) == (False, agreement)
    assert owed.party is not None

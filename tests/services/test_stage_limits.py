from datetime import date

from kunjungan.domain.standing import StageState
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, change_settings
from kunjungan.services.process.leaving import (
    finish_stage,
    pass_stage,
)
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum
from tests.services.processing import at, file, line
from tests.services.proving import alter_party

DAY = date(2022, 9, 1)


def test_the_council_has_forty_five_working_days_without_holidays_and_joint_leave(
    office: Office,
) -> None:
    agreement = a_memorandum(office)
    file(office, agreement, "F60.surat_permohonan", DAY)
    due = line(office, agreement, "F60").due
    assert due is not None
    assert (due.on, due.sure) == (date(2022, 11, 3), True)


def test_the_days_left_count_down_and_an_overdue_limit_says_by_how_much(office: Office) -> None:
    agreement = a_memorandum(office)
    file(office, agreement, "F60.surat_permohonan", DAY)
    left = {
        day: line(at(office, date.fromisoformat(day)), agreement, "F60").due
        for day in ("2022-11-01", "2022-11-03", "2022-11-04", "2022-11-06")
    }
    assert [due.left if due else None for due in left.values()] == [2, 0, -1, -1]
    assert [due.overdue if due else None for due in left.values()] == [False, False, True, True]


def test_a_stage_that_is_left_has_no_limit_any_more(office: Office) -> None:
    agreement = a_memorandum(office)
    file(office, agreement, "F60.surat_permohonan", DAY)
    pass_stage(office, agreement, "F60", "Diputuskan dalam rapat paripurna")
    assert line(office, agreement, "F60").due is None


def test_limits_are_settings_and_a_six_day_week_brings_them_forward(office: Office) -> None:
    agreement = an_agreement(office)
    file(office, agreement, "K20.surat_penawaran", DAY)
    first = line(office, agreement, "K21").due
    change_settings(office, OfficeSettings(answer_days=5))
    shorter = line(office, agreement, "K21").due
    change_settings(office, OfficeSettings(answer_days=5, six_day_week=True))
    six = line(office, agreement, "K21").due
    assert [due.on if due else None for due in (first, shorter, six)] == [
        date(2022, 9, 21),
        date(2022, 9, 8),
        date(2022, 9, 7),
    ]


def test_a_limit_runs_from_the_day_a_stage_was_done_where_no_paper_is_on_file(
    office: Office,
) -> None:
    agreement = an_agreement(office)
    assert line(office, agreement, "K21").due is None
    finish_stage(office, agreement, "K20", "Lisan", on=date(2022, 8, 1))
    due = line(office, agreement, "K21").due
    assert due is not None
    assert due.on == date(2022, 8, 22)


def test_the_confirmation_letter_counts_only_with_its_number_and_date(office: Office) -> None:
    agreement = a_memorandum(office)
    file(office, agreement, "F95.surat_konfirmasi", DAY)
    assert line(office, agreement, "F95").state is StageState.OPEN
    file(office, agreement, "F95.surat_konfirmasi", DAY, number="123/HI/08/2022")
    assert line(office, agreement, "F95").state is StageState.DONE


def test_full_powers_are_known_from_our_signatory(office: Office) -> None:
    agreement = a_memorandum(office)
    assert line(office, agreement, "F97").state is StageState.OPEN
    alter_party(office, agreement, 1, authority="55/SK/2022", authority_on=date(2022, 8, 1))
    assert line(office, agreement, "F97").on == date(2022, 8, 1)


def test_once_refused_no_stage_is_overdue_any_more(office: Office) -> None:
    agreement = an_agreement(office)
    file(office, agreement, "K20.surat_penawaran", date(2022, 1, 3))
    assert line(office, agreement, "K21").due is not None
    file(office, agreement, "K91.surat_penolakan", date(2022, 2, 1))
    assert line(office, agreement, "K21").due is None

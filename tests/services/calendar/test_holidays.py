"""The office's table of holidays, and the yearly list that it takes in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.workdays import HolidayKind
from kunjungan.resources import resource
from kunjungan.services.calendar.holidays import (
    HolidayForm,
    add_holiday,
    edit_holiday,
    holiday_form,
    holiday_years,
    import_holidays,
    list_holidays,
    remove_holiday,
)
from kunjungan.services.calendar.marks import DayMark, day_marks, missing_years
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.process.deadlines import calendar_in
from kunjungan.store.seeds import SEEDED, seed
from kunjungan.store.tables import Setting

LOCAL = HolidayForm(date(2022, 9, 2), HolidayKind.LOCAL, "Pilkada", "Regional election")
OBSERVED = HolidayForm(date(2022, 9, 25), HolidayKind.OBSERVANCE, "Hari Jadi", "City day")


def a_list(path: Path, *rows: str, heading: str = "date,kind,name_id,name_en") -> Path:
    file = path / "libur.csv"
    file.write_text("\n".join([heading, *rows]), encoding="utf-8")
    return file


def test_local_holidays_close_offices_and_observances_do_not(office: Office) -> None:
    add_holiday(office, LOCAL)
    add_holiday(office, OBSERVED)
    marks = day_marks(office, date(2022, 9, 1), date(2022, 10, 1))
    assert marks == {
        LOCAL.on: DayMark((Bilingual("Pilkada", "Regional election"),), closed=True),
        OBSERVED.on: DayMark((Bilingual("Hari Jadi", "City day"),), closed=False),
    }
    with office.store.read() as session:
        week = calendar_in(session, date(2022, 9, 1))
    assert LOCAL.on in week.off
    assert OBSERVED.on not in week.off


def test_a_year_without_a_day_off_is_missing(office: Office) -> None:
    add_holiday(office, replace(OBSERVED, on=date(2035, 9, 25)))
    assert missing_years(office, [2036, 2026, 2035]) == [2035, 2036]
    assert {2022, 2023, 2035} <= set(holiday_years(office))


def test_a_day_is_edited_and_removed(office: Office) -> None:
    key = add_holiday(office, LOCAL)
    edit_holiday(office, key, replace(holiday_form(office, key), on=date(2022, 9, 5)))
    days = {one.on: one.name_id for one in list_holidays(office, 2022)}
    assert days[date(2022, 9, 5)] == "Pilkada"
    remove_holiday(office, key)
    assert "Pilkada" not in {one.name_id for one in list_holidays(office, 2022)}


def test_one_name_stands_once_on_a_day(office: Office) -> None:
    add_holiday(office, LOCAL)
    for form in (replace(LOCAL, name_id=" pilkada "), replace(LOCAL, name_id=" ")):
        with pytest.raises(RuleBroken):
            add_holiday(office, form)


def test_what_the_office_corrected_stays_so_at_the_next_release(office: Office) -> None:
    (first, *_) = list_holidays(office, 2026)
    edit_holiday(office, first.id, replace(holiday_form(office, first.id), name_en="New Year"))
    with office.store.change("Older list", kind="system") as session:
        row = session.exec(select(Setting).where(Setting.key == SEEDED)).one()
        row.value = "another release"
    seed(office.store)
    assert list_holidays(office, 2026)[0].name_en == "New Year"


def test_the_yearly_list_stands_for_the_joint_decree(office: Office, tmp_path: Path) -> None:
    add_holiday(office, replace(LOCAL, on=date(2027, 11, 3)))
    before = list_holidays(office, 2027)
    nyepi, *_ = [one for one in before if one.kind is HolidayKind.NATIONAL]
    rows = (
        f"{nyepi.on},libur_nasional,{nyepi.name_id},Another name",
        "2027-05-05,cuti_bersama,Cuti Bersama Baru,New joint leave",
        "2027-05-05,cuti_bersama,Cuti Bersama Baru,New joint leave",
    )
    done = import_holidays(office, a_list(tmp_path, *rows))
    assert (done.years, done.added, done.corrected, done.same) == ((2027,), 1, 1, 0)
    assert done.removed == len(before) - 2
    after = {(one.on, one.kind) for one in list_holidays(office, 2027)}
    assert after == {
        (nyepi.on, HolidayKind.NATIONAL),
        (date(2027, 5, 5), HolidayKind.JOINT_LEAVE),
        (date(2027, 11, 3), HolidayKind.LOCAL),
    }
    undo(office)
    assert list_holidays(office, 2027) == before


@pytest.mark.parametrize(
    ("row", "heading"),
    [
        ("2027-13-01,libur_nasional,A,B", "date,kind,name_id,name_en"),
        ("2027-01-01,fiesta,A,B", "date,kind,name_id,name_en"),
        ("2027-01-01,libur_nasional,,B", "date,kind,name_id,name_en"),
        ("2027-01-01,libur_nasional,A,B", "tanggal,jenis,nama,name"),
        (",,,", "date,kind,name_id,name_en"),
    ],
)
def test_a_list_that_is_broken_anywhere_changes_nothing(
    office: Office, tmp_path: Path, row: str, heading: str
) -> None:
    good = "2027-05-05,cuti_bersama,Cuti Bersama Baru,New" if row.strip(",") else ""
    before = list_holidays(office, 2027)
    with pytest.raises(RuleBroken):
        import_holidays(office, a_list(tmp_path, good, row, heading=heading))
    assert list_holidays(office, 2027) == before


def test_the_shipped_list_says_nothing_new(office: Office) -> None:
    done = import_holidays(office, Path(str(resource("data/holidays.csv"))))
    assert (done.added, done.corrected, done.removed) == (0, 0, 0)

"""The gift log: values, reports due in working days, and the workbook."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.workdays import add_working_days
from kunjungan.exchange.sheets import read_sheets
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.visiting.gift_export import write_gifts
from kunjungan.services.visiting.gifts import (
    GiftForm,
    add_gift,
    edit_gift,
    gift_form,
    list_gifts,
    remove_gift,
    report_gift,
)
from tests.builders import a_visit
from tests.services.visit_day.case import Day, a_day


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


def received(day: Day, **more: object) -> GiftForm:
    """A cloth that Ogan Ilir gave."""
    form = GiftForm("Kain songket", "received", day.delegations[1], value=500_000)
    return replace(form, **more)  # type: ignore[arg-type]


def test_what_was_received_is_due_so_many_working_days_after_the_visit(day: Day) -> None:
    change_settings(day.office, replace(office_settings(day.office), gift_report_days=3))
    add_gift(day.office, day.visit, received(day))
    (line,) = list_gifts(day.office)
    assert line.due_on == add_working_days(date(2022, 9, 1), 3) == date(2022, 9, 6)
    assert (line.overdue, line.partner.id) == (False, "Pemerintah Kabupaten Ogan Ilir")


def test_an_old_gift_is_overdue_until_it_is_reported(day: Day) -> None:
    gift = add_gift(day.office, day.visit, received(day, on=date(2022, 3, 1)))
    assert list_gifts(day.office)[0].overdue
    report_gift(day.office, gift)
    (line,) = list_gifts(day.office)
    assert (line.overdue, line.reported_on) == (False, date(2022, 8, 26))


def test_what_was_given_is_never_reported(day: Day) -> None:
    gift = add_gift(day.office, day.visit, GiftForm("Wayang golek", value=350_000))
    assert list_gifts(day.office)[0].due_on is None
    with pytest.raises(RuleBroken):
        report_gift(day.office, gift)
    with pytest.raises(RuleBroken):
        edit_gift(day.office, gift, replace(gift_form(day.office, gift), reported_on=date.min))


@pytest.mark.parametrize("wrong", [{"what": " "}, {"count": 0}, {"value": -1}])
def test_a_gift_without_name_piece_or_worth_is_refused(day: Day, wrong: dict[str, object]) -> None:
    with pytest.raises(RuleBroken):
        add_gift(day.office, day.visit, received(day, **wrong))
    assert list_gifts(day.office) == []


def test_a_gift_is_exchanged_within_its_visit(day: Day) -> None:
    other = a_visit(day.office, "Kunjungan lain")
    with pytest.raises(RuleBroken):
        add_gift(day.office, other, received(day))


def test_a_gift_of_a_month_has_no_due_day_and_can_be_removed(office: Office) -> None:
    visit = a_visit(office, on="2022-12")
    gift = add_gift(office, visit, GiftForm("Plakat", "received"))
    assert list_gifts(office, visit_id=visit)[0].due_on is None
    remove_gift(office, gift)
    assert list_gifts(office) == []


def test_the_workbook_has_days_as_days_and_rupiah_as_numbers(day: Day, tmp_path: Path) -> None:
    add_gift(day.office, day.visit, received(day, what="=Kain", note="CONTOH"))
    file = write_gifts(list_gifts(day.office), tmp_path / "g.xlsx", "en")
    [sheet] = read_sheets(file)
    head, row = sheet.rows
    told = dict(zip(head, row, strict=True))
    assert told["Date"] == date(2022, 9, 1)
    assert (told["Value (rupiah)"], told["Item"]) == (500_000, "=Kain")
    assert told["Direction"] == "Received"
    with pytest.raises(RuleBroken):
        write_gifts([], tmp_path / "g.pdf")

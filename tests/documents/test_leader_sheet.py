"""A leader's day and week: one page, large type, nothing left out without a word."""

import re
from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.office.leader_agenda import AgendaDay, AgendaLine, LeaderSheet
from kunjungan.documents.office.leader_sheet import day_sheet, week_sheet
from kunjungan.domain.paper import Paper
from tests.documents.reading import page_size_mm, words

MONDAY = date(2022, 8, 29)
LINE = AgendaLine(
    "09.00 WIB s.d. selesai", "Menerima kunjungan", "", ("Tempat: Balai Kota", "Bersama: tamu")
)


def sheet(counts: list[int], **facts: object) -> LeaderSheet:
    days = tuple(
        AgendaDay(
            MONDAY + timedelta(days=number),
            f"Hari {number}",
            (),
            tuple(
                AgendaLine(LINE.hours, f"Acara {number}x{item}x", "", LINE.details)
                for item in range(count)
            ),
        )
        for number, count in enumerate(counts)
    )
    return LeaderSheet("AGENDA", "Senin, 29 Agustus 2022", days, "id", **facts)  # type: ignore[arg-type]


def pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages)


def shown_and_told(pdf: bytes) -> int:
    said = words(pdf)
    told = sum(int(count) for count in re.findall(r"\+?(\d+)\s+(?:acara )?lagi", said))
    return len(set(re.findall(r"Acara (\d+x\d+x)", said))) + told


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 60))
def test_a_day_shows_or_counts_every_item_on_one_page(count: int) -> None:
    pdf = day_sheet(sheet([count]))
    assert pages(pdf) == 1
    assert shown_and_told(pdf) == count


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(0, 25), min_size=5, max_size=7))
def test_a_week_shows_or_counts_every_item_on_one_page(counts: list[int]) -> None:
    pdf = week_sheet(sheet(counts))
    assert pages(pdf) == 1
    assert shown_and_told(pdf) == sum(counts)


def sizes(pdf: bytes) -> set[float]:
    with pikepdf.open(BytesIO(pdf)) as file:
        steps = pikepdf.parse_content_stream(file.pages[0], "Tf")
        return {float(str(step.operands[1])) for step in steps if len(step.operands) == 2}


def test_few_items_stand_in_larger_type_than_many() -> None:
    few, many = sizes(day_sheet(sheet([2]))), sizes(day_sheet(sheet([9])))
    assert 19.0 in few
    assert 19.0 not in many
    assert "lagi tidak muat" not in words(day_sheet(sheet([9])))


def test_a_day_without_items_says_so() -> None:
    assert "Tidak ada acara." in words(day_sheet(sheet([0])))


def test_what_is_tentative_says_so_in_words() -> None:
    day = AgendaDay(
        MONDAY, "Senin, 29", ("Hari libur",), (AgendaLine("09.00", "Acara", "tentatif"),)
    )
    said = words(day_sheet(LeaderSheet("AGENDA", "Senin", (day,), "id")))
    assert "Acara (tentatif)" in said
    assert "Hari libur" in said


@pytest.mark.parametrize("paper", list(Paper))
def test_a_day_is_upright_and_a_week_lies_on_its_side(paper: Paper) -> None:
    width, height = paper.size_mm
    day, week = sheet([1], paper=paper), sheet([1] * 5, paper=paper)
    assert page_size_mm(day_sheet(day)) == pytest.approx((width, height), abs=0.1)
    assert page_size_mm(week_sheet(week)) == pytest.approx((height, width), abs=0.1)


def test_a_week_turned_for_the_printer_says_the_same_on_upright_paper() -> None:
    week = sheet([2] * 5)
    turned = week_sheet(week, upright=True)
    assert page_size_mm(turned) == pytest.approx((210, 297), abs=0.1)
    assert shown_and_told(turned) == 10


def test_equal_sheets_are_equal_files() -> None:
    assert week_sheet(sheet([3] * 5)) == week_sheet(sheet([3] * 5))

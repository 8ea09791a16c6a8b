"""The travel sheets: who drives when over all delegations, then a sheet for each of them."""

from dataclasses import replace
from datetime import date, time

import pytest

from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Duty, TravelMeans, TravelWay
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.papers import make_day_paper
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.office import Office
from kunjungan.services.pack.contents import pack_of
from kunjungan.services.travel.changing import (
    JourneyForm,
    LodgingForm,
    add_journey,
    add_lodging,
)
from kunjungan.services.visiting.crew import AssignmentForm, assign
from tests.builders import a_region
from tests.day_case import Day, a_day
from tests.documents.reading import page_size_mm, words

ON = date(2022, 9, 1)
EVE = date(2022, 8, 31)


@pytest.fixture
def day(office: Office) -> Day:
    """Two delegations: one by plane with a night, the other by road in the morning."""
    made = a_day(office)
    body = a_region(made.office, "16.10", "Kepala")
    other = add_delegation(made.office, made.visit, DelegationForm(body.id))
    comes = JourneyForm(
        means=TravelMeans.PLANE, on=EVE, at=time(16, 20), number="CT 302", place="Bandara",
        people=18, pick_up_at=time(15, 30), vehicle="Bus 1", driver="Asep", met_by="Nani",
    )  # fmt: skip
    add_journey(made.office, made.delegation, comes)
    goes = replace(comes, way=TravelWay.DEPARTURE, on=ON, at=time(17), pick_up_at=time(15))
    add_journey(made.office, made.delegation, goes)
    add_lodging(made.office, made.delegation, LodgingForm("Hotel Contoh", on=EVE, until=ON))
    road = JourneyForm(on=ON, at=time(11), pick_up_at=time(10), vehicle="Bus 2", people=16)
    add_journey(made.office, other, road)
    assign(made.office, made.visit, AssignmentForm(Duty.DRIVER, name="Asep", phone="0800-7"))
    return made


def sheets(day: Day, **more: object) -> Made:
    wish = Wish(visit_id=day.visit)
    return make_day_paper(day.office, "travel", replace(wish, **more))  # type: ignore[arg-type]


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_the_first_page_says_who_drives_when_over_all_delegations(day: Day) -> None:
    made = sheets(day)
    assert made.pages == 3
    text = words(made.pdf)
    first = text[text.index("Rabu, 31 Agustus") : text.index("LEMBAR PERJALANAN")]
    assert in_order(first, "15.30", "Bus 1", "Kamis, 1 September", "10.00", "Bus 2", "15.00")
    assert "telp. 0800-7" in first, "the driver's telephone stands in the crew"


def test_a_sheet_has_coming_sleeping_and_going_in_the_order_of_time(day: Day) -> None:
    text = words(sheets(day, delegation_id=day.delegation).pdf)
    sheet = text[text.index("LEMBAR PERJALANAN") :]
    assert in_order(sheet, "Tiba, pesawat", "CT 302", "Menginap", "Hotel Contoh", "Pulang, pesawat")
    assert "Ogan Ilir" not in sheet


def test_the_sheets_are_set_in_the_language_and_on_the_paper_asked_for(day: Day) -> None:
    english = sheets(day, language="en", paper=Paper.A4)
    assert "Arrive by plane" in words(english.pdf)
    assert "Tiba" not in words(english.pdf)
    assert page_size_mm(english.pdf) == pytest.approx(Paper.A4.size_mm, abs=0.2)
    both = sheets(day, language="both")
    assert in_order(words(both.pdf), "Tiba, pesawat", "Arrive by plane")
    assert page_size_mm(sheets(day, paper=Paper.F4).pdf) == pytest.approx(Paper.F4.size_mm, abs=0.2)


def test_what_looks_wrong_is_warned_of_by_delegation(day: Day) -> None:
    late = JourneyForm(on=ON, at=time(9), pick_up_at=time(9, 30), vehicle="Bus 3")
    add_journey(day.office, day.delegation, late)
    (warned,) = sheets(day).warnings
    assert warned.who == "Pemerintah Kota Prabumulih"
    assert (warned.values["pick_up"], warned.values["at"]) == ("09.30", "09.00")


def test_only_what_a_page_says_makes_it_stale(day: Day) -> None:
    before = sheets(day).marks
    assert sheets(day).marks == before
    add_journey(day.office, day.delegation, JourneyForm(on=ON, note="Kursi roda"))
    after = sheets(day).marks
    assert [key for key in before if before[key] != after[key]] == ["2"]


def test_without_a_journey_nothing_is_printed_and_the_pack_does_not_tick_it(
    office: Office,
) -> None:
    bare = a_day(office)
    made = sheets(bare)
    assert (made.pages, made.blockers[0].message) == (
        0,
        "No journey or lodging is known yet. Enter them under Delegations.",
    )
    (item,) = pack_of(bare.office, bare.visit).named(["travel"])
    assert not item.usual
    add_lodging(bare.office, bare.delegation, LodgingForm("Hotel", on=ON))
    (item,) = pack_of(bare.office, bare.visit).named(["travel"])
    assert item.usual
    assert sheets(bare).pages == 1, "nobody drives, so there is only the sheet"

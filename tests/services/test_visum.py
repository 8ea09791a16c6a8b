"""Visum: only for the signed list, with true days, never signed in advance, on record."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.paper import Paper
from kunjungan.domain.visum_forms import FieldSpot, VisumField, shipped_forms
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.papers import make_day_paper
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.visum.calibrating import calibration_pdf
from kunjungan.services.visum.forms import (
    forms_of_visit,
    list_forms,
    own_forms,
    remove_form,
    save_form,
)
from kunjungan.services.visum.recording import (
    VisumBatch,
    VisumEntry,
    edit_visum,
    record_visums,
    remove_visums,
)
from kunjungan.services.visum.register import VisumLine, visum_register
from tests.day_case import Day, a_day
from tests.documents.reading import page_size_mm, words

ON = date(2022, 8, 24)
"""The visit is in the past of the tests' clock, so that a visum can be given."""


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office, ON.isoformat())


def record(day: Day, count: int, departed: date | None = ON) -> None:
    """Let guests sign the list and record their visum."""
    day.sign_in(*day.guests[:count])
    record_visums(
        day.office, day.visit, VisumBatch(day.guests[:count], day.host.head, ON, departed)
    )


def paper(day: Day, **asked: object) -> Made:
    wish = Wish(visit_id=day.visit, **{"paper": Paper.F4, **asked})  # type: ignore[arg-type]
    return make_day_paper(day.office, "visum", wish)


def lines(day: Day) -> list[VisumLine]:
    return visum_register(day.office, day.visit)


def test_a_visum_is_refused_for_whoever_is_not_on_the_signed_list(day: Day) -> None:
    day.sign_in(day.guests[0])
    with pytest.raises(RuleBroken, match="1 of those chosen are not on the signed"):
        record_visums(day.office, day.visit, VisumBatch(day.guests[:2], day.host.head, ON, ON))
    assert [line.id for line in lines(day)] == [None, None, None]


def test_who_is_struck_off_the_signed_list_gets_no_visum_printed(day: Day) -> None:
    record(day, 2)
    from kunjungan.services.delegations import mark_attendance  # noqa: PLC0415

    mark_attendance(day.office, [day.guests[0]], "absent")
    assert paper(day).pages == 1


def test_nobody_on_the_list_says_why_there_is_no_visum(day: Day) -> None:
    made = paper(day)
    assert (made.pages, len(made.blockers)) == (0, 1)


@pytest.mark.parametrize(
    ("arrived", "departed"),
    [(ON, date(2022, 8, 23)), (date(2022, 9, 1), None)],
)
def test_days_that_cannot_be_true_are_refused(
    day: Day, arrived: date, departed: date | None
) -> None:
    day.sign_in(*day.guests)
    with pytest.raises(RuleBroken):
        record_visums(
            day.office, day.visit, VisumBatch(day.guests, day.host.head, arrived, departed)
        )


def test_days_outside_the_visit_are_warned_of_in_register_and_paper(day: Day) -> None:
    day.sign_in(day.guests[0])
    late = date(2022, 8, 26)
    record_visums(day.office, day.visit, VisumBatch(day.guests[:1], day.host.head, late, late))
    assert len(lines(day)[0].doubts) == 2
    assert {each.who for each in paper(day).warnings} == {"Ridho Yahya"}


def test_a_visum_says_place_days_post_and_name_and_nothing_more(day: Day) -> None:
    record(day, 1)
    made = paper(day)
    said = words(made.pdf).strip()
    for each in ("Bandung", "Prabumulih", "24 Agustus 2022", "WALI KOTA BANDUNG", "YANA MULYANA"):
        assert each in said
    assert "Ridho" not in said
    with pikepdf.open(BytesIO(made.pdf)) as document:
        assert not [name for page in document.pages for name in page.get_images()]


def test_each_guest_gets_a_sheet_in_the_order_of_the_list(day: Day) -> None:
    record(day, 3)
    made = paper(day)
    assert made.pages == 3
    assert list(made.marks) == [str(line.id) for line in lines(day)]
    assert page_size_mm(made.pdf) == pytest.approx((215, 330), abs=0.1)


def test_without_a_departure_only_the_arrival_is_printed(day: Day) -> None:
    record(day, 1, departed=None)
    made = paper(day)
    assert words(made.pdf).count("24 Agustus 2022") == 1
    assert any("arrival" in each.message for each in made.warnings)


def test_a_visum_may_stand_on_a_label_that_is_still_free(day: Day) -> None:
    record(day, 2)
    made = paper(day, sheet="a4-14", first=14)
    assert made.pages == 2
    assert "Tiba di : Bandung" in words(made.pdf, 1, 1)
    with pytest.raises(RuleBroken):
        paper(day, sheet="no-such-sheet")


def test_the_form_follows_the_region_and_can_be_corrected(day: Day) -> None:
    record(day, 1)
    before = paper(day).marks
    form = next(each for each in shipped_forms() if each.slug == "general-f4")
    moved = replace(form, slug="", name=Bilingual("Prabumulih", ""), regions=("16.74",),
                    fields={VisumField.ARRIVED_AT: FieldSpot(60, 100, 50)})  # fmt: skip
    slug = save_form(day.office, moved)
    assert forms_of_visit(day.office, day.visit) == {slug: ("Pemkot Prabumulih",)}
    assert words(paper(day).pdf).strip() == "Bandung"
    assert paper(day).marks != before
    remove_form(day.office, slug)
    assert paper(day).marks == before
    with pytest.raises(NotFound):
        remove_form(day.office, slug)


def test_a_corrected_form_stands_for_the_shipped_one(day: Day) -> None:
    form = next(each for each in list_forms(day.office) if each.slug == "general-a4")
    save_form(day.office, replace(form, size=8))
    assert own_forms(day.office) == {"general-a4"}
    known = [each for each in list_forms(day.office) if each.slug == "general-a4"]
    assert [each.size for each in known] == [8]


def test_a_field_beyond_the_sheet_is_refused(day: Day) -> None:
    form = shipped_forms()[0]
    beyond = replace(form, fields={VisumField.LEFT_TO: FieldSpot(180, 90, 60)})
    with pytest.raises(RuleBroken, match="does not stand on a sheet"):
        save_form(day.office, beyond)


def test_the_calibration_page_names_every_field(day: Day) -> None:
    form = list_forms(day.office)[0]
    said = words(calibration_pdf(form))
    assert said.count("; ") == len(form.fields) + 1
    assert "Berangkat dari" in said


def test_a_correction_keeps_the_number_with_the_guest_and_marks_the_paper(day: Day) -> None:
    record(day, 1)
    (line, *_), before = lines(day), paper(day).marks
    assert line.id is not None
    entry = VisumEntry(day.host.head, ON, date(2022, 8, 25), "090/12/2022", version=line.version)
    edit_visum(day.office, line.id, entry)
    assert lines(day)[0].travel_order == "090/12/2022"
    assert paper(day).marks != before
    remove_visums(day.office, [line.id])
    assert lines(day)[0].id is None
    assert lines(day)[0].travel_order == "090/12/2022"
    undo(day.office)
    assert lines(day)[0].id == line.id


def test_whoever_does_not_serve_the_office_visited_signs_no_visum(day: Day) -> None:
    day.sign_in(day.guests[0])
    with pytest.raises(RuleBroken, match="Choose who signs"):
        record_visums(day.office, day.visit, VisumBatch(day.guests[:1], None, ON))

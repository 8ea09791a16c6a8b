"""What holds for every list and script: it can be archived, read in one language, made of A4."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pikepdf.pdfa import validate_written
from pypdf import PdfReader
from sqlmodel import select

from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Tongue
from kunjungan.services.day_papers import (
    attendance,
    catering,
    guest_book,
    mc,
    orders,
    room_setup,
    seating_sheet,
    signing,
)
from kunjungan.services.office import Office
from kunjungan.services.seating.plans import new_plan
from kunjungan.store.archive import Archive
from kunjungan.store.memory import open_memory
from kunjungan.store.tables import Attendee, Person
from tests.documents.reading import unembedded_fonts
from tests.services.sheets.case import Day, a_day, attendee_of, words

MAKERS = {
    "attendance": attendance.make,
    "catering": catering.make,
    "guest_book": guest_book.make,
    "mc_script": mc.mc_script,
    "cue_cards": mc.cue_cards,
    "receiving_line": orders.receiving_line,
    "photo_order": orders.photo_order,
    "room_setup": room_setup.make,
    "seating": seating_sheet.make,
    "signing_cards": signing.make,
}
LONG = "Raden Mas Haji Muhammad Kusumawardhana Prawiranegara Djojohadikusumo Wiraatmadja Contoh"


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """The day with a plan of its room, a long name and telephones; nobody changes it."""
    folder = tmp_path_factory.mktemp("sheets")
    store = open_memory(seed=True)
    office = Office(
        store,
        Archive(folder / "arsip"),
        folder,
        "Analis Protokol",
        today=lambda: date(2022, 8, 26),
        now=lambda: datetime(2022, 8, 26, 2, tzinfo=UTC),
    )
    day = a_day(office)
    new_plan(office, day.signing.visit, "signing-3", None)
    key = attendee_of(day, "Ridho Yahya")
    with store.change("Long name and telephones") as session:
        session.get_one(Person, session.get_one(Attendee, key).person_id).name = LONG
        for person in session.exec(select(Person)):
            person.phone = "0812-0000-0000"
    yield day
    store.close()


@pytest.mark.parametrize("slug", MAKERS)
def test_a_sheet_can_be_kept_for_good(planned: Day, slug: str) -> None:
    made = MAKERS[slug](planned.office, planned.wish())
    assert not unembedded_fonts(made.pdf)
    assert list(validate_written(BytesIO(made.pdf), "3b").findings) == []
    assert len(PdfReader(BytesIO(made.pdf)).pages) == made.pages


@pytest.mark.parametrize("slug", MAKERS)
@pytest.mark.parametrize("language", ["id", "en", "both"])
def test_a_sheet_is_made_in_each_language_and_the_same_twice(
    planned: Day, slug: str, language: Tongue
) -> None:
    one, two = (MAKERS[slug](planned.office, planned.wish(language)) for _ in range(2))
    assert one.pages > 0
    assert one == two
    assert not one.blockers


@pytest.mark.parametrize("slug", MAKERS)
def test_nothing_says_that_a_name_is_to_come_and_nothing_shows_a_telephone(
    planned: Day, slug: str
) -> None:
    said = words(MAKERS[slug](planned.office, planned.wish()))
    assert "menyusul" not in said
    assert "0812" not in said


@pytest.mark.parametrize("slug", sorted(MAKERS))
def test_a_very_long_name_stands_whole_or_is_told(planned: Day, slug: str) -> None:
    made = MAKERS[slug](planned.office, planned.wish("id", Paper.A4))
    said = words(made)
    whole = all(part in said for part in LONG.split())
    told = any(warned.values.get("name") == LONG for warned in made.warnings)
    assert whole or told or slug in {"catering", "room_setup"}  # these name nobody


@pytest.mark.parametrize("paper", list(Paper))
def test_every_page_of_a_sheet_has_its_papers_size(planned: Day, paper: Paper) -> None:
    for make in MAKERS.values():
        made = make(planned.office, planned.wish("id", paper))
        for page in PdfReader(BytesIO(made.pdf)).pages:
            sides = sorted(float(side) / 72 * 25.4 for side in page.mediabox[2:])
            assert sides == pytest.approx(sorted(paper.size_mm), abs=0.1)

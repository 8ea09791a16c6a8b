"""Letters about visits: states, parts of a text, and days that cannot be."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import long_date, weekday
from kunjungan.domain.visit_letters import (
    LetterCourse,
    LetterState,
    Passage,
    Row,
    composed,
    in_tongue,
    letter_parts,
    names_another_day,
    names_another_hour,
    wrong_days,
)

SENT, DUE = date(2022, 8, 12), date(2022, 8, 25)
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("course", "today", "state"),
    [
        (LetterCourse(), SENT, LetterState.DRAFT),
        (LetterCourse(SENT), SENT, LetterState.SENT),
        (LetterCourse(SENT, DUE), DUE, LetterState.DUE),
        (LetterCourse(SENT, DUE), DUE + timedelta(days=1), LetterState.OVERDUE),
        (LetterCourse(SENT, DUE, DUE), DUE + timedelta(days=9), LetterState.ANSWERED),
        (LetterCourse(None, DUE), DUE + timedelta(days=9), LetterState.DRAFT),
    ],
)
def test_a_letter_stands_by_its_days(course: LetterCourse, today: date, state: LetterState) -> None:
    assert course.state(today) is state


def test_a_moved_visit_asks_for_a_sent_letter_again_and_calls_a_draft_stale() -> None:
    assert LetterCourse(SENT, DUE, DUE).state(DUE, moved=True) is LetterState.RESEND
    assert LetterCourse().state(DUE, moved=True) is LetterState.STALE
    assert LetterCourse().state(DUE) is LetterState.DRAFT


def test_a_passage_is_said_only_where_all_it_needs_is_known() -> None:
    passages = [
        Passage(Bilingual("Nomor {letter}", "No. {letter}"), needs=frozenset({"letter"})),
        Passage(Bilingual("Permohonan", "Request"), without=frozenset({"letter"})),
        Passage(Bilingual("Terima kasih.", "Thank you.")),
    ]
    known = composed(passages, {"letter": Bilingual("005/1", "005/1")})
    unknown = composed(passages, {"letter": Bilingual("", "")})
    assert known == Bilingual("Nomor 005/1\n\nTerima kasih.", "No. 005/1\n\nThank you.")
    assert unknown == Bilingual("Permohonan\n\nTerima kasih.", "Request\n\nThank you.")


def test_labels_lists_and_paragraphs_are_told_apart() -> None:
    text = "Dengan hormat,\nkami\n\nhari : Kamis\ntempat : Balai Kota\n\n1. Senin\n2. Selasa"
    assert list(letter_parts(text)) == [
        ("Dengan hormat, kami", False),
        ((Row("hari", "Kamis"), Row("tempat", "Balai Kota")), True),
        ((Row("1.", "Senin"), Row("2.", "Selasa")), False),
    ]


@given(st.text())
def test_no_word_of_a_letter_is_lost_in_its_parts(body: str) -> None:
    said = ""
    for part, _ in letter_parts(body):
        said += part if isinstance(part, str) else "".join(row.label + row.text for row in part)
    assert "".join(said.split()).replace(":", "") == "".join(body.split()).replace(":", "")


@given(DAYS)
def test_a_day_as_the_program_writes_it_is_never_wrong(day: date) -> None:
    name, on = weekday(day), long_date(day)
    text = Bilingual(f"pada {name.id}, {on.id} di", f"on {name.en}, {on.en} at")
    assert wrong_days(text) == []


@given(DAYS, st.integers(1, 6))
def test_a_wrong_weekday_is_found_in_either_language(day: date, off: int) -> None:
    other, on = weekday(day + timedelta(days=off)), long_date(day)
    assert wrong_days(Bilingual(f"pada {other.id}, {on.id} di", ""))
    assert wrong_days(Bilingual("", f"on {other.en}, {on.en} at"))


def test_a_letter_names_another_day_only_when_it_names_days_to_come() -> None:
    text = Bilingual("surat tanggal 9 Agustus 2022, pada Kamis, 1 September 2022", "")
    assert names_another_day(text, SENT, date(2022, 9, 8))
    assert not names_another_day(text, SENT, date(2022, 9, 1))
    only_past = Bilingual("surat tanggal 9 Agustus 2022", "")
    assert not names_another_day(only_past, SENT, date(2022, 9, 8))


def test_a_moved_hour_is_seen_where_the_text_names_hours() -> None:
    text = Bilingual("pukul : 09.00–11.30 WIB", "")  # noqa: RUF001
    assert names_another_hour(text, time(10))
    assert not names_another_hour(text, time(9))
    assert not names_another_hour(Bilingual("Nomor 09.00/2022", ""), time(10))
    assert not names_another_hour(Bilingual("pukul 09.00 WIB s.d. selesai", ""), time(9))


def test_only_the_printed_languages_of_a_letter_count() -> None:
    text = Bilingual("satu", "one")
    assert in_tongue("id", text) == Bilingual("satu", "")
    assert in_tongue("en", text) == Bilingual("", "one")
    assert in_tongue("both", text) == text

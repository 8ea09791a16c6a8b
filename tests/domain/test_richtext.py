import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.richtext import Span, fields_in, plain, rich


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("biasa", (Span("biasa"),)),
        ("", ()),
        ("**PARA PIHAK** sepakat", (Span("PARA PIHAK", bold=True), Span(" sepakat"))),
        (
            "istilah __e-government__.",
            (Span("istilah "), Span("e-government", italic=True), Span(".")),
        ),
        (
            "**tebal __miring__**",
            (Span("tebal ", bold=True), Span("miring", bold=True, italic=True)),
        ),
        ("**__x__**", (Span("x", bold=True, italic=True),)),
        ("__**x**__", (Span("x", bold=True, italic=True),)),
        ("**a** dan **b**", (Span("a", bold=True), Span(" dan "), Span("b", bold=True))),
    ],
)
def test_closed_marks_become_faces(text: str, spans: tuple[Span, ...]) -> None:
    assert rich(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "**tidak ditutup",
        "tidak dibuka**",
        "2 ** 3 ** 4",
        "nomor ________ tahun ____",
        "nama_berkas__lama__2022",
        "****",
        "__init",
        "100%",
        "{tidak dikenal}",
        "{x",
    ],
)
def test_what_is_no_mark_is_printed_as_typed(text: str) -> None:
    assert rich(text) == (Span(text),)


def test_known_fields_are_replaced_and_unknown_ones_stay() -> None:
    text = "{party.one} dan {party.two} pada {tanggal}"
    spans = rich(text, {"party.one": "PIHAK KESATU", "tanggal": "1 September 2022"})
    assert plain(spans) == "PIHAK KESATU dan {party.two} pada 1 September 2022"


def test_a_field_keeps_the_face_it_stands_in() -> None:
    assert rich("**{a}**", {"a": "x"}) == (Span("x", bold=True),)


def test_a_value_is_never_read_for_marks_or_fields() -> None:
    assert rich("{a}", {"a": "**x** {b}", "b": "y"}) == (Span("**x** {b}"),)


@given(st.text(st.characters(exclude_characters="*_{}")))
def test_words_without_marks_come_out_verbatim(text: str) -> None:
    assert plain(rich(text)) == text


@given(st.text("ab *_{}.", max_size=40))
def test_marks_are_dropped_in_pairs_and_nothing_else_is_lost(text: str) -> None:
    shown = plain(rich(text))
    dropped = len(text) - len(shown)
    assert dropped % 4 == 0
    assert shown.replace("*", "").replace("_", "") == text.replace("*", "").replace("_", "")


def test_fields_are_listed_once_and_in_order() -> None:
    assert fields_in("{b} {a.c} {b} {Tidak} {1x}") == ("b", "a.c")

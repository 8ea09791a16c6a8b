"""Marks of bold and italic survive being cut and joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.marking import join_marked, marked, split_marked, without_marks
from kunjungan.domain.richtext import Span, plain, rich

WORDS = st.text("ab c", min_size=1, max_size=6)
SPANS = st.lists(st.builds(Span, WORDS, st.booleans(), st.booleans()), max_size=8)


def faces(text: str) -> list[tuple[str, bool, bool]]:
    """Each word with its face, whatever the spaces between have."""
    return [(word, one.bold, one.italic) for one in rich(text) for word in one.text.split()]


@pytest.mark.parametrize(
    ("text", "at", "parts"),
    [
        ("satu dua", 4, ("satu", "dua")),
        ("satu dua", 5, ("satu", "dua")),
        ("**satu dua** tiga", 6, ("**satu**", "**dua** tiga")),
        ("**satu __dua tiga__**", 12, ("**satu __dua__**", "**__tiga__**")),
        ("satu {party1.name} dua", 9, ("satu", "{party1.name} dua")),
        ("satu", 0, ("", "satu")),
        ("satu", 99, ("satu", "")),
        ("harga ____ rupiah", 10, ("harga ____", "rupiah")),
    ],
)
def test_a_text_is_cut_without_breaking_a_mark_or_a_field(
    text: str, at: int, parts: tuple[str, str]
) -> None:
    assert split_marked(text, at) == parts


@given(SPANS, st.integers(0, 40))
def test_joining_what_was_cut_between_words_is_the_text_again(spans: list[Span], at: int) -> None:
    text = marked(spans).strip()
    left, right = split_marked(text, at)
    joined = join_marked(left, right)
    assert plain(rich(joined)).replace(" ", "") == plain(rich(text)).replace(" ", "")
    if " " not in text or not left or not right:
        return
    again = split_marked(joined, len(left) if joined.startswith(left) else 0)
    assert joined == join_marked(*again)


@given(st.lists(st.sampled_from(["satu", "**dua**", "__tiga__", "{kind}", "**__empat__**"]),
                min_size=1, max_size=9), st.data())  # fmt: skip
def test_a_cut_at_a_space_is_undone_by_joining(words: list[str], data: st.DataObject) -> None:
    text = marked(rich(" ".join(words)))
    places = [place for place, letter in enumerate(text) if letter == " "]
    at = data.draw(st.sampled_from([*places, len(text)]))
    assert faces(join_marked(*split_marked(text, at))) == faces(text)


@given(SPANS)
def test_marks_never_lose_a_letter(spans: list[Span]) -> None:
    assert plain(rich(marked(spans))) == "".join(span.text for span in spans)


@given(st.text())
def test_any_text_is_cut_and_joined_without_losing_a_letter(text: str) -> None:
    left, right = split_marked(text, len(text) // 2)
    kept = without_marks(left) + without_marks(right)
    assert "".join(kept.split()) == "".join(without_marks(text).split())


def test_a_face_that_goes_on_is_not_closed_where_two_texts_meet() -> None:
    assert join_marked("satu **dua**", "**tiga** empat") == "satu **dua tiga** empat"
    assert join_marked("satu **dua**", "__tiga__") == "satu **dua** __tiga__"
    assert join_marked("", "dua") == "dua"

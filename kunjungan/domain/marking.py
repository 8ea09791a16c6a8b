"""Writes the marks of bold and italic: round runs of text, and where a text is cut or joined."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from kunjungan.domain.richtext import FIELD, Span, rich


def marked(spans: Iterable[Span]) -> str:
    """Return runs of text as they are typed, with marks round what is bold or italic.

    Spaces at the edge of a run stand outside its marks. A face is left away where marks cannot
    say it: a slanted part of a word, or words that hold marks themselves.
    """
    return "".join(
        _wrapped(_slanted(run), "**") if bold else _slanted(run)
        for bold, run in groupby(spans, key=lambda span: span.bold)
    )


def split_marked(text: str, at: int) -> tuple[str, str]:
    """Return both parts of a typed text, cut at a place; white at the cut is dropped.

    A face that goes on beyond the cut is closed before it and opened again behind it; a field is
    never cut.
    """
    at = _outside_fields(text, max(0, min(at, len(text))))
    pieces = list(_pieces(text))
    return _part(text, pieces, 0, at).rstrip(), _part(text, pieces, at, len(text)).lstrip()


def join_marked(left: str, right: str) -> str:
    """Return two typed texts as one, a space between them; a face that goes on is not closed.

    >>> join_marked("sesuai **hukum**", "**nasional**")
    'sesuai **hukum nasional**'
    """
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return left or right
    one, two = rich(left), rich(right)
    bold = one[-1].bold and two[0].bold
    italic = one[-1].italic and two[0].italic
    if not bold and not italic:
        return f"{left} {right}"
    return marked([*one, Span(" ", bold, italic), *two])


def without_marks(text: str) -> str:
    """Return a typed text without the marks of bold and italic, its fields as they are."""
    return "".join(span.text for span in rich(text))


def _pieces(text: str) -> Iterator[tuple[int, Span]]:
    """Yield the runs of a typed text, each with the place in it where its letters begin."""
    at = 0
    for span in rich(text):
        start = text.index(span.text, at)
        at = start + len(span.text)
        yield start, span


def _part(text: str, pieces: Iterable[tuple[int, Span]], start: int, stop: int) -> str:
    """Return a part of a typed text: as it was typed, unless that would leave a mark open."""
    spans = [
        replace(span, text=part)
        for place, span in pieces
        if (part := span.text[max(start - place, 0) : max(stop - place, 0)])
    ]
    typed = text[start:stop]
    return typed if _merged(rich(typed)) == _merged(spans) else marked(spans)


def _merged(spans: Iterable[Span]) -> list[tuple[bool, bool, str]]:
    return [
        (*face, "".join(span.text for span in same))
        for face, same in groupby(spans, key=lambda span: (span.bold, span.italic))
    ]


def _outside_fields(text: str, at: int) -> int:
    inside = (found for found in FIELD.finditer(text) if found.start() < at < found.end())
    return next((found.start() for found in inside), at)


def _slanted(run: Iterable[Span]) -> str:
    """Return one run of bold or upright text with marks round its slanted parts."""
    parts = [(italic, text) for _, italic, text in _merged(run)]
    around = ["", *(text for _, text in parts), ""]
    return "".join(
        _wrapped(text, "__", around[place][-1:], around[place + 2][:1]) if italic else text
        for place, (italic, text) in enumerate(parts)
    )


def _wrapped(text: str, mark: str, before: str = "", after: str = "") -> str:
    """Return a text in marks, white at its edges outside; as it is where they would not be read."""
    words = text.strip()
    lead, _, trail = text.partition(words) if words else (text, "", "")
    own = mark[0]
    if not words or mark in words or words.startswith(own) or words.endswith(own):
        return text
    if mark == "__" and (_in_word(before, lead) or _in_word(after, trail)):
        return text
    return f"{lead}{mark}{words}{mark}{trail}"


def _in_word(neighbour: str, white: str) -> bool:
    return not white and (neighbour.isalnum() or neighbour == "_")

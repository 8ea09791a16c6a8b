"""The office's letters about visits: how each stands, what its text is made of, what it names.

The parts of a letter are those of Permendagri 1/2023; which sentences it says is office practice:
the texts in ``resources/letters``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.date_claims import DateClaim, date_claims
from kunjungan.domain.date_words import clock
from kunjungan.domain.visit_words import Tongue

_FACT = re.compile(r"(?P<label>[^:\n]{1,40}?)\s*:\s+(?P<value>.+)")
_ITEM = re.compile(r"(?P<mark>\d{1,2}\.|[a-z]\.|[-–•])\s+(?P<text>.+)")  # noqa: RUF001 - a dash
_HOUR = re.compile(
    r"\b(\d{2}\.\d{2})(?:\N{EN DASH}\d{2}\.\d{2})? (?:WIB|WITA|WIT|waktu setempat|local time)\b"
)
_BLANK = re.compile(r"\n\s*\n")


class LetterState(StrEnum):
    """How a letter stands; ``RESEND`` is one whose visit was moved after it had been sent.

    ``STALE`` is one that was not sent yet and names another day than the visit has now.
    """

    DRAFT = "draft"
    STALE = "stale"
    SENT = "sent"
    DUE = "due"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    RESEND = "resend"


OPEN_STATES = frozenset({LetterState.DUE, LetterState.OVERDUE, LetterState.RESEND})
"""The states of letters that still ask something of somebody."""


@dataclass(frozen=True, slots=True)
class LetterCourse:
    """The days of a letter's way."""

    sent_on: date | None = None
    answer_by: date | None = None
    answered_on: date | None = None

    def state(self, today: date, *, moved: bool = False) -> LetterState:
        """Return how it stands; ``moved`` when it names another day than its visit has now."""
        if self.sent_on is None:
            return LetterState.STALE if moved else LetterState.DRAFT
        if moved:
            return LetterState.RESEND
        if self.answered_on is not None:
            return LetterState.ANSWERED
        if self.answer_by is None:
            return LetterState.SENT
        return LetterState.OVERDUE if self.answer_by < today else LetterState.DUE


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a text to start from, said where all it needs is known and nothing else.

    ``needs`` and ``without`` are names of values.
    """

    text: Bilingual
    needs: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


def composed(passages: Iterable[Passage], values: Mapping[str, Bilingual]) -> Bilingual:
    """Return the text of a new letter: paragraphs with an empty line between them."""
    known = {name for name, value in values.items() if value.id}
    said = [
        passage.text.filled(**values)
        for passage in passages
        if passage.needs <= known and not passage.without & known
    ]
    return Bilingual("\n\n".join(each.id for each in said), "\n\n".join(each.en for each in said))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a letter with its own edge: a label and its value, or a mark and its words."""

    label: str
    text: str


Part = str | tuple[Row, ...]
"""A paragraph, or lines of ``label : value``, or of a list."""


def letter_parts(body: str) -> Iterator[tuple[Part, bool]]:
    """Yield the parts of a letter's text; True with lines of labels, whose colons stand in line.

    >>> next(letter_parts("pukul : 09.00 WIB"))
    ((Row(label='pukul', text='09.00 WIB'),), True)
    """
    for block in _BLANK.split(body.strip()):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        facts, items = _rows(lines, _FACT, "label"), _rows(lines, _ITEM, "mark")
        if items:
            yield items, False
        elif facts:
            yield facts, True
        elif lines:
            yield " ".join(lines), False


def wrong_days(text: Bilingual) -> list[DateClaim]:
    """Return the dates of a text that cannot be: a wrong weekday, a day that no month has."""
    return [claim for claim in _claims(text) if claim.fault]


def in_tongue(tongue: Tongue, text: Bilingual) -> Bilingual:
    """Return the sides of a text that a letter is printed in; the other is empty."""
    return Bilingual(text.id if tongue != "en" else "", text.en if tongue != "id" else "")


def names_another_hour(text: Bilingual, starts_at: time) -> bool:
    """Say whether a text names hours with their zone, and none of them begins at ``starts_at``."""
    named = {hour for side in (text.id, text.en) for hour in _HOUR.findall(side)}
    return bool(named) and clock(starts_at) not in named


def names_another_day(text: Bilingual, since: date, day: date) -> bool:
    """Say whether a text names days from ``since`` on, and ``day`` is none of them."""
    named = {claim.day for claim in _claims(text) if claim.day and claim.day >= since}
    return bool(named) and day not in named


def _claims(text: Bilingual) -> Iterator[DateClaim]:
    languages: tuple[Language, Language] = ("id", "en")
    for language in languages:
        yield from date_claims(text.side(language), language)


def _rows(lines: list[str], form: re.Pattern[str], name: str) -> tuple[Row, ...]:
    """Return lines as rows where every one has the form."""
    found = [form.fullmatch(line) for line in lines]
    if not all(found):
        return ()
    values = "value" if name == "label" else "text"
    return tuple(Row(match[name], match[values]) for match in found if match)

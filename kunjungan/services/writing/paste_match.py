"""Finds the rows of a text that what is pasted belongs to, for one of its languages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from kunjungan.domain.aligning import matches
from kunjungan.domain.clause_marks import marks
from kunjungan.domain.clauses import Level
from kunjungan.domain.pasting import PastedRow
from kunjungan.domain.shape import HEADINGS
from kunjungan.services.clauses import Column
from kunjungan.services.writing.paste_plan import Action, PlannedRow
from kunjungan.store.tables import Clause

Pairs = Sequence[tuple[int | None, int | None]]
"""Places of a row that stands there and of a pasted one; None where one has no partner."""
_SIDES: tuple[Column, ...] = ("id", "en", "third")


def one_language(
    stored: Sequence[Clause], pasted: Sequence[PastedRow], side: Column, after: UUID | None
) -> list[PlannedRow]:
    """Return rows for one column: beside those that stand there, or new ones."""
    wanted = [row for row in pasted if not row.apart]
    known = [row for row in stored if _said_elsewhere(row, side)]
    pairs = _partners(known, stored, wanted, after) if known else []
    matched = [
        (known[one], wanted[two]) for one, two in pairs if one is not None and two is not None
    ]
    gaps = sum(not text_in(row, side).strip() for row, _ in matched)
    apart = [_in_column(row, side, "skip") for row in pasted if row.apart]
    if not matched or (side == "id" and gaps * 2 < len(wanted)):
        return [*apart, *(_in_column(row, side, "add") for row in wanted)]
    return [*apart, *_beside(pairs, known, wanted, side)]


def _partners(
    known: Sequence[Clause],
    stored: Sequence[Clause],
    wanted: Sequence[PastedRow],
    after: UUID | None,
) -> Pairs:
    """Return which pasted row belongs to which that stands there, as places of both.

    A piece without headings belongs into the article one is in; without numbers, it is taken row
    by row from the one one is in.
    """
    if any(row.level in HEADINGS for row in wanted):
        return matches(_as_pasted(known, stored), wanted)
    inside = _section_of(known, stored, after)
    if not any(row.number for row in wanted):
        here = next((n for n in inside if known[n].id == after), inside.start)
        inside = range(here, inside.stop)
        count = min(len(inside), len(wanted))
        return [
            *((inside.start + n, n) for n in range(count)),
            *((None, n) for n in range(count, len(wanted))),
        ]
    section = _as_pasted([known[n] for n in inside], stored)
    head = 1 if section and section[0].level in HEADINGS else 0
    return [
        (one + inside.start + head if one is not None else None, two)
        for one, two in matches(section[head:], wanted)
    ]


def _section_of(known: Sequence[Clause], stored: Sequence[Clause], after: UUID | None) -> range:
    """Return the places of the rows in the article or annex of a row."""
    here = next((at for at, row in enumerate(stored) if row.id == after), 0)
    before = {row.id for row in stored[: here + 1]}
    heads = [n for n, row in enumerate(known) if row.level in HEADINGS]
    start = max((n for n in heads if known[n].id in before), default=0)
    return range(start, min((n for n in heads if n > start), default=len(known)))


def _as_pasted(rows: Sequence[Clause], stored: Sequence[Clause]) -> list[PastedRow]:
    counts = dict(
        zip((row.id for row in stored), marks([row.level for row in stored]), strict=True)
    )
    return [
        PastedRow(row.level, row.text_id or row.text_en, mark.count if mark else 0)
        for row in rows
        for mark in (counts[row.id],)
    ]


def _beside(
    pairs: Pairs,
    known: Sequence[Clause],
    wanted: Sequence[PastedRow],
    side: Column,
) -> Iterator[PlannedRow]:
    for one, two in _in_reach(pairs, known):
        row = known[one] if one is not None else None
        new = wanted[two] if two is not None else None
        if row is None:
            if new is not None:
                yield _in_column(new, side, "add")
            continue
        planned = PlannedRow(
            "missing", row.level, row.text_id, row.text_en, row.text_third, row.id,
            version=row.version,
        )  # fmt: skip
        if new is not None:
            old = text_in(row, side)
            action: Action = "same" if old == new.text else "replace" if old.strip() else "fill"
            planned = replace(_written(planned, side, new.text), action=action)
        if new is not None or not text_in(row, side).strip():
            yield planned


def _in_reach(pairs: Pairs, known: Sequence[Clause]) -> Pairs:
    """Return the pairs of the articles that were pasted: those before and behind are not missing.

    Of a whole text, from its opening or first article on, each that has no partner is.
    """
    places = [n for n, (one, two) in enumerate(pairs) if one is not None and two is not None]
    articles = sum(
        known[one].level is Level.ARTICLE
        for one, two in pairs
        if one is not None and two is not None
    )
    whole = articles > 2
    first = 0 if whole else places[0]
    last = len(pairs) if whole else places[-1] + 1
    return [pair for n, pair in enumerate(pairs) if first <= n < last or pair[1] is not None]


def _in_column(row: PastedRow, side: Column, action: Action) -> PlannedRow:
    planned = PlannedRow(action, row.level, written_mark=row.mark)
    return _written(planned, side, row.text)


def _written(row: PlannedRow, side: Column, text: str) -> PlannedRow:
    if side == "id":
        return replace(row, text_id=text)
    return replace(row, text_en=text) if side == "en" else replace(row, text_third=text)


def _said_elsewhere(row: Clause, side: Column) -> bool:
    """Say whether a row has words in another column than the one that is pasted into."""
    return any(text_in(row, other).strip() for other in _SIDES if other != side)


def text_in(row: Clause, side: Column) -> str:
    """Return what a row says in one column."""
    text: str = getattr(row, f"text_{side}")
    return text

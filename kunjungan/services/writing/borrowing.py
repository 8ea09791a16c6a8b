"""Rows from elsewhere: the standard clauses of a kind, and the text of another agreement."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import Level
from kunjungan.domain.shape import HEADINGS, rows_under
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import agreement_facts
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.agreement_names import references
from kunjungan.services.agreement_template import template_clauses
from kunjungan.services.clauses import anchor_of, clause_rows
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft
from kunjungan.services.rows import found
from kunjungan.services.writing.row_places import ranks_at, row_at
from kunjungan.store.tables import Agreement, Clause


@dataclass(frozen=True, slots=True)
class BorrowedRow:
    """A row that may be taken over, with the number that it has where it stands.

    ``rendered`` and ``rendered_third`` keep what its translations render, so that one that was to
    be reviewed still is.
    """

    level: Level
    marker: Bilingual
    text: Bilingual
    third: str = ""
    key: str = ""
    anchor: str = ""
    rendered: str = ""
    rendered_third: str = ""


@dataclass(frozen=True, slots=True)
class Lendable:
    """An agreement whose text may be copied from, by what people call it."""

    id: UUID
    kind: AgreementKind
    reference: str
    subject: Bilingual
    parties: tuple[str, ...]
    numbers: tuple[str, ...]


def standard_rows(
    office: Office, agreement_id: UUID, kind: AgreementKind | None = None
) -> list[BorrowedRow]:
    """Return the standard text of a kind (None: its own) as this agreement would have it."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        facts = agreement_facts(session, row)
        clauses = template_clauses(
            row.id,
            kind or row.kind,
            len(facts.parties),
            layout=row.layout,
            foreign=facts.foreign,
        )
    return _borrowed(list(clauses))


def rows_of(office: Office, agreement_id: UUID, *, into: UUID) -> list[BorrowedRow]:
    """Return the text of an agreement to take rows from into another one.

    What it says in a third language comes along only where that is the other's, too.
    """
    with office.store.read() as session:
        own, other = found(session, Agreement, into), found(session, Agreement, agreement_id)
        rows = _borrowed(clause_rows(session, agreement_id))
        if own.third_language == other.third_language:
            return rows
    return [replace(row, third="", rendered_third="") for row in rows]


def lendable(office: Office, agreement_id: UUID) -> list[Lendable]:
    """Return the other agreements that have a text, the latest signing first."""
    with office.store.read() as session:
        written = set(session.exec(select(Clause.agreement_id).distinct()))
    named = references(office)
    return [
        Lendable(
            line.id, line.kind, named.get(line.id, ""), line.subject, line.parties, line.numbers
        )
        for line in list_agreements(office)
        if line.id in written and line.id != agreement_id
    ]


def insert_rows(
    office: Office, agreement_id: UUID, rows: Sequence[BorrowedRow], *, after: UUID | None
) -> list[UUID]:
    """Put rows behind another one (None: at the top) in one step, and return their ids.

    An article comes behind the whole article that the other row stands in. References among the
    rows keep leading to each other, also when a row is taken twice.
    """
    with office.store.change(later("Insert clauses")) as session:
        open_draft(session, agreement_id)
        there = clause_rows(session, agreement_id)
        at = 0
        if after is not None:
            before = row_at(session, agreement_id, after)
            at = _behind([row.level for row in there], before, rows[0].level if rows else None)
        keys = {row.key for row in there}
        new = [_clause(agreement_id, row, keys) for row in rows]
        _part_anchors(there, new)
        for row, rank in zip(new, ranks_at(there, at, len(new)), strict=True):
            row.rank = rank
        session.add_all(new)
    return [row.id for row in new]


def _behind(levels: Sequence[Level], at: int, first: Level | None) -> int:
    """Return where rows that begin with a level stand behind the row at a place."""
    if first in HEADINGS:
        for head in range(at, -1, -1):
            end = head + 1 + rows_under(levels, head)
            if levels[head] is first:
                return max(end, at + 1)
    return at + 1


def _clause(agreement_id: UUID, row: BorrowedRow, taken: Collection[str | None]) -> Clause:
    """Return a row to be added; a key that the text has already is left to the row that has it."""
    return Clause(
        agreement_id=agreement_id,
        rank="",
        level=row.level,
        key=row.key if row.key and row.key not in taken else None,
        text_id=row.text.id,
        text_en=row.text.en,
        text_third=row.third,
        rendered=row.rendered,
        rendered_third=row.rendered_third,
        anchor=row.anchor,
    )


def _part_anchors(there: Sequence[Clause], new: Sequence[Clause]) -> None:
    """Give a row whose anchor is taken another one, and let the new rows refer to it by that."""
    taken = {anchor_of(row.id, row.anchor) for row in there}
    moved: dict[str, str] = {}
    for row in new:
        if row.anchor in taken:
            moved[row.anchor] = anchor_of(row.id, "")
            row.anchor = ""
    for row in new if moved else ():
        for name in ("text_id", "text_en", "text_third"):
            setattr(row, name, _refer(getattr(row, name), moved))


def _refer(text: str, moved: dict[str, str]) -> str:
    for old, now in moved.items():
        text = text.replace(f"{{ref:{old}}}", f"{{ref:{now}}}")
    return text


def _borrowed(rows: Sequence[Clause]) -> list[BorrowedRow]:
    marks = markers([row.level for row in rows])
    return [
        BorrowedRow(
            row.level,
            mark,
            Bilingual(row.text_id, row.text_en),
            row.text_third,
            row.key or "",
            anchor_of(row.id, row.anchor),
            row.rendered,
            row.rendered_third,
        )
        for row, mark in zip(rows, marks, strict=True)
    ]

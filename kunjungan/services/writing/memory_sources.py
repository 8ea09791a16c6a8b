"""Reads what the translation memory remembers: the latest agreements, then the standard texts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from kunjungan.domain.cross_references import PREFIX, Signposts
from kunjungan.domain.spots import spots
from kunjungan.services.agreement_template import standard_texts
from kunjungan.services.clauses import anchor_of, is_stale
from kunjungan.services.writing.memory_pairs import Pair, Source
from kunjungan.store.tables import Agreement, Clause, Institution, Party

MOST_AGREEMENTS = 300
"""The latest agreements are asked, so many of them."""

State = tuple[object, ...]
"""What changes whenever the texts that are remembered do."""


def state_of(session: Session, agreement_id: UUID) -> State:
    """Return counts and sums of versions of all that is remembered for an agreement."""
    found: list[object] = [agreement_id]
    for table in (Clause, Agreement, Party, Institution):
        query = sa.select(sa.func.count(), sa.func.sum(col(table.version)))
        if table is Clause:
            length = sa.func.sum(sa.func.length(col(Clause.text_en)))
            query = query.add_columns(length).where(col(Clause.agreement_id) != agreement_id)
        found += session.connection().execute(query.select_from(table)).one()
    return tuple(found)


def earlier(session: Session, agreement_id: UUID) -> Iterator[Pair]:
    """Yield the pairs of the other agreements, those of the latest first."""
    connection = session.connection()
    columns = (Agreement.id, Agreement.kind, Agreement.reference)
    latest = sa.select(*(col(each) for each in columns))
    others = latest.where(col(Agreement.id) != agreement_id)
    order = (col(Agreement.signing_on).desc(), col(Agreement.reference).desc())
    for row in connection.execute(others.order_by(*order).limit(MOST_AGREEMENTS)).all():
        partner = connection.scalar(_partner(row.id)) or ""
        source = Source(row.kind, partner=partner, reference=row.reference, agreement_id=row.id)
        yield from _pairs(connection.execute(_rows(row.id)).all(), source)


def _pairs(rows: Sequence[Any], source: Source) -> Iterator[Pair]:
    """Yield the usable rows of an agreement with their places in it: ``Pasal 3 ayat (2)``."""
    levels = [row.level for row in rows]
    posts = None
    if any(PREFIX in row.text_en for row in rows):
        posts = Signposts(levels, [anchor_of(row.id, row.anchor) for row in rows])
    for at, (row, spot) in enumerate(zip(rows, spots(levels), strict=True)):
        if _usable(row.text_id, row.text_en, row.rendered):
            said = posts.said(at, row.text_en) if posts else {}
            english = {name: words.en for name, words in said.items()}
            yield Pair(row.text_id, row.text_en, replace(source, place=spot.words), english)


def _rows(agreement_id: UUID) -> sa.Select[*tuple[Any, ...]]:
    columns = (
        Clause.id,
        Clause.level,
        Clause.anchor,
        Clause.text_id,
        Clause.text_en,
        Clause.rendered,
    )
    query = sa.select(*(col(each) for each in columns))
    in_order = (col(Clause.rank), col(Clause.id))
    return query.where(col(Clause.agreement_id) == agreement_id).order_by(*in_order)


def _partner(agreement_id: UUID) -> sa.Select[str]:
    short = sa.func.nullif(col(Institution.short_name), "")
    query = sa.select(sa.func.coalesce(short, col(Institution.name_id))).join(
        Party, col(Party.institution_id) == col(Institution.id)
    )
    of_it = query.where(col(Party.agreement_id) == agreement_id, col(Party.seq) > 1)
    return of_it.order_by(col(Party.seq)).limit(1)


def _usable(text_id: str, text_en: str, rendered: str) -> bool:
    return bool(text_id.strip() and text_en.strip()) and not is_stale(text_id, text_en, rendered)


def standard() -> Iterator[Pair]:
    """Yield the pairs of the standard texts."""
    for kind, text_id, text_en in standard_texts():
        if _usable(text_id, text_en, ""):
            yield Pair(text_id, text_en, Source(kind))

"""The plain queries behind the register: each reads one thing of all agreements at once."""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import OVER, AgreementStage
from kunjungan.services.agreement_lists import place_label
from kunjungan.services.courses import Key, raw
from kunjungan.store.tables import (
    Agreement,
    AgreementVisit,
    Clause,
    Institution,
    Original,
    Party,
    RegisterEntry,
    Signature,
    Visit,
)


@dataclass(frozen=True, slots=True)
class PartyNumber:
    """A party of an agreement in the register, with the number that it gave the agreement.

    ``own`` says that it is this office's institution or an agency of it, ``body`` is its raw id.
    """

    name: Bilingual
    short: str
    number: str
    number_on: date | None
    own: bool
    body: Key


@dataclass(frozen=True, slots=True)
class Custody:
    """Where the office's own original lies, or who has borrowed it and until when."""

    kept_at: str = ""
    lent_to: str = ""
    due_back_on: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """The place of an agreement in the office's book, such as ``2022/014``."""

    label: str
    on: date
    kept_at: str


@dataclass(frozen=True, slots=True)
class Talks:
    """A visit still to come at which an agreement is spoken of."""

    on: PartialDate
    until: PartialDate | None


def parties(
    session: Session, own: UUID | None, ids: Collection[UUID] | None = None
) -> dict[Key, tuple[PartyNumber, ...]]:
    """Return the parties of every agreement, or of those with ``ids``, the office's own first.

    Without an own institution among them the first party stands for it.
    """
    query = (
        sa.select(
            raw(col(Party.agreement_id)),
            col(Party.number),
            col(Party.number_on),
            raw(col(Party.institution_id)),
        )
        .order_by(col(Party.seq))
        .execution_options(yield_per=5000)
    )
    if ids is not None:
        query = query.where(col(Party.agreement_id).in_(ids))
    bodies = _bodies(session, own)
    found: dict[Key, list[PartyNumber]] = defaultdict(list)
    for key, number, on, body in session.connection().execute(query):
        name, short, ours = bodies[body]
        found[key].append(PartyNumber(name, short, number or "", on, ours, body))
    return {key: _own_first(rows) for key, rows in found.items()}


def untranslated(session: Session) -> dict[Key, int]:
    """Return how many rows of each draft have no English."""
    key = raw(col(Clause.agreement_id))
    query = (
        sa.select(key, sa.func.count())
        .join(Agreement, col(Clause.agreement_id) == col(Agreement.id))
        .where(
            col(Agreement.stage) == AgreementStage.DRAFT,
            col(Clause.text_en) == "",
            col(Clause.text_id) != "",
        )
        .group_by(key)
    )
    return dict(session.connection().execute(query).all())


def last_signatures(session: Session) -> dict[Key, date]:
    """Return the day of each agreement's last signature."""
    key = raw(col(Original.agreement_id))
    query = (
        sa.select(key, sa.func.max(col(Signature.on)))
        .join(Original, col(Signature.original_id) == col(Original.id))
        .group_by(key)
    )
    return dict(session.connection().execute(query).all())


def entries(session: Session) -> dict[Key, Entry]:
    """Return the place of every registered agreement in the office's book."""
    query = sa.select(
        raw(col(RegisterEntry.agreement_id)),
        col(RegisterEntry.year),
        col(RegisterEntry.no),
        col(RegisterEntry.on),
        col(RegisterEntry.kept_at),
    )
    return {
        key: Entry(place_label(year, no), on, kept_at)
        for key, year, no, on, kept_at in session.connection().execute(query)
    }


def custody(session: Session, own: UUID | None) -> dict[Key, Custody]:
    """Return where the original of the office's own lies, where that is known."""
    query = (
        sa.select(
            raw(col(Original.agreement_id)),
            col(Original.kept_at),
            col(Original.lent_to),
            col(Original.due_back_on),
        )
        .join(Party, col(Original.holder_id) == col(Party.id))
        .join(Institution, col(Party.institution_id) == col(Institution.id))
        .where(sa.or_(col(Original.kept_at) != "", col(Original.lent_to) != ""))
        .order_by(col(Original.no).desc())
    )
    if own is not None:
        ours = sa.or_(col(Institution.id) == own, col(Institution.parent_id) == own)
        query = query.where(ours)
    return {key: Custody(*row) for key, *row in session.connection().execute(query)}


def talks(session: Session, today: date) -> dict[Key, Talks]:
    """Return the next visit that each agreement is linked to, where one is still to come."""
    query = (
        sa.select(raw(col(AgreementVisit.agreement_id)), col(Visit.on), col(Visit.until))
        .join(Visit, col(AgreementVisit.visit_id) == col(Visit.id))
        .where(col(Visit.stage).not_in(OVER), raw(col(Visit.on)) >= f"{today:%Y-%m}")
        .order_by(col(Visit.on).desc())
    )
    return {
        key: Talks(on, until)
        for key, on, until in session.connection().execute(query)
        if (until or on).last >= today
    }


def _bodies(session: Session, own: UUID | None) -> dict[Key, tuple[Bilingual, str, bool]]:
    columns = (
        raw(col(Institution.id)),
        col(Institution.name_id),
        col(Institution.name_en),
        col(Institution.short_name),
        raw(col(Institution.parent_id)),
    )
    rows = session.connection().execute(sa.select(*columns)).all()
    ours = _ours(own)
    return {
        key: (Bilingual(name, english or name), short or name, ours(key) or ours(parent))
        for key, name, english, short, parent in rows
    }


def _ours(own: UUID | None) -> Callable[[Any], bool]:
    known = {own, own.hex} if own is not None else set()
    return lambda key: key in known


def _own_first(rows: list[PartyNumber]) -> tuple[PartyNumber, ...]:
    """Put the office's own party first; of several the one that stands first in the text."""
    own = next((row for row in rows if row.own), rows[0])
    return (own, *(row for row in rows if row is not own))

"""The offices that people hold on a day, as every list and card of people tells them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import title_line
from kunjungan.domain.days import holds_on
from kunjungan.services.rows import chunks
from kunjungan.store.tables import Institution, Position, Tenure


@dataclass(frozen=True, slots=True)
class HeldPost:
    """An office held on a day: its title in this capacity, and where."""

    title: Bilingual
    body: Bilingual


def posts_now(
    session: Session, today: date, people: Collection[UUID] | None = None
) -> dict[UUID, tuple[HeldPost, ...]]:
    """Return the offices that people hold today, by person; the earliest begun comes first.

    One whose beginning nobody knows counts as earlier than all others.
    """
    found: dict[UUID, list[HeldPost]] = defaultdict(list)
    parts = [None] if people is None else chunks(people)
    rows = (row for part in parts for row in session.connection().execute(_held(part)))
    for key, capacity, since, until, title, title_en, body, body_en in rows:
        if holds_on(since, until, today):
            line = title_line(Bilingual(title, title_en), capacity)
            found[key].append(HeldPost(line, Bilingual(body, body_en)))
    return {key: tuple(each) for key, each in found.items()}


def _held(people: Collection[UUID] | None) -> sa.Executable:
    query = (
        sa.select(
            *(col(Tenure.person_id), col(Tenure.capacity), col(Tenure.begins_on)),
            *(col(Tenure.ends_on), col(Position.title_id), col(Position.title_en)),
            *(col(Institution.name_id), col(Institution.name_en)),
        )
        .join(Position, col(Tenure.position_id) == col(Position.id))
        .join(Institution, col(Position.institution_id) == col(Institution.id))
        .order_by(col(Tenure.begins_on).nulls_first(), col(Tenure.id))
    )
    return query if people is None else query.where(col(Tenure.person_id).in_(people))

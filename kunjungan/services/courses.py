"""What is known of the life of agreements, read in one narrow query."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from kunjungan.domain.life import Course
from kunjungan.domain.renewals import takeovers
from kunjungan.store.tables import Agreement

Key = Any
"""An agreement's id as the database gives it: turning thousands into UUIDs costs more than all
else."""


def raw(column: Any) -> sa.ColumnElement[Any]:  # noqa: ANN401 - any column at all
    """Return a column of ids that is read as the database holds it."""
    return sa.type_coerce(column, sa.String())


def as_uuid(key: Key) -> UUID:
    """Return an id as the rest of the program knows it."""
    return key if isinstance(key, UUID) else UUID(key)


def courses(
    session: Session,
    today: date,
    ids: Collection[UUID] | None = None,
    *,
    ending: tuple[date, date] | None = None,
) -> dict[Key, Course]:
    """Return the course of every agreement by its raw id.

    With ``ids`` only of those, with ``ending`` only of those whose last day is from one day to
    another; the renewals among all agreements are always there.
    """
    query = sa.select(
        raw(col(Agreement.id)),
        raw(col(Agreement.renews_id)),
        col(Agreement.stage),
        sa.func.coalesce(col(Agreement.starts_on), col(Agreement.signing_on)),
        col(Agreement.ends_on),
        col(Agreement.ended_on),
    )
    renewal = col(Agreement.renews_id).is_not(None)
    if ids is not None:
        query = query.where(sa.or_(renewal, col(Agreement.id).in_(ids)))
    if ending is not None:
        days = (col(Agreement.ends_on), col(Agreement.ended_on))
        query = query.where(sa.or_(renewal, *(day.between(*ending) for day in days)))
    found: dict[Key, Course] = {}
    renews: dict[Key, Key] = {}
    for key, old, *course in session.connection().execute(query):
        found[key] = Course(*course)
        renews[key] = old
    followed = takeovers(found, renews, today)
    for key, day in followed.items():
        if key in found:
            found[key] = replace(found[key], renewed_on=day)
    return found

"""When each record of the calendar last changed, from the journal."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session

from kunjungan.store.codec import read_moment
from kunjungan.store.tables import jr_change, jr_txn

_TABLES = ("visit", "visit_session", "calendar_entry", "agenda_item")


def changed_at(session: Session) -> dict[UUID, datetime]:
    """Return the moment of the last change of every visit, session, entry and rundown line.

    The moments are in UTC to the second, the same until the record changes again.
    """
    query = (
        select(jr_change.c.row, func.max(jr_txn.c.at))
        .join(jr_txn, jr_txn.c.id == jr_change.c.txn)
        .where(jr_change.c.tbl.in_(_TABLES))
        .group_by(jr_change.c.row)
    )
    return {UUID(row): _moment(at) for row, at in session.connection().execute(query)}


def _moment(text: str) -> datetime:
    return read_moment(text).astimezone(UTC).replace(microsecond=0)

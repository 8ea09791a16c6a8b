"""Which findable records a change of some row concerns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import col

from kunjungan.store.rows import RowChange
from kunjungan.store.shape import journaled
from kunjungan.store.tables import Delegation, Institution, Party, Position, Tenure

Kind = Literal["visit", "agreement", "person", "institution", "clause"]
KINDS: tuple[Kind, ...] = ("visit", "agreement", "person", "institution", "clause")
Concerned = dict[Kind, set[UUID]]
AT_ONCE = 500
SELF = "id"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a table gives to documents.

    ``columns`` are those that are indexed, so that others cost nothing. ``names`` are its columns
    that hold the record concerned (``id``: the row is it); ``lends`` finds records that show what
    the row holds, by the row's id: (column to read, column to look up).
    """

    columns: frozenset[str]
    names: Mapping[Kind, str] = field(default_factory=dict)
    lends: Mapping[Kind, sa.Select[Any]] = field(default_factory=dict)


def _lent(found: Any, by: Any, *joins: tuple[Any, Any]) -> sa.Select[Any]:  # noqa: ANN401 (columns)
    """Return what reads ``found`` where ``by`` is one of the ids ``rows``."""
    query = sa.select(col(found)).where(col(by).in_(sa.bindparam("rows", expanding=True)))
    for table, on in joins:
        query = query.join(table, on)
    return query.distinct()


_TENURE_POSITION = (Position, col(Tenure.position_id) == col(Position.id))

FEEDS: Mapping[str, Feed] = MappingProxyType(
    {
        "visit": Feed(
            frozenset({"title", "theme_id", "theme_en", "place", "room", "on"}), {"visit": SELF}
        ),
        "delegation": Feed(
            frozenset({"visit_id", "institution_id", "letter_number", "agenda_number"}),
            {"visit": "visit_id"},
        ),
        "letter": Feed(frozenset({"visit_id", "number"}), {"visit": "visit_id"}),
        "agreement": Feed(
            frozenset({"subject_id", "subject_en", "subject_third", "reference"})
            | {"signing_on", "starts_on"},
            {"agreement": SELF},
        ),
        "party": Feed(
            frozenset({"agreement_id", "institution_id", "number"}), {"agreement": "agreement_id"}
        ),
        "clause": Feed(frozenset({"text_id", "text_en", "text_third"}), {"clause": SELF}),
        "person": Feed(
            frozenset({"name", "titles_front", "titles_back", "known_as"}), {"person": SELF}
        ),
        "tenure": Feed(
            frozenset({"person_id", "position_id", "begins_on"}), {"person": "person_id"}
        ),
        "attendee": Feed(frozenset({"person_id", "title_id", "title_en"}), {"person": "person_id"}),
        "position": Feed(
            frozenset({"institution_id", "title_id", "title_en"}),
            lends={"person": _lent(Tenure.person_id, Tenure.position_id)},
        ),
        "institution": Feed(
            frozenset({"name_id", "name_en", "short_name", "region_id"}),
            {"institution": SELF},
            {
                "visit": _lent(Delegation.visit_id, Delegation.institution_id),
                "agreement": _lent(Party.agreement_id, Party.institution_id),
                "person": _lent(Tenure.person_id, Position.institution_id, _TENURE_POSITION),
            },
        ),
        "region": Feed(
            frozenset({"name", "name_en"}),
            lends={"institution": _lent(Institution.id, Institution.region_id)},
        ),
    }
)


def concerned(connection: Connection, changes: Iterable[RowChange]) -> Concerned:
    """Return the records whose documents a change may have altered, by kind."""
    by_table: dict[str, list[RowChange]] = {}
    for change in changes:
        feed = FEEDS.get(change.table)
        if feed and (change.op != "u" or not feed.columns.isdisjoint(change.after or ())):
            by_table.setdefault(change.table, []).append(change)
    found: Concerned = {}
    for table, rows in by_table.items():
        for kind, ids in _of_table(connection, table, rows):
            found.setdefault(kind, set()).update(ids)
    return found


def _of_table(
    connection: Connection, table: str, rows: Sequence[RowChange]
) -> Iterable[tuple[Kind, set[UUID]]]:
    feed, keys = FEEDS[table], [row.id for row in rows]
    for kind, name in feed.names.items():
        if name == SELF:
            yield kind, set(keys)
            continue
        sides = (side for row in rows for side in (row.before, row.after) if side)
        yield kind, {UUID(side[name]) for side in sides if side.get(name)}
        columns = journaled()[table].c
        there = sa.select(columns[name]).where(columns.id.in_(sa.bindparam("rows", expanding=True)))
        yield kind, _read(connection, there, [row.id for row in rows if row.op == "u"])
    for kind, lent in feed.lends.items():
        yield kind, _read(connection, lent, keys)


def _read(connection: Connection, query: sa.Select[Any], keys: Sequence[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for start in range(0, len(keys), AT_ONCE):
        found.update(connection.execute(query, {"rows": keys[start : start + AT_ONCE]}).scalars())
    return found

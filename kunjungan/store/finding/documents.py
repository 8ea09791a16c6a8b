"""The words by which each record is found, read from the tables."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from types import MappingProxyType
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import col

from kunjungan.domain.days import PartialDate
from kunjungan.domain.search_words import indexed
from kunjungan.store.columns import PartialDay
from kunjungan.store.finding.feeds import AT_ONCE, Kind
from kunjungan.store.tables import (
    Agreement,
    Attendee,
    Clause,
    Delegation,
    Institution,
    Letter,
    Party,
    Person,
    Position,
    Region,
    Tenure,
    Visit,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A record's words as they are and folded; ``day`` counts up with its date, 0 without one."""

    kind: Kind
    id: UUID
    day: int
    exact: str
    folded: str


def documents(connection: Connection, kind: Kind, ids: Iterable[UUID]) -> Iterator[Document]:
    """Yield the document of each record that exists, in the order of the ids."""
    wanted = sorted(ids, key=attrgetter("int"))
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        names: dict[object, UUID] = {key.hex: key for key in some}
        days: dict[UUID, int] = {}
        texts: dict[UUID, list[str]] = {}
        for query in _READ[kind]:
            for raw, day, *parts in connection.execute(query, {"rows": some}):
                key = names.get(raw) or raw
                days[key] = max(days.get(key, 0), _count(day))
                texts.setdefault(key, []).extend(words_of(parts))
        for key in some:
            if key in texts:
                yield Document(kind, key, days[key], *indexed("\n".join(texts[key])))


def keys_after(connection: Connection, kind: Kind, after: str, most: int) -> list[UUID]:
    """Return the next records of a kind in the order of their ids; ``after`` is a UUID or ""."""
    column = _KEY[kind]
    query = sa.select(column).order_by(column).limit(most)
    if after:
        query = query.where(column > UUID(after))
    return list(connection.execute(query).scalars())


def words_of(parts: Iterable[object]) -> list[str]:
    """Return the words of a row; titles come as tuples, or as lists from the journal."""
    found: list[str] = []
    for part in parts:
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, (tuple, list)):
            found += map(str, part)
    return found


def _count(day: object) -> int:
    if isinstance(day, PartialDate):
        return date(day.year, day.month or 1, day.day or 1).toordinal()
    return day.toordinal() if isinstance(day, date) else 0


def _query(key: Any, day: Any, *parts: Any) -> sa.Select[Any]:  # noqa: ANN401 (columns)
    """Return what reads words of the records whose key is among ``rows``."""
    columns = [sa.null() if part is None else part for part in (day, *parts)]
    raw = sa.type_coerce(key, sa.String())
    return sa.select(raw, *columns).where(key.in_(sa.bindparam("rows", expanding=True)))


_HELD = sa.func.coalesce(col(Tenure.begins_on), sa.literal("0001-01-01"), type_=PartialDay)
"""Who holds a post is found before who does not, even if nobody wrote down since when."""
PERSON_WORDS = ("titles_front", "name", "titles_back", "known_as")
GUEST_WORDS = ("title_id", "title_en")
"""The columns of a person and of a guest by whose words a person is found."""
_BODY = (Institution.name_id, Institution.name_en, Institution.short_name)

_READ: Mapping[Kind, tuple[sa.Select[Any], ...]] = MappingProxyType(
    {
        "visit": (
            _query(
                *(Visit.id, Visit.on, Visit.title, Visit.theme_id, Visit.theme_en),
                *(Visit.place, Visit.room),
            ),
            _query(
                *(Delegation.visit_id, None, Delegation.letter_number, Delegation.agenda_number),
                *_BODY,
            )
            .join(Institution, col(Delegation.institution_id) == col(Institution.id))
            .order_by(col(Delegation.rank), col(Delegation.id)),
            _query(Letter.visit_id, None, Letter.number).order_by(col(Letter.id)),
        ),
        "agreement": (
            _query(
                *(Agreement.id, Agreement.signing_on, Agreement.reference, Agreement.subject_id),
                *(Agreement.subject_en, Agreement.subject_third),
            ),
            _query(Agreement.id, Agreement.starts_on),
            _query(Party.agreement_id, None, Party.number, *_BODY)
            .join(Institution, col(Party.institution_id) == col(Institution.id))
            .order_by(col(Party.seq), col(Party.id)),
        ),
        "person": (
            _query(Person.id, None, *(getattr(Person, name) for name in PERSON_WORDS)),
            _query(
                *(Tenure.person_id, _HELD, Position.title_id, Position.title_en),
                Institution.name_id,
            )
            .join(Position, col(Tenure.position_id) == col(Position.id))
            .join(Institution, col(Position.institution_id) == col(Institution.id))
            .order_by(col(Tenure.id)),
            _query(
                Attendee.person_id, None, *(getattr(Attendee, name) for name in GUEST_WORDS)
            ).order_by(col(Attendee.id)),
        ),
        "institution": (
            _query(Institution.id, None, *_BODY, Region.name, Region.name_en).outerjoin(
                Region, col(Institution.region_id) == col(Region.id)
            ),
        ),
        "clause": (_query(Clause.id, None, Clause.text_id, Clause.text_en, Clause.text_third),),
    }
)
_KEY: Mapping[Kind, Any] = MappingProxyType(
    {
        "visit": col(Visit.id),
        "agreement": col(Agreement.id),
        "person": col(Person.id),
        "institution": col(Institution.id),
        "clause": col(Clause.id),
    }
)

"""What is shown of the records that a search found, read for those few only."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import Level
from kunjungan.domain.days import PartialDate
from kunjungan.domain.names import PersonName
from kunjungan.domain.search_words import Query, places
from kunjungan.domain.stages import AgreementStage, VisitStage
from kunjungan.services.clauses import clause_rows
from kunjungan.services.found_words import lacking, snippet
from kunjungan.services.office_settings import settings_in
from kunjungan.store.finding.feeds import Kind
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
    Tenure,
    Visit,
)

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Something found: what it is, what it is called, and where it opens.

    ``opens`` is the record to open: a person's institution, or the visit they came with; None
    where there is neither. ``detail`` says more about it, or has the words that the title lacks;
    ``places`` are the words found in the title, as (start, end). An institution has counts of its
    ``visits`` and ``agreements``, a clause the ``article`` it stands in.
    """

    kind: Kind
    id: UUID
    title: str
    detail: str = ""
    on: PartialDate | None = None
    stage: VisitStage | AgreementStage | None = None
    opens: tuple[Kind, UUID] | None = None
    visits: int = 0
    agreements: int = 0
    article: Bilingual | None = None
    places: Places = ()


Reader = Callable[[Session, Sequence[UUID], Query], dict[UUID, FoundLine]]


def found_lines(
    session: Session, kind: Kind, ids: Sequence[UUID], query: Query
) -> Iterable[FoundLine]:
    """Return what is shown of records, in their order; one that is gone meanwhile is left out."""
    lines = _READERS[kind](session, ids, query) if ids else {}
    return [lines[key] for key in ids if key in lines]


def _visits(session: Session, ids: Sequence[UUID], query: Query) -> dict[UUID, FoundLine]:
    more = _grouped(
        session,
        sa.select(
            col(Delegation.visit_id),
            *(col(Institution.name_id), col(Institution.short_name), col(Institution.name_en)),
            *(col(Delegation.letter_number), col(Delegation.agenda_number)),
        )
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .where(col(Delegation.visit_id).in_(ids))
        .order_by(col(Delegation.rank)),
        sa.select(col(Letter.visit_id), col(Letter.number)).where(col(Letter.visit_id).in_(ids)),
    )
    rows = session.connection().execute(
        sa.select(
            *(col(Visit.id), col(Visit.title), col(Visit.on), col(Visit.stage)),
            *(col(Visit.place), col(Visit.room), col(Visit.theme_id), col(Visit.theme_en)),
        ).where(col(Visit.id).in_(ids))
    )
    return {
        key: replace(_line(query, "visit", key, title, [*rest, *more[key]]), on=on, stage=stage)
        for key, title, on, stage, *rest in rows
    }


def _agreements(session: Session, ids: Sequence[UUID], query: Query) -> dict[UUID, FoundLine]:
    names = _partners(session, ids, col(Institution.name_id))
    numbers = sa.select(col(Party.agreement_id), col(Party.number))
    more = _grouped(session, numbers.where(col(Party.agreement_id).in_(ids)))
    rows = session.connection().execute(
        sa.select(
            *(col(Agreement.id), col(Agreement.subject_id), col(Agreement.signing_on)),
            *(col(Agreement.stage), col(Agreement.reference), col(Agreement.subject_en)),
        ).where(col(Agreement.id).in_(ids))
    )
    found: dict[UUID, FoundLine] = {}
    for key, subject, signing_on, stage, reference, *rest in rows:
        others = ", ".join(names[key])
        texts = [others, reference, *more[key], *rest]
        line = _line(query, "agreement", key, subject, texts, others or reference)
        on = PartialDate.of(signing_on) if signing_on else None
        found[key] = replace(line, on=on, stage=stage)
    return found


_NONE = (None, "", "")
_BEGUN = col(Tenure.begins_on).nulls_first()


def _people(session: Session, ids: Sequence[UUID], query: Query) -> dict[UUID, FoundLine]:
    posts = _last(
        session,
        sa.select(
            *(col(Tenure.person_id), col(Position.institution_id)),
            *(col(Position.title_id), col(Position.title_en)),
        )
        .join(Position, col(Tenure.position_id) == col(Position.id))
        .where(col(Tenure.person_id).in_(ids))
        .order_by(col(Tenure.ends_on).is_(None), _BEGUN, col(Tenure.id)),
    )
    guests = _last(
        session,
        sa.select(
            *(col(Attendee.person_id), col(Visit.id)),
            *(col(Attendee.title_id), col(Visit.title)),
        )
        .outerjoin(Delegation, col(Attendee.delegation_id) == col(Delegation.id))
        .join(Visit, col(Visit.id).in_([col(Delegation.visit_id), col(Attendee.visit_id)]))
        .where(col(Attendee.person_id).in_(ids))
        .order_by(col(Visit.on), col(Attendee.id)),
    )
    rows = session.connection().execute(
        sa.select(
            *(col(Person.id), col(Person.name), col(Person.titles_front)),
            *(col(Person.titles_back), col(Person.known_as)),
        ).where(col(Person.id).in_(ids))
    )
    found: dict[UUID, FoundLine] = {}
    for key, name, front, back, known_as in rows:
        (at, post, post_en), (visit, office, came) = posts.get(key, _NONE), guests.get(key, _NONE)
        texts = [post, post_en, office, came, known_as]
        title, said = PersonName(name, front, back).full, post or office or came
        if not name:  # a guest whose name is still to come is found by the post
            title, said = office, came
        line = _line(query, "person", key, title, texts, said)
        home: tuple[Kind, UUID] | None = ("visit", visit) if visit else None
        found[key] = replace(line, opens=("institution", at) if at else home)
    return found


def _institutions(session: Session, ids: Sequence[UUID], query: Query) -> dict[UUID, FoundLine]:
    visits = _counted(session, col(Delegation.institution_id), col(Delegation.visit_id), ids)
    agreements = _counted(session, col(Party.institution_id), col(Party.agreement_id), ids)
    rows = session.connection().execute(
        sa.select(
            *(col(Institution.id), col(Institution.name_id)),
            *(col(Institution.short_name), col(Institution.name_en)),
        ).where(col(Institution.id).in_(ids))
    )
    return {
        key: replace(
            _line(query, "institution", key, name, rest),
            visits=visits.get(key, 0),
            agreements=agreements.get(key, 0),
        )
        for key, name, *rest in rows
    }


def _clauses(session: Session, ids: Sequence[UUID], query: Query) -> dict[UUID, FoundLine]:
    rows = session.connection().execute(
        sa.select(
            *(col(Clause.id), col(Clause.agreement_id), col(Agreement.subject_id)),
            *(col(Clause.text_id), col(Clause.text_en), col(Clause.text_third)),
        )
        .join(Agreement, col(Clause.agreement_id) == col(Agreement.id))
        .where(col(Clause.id).in_(ids))
    )
    found: dict[UUID, FoundLine] = {}
    where = rows.all()
    agreements = {agreement for _, agreement, *_ in where}
    partners = _partners(session, agreements, col(Institution.short_name))
    articles = {key: _articles(session, key) for key in agreements}
    for key, agreement, subject, *texts in where:
        title = snippet(lacking("", texts, query) or next(filter(None, texts), ""), query)
        detail = ", ".join(partners[agreement]) or subject
        line = FoundLine("clause", key, title, detail, opens=("agreement", agreement))
        article = articles[agreement].get(key)
        found[key] = replace(line, article=article, places=places(title, query))
    return found


def _partners(
    session: Session, agreements: Collection[UUID], name: Mapped[str]
) -> defaultdict[UUID, list[str]]:
    """Return what each agreement's other parties are called."""
    query = (
        sa.select(col(Party.agreement_id), name)
        .join(Institution, col(Party.institution_id) == col(Institution.id))
        .where(col(Party.agreement_id).in_(agreements))
        .where(col(Institution.id) != settings_in(session).own_institution)
    )
    return _grouped(session, query.order_by(col(Party.seq)))


def _articles(session: Session, agreement: UUID) -> dict[UUID, Bilingual]:
    """Return in which article each row of an agreement stands."""
    rows = clause_rows(session, agreement)
    found: dict[UUID, Bilingual] = {}
    here: Bilingual | None = None
    for row, marker in zip(rows, markers([row.level for row in rows]), strict=True):
        if row.level in {Level.ARTICLE, Level.ANNEX}:
            here = marker
        if here is not None:
            found[row.id] = here
    return found


def _line(
    query: Query,
    kind: Kind,
    key: UUID,
    title: str,
    more: Iterable[str | None],
    otherwise: str = "",
) -> FoundLine:
    """Return a line that opens itself; its detail has what the title lacks, or something else."""
    detail = lacking(title, more, query) or otherwise
    return FoundLine(kind, key, title, detail, opens=(kind, key), places=places(title, query))


def _grouped(session: Session, *queries: sa.Executable) -> defaultdict[UUID, list[str]]:
    """Return the texts of rows by their first column, empty ones left out."""
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for query in queries:
        for key, *texts in session.connection().execute(query):
            found[key] += filter(None, texts)
    return found


def _last(session: Session, query: sa.Executable) -> dict[UUID, tuple[Any, str, str]]:
    """Return the last row of each person: what it opens, and two texts."""
    return {key: (opens, one, two) for key, opens, one, two in session.connection().execute(query)}


def _counted(
    session: Session, by: Mapped[UUID], what: Mapped[UUID], ids: Sequence[UUID]
) -> dict[UUID, int]:
    """Return how many different records each institution has a part in."""
    query = sa.select(by, sa.func.count(what.distinct())).where(by.in_(ids)).group_by(by)
    return dict(session.connection().execute(query).all())


_READERS: Mapping[Kind, Reader] = MappingProxyType(
    {
        "visit": _visits,
        "agreement": _agreements,
        "person": _people,
        "institution": _institutions,
        "clause": _clauses,
    }
)

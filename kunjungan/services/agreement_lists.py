"""Agreements in short lists: for a visit, for choosing one, for a badge."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.life import AgreementStatus, status
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.term_days import shifted
from kunjungan.services.courses import Key, as_uuid, courses, raw
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.store.tables import (
    Agreement,
    AgreementVisit,
    Clause,
    Institution,
    Party,
    RegisterEntry,
)


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """An agreement in a list; ``untranslated`` counts the rows without English."""

    id: UUID
    kind: AgreementKind
    subject: Bilingual
    parties: tuple[str, ...]
    numbers: tuple[str, ...]
    stage: AgreementStage
    status: AgreementStatus
    draft_no: int
    signing_on: date | None
    ends_on: date | None
    untranslated: int
    register_no: str


def list_agreements(office: Office) -> list[AgreementLine]:
    """Return every agreement, the latest signing first, undated ones before all."""
    with office.store.read() as session:
        lines = _lines(session, office.today(), None)
    lines.sort(key=lambda line: line.signing_on or date.max, reverse=True)
    return lines


def ending_soon(session: Session, today: date) -> set[UUID]:
    """Return the agreements in force that end soon, read in one narrow query."""
    months = settings_in(session).ending_months
    known = courses(session, today, ending=(today, shifted(today, months + 1)))
    return {
        as_uuid(key)
        for key, course in known.items()
        if status(course, today, ending_months=months) is AgreementStatus.ENDING
    }


def agreements_of(office: Office, session: Session, visit_id: UUID) -> list[AgreementLine]:
    """Return a visit's agreements, in the order of their partners' names."""
    query = select(AgreementVisit.agreement_id).where(AgreementVisit.visit_id == visit_id)
    return _lines(session, office.today(), list(session.exec(query)))


def agreements_with(office: Office, session: Session, institution_id: UUID) -> list[AgreementLine]:
    """Return the agreements that an institution is a party to, the latest signing first."""
    query = select(Party.agreement_id).where(Party.institution_id == institution_id)
    lines = _lines(session, office.today(), list(session.exec(query)))
    return sorted(lines, key=lambda line: line.signing_on or date.max, reverse=True)


def _lines(session: Session, today: date, ids: list[UUID] | None) -> list[AgreementLine]:
    """Return agreements as lines, in a few plain queries on raw ids."""
    query = sa.select(
        raw(col(Agreement.id)),
        col(Agreement.kind),
        col(Agreement.subject_id),
        col(Agreement.subject_en),
        col(Agreement.stage),
        col(Agreement.draft_no),
        col(Agreement.signing_on),
        col(Agreement.ends_on),
    ).order_by(col(Agreement.reference))
    parties, missing = _parties(session, ids), _untranslated(session, ids)
    entries, known = _entries(session, ids), courses(session, today, ids)
    ending = settings_in(session).ending_months
    return [
        AgreementLine(
            as_uuid(key),
            kind,
            Bilingual(subject_id, subject_en),
            tuple(name for name, _ in parties[key]),
            tuple(number or "" for _, number in parties[key]),
            stage,
            status(known[key], today, ending_months=ending),
            draft_no,
            signing_on,
            ends_on,
            missing.get(key, 0),
            entries.get(key, ""),
        )
        for key, kind, subject_id, subject_en, stage, draft_no, signing_on, ends_on in _rows(
            session, query, col(Agreement.id), ids
        )
    ]


def register_label(entry: RegisterEntry | None) -> str:
    """Return a register entry's place such as ``2022/014``, or nothing."""
    return "" if entry is None else place_label(entry.year, entry.no)


def place_label(year: int, no: int | None) -> str:
    """Return a place in the office's book such as ``2022/014``; nothing without a number."""
    return "" if no is None else f"{year}/{no:03}"


def _parties(session: Session, ids: list[UUID] | None) -> dict[Key, list[tuple[str, str | None]]]:
    query = (
        sa.select(raw(col(Party.agreement_id)), col(Institution.name_id), col(Party.number))
        .join(Institution, col(Party.institution_id) == col(Institution.id))
        .order_by(col(Party.seq))
    )
    found: dict[Key, list[tuple[str, str | None]]] = defaultdict(list)
    for key, name, number in _rows(session, query, col(Party.agreement_id), ids):
        found[key].append((name, number))
    return found


def _untranslated(session: Session, ids: list[UUID] | None) -> dict[Key, int]:
    key = raw(col(Clause.agreement_id))
    query = sa.select(key, sa.func.count()).group_by(key)
    query = query.where(col(Clause.text_en) == "", col(Clause.text_id) != "")
    return dict(_rows(session, query, col(Clause.agreement_id), ids))


def _entries(session: Session, ids: list[UUID] | None) -> dict[Key, str]:
    query = sa.select(
        raw(col(RegisterEntry.agreement_id)), col(RegisterEntry.year), col(RegisterEntry.no)
    )
    rows = _rows(session, query, col(RegisterEntry.agreement_id), ids)
    return {key: place_label(year, no) for key, year, no in rows}


def _rows(
    session: Session, query: sa.Select[Any], key: Mapped[Any], ids: list[UUID] | None
) -> Sequence[Any]:
    only = query if ids is None else query.where(key.in_(ids))
    return session.connection().execute(only).all()

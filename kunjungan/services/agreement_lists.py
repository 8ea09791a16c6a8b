"""Agreements in lists: for a visit, for the register, for the agreements' place."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.terms import AgreementStatus, status
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


def ending_soon(office: Office) -> int:
    """Return how many agreements in force end soon, read in one narrow query."""
    today = office.today()
    with office.store.read() as session:
        months = settings_in(session).ending_months
        query = sa.select(col(Agreement.stage), col(Agreement.starts_on), col(Agreement.ends_on))
        query = query.where(
            col(Agreement.ends_on) >= today,
            col(Agreement.ends_on) <= today + timedelta(days=32 * months),
        )
        rows = session.connection().execute(query).all()
    return sum(
        status(stage, ends_on, today, starts_on=starts_on, ending_months=months)
        is AgreementStatus.ENDING
        for stage, starts_on, ends_on in rows
    )


def agreements_of(office: Office, session: Session, visit_id: UUID) -> list[AgreementLine]:
    """Return a visit's agreements, in the order of their partners' names."""
    query = select(AgreementVisit.agreement_id).where(AgreementVisit.visit_id == visit_id)
    return _lines(session, office.today(), list(session.exec(query)))


def _lines(session: Session, today: date, ids: list[UUID] | None) -> list[AgreementLine]:
    query = select(Agreement).order_by(col(Agreement.reference))
    if ids is not None:
        query = query.where(col(Agreement.id).in_(ids))
    rows = session.exec(query).all()
    names, numbers = _parties(session, ids)
    missing = _untranslated(session, ids)
    entries = {row.agreement_id: row for row in session.exec(select(RegisterEntry))}
    ending = settings_in(session).ending_months
    return [
        AgreementLine(
            row.id,
            row.kind,
            Bilingual(row.subject_id, row.subject_en),
            tuple(names[row.id]),
            tuple(numbers[row.id]),
            row.stage,
            status(
                row.stage,
                row.ends_on,
                today,
                starts_on=row.starts_on,
                ending_months=ending,
            ),
            row.draft_no,
            row.signing_on,
            row.ends_on,
            missing.get(row.id, 0),
            register_label(entries.get(row.id)),
        )
        for row in rows
    ]


def register_label(entry: RegisterEntry | None) -> str:
    """Return a register entry's place such as ``2022/014``, or nothing."""
    if entry is None or entry.no is None:
        return ""
    return f"{entry.year}/{entry.no:03}"


def _parties(
    session: Session, ids: list[UUID] | None
) -> tuple[dict[UUID, list[str]], dict[UUID, list[str]]]:
    query = (
        select(Party, Institution)
        .join(Institution, col(Party.institution_id) == col(Institution.id))
        .order_by(col(Party.seq))
    )
    if ids is not None:
        query = query.where(col(Party.agreement_id).in_(ids))
    names: dict[UUID, list[str]] = defaultdict(list)
    numbers: dict[UUID, list[str]] = defaultdict(list)
    for party, institution in session.exec(query):
        names[party.agreement_id].append(institution.name_id)
        numbers[party.agreement_id].append(party.number or "")
    return names, numbers


def _untranslated(session: Session, ids: list[UUID] | None) -> dict[UUID, int]:
    query = select(Clause.agreement_id).where(Clause.text_en == "", Clause.text_id != "")
    if ids is not None:
        query = query.where(col(Clause.agreement_id).in_(ids))
    counts: dict[UUID, int] = defaultdict(int)
    for agreement_id in session.exec(query):
        counts[agreement_id] += 1
    return counts

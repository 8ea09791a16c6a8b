"""What the tests of preflight share: agreements to spoil, and what is found in them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlmodel import select

from kunjungan.domain.clauses import Level
from kunjungan.domain.ranks import rank_between
from kunjungan.services.clauses import clause_rows
from kunjungan.services.office import Office
from kunjungan.services.preflight import Finding, findings_in
from kunjungan.store.tables import Agreement, Clause, Party

KOREAN: Mapping[str, Any] = MappingProxyType(
    {"third_language": "ko", "title_third": "양해각서", "subject_third": "자매도시"}
)
"""What a memorandum in three languages says of its third one."""


def found(office: Office, agreement: UUID) -> list[Finding]:
    """Return the findings of data and text."""
    with office.store.read() as session:
        return findings_in(session, agreement)


def codes(office: Office, agreement: UUID) -> list[tuple[str, bool]]:
    """Return the name and weight of each finding."""
    return [(finding.code, finding.blocking) for finding in found(office, agreement)]


def said(finding: Finding) -> str:
    """Return what a finding says and what mends it, in English."""
    values = {name: getattr(value, "en", value) for name, value in finding.values.items()}
    return f"{finding.message} {finding.fix}".format(**values)


def one(office: Office, agreement: UUID, code: str) -> Finding:
    """Return the only finding there is, which must be of a kind."""
    (finding,) = found(office, agreement)
    assert finding.code == code, said(finding)
    return finding


def rows(office: Office, agreement: UUID) -> list[Clause]:
    """Return the rows of the text."""
    with office.store.read() as session:
        return clause_rows(session, agreement)


def first(office: Office, agreement: UUID, level: Level = Level.PARAGRAPH) -> UUID:
    """Return the first row of a level."""
    return next(row.id for row in rows(office, agreement) if row.level is level)


def write(office: Office, clause: UUID, text_id: str | None = None, text_en: str | None = None,
          **more: object) -> None:  # fmt: skip
    """Write into a row whatever is given, and nothing else."""
    texts = {"text_id": text_id, "text_en": text_en}
    with office.store.change("Write") as session:
        row = session.get(Clause, clause)
        for name, value in {**texts, **more}.items():
            if value is not None:
                setattr(row, name, value)


def add(office: Office, agreement: UUID, level: Level, text_id: str, text_en: str) -> UUID:
    """Add a row at the end of the text."""
    last = rows(office, agreement)[-1].rank
    with office.store.change("Add") as session:
        row = Clause(
            agreement_id=agreement,
            rank=rank_between(last, None),
            level=level,
            text_id=text_id,
            text_en=text_en,
        )
        session.add(row)
    return row.id


def remove(office: Office, agreement: UUID, unwanted: Callable[[Clause], bool]) -> None:
    """Remove rows of the text."""
    with office.store.change("Remove") as session:
        for row in clause_rows(session, agreement):
            if unwanted(row):
                session.delete(row)


def alter(office: Office, agreement: UUID, **values: object) -> None:
    """Set facts of an agreement past all refusals."""
    with office.store.change("Alter") as session:
        row = session.get(Agreement, agreement)
        for name, value in values.items():
            setattr(row, name, value)


def alter_party(office: Office, agreement: UUID, seq: int, **values: object) -> None:
    """Set facts of a party past all refusals."""
    with office.store.change("Alter party") as session:
        query = select(Party).where(Party.agreement_id == agreement, Party.seq == seq)
        row = session.exec(query).one()
        for name, value in values.items():
            setattr(row, name, value)

"""What still stands between a draft and its originals."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.agreements import KINDS
from kunjungan.domain.capacity import signing_warnings
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.workdays import day_warnings
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import PartyFacts, party_facts
from kunjungan.services.clauses import clause_rows
from kunjungan.services.office import Office
from kunjungan.services.officials import holds_on
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Holiday

About = Literal["text", "letters", "facts", "party", "number", "institution"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend or to know: an untranslated sentence, its values, whether it blocks.

    ``about`` is where it is mended; for a party, its number or its institution ``seq`` says which.
    """

    message: str
    values: dict[str, object]
    blocking: bool
    about: About = "facts"
    seq: int = 0


def readiness(office: Office, agreement_id: UUID) -> list[Finding]:
    """Return what an agreement still lacks, blocking findings first."""
    with office.store.read() as session:
        return findings_in(session, agreement_id)


def findings_in(session: Session, agreement_id: UUID) -> list[Finding]:
    """Return the findings as an open session sees them."""
    row = found(session, Agreement, agreement_id)
    findings = [
        *_about_text(session, row),
        *_about_date(session, row),
        *(f for facts in party_facts(session, agreement_id) for f in _about_party(row, facts)),
    ]
    return sorted(findings, key=lambda finding: not finding.blocking)


def refuse_unless_ready(session: Session, agreement_id: UUID) -> None:
    """Raise RuleBroken with the first thing that keeps originals from being printed."""
    blocking = [f for f in findings_in(session, agreement_id) if f.blocking]
    if blocking:
        raise RuleBroken(blocking[0].message, **blocking[0].values)


def _about_text(session: Session, row: Agreement) -> Iterator[Finding]:
    rows = clause_rows(session, row.id)
    missing = sum(bool(r.text_id.strip()) and not r.text_en.strip() for r in rows)
    if missing:
        message = later("{count} rows have no English yet. Translate them, or print a draft.")
        yield Finding(message, {"count": missing}, blocking=True, about="text")
    empty = sum(not r.text_id.strip() for r in rows)
    if empty:
        message = later("{count} rows have no Indonesian text. Write them or remove them.")
        yield Finding(message, {"count": empty}, blocking=True, about="text")
    if not row.subject_en.strip():
        message = later("The subject has no English yet. Enter it in the agreement's facts.")
        yield Finding(message, {}, blocking=True)


def _about_date(session: Session, row: Agreement) -> Iterator[Finding]:
    if row.signing_on is None:
        message = later("There is no signing date yet. Enter it in the agreement's facts.")
        yield Finding(message, {}, blocking=True)
        return
    if not row.place_id.strip():
        message = later("There is no place of signing yet. Enter it in the agreement's facts.")
        yield Finding(message, {}, blocking=True)
    for warning in day_warnings(row.signing_on, session.exec(select(Holiday))):
        yield Finding(warning.message, dict(warning.values), blocking=False)


def _about_party(row: Agreement, facts: PartyFacts) -> Iterator[Finding]:
    who, seq = facts.body.name_id, facts.row.seq
    if facts.signatory is None or facts.tenure is None:
        message = later("Nobody signs for {who} yet. Choose the signatory.")
        yield Finding(message, {"who": who}, True, "party", seq)
        return
    if row.signing_on is not None and not _in_office(facts, row.signing_on):
        message = later("{name} does not hold the post of {who} on the signing date.")
        values: dict[str, object] = {"name": facts.signatory.name.full, "who": who}
        yield Finding(message, values, True, "party", seq)
    if KINDS[row.kind].number_lines and not facts.row.number and not facts.row.number_pending:
        message = later("{who} has no number yet. Enter it, or mark it as pending.")
        yield Finding(message, {"who": who}, True, "number", seq)
    if not facts.body.address_id.strip():
        message = later("{who} has no address. Enter it under Institutions.")
        yield Finding(message, {"who": who}, True, "institution", seq)
    authorised = bool(facts.row.authority and facts.row.authority_on)
    head = facts.signatory.is_head
    for warning in signing_warnings(row.kind, facts.tenure.capacity, authorised, is_head=head):
        yield Finding(warning, {"who": who}, False, "party", seq)


def _in_office(facts: PartyFacts, day: date) -> bool:
    tenure = facts.tenure
    return tenure is not None and holds_on(tenure.begins_on, tenure.ends_on, day)

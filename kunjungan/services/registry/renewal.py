"""Extends an agreement: a new draft that is linked to it and takes over parties, text and facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.terms import starts_after, term_between
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import body_name, rule_in
from kunjungan.services.agreement_rules import is_foreign
from kunjungan.services.agreement_template import template_clauses
from kunjungan.services.agreements import next_reference
from kunjungan.services.clauses import anchor_of, clause_rows
from kunjungan.services.office import Office
from kunjungan.services.originals import planned
from kunjungan.services.parties import OPEN, party_rows
from kunjungan.services.redating import end_of
from kunjungan.services.registry.signatories import Successor, successor
from kunjungan.services.rows import found
from kunjungan.services.witnesses import witness_rows
from kunjungan.store.tables import Agreement, Clause, Institution, Party, Witness

_OWN = frozenset(
    {"id", "version", "stage", "draft_no", "signing_on", "starts_on", "ends_on", "reference",
     "locked_on", "renews_id", "ended_on", "end_reason", "note", "sample"}
)  # fmt: skip
"""What is a renewal's own; all other facts are those of the agreement that it extends."""


@dataclass(frozen=True, slots=True)
class RenewedParty:
    """Who signs for a party now; ``before`` is who signed, where that is somebody else."""

    name: Bilingual
    signatory: str
    before: str


@dataclass(frozen=True, slots=True)
class RenewalPlan:
    """What a renewal would take over.

    ``rows`` counts the rows of the text, 0 where there is none and the standard text of the kind
    is taken; ``authority`` says that a power of attorney has to be given anew, ``parent`` is the
    reference of the umbrella that it will rest on.
    """

    starts_on: date | None
    ends_on: date | None
    parties: tuple[RenewedParty, ...]
    rows: int
    authority: bool
    parent: str


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A renewal that is not stored yet."""

    row: Agreement
    bodies: list[Institution]
    parties: list[Party]
    successors: list[Successor]


def renewal_of(office: Office, agreement_id: UUID) -> UUID | None:
    """Return what extends an agreement already, signed or in draft; None where nothing does."""
    with office.store.read() as session:
        row = _renewal(session, agreement_id)
        return row.id if row else None


def renewal_plan(office: Office, agreement_id: UUID, signing_on: date | None = None) -> RenewalPlan:
    """Return what ``renew`` would take over; nothing is stored."""
    with office.store.read() as session:
        old = _extendable(session, agreement_id)
        made = _prepared(session, old, signing_on, office.today())
        parent = session.get(Agreement, made.row.parent_id) if made.row.parent_id else None
        return RenewalPlan(
            made.row.starts_on,
            made.row.ends_on,
            tuple(
                RenewedParty(body_name(body), who.name, "" if who.same else who.before)
                for body, who in zip(made.bodies, made.successors, strict=True)
            ),
            len(clause_rows(session, agreement_id)),
            any(party.authority for party in party_rows(session, agreement_id)),
            parent.reference if parent else "",
        )


def renew(office: Office, agreement_id: UUID, signing_on: date | None = None) -> UUID:
    """Draft what extends an agreement, also one that has ended, and return the draft's id.

    It takes over parties, witnesses, text and facts; who is no longer in office makes way for
    who is, numbers and powers of attorney are given anew, and it starts the day after the old end
    or with its signing (office practice). An umbrella that was extended gives way to its renewal.

    Raises:
        RuleBroken: it is not signed, was ended before its time, is an addendum, or is extended.
    """
    with office.store.change(later("Extend agreement")) as session:
        old = _extendable(session, agreement_id)
        made = _prepared(session, old, signing_on, office.today())
        row = made.row
        row.reference = next_reference(session, (signing_on or office.today()).year)
        session.add(row)
        session.add_all(made.parties)
        foreign = is_foreign(rule_in(session, row), made.bodies)
        session.add_all(_clauses(session, old, row, len(made.parties), foreign=foreign))
        session.add_all(_witnesses(session, old, row, signing_on or office.today()))
        session.add_all(planned(row, made.parties, foreign=foreign))
    return row.id


def _renewal(session: Session, agreement_id: UUID) -> Agreement | None:
    query = select(Agreement).where(
        Agreement.renews_id == agreement_id, col(Agreement.ended_on).is_(None)
    )
    return session.exec(query.order_by(col(Agreement.reference).desc())).first()


def _extendable(session: Session, agreement_id: UUID) -> Agreement:
    row = found(session, Agreement, agreement_id)
    if row.stage in OPEN:
        raise RuleBroken(later("Only a signed agreement is extended. This one is still a draft."))
    if row.ended_on is not None:
        raise RuleBroken(
            later("It was ended before its time. Draft a new agreement with this partner.")
        )
    if row.kind is AgreementKind.ADDENDUM:
        raise RuleBroken(
            later("An addendum lives as long as what it changes. Extend that agreement.")
        )
    if (after := _renewal(session, agreement_id)) is not None:
        message = later("It is extended by {reference} already. Open that one.")
        raise RuleBroken(message, reference=after.reference)
    return row


def _prepared(session: Session, old: Agreement, signing: date | None, today: date) -> _Prepared:
    kept = {n: getattr(old, n) for n in Agreement.model_fields if n not in _OWN}
    row = Agreement(**kept, signing_on=signing, renews_id=old.id)
    row.parent_id = _umbrella(session, old.parent_id)
    _set_term(row, old, today)
    parties = party_rows(session, old.id)
    who = [successor(session, party, signing or today) for party in parties]
    bodies = [found(session, Institution, party.institution_id) for party in parties]
    renewed = [_party(row.id, party, after) for party, after in zip(parties, who, strict=True)]
    return _Prepared(row, bodies, renewed, who)


def _set_term(row: Agreement, old: Agreement, today: date) -> None:
    """Move the dates; an end that was typed in gives its length where that is whole months."""
    if not (row.term_years or row.term_months) and old.starts_on and old.ends_on:
        term = term_between(old.starts_on, old.ends_on)
        if term is not None:
            row.term_years, row.term_months, row.ends_rule = (
                term[0] or None,
                term[1] or None,
                term[2],
            )
    running = old.ends_on is not None and old.ends_on >= today
    first = row.signing_on or (today if running else None)
    row.starts_on = starts_after(old.ends_on, first) if first else None
    row.ends_on = end_of(row)


def _umbrella(session: Session, parent_id: UUID | None) -> UUID | None:
    """Return the agreement to rest on: what extended the old umbrella, if that is signed."""
    seen: set[UUID] = set()
    while parent_id is not None and parent_id not in seen:
        seen.add(parent_id)
        after = _renewal(session, parent_id)
        if after is None or after.stage in OPEN:
            break
        parent_id = after.id
    return parent_id


def _party(agreement_id: UUID, old: Party, who: Successor) -> Party:
    return Party(
        agreement_id=agreement_id,
        seq=old.seq,
        institution_id=old.institution_id,
        tenure_id=who.tenure_id,
        number_pending=old.seq > 1,
        name_third=old.name_third,
        office_third=old.office_third,
        signer_third=old.signer_third if who.same else "",
    )


def _clauses(
    session: Session, old: Agreement, row: Agreement, parties: int, *, foreign: bool
) -> Iterator[Clause]:
    rows = clause_rows(session, old.id)
    if not rows:
        yield from template_clauses(row.id, row.kind, parties, layout=row.layout, foreign=foreign)
    for clause in rows:
        kept = clause.model_dump(exclude={"id", "version", "agreement_id", "anchor"})
        anchor = anchor_of(clause.id, clause.anchor)
        yield Clause(**kept, agreement_id=row.id, anchor=anchor)


def _witnesses(session: Session, old: Agreement, row: Agreement, day: date) -> Iterator[Witness]:
    for witness in witness_rows(session, old.id):
        kept = witness.model_dump(exclude={"id", "version", "agreement_id", "tenure_id"})
        who = successor(session, witness, day)
        if who.tenure_id or witness.name:
            yield Witness(**kept, agreement_id=row.id, tenure_id=who.tenure_id)

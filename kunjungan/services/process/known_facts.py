"""What the program knows by itself of an agreement: signed, printed, registered, followed up."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from sqlmodel import Session, select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.stages import SIGNED
from kunjungan.domain.standing import Met
from kunjungan.services.agreement_content import originals_of
from kunjungan.services.agreement_fields import AgreementFacts
from kunjungan.services.agreement_visits import visits_of
from kunjungan.services.drafts.route import clearance_rows, route_in
from kunjungan.services.drafts.same_text import same_text_of
from kunjungan.services.register import last_signature
from kunjungan.store.tables import (
    Agreement,
    Clause,
    RegisterEntry,
)


def known_facts(session: Session, facts: AgreementFacts, names: Iterable[str]) -> dict[str, Met]:
    """Return those of the named facts that hold, each with its day where that is known."""
    known = {name: _FACTS[name](session, facts) for name in names}
    return {name: met for name, met in known.items() if met is not None}


def _same_text(session: Session, facts: AgreementFacts) -> Met | None:
    rows = clearance_rows(session, facts.row.id)
    if not rows or not same_text_of(route_in(session, facts.row)).same:
        return None
    return Met(max((row.done_on for row in rows if row.done_on), default=None))


def _printed(session: Session, facts: AgreementFacts) -> Met | None:
    originals = originals_of(session, facts.row.id)
    printed = bool(originals) and all(original.sha256 for original in originals)
    return Met() if printed or facts.row.stage in SIGNED else None


def _signed(session: Session, facts: AgreementFacts) -> Met | None:
    return _signing_of(session, facts.row)


def _registered(session: Session, facts: AgreementFacts) -> Met | None:
    query = select(RegisterEntry).where(RegisterEntry.agreement_id == facts.row.id)
    entry = session.exec(query).first()
    return Met(entry.on) if entry else None


def _visited(session: Session, facts: AgreementFacts) -> Met | None:
    visits = visits_of(session, facts.row.id)
    return Met(visits[0].on.full) if visits else None


def _parent_signed(session: Session, facts: AgreementFacts) -> Met | None:
    return _signing_of(session, facts.parent.row) if facts.parent else None


def _followed_up(session: Session, facts: AgreementFacts) -> Met | None:
    query = select(Agreement).where(
        Agreement.parent_id == facts.row.id, Agreement.kind != AgreementKind.ADDENDUM
    )
    return Met() if session.exec(query).first() else None


def _annexed(session: Session, facts: AgreementFacts) -> Met | None:
    query = select(Clause.id).where(
        Clause.agreement_id == facts.row.id, Clause.level == Level.ANNEX
    )
    return Met() if session.exec(query).first() else None


def _ended(_session: Session, facts: AgreementFacts) -> Met | None:
    row = facts.row
    last = min((day for day in (row.ended_on, row.ends_on) if day), default=None)
    return Met(last) if last and row.stage in SIGNED else None


def _powers(_session: Session, facts: AgreementFacts) -> Met | None:
    own = [party.row for party in facts.parties if not party.foreign]
    given = [row.authority_on for row in own if row.authority.strip() and row.authority_on]
    return Met(max(day for day in given if day)) if own and len(given) == len(own) else None


def _renewed(session: Session, facts: AgreementFacts) -> Met | None:
    row = facts.row
    addenda = (Agreement.parent_id == row.id) & (Agreement.kind == AgreementKind.ADDENDUM)
    query = select(Agreement).where((Agreement.renews_id == row.id) | addenda)
    return Met() if session.exec(query).first() else None


def _signing_of(session: Session, row: Agreement) -> Met | None:
    if row.stage not in SIGNED:
        return None
    return Met(last_signature(session, row.id) or row.signing_on)


_FACTS: Mapping[str, Callable[[Session, AgreementFacts], Met | None]] = MappingProxyType(
    {
        "same_text": _same_text,
        "printed": _printed,
        "signed": _signed,
        "registered": _registered,
        "visited": _visited,
        "umbrella_signed": _parent_signed,
        "intent_signed": _parent_signed,
        "followed_up": _followed_up,
        "annexed": _annexed,
        "ended": _ended,
        "powers": _powers,
        "renewed": _renewed,
    }
)
"""How the facts of ``stages.toml`` are known."""

"""Who may sign for a party instead of the person that its paper names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.agreements import FOREIGN_PARTNERS, AgreementKind
from kunjungan.domain.date_words import long_date
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.institutions import InstitutionKind, partner_kind
from kunjungan.domain.kind_rules import KindRule
from kunjungan.domain.signing_power import SigningPower, SigningWarning, signing_warnings
from kunjungan.domain.substitutes import Authority, refuse_unauthorised
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import PartyFacts, party_facts, rule_in
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine, official_line, officials_in
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Institution, Person, Position, Tenure

_REGIONAL = frozenset({InstitutionKind.REGION, InstitutionKind.AGENCY})


@dataclass(frozen=True, slots=True)
class Substitute:
    """Somebody who may sign for a party, with what speaks against it.

    ``authority`` is the decree by which the post is held, where it is on record: that of a Plh.
    or Plt. is what they sign by.
    """

    line: OfficialLine
    warnings: tuple[SigningWarning, ...]
    authority: Authority


def list_substitutes(
    office: Office, agreement_id: UUID, seq: int, day: date
) -> tuple[Substitute, ...]:
    """Return who may sign for party ``seq`` on a day, of it or of its agencies, heads first.

    The person whom the paper names is not among them.

    Raises:
        NotFound: the agreement is gone.
        RuleBroken: it has no such party.
    """
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        party = _party(session, agreement_id, seq)
        rule = rule_in(session, row)
        return tuple(
            _substitute(session, rule, row.kind, line)
            for body in _bodies(session, party)
            for line in officials_in(session, body)
            if line.id != party.row.tenure_id and line.holds_on(day)
        )


def signer_of(
    session: Session,
    row: Agreement,
    party: PartyFacts,
    chosen: UUID | None,
    on: date,
    authority: Authority,
) -> UUID | None:
    """Return whose post signs: the one on the paper, or a substitute who may.

    Raises:
        RuleBroken: the substitute holds no post of the party on that day, or has neither authority
            nor a reason.
    """
    if chosen is None or chosen == party.row.tenure_id:
        return party.row.tenure_id
    tenure = found(session, Tenure, chosen)
    position = found(session, Position, tenure.position_id)
    line = official_line(tenure, position, found(session, Person, tenure.person_id))
    name = line.name.full
    if line.institution_id not in _bodies(session, party):
        raise RuleBroken(
            later("{name} holds no post of {party}. Choose somebody who does."),
            name=name,
            party=party.short,
        )
    if not line.holds_on(on):
        raise RuleBroken(
            later(
                "{name} did not hold that post on {day}. "
                "Correct the term of office, or choose who held it."
            ),
            name=name,
            day=long_date(on),
        )
    warnings = _warnings(session, rule_in(session, row), row.kind, line, proven=authority.proven)
    refuse_unauthorised(name, on, authority, warnings)
    return chosen


def _party(session: Session, agreement_id: UUID, seq: int) -> PartyFacts:
    for party in party_facts(session, agreement_id):
        if party.row.seq == seq:
            return party
    raise RuleBroken(later("This agreement has no party {number}."), number=seq)


def _substitute(
    session: Session, rule: KindRule, kind: AgreementKind, line: OfficialLine
) -> Substitute:
    tenure = found(session, Tenure, line.id)
    authority = Authority(tenure.decree, tenure.decree_on)
    warnings = _warnings(session, rule, kind, line, proven=authority.proven)
    return Substitute(line, warnings, authority if authority.proven else Authority())


def _warnings(
    session: Session, rule: KindRule, kind: AgreementKind, line: OfficialLine, *, proven: bool
) -> tuple[SigningWarning, ...]:
    body = found(session, Institution, line.institution_id).kind
    head = line.is_head and body is not InstitutionKind.AGENCY
    power = SigningPower(line.capacity, by_head=head, proven=proven, regional=body in _REGIONAL)
    abroad = partner_kind(body) in FOREIGN_PARTNERS
    treaty = rule.foreign and kind is not AgreementKind.LOI and not abroad
    return signing_warnings(rule.signer, power, treaty=treaty)


def _bodies(session: Session, party: PartyFacts) -> Sequence[UUID]:
    """Return the party's institution, then the agencies below it."""
    below = select(Institution.id).where(
        Institution.parent_id == party.body.id, Institution.kind == InstitutionKind.AGENCY
    )
    return [party.body.id, *session.exec(below.order_by(col(Institution.name_id)))]

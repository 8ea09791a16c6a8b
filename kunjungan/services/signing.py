"""Signing: who signed which original, when, where, with what, and by what authority."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.date_words import day_month_year
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.originals import Medium
from kunjungan.domain.stages import AgreementStage, advance
from kunjungan.domain.substitutes import NO_AUTHORITY, Authority
from kunjungan.i18n import later
from kunjungan.services.agreement_content import originals_of
from kunjungan.services.agreement_fields import PartyFacts, party_facts
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine, official_line
from kunjungan.services.parties import OPEN
from kunjungan.services.process.duty_making import create_duties
from kunjungan.services.redating import end_of, first_day
from kunjungan.services.rows import found, required
from kunjungan.services.substitutes import signer_of
from kunjungan.store.tables import Agreement, Original, Person, Position, Signature, Tenure

_NOT_PRINTED = later("Print the originals first: a signature stands on a printed original.")
_NO_PLACE = later("Say where it was signed.")
_GIVEN_UP = later(
    "This agreement was given up on {day}: {reason}. Take its end back first, then record the "
    "signatures."
)
_TO_COME = later("This day is still to come. A signature is recorded on its day or later.")
_NO_WHY = later("Say why the record of the signature is corrected.")


@dataclass(frozen=True, slots=True)
class SignatureForm:
    """One signature: party ``seq`` on original ``original_no``, on a local day at a place.

    ``signed_by`` is the post of a substitute, by ``authority``; None for whom the paper names.
    """

    original_no: int
    seq: int
    on: date
    place: str
    medium: Medium = Medium.WET
    signed_by: UUID | None = None
    authority: Authority = NO_AUTHORITY


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A signature that is due or done; ``over_stamp`` when it goes over the stamp duty.

    ``language`` is that of the original where there is a volume for each language, else empty.
    ``signatory`` is whom the paper names, ``substitute`` who signed in that person's place, if so.
    """

    original_no: int
    holder: str
    seq: int
    party: str
    signatory: str
    over_stamp: bool
    on: date | None
    place: str
    medium: Medium | None
    language: str = ""
    substitute: OfficialLine | None = None
    authority: Authority = NO_AUTHORITY


def list_signatures(office: Office, agreement_id: UUID) -> list[SignatureLine]:
    """Return every signature an agreement needs, original by original, done or due."""
    with office.store.read() as session:
        parties = party_facts(session, agreement_id)
        done = _signatures(session, agreement_id)
        names = {facts.row.id: facts.body.name_id for facts in parties}
        return [
            _line(session, original, names[original.holder_id], facts, done)
            for original in originals_of(session, agreement_id)
            for facts in parties
        ]


def sign(office: Office, agreement_id: UUID, signatures: Sequence[SignatureForm]) -> None:
    """Record signatures; with the last one the agreement is signed, in force, and owes its duties.

    The last day of signing starts the term, also where it was recorded earlier. Signed paper
    vouches for it, so this cannot be undone. Refused before an original is printed, since a
    signature stands on an original, for a day to come, for a substitute without authority or a
    reason, and where there is nothing to record.
    """
    _refuse_days_to_come(office, signatures)
    with office.store.change(later("Record signatures"), final=True) as session:
        row = _printed(session, agreement_id)
        if not signatures:
            raise RuleBroken(later("Every signature is recorded already; nothing was recorded."))
        originals = {original.no: original for original in originals_of(session, agreement_id)}
        parties = {facts.row.seq: facts for facts in party_facts(session, agreement_id)}
        done = _signatures(session, agreement_id)
        for form in signatures:
            original, party = _called(originals, parties, form)
            key = (original.id, party.row.id)
            _refuse_unsignable(original, party, done.get(key))
            done[key] = Signature(
                original_id=original.id, party_id=party.row.id, on=form.on, place=""
            )
            _fill(session, row, party, done[key], form)
            session.add(done[key])
        if len(done) == len(originals) * len(parties) and row.stage is AgreementStage.FINAL:
            row.stage = advance(row.stage, AgreementStage.SIGNED)
            _begin(session, row, done.values())
            create_duties(session, row)


def sign_everything(
    office: Office, agreement_id: UUID, *, on: date, place: str, medium: Medium = Medium.WET
) -> None:
    """Record all signatures that are still due, made at one place on one day."""
    due = [line for line in list_signatures(office, agreement_id) if line.on is None]
    forms = [SignatureForm(line.original_no, line.seq, on, place, medium) for line in due]
    sign(office, agreement_id, forms)


def correct_signature(office: Office, agreement_id: UUID, form: SignatureForm, why: str) -> None:
    """Correct how a signature was recorded, for a reason that is kept in the history.

    The text stays signed; another last day moves start and end of the agreement with it.

    Raises:
        NotFound: no such signature is recorded.
        RuleBroken: no reason is given, or the record would be one that ``sign`` refuses.
    """
    reason = required(why, _NO_WHY)
    _refuse_days_to_come(office, [form])
    with office.store.change(later("Correct a signature"), reason=reason) as session:
        row = found(session, Agreement, agreement_id)
        originals = {original.no: original for original in originals_of(session, agreement_id)}
        parties = {facts.row.seq: facts for facts in party_facts(session, agreement_id)}
        done = _signatures(session, agreement_id)
        original, party = _called(originals, parties, form)
        signature = done.get((original.id, party.row.id))
        if signature is None:
            raise NotFound(later("That signature has not been recorded yet."))
        _fill(session, row, party, signature, form)
        if row.stage not in OPEN:
            _begin(session, row, done.values())


def _refuse_days_to_come(office: Office, signatures: Iterable[SignatureForm]) -> None:
    """Refuse a day that has not come, for a signature can neither be undone nor taken off."""
    if any(form.on > office.today() for form in signatures):
        raise RuleBroken(_TO_COME)


def _printed(session: Session, agreement_id: UUID) -> Agreement:
    row = found(session, Agreement, agreement_id)
    if row.stage is AgreementStage.DRAFT:
        raise RuleBroken(_NOT_PRINTED)
    if row.stage in OPEN and row.ended_on is not None:
        raise RuleBroken(_GIVEN_UP, day=day_month_year(row.ended_on), reason=row.end_reason)
    return row


def _called(
    originals: dict[int, Original], parties: dict[int, PartyFacts], form: SignatureForm
) -> tuple[Original, PartyFacts]:
    original, party = originals.get(form.original_no), parties.get(form.seq)
    if original is None or party is None:
        raise RuleBroken(
            later("There is no signature of party {party} on original {number}."),
            party=form.seq,
            number=form.original_no,
        )
    return original, party


def _refuse_unsignable(original: Original, party: PartyFacts, done: Signature | None) -> None:
    if original.sha256 is None:
        raise RuleBroken(later("Original {number} has not been printed yet."), number=original.no)
    if done is not None:
        raise RuleBroken(
            later("{name} has already signed original {number}."),
            name=party.signatory.name.full if party.signatory else party.body.name_id,
            number=original.no,
        )


def _fill(
    session: Session, row: Agreement, party: PartyFacts, signature: Signature, form: SignatureForm
) -> None:
    """Write what a form says of a signature; authority and reason are a substitute's only."""
    signed_by = signer_of(session, row, party, form.signed_by, form.on, form.authority)
    authority = form.authority if signed_by != party.row.tenure_id else NO_AUTHORITY
    signature.on = form.on
    signature.place = required(form.place, _NO_PLACE)
    signature.medium = form.medium
    signature.signed_by = signed_by
    signature.authority = authority.number.strip()
    signature.authority_on = authority.on
    signature.reason = authority.reason.strip()


def _begin(session: Session, row: Agreement, signatures: Iterable[Signature]) -> None:
    """Let the term start on the last day of signing (text: "as from the date of signing")."""
    row.starts_on = first_day(session, row, max(signature.on for signature in signatures))
    row.ends_on = end_of(row)


def _signatures(session: Session, agreement_id: UUID) -> dict[tuple[UUID, UUID], Signature]:
    query = select(Signature).join(Original).where(Original.agreement_id == agreement_id)
    return {(row.original_id, row.party_id): row for row in session.exec(query)}


def _line(
    session: Session,
    original: Original,
    holder: str,
    facts: PartyFacts,
    signed: dict[tuple[UUID, UUID], Signature],
) -> SignatureLine:
    done = signed.get((original.id, facts.row.id))
    return SignatureLine(
        original.no,
        holder,
        facts.row.seq,
        facts.body.name_id,
        facts.signatory.name.full if facts.signatory else "",
        facts.row.seq in original.stamps,
        done.on if done else None,
        done.place if done else "",
        done.medium if done else None,
        original.language,
        _substitute(session, facts, done) if done else None,
        Authority(done.authority, done.authority_on, done.reason) if done else NO_AUTHORITY,
    )


def _substitute(session: Session, facts: PartyFacts, done: Signature) -> OfficialLine | None:
    """Return the post of who signed instead of whom the paper names, if anybody did."""
    if done.signed_by in {None, facts.row.tenure_id}:
        return None
    tenure = found(session, Tenure, done.signed_by)
    position = found(session, Position, tenure.position_id)
    return official_line(tenure, position, found(session, Person, tenure.person_id))

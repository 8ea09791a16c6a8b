"""Signing: who signed which original, when, where and with what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.originals import Medium
from kunjungan.domain.stages import AgreementStage, advance
from kunjungan.i18n import later
from kunjungan.services.agreement_content import originals_of
from kunjungan.services.agreement_fields import PartyFacts, party_facts
from kunjungan.services.office import Office
from kunjungan.services.rows import found, required
from kunjungan.store.tables import Agreement, Original, Signature


@dataclass(frozen=True, slots=True)
class SignatureForm:
    """One signature: party ``seq`` on original ``original_no``, on a local day at a place."""

    original_no: int
    seq: int
    on: date
    place: str
    medium: Medium = Medium.WET


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A signature that is due or done; ``over_stamp`` when it goes over the stamp duty.

    ``language`` is that of the original where there is a volume for each language, else empty.
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


def list_signatures(office: Office, agreement_id: UUID) -> list[SignatureLine]:
    """Return every signature an agreement needs, original by original, done or due."""
    with office.store.read() as session:
        parties = party_facts(session, agreement_id)
        done = _signatures(session, agreement_id)
        names = {facts.row.id: facts.body.name_id for facts in parties}
        return [
            _line(original, names[original.holder_id], facts, done.get((original.id, facts.row.id)))
            for original in originals_of(session, agreement_id)
            for facts in parties
        ]


def sign(office: Office, agreement_id: UUID, signatures: Sequence[SignatureForm]) -> None:
    """Record signatures; with the last one the agreement is signed.

    Signed paper vouches for it, so this cannot be undone. Refused before every original is
    printed, since a signature stands on an original.
    """
    with office.store.change(later("Record signatures"), final=True) as session:
        row = found(session, Agreement, agreement_id)
        if row.stage not in {AgreementStage.FINAL, AgreementStage.SIGNED}:
            raise RuleBroken(
                later("Print the originals first: a signature stands on a printed original.")
            )
        originals = {original.no: original for original in originals_of(session, agreement_id)}
        parties = {facts.row.seq: facts for facts in party_facts(session, agreement_id)}
        done = _signatures(session, agreement_id)
        for form in signatures:
            _sign_one(session, originals, parties, done, form)
        if len(done) == len(originals) * len(parties) and row.stage is AgreementStage.FINAL:
            row.stage = advance(row.stage, AgreementStage.SIGNED)


def sign_everything(
    office: Office, agreement_id: UUID, *, on: date, place: str, medium: Medium = Medium.WET
) -> None:
    """Record all signatures that are still due, made at one place on one day."""
    due = [line for line in list_signatures(office, agreement_id) if line.on is None]
    forms = [SignatureForm(line.original_no, line.seq, on, place, medium) for line in due]
    sign(office, agreement_id, forms)


def _sign_one(
    session: Session,
    originals: dict[int, Original],
    parties: dict[int, PartyFacts],
    done: dict[tuple[UUID, UUID], Signature],
    form: SignatureForm,
) -> None:
    original, party = originals.get(form.original_no), parties.get(form.seq)
    if original is None or party is None:
        raise RuleBroken(
            later("There is no signature of party {party} on original {number}."),
            party=form.seq,
            number=form.original_no,
        )
    if original.sha256 is None:
        raise RuleBroken(
            later("Original {number} has not been printed yet."), number=form.original_no
        )
    key = (original.id, party.row.id)
    if key in done:
        raise RuleBroken(
            later("{name} has already signed original {number}."),
            name=party.signatory.name.full if party.signatory else party.body.name_id,
            number=form.original_no,
        )
    done[key] = Signature(
        original_id=original.id,
        party_id=party.row.id,
        on=form.on,
        place=required(form.place, later("Say where it was signed.")),
        medium=form.medium,
        signed_by=party.row.tenure_id,
    )
    session.add(done[key])


def _signatures(session: Session, agreement_id: UUID) -> dict[tuple[UUID, UUID], Signature]:
    query = select(Signature).join(Original).where(Original.agreement_id == agreement_id)
    return {(row.original_id, row.party_id): row for row in session.exec(query)}


def _line(
    original: Original, holder: str, facts: PartyFacts, done: Signature | None
) -> SignatureLine:
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
    )

"""The parties of an agreement: who signs for each, by what authority, under what number."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import AgreementStage
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put
from kunjungan.services.signed_texts import SIGNED
from kunjungan.store.tables import Agreement, Original, Party, Signature

OPEN = frozenset({AgreementStage.DRAFT, AgreementStage.FINAL})


@dataclass(frozen=True, slots=True)
class PartyForm:
    """A party: who signs for it and its own number, free text and often pending.

    ``authority_reason`` says why it is signed without the authority that the law asks for; the
    names in the partner's own language stand with ``_third``.
    """

    institution_id: UUID
    tenure_id: UUID | None = None
    authority: str = ""
    authority_on: date | None = None
    authority_reason: str = ""
    number: str = ""
    number_on: date | None = None
    number_pending: bool = False
    name_third: str = ""
    office_third: str = ""
    signer_third: str = ""
    version: int = 0


def parties_of(office: Office, agreement_id: UUID) -> list[PartyForm]:
    """Return an agreement's parties in order, ready to be edited."""
    with office.store.read() as session:
        rows = party_rows(session, agreement_id)
        return [replace(as_form(PartyForm, row), number=row.number or "") for row in rows]


def edit_party(office: Office, agreement_id: UUID, seq: int, form: PartyForm) -> None:
    """Change who signs for a party, by what authority, and its number."""
    with office.store.change(later("Edit party")) as session:
        open_draft(session, agreement_id)
        row = party_rows(session, agreement_id)[seq - 1]
        _fill_party(found(session, Party, row.id, seen=form.version), form)


def set_number(office: Office, agreement_id: UUID, seq: int, number: str, on: date | None) -> None:
    """Enter a party's number, also after signing: partners often send theirs weeks later.

    It counts as pending as long as the printed paper has left it open. Raises RuleBroken for one
    that stands on the printed paper.
    """
    with office.store.change(later("Enter a party's number")) as session:
        agreement = found(session, Agreement, agreement_id)
        row = party_rows(session, agreement_id)[seq - 1]
        if row.number and not row.number_pending:
            open_draft(session, agreement_id)
        row.number = number.strip() or None
        row.number_on = on
        row.number_pending = row.number is None or agreement.locked_on is not None


def open_draft(session: Session, agreement_id: UUID, *, seen: int = 0) -> Agreement:
    """Return an agreement whose text may change, or refuse with the way out."""
    row = found(session, Agreement, agreement_id, seen=seen)
    refuse_signed(session, row)
    if row.locked_on is not None:
        raise RuleBroken(
            later(
                "Draft {number} is locked because its original has been printed. "
                "Start a new draft to change it; the printed papers then become stale."
            ),
            number=row.draft_no,
        )
    return row


def refuse_signed(session: Session, row: Agreement) -> None:
    """Raise RuleBroken once anybody has signed an original: then no word changes any more."""
    query = select(Signature).join(Original).where(Original.agreement_id == row.id)
    if row.stage not in OPEN or session.exec(query).first() is not None:
        raise RuleBroken(SIGNED)


def next_draft(session: Session, row: Agreement) -> None:
    """Open a locked text again as the next draft; what was printed of the old one is stale."""
    row.draft_no += 1
    row.locked_on = None
    row.stage = AgreementStage.DRAFT
    for original in session.exec(select(Original).where(Original.agreement_id == row.id)):
        original.sha256 = None
    for party in party_rows(session, row.id):
        party.number_pending = party.number_pending and party.number is None


def party_rows(session: Session, agreement_id: UUID) -> list[Party]:
    """Return an agreement's parties, PIHAK KESATU first."""
    query = select(Party).where(Party.agreement_id == agreement_id).order_by(col(Party.seq))
    return list(session.exec(query))


def new_party(agreement_id: UUID, seq: int, form: PartyForm) -> Party:
    """Return a new row for party ``seq`` (from 1), to be added inside a change."""
    row = Party(agreement_id=agreement_id, seq=seq, institution_id=form.institution_id)
    _fill_party(row, form)
    return row


def _fill_party(row: Party, form: PartyForm) -> None:
    put(row, form)
    row.number = form.number.strip() or None
    row.number_pending = form.number_pending and row.number is None

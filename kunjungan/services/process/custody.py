"""Where each original lies: kept, lent to whom and until when, and what became of it before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, func, select

from kunjungan.services.agreement_content import originals_of
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.originals import short_name
from kunjungan.services.parties import party_rows
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Original, Party, RegisterEntry, Signature


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """An original, signed by ``signed`` of ``due`` parties, and where it is now.

    ``ours`` says that the office's own party keeps it; ``overdue`` that it should be back.
    """

    id: UUID
    agreement_id: UUID
    no: int
    holder: str
    ours: bool
    language: str
    printed: bool
    signed: int
    due: int
    kept_at: str
    lent_to: str
    due_back_on: date | None
    overdue: bool


def custody(office: Office, agreement_id: UUID) -> list[CustodyLine]:
    """Return an agreement's originals with where each is now; NotFound when it is gone."""
    with office.store.read() as session:
        found(session, Agreement, agreement_id)
        return list(_lines(session, agreement_id, office.today()))


def _lines(session: Session, agreement_id: UUID, today: date) -> Iterator[CustodyLine]:
    parties = party_rows(session, agreement_id)
    own = own_party(session, parties)
    names = {party.id: short_name(session, party) for party in parties}
    for row in originals_of(session, agreement_id):
        ours = row.holder_id == own.id
        yield CustodyLine(
            row.id,
            agreement_id,
            row.no,
            names[row.holder_id],
            ours=ours,
            language=row.language,
            printed=row.sha256 is not None,
            signed=_signed(session, row),
            due=len(parties),
            kept_at=row.kept_at or (registered_at(session, row) if ours else ""),
            lent_to=row.lent_to,
            due_back_on=row.due_back_on,
            overdue=bool(row.lent_to and row.due_back_on and row.due_back_on < today),
        )


def own_party(session: Session, parties: list[Party]) -> Party:
    """Return the office's own party: the first one, where the office has not said what it is."""
    own = settings_in(session).own_institution
    return next((party for party in parties if party.institution_id == own), parties[0])


def _signed(session: Session, row: Original) -> int:
    query = select(func.count()).select_from(Signature).where(Signature.original_id == row.id)
    return session.exec(query).one()


def registered_at(session: Session, row: Original) -> str:
    """Return where the register says that the paper is kept."""
    query = select(RegisterEntry.kept_at).where(col(RegisterEntry.agreement_id) == row.agreement_id)
    return session.exec(query).first() or ""

"""Notes where an original lies, to whom it is lent, and that it is back."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.agreement_content import originals_of
from kunjungan.services.office import Office
from kunjungan.services.originals import numbered
from kunjungan.services.parties import OPEN, party_rows
from kunjungan.services.process.custody import own_party, registered_at
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.store.tables import Agreement, Original


@dataclass(frozen=True, slots=True)
class CustodyForm:
    """Where an original lies, unless it is lent to somebody, perhaps until a day."""

    kept_at: str = ""
    lent_to: str = ""
    due_back_on: date | None = None
    version: int = 0


def custody_form(office: Office, agreement_id: UUID, no: int) -> CustodyForm:
    """Return where an original lies, ready to be edited; NotFound when it is not planned."""
    with office.store.read() as session:
        row = numbered(session, agreement_id, no)
        form = as_form(CustodyForm, row)
        kept = row.kept_at or registered_at(session, row)
        return replace(form, kept_at=kept)


def set_custody(office: Office, agreement_id: UUID, no: int, form: CustodyForm) -> None:
    """Note where an original lies, or to whom it is lent.

    Raises:
        RuleBroken: it is not printed yet, or due back from nobody.
    """
    if form.due_back_on is not None and not form.lent_to.strip():
        raise RuleBroken(later("Say to whom it is lent, or leave the day of return empty."))
    with office.store.change(later("Note where an original lies")) as session:
        row = numbered(session, agreement_id, no)
        found(session, Original, row.id, seen=form.version)
        _refuse_unprinted(session, row)
        put(row, replace(form, kept_at=form.kept_at.strip(), lent_to=form.lent_to.strip()))


def take_back(office: Office, agreement_id: UUID, no: int) -> None:
    """Note that a lent original is back where it is kept.

    Raises:
        RuleBroken: it is not lent.
    """
    with office.store.change(later("Original returned")) as session:
        row = numbered(session, agreement_id, no)
        if not row.lent_to:
            raise RuleBroken(later("Original {number} is not lent to anybody."), number=no)
        row.lent_to, row.due_back_on = "", None


def record_copy(office: Office, agreement_id: UUID, form: CustodyForm) -> int:
    """Record a paper that the office holds of an agreement made without this program.

    It becomes the next original, kept by the office; whether it is a copy stands in ``kept_at``.

    Raises:
        RuleBroken: the agreement is still being drafted here, or it is not said where it lies.
    """
    where = required(form.kept_at, later("Say where it lies, and whether it is a copy."))
    with office.store.change(later("Record a paper that is held")) as session:
        row = found(session, Agreement, agreement_id)
        if row.stage in OPEN:
            raise RuleBroken(
                later("Its originals come from this program. Print them, then record signatures.")
            )
        rows = originals_of(session, agreement_id)
        if any(each.sha256 for each in rows):
            raise RuleBroken(later("Its originals are on record already."))
        parties = party_rows(session, agreement_id)
        own = own_party(session, parties)
        original = Original(
            agreement_id=agreement_id,
            no=max((each.no for each in rows), default=0) + 1,
            holder_id=own.id,
            first_id=parties[0].id,
        )
        put(original, replace(form, kept_at=where, lent_to=form.lent_to.strip()))
        session.add(original)
    return original.no


def _refuse_unprinted(session: Session, row: Original) -> None:
    open_here = found(session, Agreement, row.agreement_id).stage in OPEN
    if row.sha256 is None and open_here:
        raise RuleBroken(later("Original {number} has not been printed yet."), number=row.no)

"""Who signs an agreement without being a party: witnesses, and who acknowledges it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.words import WitnessRole
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft, party_rows
from kunjungan.services.rows import as_form, found, put
from kunjungan.store.tables import Tenure, Witness


@dataclass(frozen=True, slots=True)
class WitnessForm:
    """A witness: the holder of a post, or a name and an office as they are to be printed."""

    role: WitnessRole = "witness"
    tenure_id: UUID | None = None
    name: str = ""
    office_id: str = ""
    office_en: str = ""


def witnesses_of(office: Office, agreement_id: UUID) -> list[WitnessForm]:
    """Return an agreement's witnesses in printed order, ready to be edited."""
    with office.store.read() as session:
        return [as_form(WitnessForm, row) for row in witness_rows(session, agreement_id)]


def set_witnesses(office: Office, agreement_id: UUID, witnesses: Sequence[WitnessForm]) -> None:
    """Set who signs an agreement without being a party, in printed order, in one change.

    Raises RuleBroken for a witness without post or name, for one that stands there twice or
    signs for a party, and once the draft is printed as an original.
    """
    with office.store.change(later("Set witnesses")) as session:
        open_draft(session, agreement_id)
        _check(session, agreement_id, witnesses)
        rows = witness_rows(session, agreement_id)
        for seq, (row, form) in enumerate(zip_longest(rows, witnesses), 1):
            if form is None:
                session.delete(row)
                continue
            kept = row or Witness(agreement_id=agreement_id, seq=seq)
            put(kept, _trimmed(form))
            kept.seq = seq
            session.add(kept)


def witness_rows(session: Session, agreement_id: UUID) -> list[Witness]:
    """Return an agreement's witnesses in printed order."""
    query = select(Witness).where(Witness.agreement_id == agreement_id).order_by(col(Witness.seq))
    return list(session.exec(query))


def _trimmed(form: WitnessForm) -> WitnessForm:
    return replace(
        form,
        name=form.name.strip(),
        office_id=form.office_id.strip(),
        office_en=form.office_en.strip(),
    )


def _check(session: Session, agreement_id: UUID, witnesses: Sequence[WitnessForm]) -> None:
    signing = {party.tenure_id for party in party_rows(session, agreement_id)}
    seen: set[UUID | str] = set()
    for form in witnesses:
        if form.tenure_id is None and not form.name.strip():
            raise RuleBroken(later("A witness needs a post or a name."))
        if form.tenure_id is not None:
            found(session, Tenure, form.tenure_id)
            if form.tenure_id in signing:
                raise RuleBroken(later("Who signs for a party is no witness. Choose another."))
        who = form.tenure_id or form.name.strip().casefold()
        if who in seen:
            raise RuleBroken(later("A witness stands there twice. Remove one of them."))
        seen.add(who)

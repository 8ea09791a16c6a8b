"""Makes the duties that law and practice ask for once an agreement is signed."""

from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.stages import SIGNED
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.process.duty_plan import planned_duties
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Task

OBLIGATION = ""
"""The code of what a party owes by the text itself, or of any other task of the office."""


def create_duties(session: Session, agreement: Agreement) -> int:
    """Make the duties of an agreement that has just been signed; return how many were made.

    Only once: where it has duties already, or is not signed, nothing happens. Runs inside the
    caller's change.
    """
    if agreement.stage not in SIGNED or _coded(session, agreement.id):
        return 0
    planned = list(planned_duties(session, agreement))
    for each in planned:
        session.add(
            Task(
                agreement_id=agreement.id,
                code=each.duty.code,
                title=each.name.id,
                due_on=each.on,
            )
        )
    return len(planned)


def add_duties(office: Office, agreement_id: UUID) -> int:
    """Make the duties of an agreement that was signed without them, such as an imported one."""
    with office.store.change(later("Make the duties after signing")) as session:
        return create_duties(session, found(session, Agreement, agreement_id))


def _coded(session: Session, agreement_id: UUID) -> bool:
    query = select(Task).where(Task.agreement_id == agreement_id, Task.code != OBLIGATION)
    return session.exec(query).first() is not None

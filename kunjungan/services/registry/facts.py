"""What the register says of an agreement at any stage: field, unit that carries it out, early end.

These are the office's own notes on it; no word of the signed text changes with them.
"""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.date_words import day_month_year
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.parties import OPEN
from kunjungan.services.register import last_signature
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.store.tables import Agreement


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """The field of cooperation, the unit (OPD) that carries it out, and a note."""

    field: str = ""
    unit: str = ""
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class EndForm:
    """On which day an agreement ended before its time, and why (PP 28/2018 article 9)."""

    on: date
    reason: str
    version: int = 0


def register_facts(office: Office, agreement_id: UUID) -> RegisterFacts:
    """Return what the register says of an agreement, ready to be edited."""
    with office.store.read() as session:
        return as_form(RegisterFacts, found(session, Agreement, agreement_id))


def edit_register_facts(office: Office, agreement_id: UUID, form: RegisterFacts) -> None:
    """Change what the register says of an agreement, at any stage."""
    trimmed = replace(
        form, field=form.field.strip(), unit=form.unit.strip(), note=form.note.strip()
    )
    with office.store.change(later("Edit the register")) as session:
        put(found(session, Agreement, agreement_id, seen=form.version), trimmed)


def known_words(office: Office) -> tuple[list[str], list[str]]:
    """Return the fields and the units that stand in the register, by the alphabet."""
    with office.store.read() as session:
        pairs = session.exec(select(Agreement.field, Agreement.unit).distinct()).all()
    fields, units = ({pair[side] for pair in pairs} - {""} for side in (0, 1))
    return sorted(fields, key=str.casefold), sorted(units, key=str.casefold)


def end_form(office: Office, agreement_id: UUID) -> EndForm | None:
    """Return how an agreement was ended before its time; None where it was not."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        if row.ended_on is None:
            return None
        return EndForm(row.ended_on, row.end_reason, row.version)


def end_agreement(office: Office, agreement_id: UUID, form: EndForm) -> None:
    """Record that an agreement ends before its time; from that day it is terminated.

    A draft may be given up in the same way. Raises RuleBroken without a reason, for a day before
    it was signed, and for one at which it has ended by itself.
    """
    reason = required(form.reason, later("Say why it ends. The reason is kept in the register."))
    with office.store.change(later("End agreement")) as session:
        row = found(session, Agreement, agreement_id, seen=form.version)
        _check_end(session, row, form.on)
        row.ended_on = form.on
        row.end_reason = reason


def take_back_end(office: Office, agreement_id: UUID) -> None:
    """Record that an agreement was not ended before its time after all."""
    with office.store.change(later("Take back the end of an agreement")) as session:
        row = found(session, Agreement, agreement_id)
        row.ended_on = None
        row.end_reason = ""


def _check_end(session: Session, row: Agreement, on: date) -> None:
    signed = last_signature(session, row.id) or row.signing_on
    if row.stage not in OPEN and signed is not None and on < signed:
        message = later("It was signed on {day} and cannot have ended before.")
        raise RuleBroken(message, day=day_month_year(signed))
    if row.stage not in OPEN and row.ends_on is not None and on > row.ends_on:
        message = later("Its term ends on {day} already, so nothing has to be ended.")
        raise RuleBroken(message, day=day_month_year(row.ends_on))

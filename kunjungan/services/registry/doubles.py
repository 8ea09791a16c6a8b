"""Tells which rows of a register that is brought in are in the register already, or twice."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from kunjungan.domain.names import search_key
from kunjungan.domain.register_heads import RegisterField
from kunjungan.domain.register_rows import JudgedRow, PastAgreement, RowFault
from kunjungan.i18n import later
from kunjungan.services.courses import raw
from kunjungan.services.office_settings import settings_in
from kunjungan.services.registry.partners import partner_key
from kunjungan.store.tables import Agreement, Institution, Party

NUMBER_TWICE = later("The number {number} stands twice in this file (row {row}).")
NUMBER_THERE = later("The number {number} is in the register already.")
ROW_TWICE = later("Row {row} tells of the same agreement: same partner, subject and day.")
ROW_THERE = later("An agreement with the same partner, subject and day is in the register already.")

Facts = tuple[str, str, date | None]
"""What an agreement without a number is known by: partner, subject, day of signing."""


class Doubles:
    """The numbers and agreements that are known, and those that the file itself named before."""

    def __init__(self, session: Session) -> None:
        own = settings_in(session).own_institution
        ours = sa.or_(col(Party.seq) == 1, col(Party.institution_id) == own)
        numbers = session.connection().execute(sa.select(col(Party.number)).where(ours))
        self._numbers = {_number_key(number) for (number,) in numbers if number}
        self._facts = _facts_known(session)
        self._numbers_met: dict[str, int] = {}
        self._facts_met: dict[Facts, int] = {}

    def known(self, entry: PastAgreement) -> RowFault | None:
        """Return why an agreement is in the register already, if it is."""
        number = _number_key(entry.own_number)
        if number:
            shown = {"number": entry.own_number}
            fault = RowFault(RegisterField.OWN_NUMBER, NUMBER_THERE, shown)
            return fault if number in self._numbers else None
        there = _facts(entry) in self._facts
        return RowFault(RegisterField.SUBJECT, ROW_THERE) if there else None

    def judged(self, row: JudgedRow) -> JudgedRow:
        """Return a row with the fault that it is known, or that a row before it said the same."""
        entry = row.entry or row.mended
        if entry is None:
            return row
        fault = self.known(entry) or self._met(row.place, entry)
        return row if fault is None else JudgedRow(row.place, row.cells, None, (*row.faults, fault))

    def _met(self, place: int, entry: PastAgreement) -> RowFault | None:
        number = _number_key(entry.own_number)
        if number:
            first = self._numbers_met.setdefault(number, place)
            shown = {"number": entry.own_number, "row": first}
            fault = RowFault(RegisterField.OWN_NUMBER, NUMBER_TWICE, shown)
        else:
            first = self._facts_met.setdefault(_facts(entry), place)
            fault = RowFault(RegisterField.SUBJECT, ROW_TWICE, {"row": first})
        return None if first == place else fault


def _facts_known(session: Session) -> set[Facts]:
    """Return what every agreement is known by, under each name of each of its parties."""
    names = (col(Institution.name_id), col(Institution.name_en), col(Institution.short_name))
    bodies = session.connection().execute(sa.select(raw(col(Institution.id)), *names))
    keys = {body: {partner_key(name) for name in called if name} for body, *called in bodies}
    query = sa.select(
        col(Agreement.subject_id), col(Agreement.signing_on), raw(col(Party.institution_id))
    ).join(Party, col(Party.agreement_id) == col(Agreement.id))
    return {
        (name, search_key(subject), on)
        for subject, on, body in session.connection().execute(query)
        for name in keys.get(body, ())
    }


def _facts(entry: PastAgreement) -> Facts:
    return partner_key(entry.partner), search_key(entry.subject), entry.signed_on


def _number_key(number: str) -> str:
    return "".join(number.casefold().split())

"""The office's register of agreements, one series of numbers a year."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.numbering import fill_number, next_seq, serial_in
from kunjungan.domain.stages import AgreementStage, advance
from kunjungan.i18n import later
from kunjungan.services.agreement_lists import register_label
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.parties import party_rows
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Party, RegisterEntry, Signature
from kunjungan.store.tables.papers import Original


def register(office: Office, agreement_id: UUID, *, kept_at: str = "") -> str:
    """Enter a signed agreement in the register and return its place such as ``2022/001``.

    The year is that of the last signature; gaps are not filled (office practice). It cannot
    be undone: a register is a permanent record.
    """
    with office.store.change(later("Register agreement"), final=True) as session:
        row = found(session, Agreement, agreement_id)
        if row.stage is not AgreementStage.SIGNED:
            raise RuleBroken(
                later("Only a signed agreement is registered. Record its signatures first.")
            )
        row.stage = advance(row.stage, AgreementStage.REGISTERED)
        signed = last_signature(session, agreement_id) or office.today()
        query = select(RegisterEntry.no).where(RegisterEntry.year == signed.year)
        used = [no for no in session.exec(query) if no is not None]
        entry = RegisterEntry(
            agreement_id=row.id,
            year=signed.year,
            no=max(used, default=0) + 1,
            number=own_number(session, row.id),
            on=office.today(),
            kept_at=kept_at.strip(),
        )
        session.add(entry)
        return register_label(entry)


def propose_number(office: Office, on: date) -> str:
    """Return the next number of the office's own series, by its pattern, for a day.

    The Roman month and the year follow the number's own date, not the day of printing.
    """
    with office.store.read() as session:
        chosen = settings_in(session)
        return fill_number(
            chosen.number_pattern,
            seq=next_seq(numbers_used(session, chosen.number_pattern), on.year),
            on=on,
            code=chosen.number_class,
            unit=chosen.number_unit,
        )


def numbers_used(session: Session, pattern: str) -> list[tuple[int, int]]:
    """Return the year and the running number of each number of the office's own series."""
    query = select(Party).where(Party.seq == 1, col(Party.number_on).is_not(None))
    return [
        (row.number_on.year, serial.number)
        for row in session.exec(query)
        if row.number_on and (serial := serial_in(row.number or "", pattern))
    ]


def last_signature(session: Session, agreement_id: UUID) -> date | None:
    """Return the day of the last signature, from which the agreement is in force."""
    query = select(Signature).join(Original).where(Original.agreement_id == agreement_id)
    return max((row.on for row in session.exec(query)), default=None)


def own_number(session: Session, agreement_id: UUID) -> str | None:
    """Return the first party's number, if it has one."""
    rows = party_rows(session, agreement_id)
    return rows[0].number if rows else None

"""Moves the day of signing, and with it all that follows from it, in one step."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.numbering import moved_number, next_seq, serial_in
from kunjungan.domain.terms import EndsRule, ends_on, starts_after
from kunjungan.i18n import later
from kunjungan.services.agreement_content import text_fingerprint
from kunjungan.services.drafts.keeping import keep_draft
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.parties import next_draft, party_rows, refuse_signed
from kunjungan.services.register import numbers_used
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Party, PrintRun


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that followed the date: an untranslated word for it, what it was and is."""

    what: str
    before: date | str | int | None
    after: date | str | int | None


@dataclass(frozen=True, slots=True)
class Redated:
    """What a new day of signing moved, and how many printings it made stale."""

    moved: tuple[Moved, ...]
    stale: int


def redate(office: Office, agreement_id: UUID, day: date) -> Redated:
    """Set another day of signing; start, end and the office's own number follow, as one change.

    The number keeps its running number, unless that is taken in another year. Where an original
    of this draft is printed, the next draft begins. Raises RuleBroken once anybody has signed.
    """
    with office.store.change(later("Move the signing date")) as session:
        return redate_in(office, session, agreement_id, day)


def redate_in(office: Office, session: Session, agreement_id: UUID, day: date) -> Redated:
    """Set another day of signing inside a change that does more; raises like ``redate``."""
    row = found(session, Agreement, agreement_id)
    if row.locked_on is not None:
        keep_draft(office, session, row)
    return _redated(session, agreement_id, day)


def foreseen(office: Office, agreement_id: UUID, day: date) -> Redated:
    """Return what ``redate`` would move and make stale; nothing is stored."""
    with office.store.read() as session, session.no_autoflush:
        return _redated(session, agreement_id, day)


def follow_date(session: Session, row: Agreement, old: date | None) -> None:
    """Let start, end and the office's own number follow a day of signing that was ``old``.

    A renewal starts the day after what it renews has ended, if that is later.
    """
    row.starts_on = first_day(session, row, row.signing_on)
    row.ends_on = end_of(row)
    if row.signing_on not in {None, old}:
        party = _own(session, row)
        if party.number_on == old:
            _follow(session, party, row.signing_on)


def end_of(row: Agreement) -> date | None:
    """Return the day an agreement ends: by its term from its first day, else as it stands."""
    years, months = row.term_years or 0, row.term_months or 0
    first = row.starts_on or row.signing_on
    if first and (years or months) and row.ends_rule is not EndsRule.EXPLICIT:
        return ends_on(first, years=years, months=months, rule=row.ends_rule)
    return row.ends_on


def first_day(session: Session, row: Agreement, signed: date | None) -> date | None:
    """Return the day an agreement starts when it is signed on a day; a renewal waits for its turn.

    At home it is in force as from the date of signing, by the last signature where they differ.
    """
    renewed = session.get(Agreement, row.renews_id) if row.renews_id else None
    if renewed is None:
        return signed
    return starts_after(renewed.ends_on, signed) if signed else row.starts_on


def _redated(session: Session, agreement_id: UUID, day: date) -> Redated:
    row = found(session, Agreement, agreement_id)
    refuse_signed(session, row)
    before = _dated(session, row)
    runs = _runs(session, row)
    old, row.signing_on = row.signing_on, day
    follow_date(session, row, old)
    if row.signing_on != old and row.locked_on is not None:
        next_draft(session, row)
    after = _dated(session, row)
    text = text_fingerprint(session, agreement_id)
    stale = [run for run in runs if (run.fingerprint, run.draft_no) != (text, row.draft_no)]
    moved = (Moved(what, before[what], now) for what, now in after.items() if before[what] != now)
    return Redated(tuple(moved), len(stale))


def _own(session: Session, row: Agreement) -> Party:
    """Return the office's own party: the first one, where the office has not said what it is."""
    own = settings_in(session).own_institution
    parties = party_rows(session, row.id)
    return next((party for party in parties if party.institution_id == own), parties[0])


def _follow(session: Session, party: Party, day: date) -> None:
    """Let a number of the office's own series follow; one that is taken there gets the next."""
    pattern, old = settings_in(session).number_pattern, party.number or ""
    number, serial = moved_number(old, pattern, day), serial_in(old, pattern)
    if number is None or serial is None:
        return
    if party.number_on is not None and party.number_on.year != day.year:
        used = numbers_used(session, pattern)
        if (day.year, serial.number) in used:
            number = moved_number(old, pattern, day, seq=next_seq(used, day.year))
    party.number, party.number_on = number, day


def _dated(session: Session, row: Agreement) -> dict[str, date | str | int | None]:
    return {
        later("Date of signing"): row.signing_on,
        later("End"): row.ends_on,
        later("Our number"): _own(session, row).number,
        later("Draft"): row.draft_no,
    }


def _runs(session: Session, row: Agreement) -> list[PrintRun]:
    """Return the printings of the present draft."""
    query = select(PrintRun).where(
        PrintRun.agreement_id == row.id, col(PrintRun.draft_no) == row.draft_no
    )
    return list(session.exec(query))

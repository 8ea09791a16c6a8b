"""What stands in the calendar besides visits: the leader's agenda and the office's own work."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import Zone, check_hours
from kunjungan.domain.visit_words import EntryKind
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.store.tables import CalendarEntry, Tenure


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryForm:
    """What a person fills in for an entry; without hours it takes whole days.

    ``until`` is its last day, empty for one day; hours are local to ``zone``. ``tenure_id`` is
    whose agenda it is in.
    """

    title: str
    on: date
    until: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    zone: Zone = Zone.WIB
    kind: EntryKind = EntryKind.LEADER
    tenure_id: UUID | None = None
    tentative: bool = False
    place: str = ""
    room: str = ""
    note: str = ""
    version: int = 0


def entry_form(office: Office, entry_id: UUID) -> EntryForm:
    """Return an entry as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(EntryForm, found(session, CalendarEntry, entry_id))


def add_entry(office: Office, form: EntryForm) -> UUID:
    """Put an entry in the calendar and return its id."""
    with office.store.change(later("Add calendar entry")) as session:
        return add_in(session, form).id


def edit_entry(office: Office, entry_id: UUID, form: EntryForm) -> None:
    """Change an entry."""
    _check(form)
    with office.store.change(later("Edit calendar entry")) as session:
        row = found(session, CalendarEntry, entry_id, seen=form.version)
        _known(session, form.tenure_id)
        put(row, form)


def remove_entry(office: Office, entry_id: UUID) -> None:
    """Take an entry out of the calendar; undo brings it back."""
    with office.store.change(later("Remove calendar entry")) as session:
        session.delete(found(session, CalendarEntry, entry_id))


def add_in(session: Session, form: EntryForm) -> CalendarEntry:
    """Put an entry in the calendar within a change that is open, and return its row."""
    _check(form)
    _known(session, form.tenure_id)
    row = CalendarEntry(title=form.title.strip(), on=form.on)
    put(row, form)
    session.add(row)
    return row


def _known(session: Session, tenure_id: UUID | None) -> None:
    """Refuse a post that is gone."""
    if tenure_id is not None:
        found(session, Tenure, tenure_id)


def _check(form: EntryForm) -> None:
    required(form.title, later("Say what it is."))
    if form.until is not None and form.until < form.on:
        raise RuleBroken(later("The last day cannot be before the first."))
    if form.until in {None, form.on}:
        check_hours(form.starts_at, form.ends_at)
    elif form.ends_at is not None and form.starts_at is None:
        raise RuleBroken(later("Say when it starts, too."))

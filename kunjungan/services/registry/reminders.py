"""What falls due with the office's agreements: ends that come near, tasks, originals lent out.

Everything is computed from dates, so that what fell due while the computer was off is there at
the next start; only what was done about it is kept.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.life import Course
from kunjungan.domain.process_lists import lapsing_duties
from kunjungan.domain.registry import Due
from kunjungan.domain.term_days import shifted
from kunjungan.i18n import later
from kunjungan.services.agreement_lists import ending_soon
from kunjungan.services.courses import as_uuid, courses
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.registry.sources import parties as parties_of
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Original, Reminder, Task

Done = Mapping[tuple[UUID, str, date], Reminder]


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """Something that fell due on ``due_on`` and that nobody has settled.

    ``what`` names it within its agreement (``ending:6``, ``task:<id>``, ``original:2``),
    ``title`` is a task or who has the original, ``days_left`` counts to the agreement's end,
    ``put_off`` is the day until which it was put off before.
    """

    agreement_id: UUID
    kind: Due
    what: str
    due_on: date
    title: str
    number: str
    partners: tuple[Bilingual, ...]
    subject: Bilingual
    ends_on: date | None
    days_left: int | None
    put_off: date | None


@dataclass(frozen=True, slots=True)
class _Raw:
    """A reminder before anything is read for showing it."""

    agreement_id: UUID
    kind: Due
    what: str
    due_on: date
    title: str = ""


def due(office: Office) -> list[ReminderLine]:
    """Return what is due today or was before and is not settled, the longest overdue end first."""
    today = office.today()
    with office.store.read() as session:
        done = _done(session)
        raws = [raw for raw in _everything(session, today) if _open(done, raw, today)]
        lines = list(_lines(session, raws, done, today))
    lines.sort(key=lambda line: (line.ends_on or date.max, line.due_on, line.what))
    return lines


def waiting(office: Office) -> int:
    """Return how many agreements wait for somebody: they end soon, or something is due with them.

    Read in a few narrow queries, since it is asked for after every change.
    """
    today = office.today()
    with office.store.read() as session:
        done = _done(session)
        owed = {raw.agreement_id for raw in _everything(session, today) if _open(done, raw, today)}
        return len(owed | ending_soon(session, today))


def settle(office: Office, agreement_id: UUID, what: str) -> None:
    """Record today that a reminder is dealt with; a task is ticked off.

    The earlier reminders of the same end are settled with it. NotFound when it is no longer due.
    """
    today = office.today()
    with office.store.change(later("Settle reminder")) as session:
        raw = _named(session, agreement_id, what, today)
        if raw.kind is Due.TASK:
            found(session, Task, UUID(what.partition(":")[2])).done_on = today
            return
        _row(session, raw).done_on = today


def put_off(office: Office, agreement_id: UUID, what: str, until: date) -> None:
    """Keep a reminder quiet until a day, which must be later than today."""
    today = office.today()
    if until <= today:
        raise RuleBroken(later("Put it off until a day after today."))
    with office.store.change(later("Put off reminder")) as session:
        _row(session, _named(session, agreement_id, what, today)).until = until


def _everything(session: Session, today: date) -> Iterator[_Raw]:
    yield from _ends(session, today)
    yield from _tasks(session, today)
    yield from _lent(session, today)


def _ends(session: Session, today: date) -> Iterator[_Raw]:
    """Yield for each agreement that ends the last reminder that fell due.

    One that has ended is spoken of for as long after its end as before it, so that nobody is
    reminded of an old register that was only entered (office practice).
    """
    months = settings_in(session).reminder_months
    if not months:
        return
    span = (shifted(today, -max(months)), shifted(today, max(months) + 1))
    known = courses(session, today, ending=span)
    for key, course in known.items():
        if raw := _end(as_uuid(key), course, months, today):
            yield raw


def _end(key: UUID, course: Course, months: Iterable[int], today: date) -> _Raw | None:
    last = course.last_day
    ended = course.ended_on is not None and course.ended_on <= today
    if last is None or not course.signed or ended or course.renewed_on is not None:
        return None
    if last < shifted(today, -max(months)):
        return None
    fallen = [before for before in months if shifted(last, -before) <= today]
    if not fallen:
        return None
    latest = min(fallen)
    return _Raw(key, Due.ENDING, f"{Due.ENDING.value}:{latest}", shifted(last, -latest))


def _tasks(session: Session, today: date) -> Iterator[_Raw]:
    query = (
        select(Task, col(Agreement.ended_on))
        .join(Agreement, col(Task.agreement_id) == col(Agreement.id))
        .where(col(Task.done_on).is_(None), col(Task.due_on) <= today)
    )
    for row, ended in session.exec(query):
        lapsed = (
            row.code in lapsing_duties() and ended is not None and ended < (row.due_on or ended)
        )
        if row.agreement_id is not None and row.due_on is not None and not lapsed:
            yield _Raw(
                row.agreement_id, Due.TASK, f"{Due.TASK.value}:{row.id}", row.due_on, row.title
            )


def _lent(session: Session, today: date) -> Iterator[_Raw]:
    query = select(Original).where(Original.lent_to != "", col(Original.due_back_on) < today)
    for row in session.exec(query):
        if row.due_back_on is not None:
            what = f"{Due.ORIGINAL.value}:{row.no}"
            yield _Raw(row.agreement_id, Due.ORIGINAL, what, row.due_back_on, row.lent_to)


def _done(session: Session) -> Done:
    rows = session.exec(select(Reminder))
    return {(row.agreement_id, row.what, row.due_on): row for row in rows}


def _open(done: Done, raw: _Raw, today: date) -> bool:
    row = done.get((raw.agreement_id, raw.what, raw.due_on))
    if row is None:
        return True
    return row.done_on is None and (row.until is None or row.until <= today)


def _named(session: Session, agreement_id: UUID, what: str, today: date) -> _Raw:
    for raw in _everything(session, today):
        if (raw.agreement_id, raw.what) == (agreement_id, what):
            return raw
    raise NotFound(later("This is no longer due. Nothing was changed."))


def _row(session: Session, raw: _Raw) -> Reminder:
    """Return what is kept of a reminder, a new row the first time."""
    query = select(Reminder).where(
        Reminder.agreement_id == raw.agreement_id,
        Reminder.what == raw.what,
        Reminder.due_on == raw.due_on,
    )
    row = session.exec(query).first()
    if row is None:
        row = Reminder(agreement_id=raw.agreement_id, what=raw.what, due_on=raw.due_on)
        session.add(row)
    return row


def _lines(
    session: Session, raws: Sequence[_Raw], done: Done, today: date
) -> Iterator[ReminderLine]:
    ids = {raw.agreement_id for raw in raws}
    own = settings_in(session).own_institution
    parties = {as_uuid(key): rows for key, rows in parties_of(session, own, ids).items()}
    rows = session.exec(select(Agreement).where(col(Agreement.id).in_(ids)))
    facts = {row.id: row for row in rows}
    for raw in raws:
        row = facts[raw.agreement_id]
        last = min((day for day in (row.ends_on, row.ended_on) if day), default=None)
        own_party, *partners = parties.get(raw.agreement_id, (None,))
        kept = done.get((raw.agreement_id, raw.what, raw.due_on))
        yield ReminderLine(
            raw.agreement_id,
            raw.kind,
            raw.what,
            raw.due_on,
            raw.title,
            own_party.number if own_party else "",
            tuple(party.name for party in partners if party),
            Bilingual(row.subject_id, row.subject_en),
            last,
            None if last is None else (last - today).days,
            kept.until if kept else None,
        )

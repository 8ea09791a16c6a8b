"""Takes a calendar file in: planned entry by entry, then written as one change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from sqlmodel import Session

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.term_days import shifted
from kunjungan.exchange.ical_reading import Window, read_ical
from kunjungan.exchange.ical_rows import IcalFault, IcalFile, IcalRow
from kunjungan.i18n import later
from kunjungan.services.calendar.entries import EntryForm, add_in
from kunjungan.services.calendar.home import home_zone
from kunjungan.services.calendar.moving import move_in
from kunjungan.services.ical.local_entries import (
    Choices,
    Surroundings,
    differing,
    entry_of,
    moment_of,
    same_event,
    surroundings,
    updated,
)
from kunjungan.services.ical.matching import Known, known_in, once
from kunjungan.services.ical.own_lines import own_line
from kunjungan.services.ical.plan import (
    CALLED_OFF,
    FLOATING,
    NOT_THERE,
    TWICE,
    UNREAD,
    Fate,
    ImportPlan,
    PlanLine,
    Remark,
)
from kunjungan.services.office import Office
from kunjungan.services.rows import found, put
from kunjungan.store.tables import CalendarEntry

BACK_MONTHS, AHEAD_MONTHS = 12, 24
"""The days that an import takes unless others are asked for (office practice)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A calendar file as it was read for the days of a window."""

    name: str
    file: IcalFile
    window: Window


def usual_days(today: date) -> tuple[date, date]:
    """Return first and last day of the usual window: 12 months back to 24 ahead."""
    return shifted(today, -BACK_MONTHS), shifted(today, AHEAD_MONTHS)


def open_calendar(
    office: Office, path: Path, since: date | None = None, until: date | None = None
) -> Reading:
    """Read a calendar file, writing nothing; days that are not given are the usual ones.

    Raises:
        NotFound: the file is gone.
        RuleBroken: it is no calendar, broken, too large or endless, or the days are turned round.
        Unavailable: it cannot be read to its end.
    """
    usual = usual_days(office.today())
    first, last = since or usual[0], until or usual[1]
    if last < first:
        raise RuleBroken(later("The last day cannot be before the first."))
    with office.store.read() as session:
        home = home_zone(session)
    window = Window(first, last + timedelta(days=1), home.offset)
    return Reading(path.name, read_ical(path, window), window)


def plan_import(office: Office, reading: Reading, choices: Choices) -> ImportPlan:
    """Return what an import would do with each entry."""
    with office.store.read() as session:
        return _planned(session, reading, choices)


def apply_import(office: Office, reading: Reading, choices: Choices) -> ImportPlan:
    """Import what was read as one change and return what was done; undo takes all of it back.

    Everything is planned anew first, so that what somebody else did meanwhile counts.
    """
    with office.store.change(later("Import calendar")) as session:
        plan = _planned(session, reading, choices)
        for line in plan.written:
            _write(session, line, plan.calendar)
    return replace(plan, done=True)


def _planned(session: Session, reading: Reading, choices: Choices) -> ImportPlan:
    around, file = surroundings(session), reading.file
    known = known_in(session, file)
    rows, twice = once(file.rows)
    lines = [_line(known, row, around, choices) for row in rows]
    lines += [_told(row, Fate.LEFT, Remark(TWICE)) for row in twice]
    lines += [_refused(fault) for fault in file.faults]
    lines.sort(key=lambda line: (line.line, line.recurrence))
    lines += _left_over(known, reading)
    name = file.calendar or Path(reading.name).stem
    return ImportPlan(name, tuple(lines), file.outside, choices.move_own)


def _line(known: Known, row: IcalRow, around: Surroundings, choices: Choices) -> PlanLine:
    ours = own_line(known, row, move=choices.move_own)
    if ours is not None:
        return ours
    form = entry_of(row, around, choices)
    entry = known.meet(row, same_event(form.title, moment_of(form)))
    if row.status == "cancelled":
        fate = Fate.LEFT if entry is None else Fate.GONE
        line = _told(row, fate, Remark(CALLED_OFF))
        return replace(line, form=form, entry_id=entry.id if entry else None)
    line = replace(_told(row, Fate.NEW, *_remarks(row, form)), form=form)
    return line if entry is None else _met(line, entry, form)


def _met(line: PlanLine, entry: CalendarEntry, form: EntryForm) -> PlanLine:
    """Return what becomes of an entry that the office has already."""
    fields = differing(entry, form)
    if line.uid and (entry.uid, entry.recurrence) != (line.uid, line.recurrence):
        fields += ("uid",)
    fate = Fate.CHANGED if fields else Fate.SAME
    kept = updated(entry, form)
    return replace(line, fate=fate, entry_id=entry.id, fields=fields, form=kept)


def _left_over(known: Known, reading: Reading) -> Iterator[PlanLine]:
    for entry in known.left_over(reading.file, reading.window):
        yield PlanLine(
            line=0,
            title=entry.title,
            fate=Fate.GONE,
            uid=entry.uid,
            recurrence=entry.recurrence,
            entry_id=entry.id,
            remarks=(Remark(NOT_THERE),),
        )


def _told(row: IcalRow, fate: Fate, *remarks: Remark) -> PlanLine:
    return PlanLine(
        line=row.line,
        title=row.title,
        fate=fate,
        uid=row.uid,
        recurrence=row.recurrence,
        remarks=remarks,
    )


def _remarks(row: IcalRow, form: EntryForm) -> Iterator[Remark]:
    if row.floating:
        yield Remark(FLOATING, (("zone", form.zone.label),))
    if row.unread:
        yield Remark(UNREAD)


def _refused(fault: IcalFault) -> PlanLine:
    reason = Remark(fault.reason, tuple(fault.values.items()))
    return PlanLine(
        line=fault.line, title=fault.title, fate=Fate.REFUSED, uid=fault.uid, remarks=(reason,)
    )


def _write(session: Session, line: PlanLine, calendar: str) -> None:
    if line.own is not None and line.slot is not None:
        move_in(session, line.own, line.slot)
    elif line.fate is Fate.GONE and line.entry_id is not None:
        session.delete(found(session, CalendarEntry, line.entry_id))
    elif line.form is not None:
        row = (
            add_in(session, line.form)
            if line.entry_id is None
            else found(session, CalendarEntry, line.entry_id)
        )
        put(row, line.form)
        if line.uid:
            row.uid, row.recurrence = line.uid, line.recurrence
        row.source = row.source or calendar

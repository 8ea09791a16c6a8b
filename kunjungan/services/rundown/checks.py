"""Looks a visit's rundown through: ``rundown_findings(office, visit_id)``."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.quiet_times import quiet_times
from kunjungan.domain.rundown import LAST, minute_of
from kunjungan.domain.rundown_checks import (
    WRITTEN,
    Check,
    Entry,
    cutting,
    lacking_anthem,
    out_of_turn,
    outside,
    overlapping,
    text_is_late,
    without_signing,
)
from kunjungan.domain.visit_words import ItemKind
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import found
from kunjungan.services.rundown.cast import (
    agreements_in,
    host_of,
    partner_of,
    tenures_ordered,
)
from kunjungan.services.rundown.counted_on import AWAY, missed
from kunjungan.services.rundown.findings import RundownFinding, RundownState
from kunjungan.services.rundown.lines import Rundown, entries_of, rundown_in
from kunjungan.services.rundown.rooms import local_hours, room_clashes
from kunjungan.services.rundown.sent import sent_state
from kunjungan.store.tables import Visit

Findings = Iterator[RundownFinding]


def rundown_state(office: Office, visit_id: UUID) -> RundownState:
    """Return the findings, and which checks found nothing; an empty rundown has neither."""
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        plan = rundown_in(session, visit)
        if not plan.items:
            return RundownState((), ())
        findings = sorted(
            _all(session, visit, plan, office.today()), key=lambda each: each.severity != "bad"
        )
        met = {each.check for each in findings}
        looked = _looked_for(session, visit, plan)
    return RundownState(tuple(findings), tuple(c for c in Check if c in looked - met))


def _all(session: Session, visit: Visit, plan: Rundown, today: date) -> Findings:
    entries = entries_of(plan)
    yield from _overlaps(plan, entries)
    yield from _hours(plan, entries)
    yield from _quiet(session, plan, entries)
    yield from _signings(session, visit, entries)
    yield from _cast(session, visit, plan)
    yield from _turns(session, visit, plan, entries)
    yield from _texts(plan, today)
    yield from _anthem(plan, entries)
    yield from _rooms(session, visit, plan)
    yield from _sent(visit, plan)


def _looked_for(session: Session, visit: Visit, plan: Rundown) -> set[Check]:
    """Return the checks that this rundown gives a reason for."""
    kinds = [line.kind for line in plan.items]
    texts = {line.speech for line in plan.items if line.speech}
    looked = {Check.OVERLAP, Check.QUIET, Check.ROOM}
    if any(line.ends_at for line in plan.sessions):
        looked.add(Check.HOURS)
    if agreements_in(session, visit.id):
        looked.add(Check.SIGNING)
    if any(line.tenure_id or line.agreement_id for line in plan.items):
        looked.add(Check.CAST)
    looked |= {Check.ANTHEM} if ItemKind.SIGNING in kinds else set()
    looked |= {Check.SPEECH} if kinds.count(ItemKind.SPEECH) > 1 else set()
    looked |= {Check.TEXT} if texts and texts <= WRITTEN else set()
    looked |= {Check.ARRIVAL} if kinds.count(ItemKind.ARRIVAL) > 1 else set()
    return looked | ({Check.SENT} if visit.rundown_sent else set())


def _ids(*keys: object) -> tuple[UUID, ...]:
    return tuple(key for key in keys if isinstance(key, UUID))


def _titles(plan: Rundown, *keys: object) -> list[Bilingual]:
    lines = (plan.item(key) for key in _ids(*keys))
    return [line.title for line in lines if line is not None]


def _overlaps(plan: Rundown, entries: list[Entry]) -> Findings:
    for first, second, minutes in overlapping(entries):
        before, after = _titles(plan, first, second)
        fixed = any(e.key == second and e.point.fixed for e in entries)
        yield RundownFinding(
            check=Check.OVERLAP,
            severity="bad",
            text=later("“{first}” and “{second}” overlap by {minutes} minutes."),
            values={"first": before, "second": after, "minutes": minutes},
            items=_ids(second, first),
            mend="" if fixed else "slip",
            minutes=minutes,
        )


def _hours(plan: Rundown, entries: list[Entry]) -> Findings:
    for own in plan.sessions:
        inside = [entry for entry in entries if entry.session == own.id]
        starts = minute_of(own.starts_at) if own.starts_at else None
        ends = minute_of(own.ends_at) if own.ends_at else None
        early, late = outside(inside, starts, ends)
        today = all(entry.point.ends <= LAST for entry in inside)
        told = (
            (early, later("{session} starts {minutes} minutes before its hours."), inside[:1]),
            (late, later("{session} ends {minutes} minutes after its hours."), inside[-1:]),
        )
        for minutes, text, where in told:
            if minutes:
                yield RundownFinding(
                    check=Check.HOURS,
                    severity="warn",
                    text=text,
                    values={"session": own.title, "minutes": minutes},
                    items=_ids(*(entry.key for entry in where)),
                    session_id=own.id,
                    mend="hours" if today else "",
                )


def _quiet(session: Session, plan: Rundown, entries: list[Entry]) -> Findings:
    times = quiet_times(settings_in(session).quiet_times)
    for day in filter(None, dict.fromkeys(entry.on for entry in entries)):
        for quiet in (one for one in times if one.on_day(day)):
            ends = minute_of(quiet.ends_at)
            mine = [entry for entry in entries if entry.on == day]
            for entry in cutting(mine, minute_of(quiet.starts_at), ends):
                yield RundownFinding(
                    check=Check.QUIET,
                    severity="warn",
                    text=later("“{item}” cuts into {prayer}, {start} to {end}."),
                    values={
                        "item": _titles(plan, entry.key)[0],
                        "prayer": quiet.name,
                        "start": quiet.starts_at,
                        "end": quiet.ends_at,
                    },
                    items=_ids(entry.key),
                    mend="" if entry.point.fixed else "slip",
                    minutes=ends - entry.point.starts,
                )


def _signings(session: Session, visit: Visit, entries: list[Entry]) -> Findings:
    rows = {row.id: row for row in agreements_in(session, visit.id)}
    for key in without_signing(rows, entries):
        [row] = [row for row in rows.values() if row.id == key]
        bodies = partner_of(session, row, host_of(session, visit))
        yield RundownFinding(
            check=Check.SIGNING,
            severity="bad",
            text=later("The agreement with {partner} has no signing item."),
            values={"partner": ", ".join(body.short_name or body.name_id for body in bodies)},
            mend="signing",
            agreement=row.id,
        )


def _cast(session: Session, visit: Visit, plan: Rundown) -> Findings:
    for each in missed(session, visit.id, plan):
        yield RundownFinding(
            check=Check.CAST,
            severity="bad",
            text=AWAY,
            values=each.values,
            items=_ids(each.item.id),
        )


def _turns(session: Session, visit: Visit, plan: Rundown, entries: list[Entry]) -> Findings:
    order = tenures_ordered(session, visit, [t for e in plan.items if (t := e.tenure_id)])
    wrong = (
        (Check.SPEECH, ItemKind.SPEECH,
         later("“{first}” comes before “{second}”, but the highest speaks last.")),
        (Check.ARRIVAL, ItemKind.ARRIVAL,
         later("“{first}” comes before “{second}”, but the highest enters last.")),
    )  # fmt: skip
    for check, kind, text in wrong:
        for higher, lower in out_of_turn(entries, kind, order):
            first, second = _titles(plan, higher, lower)
            yield RundownFinding(
                check=check,
                severity="warn",
                text=text,
                values={"first": first, "second": second},
                items=_ids(higher, lower),
                mend="order",
            )


def _texts(plan: Rundown, today: date) -> Findings:
    for line in plan.items:
        if text_is_late(line.speech, line.on, today):
            yield RundownFinding(
                check=Check.TEXT,
                severity="warn",
                text=later("The text of “{item}” is not ready yet."),
                values={"item": line.title},
                items=(line.id,),
            )


def _anthem(plan: Rundown, entries: list[Entry]) -> Findings:
    for day in lacking_anthem(entries):
        mine = [e for e in entries if e.on == day and e.kind is ItemKind.SIGNING]
        yield RundownFinding(
            check=Check.ANTHEM,
            severity="warn",
            text=later("An official signing needs the national anthem (UU 24/2009 art 59)."),
            items=_ids(*(entry.key for entry in mine[:1])),
            session_id=next((line.session_id for line in plan.items if line.on == day), None),
            mend="anthem",
        )


def _rooms(session: Session, visit: Visit, plan: Rundown) -> Findings:
    for clash in room_clashes(session, visit, plan):
        starts, ends = local_hours(visit, clash.other)
        yield RundownFinding(
            check=Check.ROOM,
            severity="bad" if clash.other.firm else "warn",
            text=later("{room} is taken {start} to {end} by {other}; items here: {count}."),
            values={
                "room": clash.room,
                "start": starts,
                "end": ends,
                "other": clash.other.title,
                "count": len(clash.items),
            },
            items=_ids(*(line.id for line in clash.items)),
            session_id=clash.items[0].session_id,
            mend="room" if clash.free else "",
            room=clash.free,
        )


def _sent(visit: Visit, plan: Rundown) -> Findings:
    day, changed = sent_state(visit, plan)
    if changed:
        yield RundownFinding(
            check=Check.SENT,
            severity="warn",
            text=later("The version sent {day} differs."),
            values={"day": day},
            mend="send",
        )

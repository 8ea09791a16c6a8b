"""The papers of a rundown: programme for the guests, rundown for operators and MC, as PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.office.rundown import (
    PaperItem,
    PaperSession,
    RundownSheet,
    Side,
    Version,
    rundown_paper,
)
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.bookings import zone_of
from kunjungan.domain.date_words import clock, clock_hours, day_month_year
from kunjungan.domain.event_times import EventTime
from kunjungan.domain.listing import listed
from kunjungan.domain.paper import Paper
from kunjungan.domain.zones_abroad import place_of_zone
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.officials import OfficialLine
from kunjungan.services.rows import found
from kunjungan.services.rundown.cast import delegations_of
from kunjungan.services.rundown.counted_on import counted_on
from kunjungan.services.rundown.greetings import salutations
from kunjungan.services.rundown.lines import ItemLine, Rundown, officials_of, rundown_in
from kunjungan.services.visiting.sessions import SessionLine
from kunjungan.store.tables import Delegation, Institution, Visit

_NAMES: Mapping[Version, str] = MappingProxyType(
    {"guests": "Susunan acara", "operators": "Rundown petugas"}
)
_DAYS = Bilingual("{first} s.d. {last}", "{first} to {last}")
_HOURS = Bilingual("{days}, pukul {hours}", "{days}, {hours}")
_WHOLE = Bilingual("Acara", "Programme")


@dataclass(frozen=True, slots=True)
class RundownChoice:
    """Which paper: for whom, in which language, for one delegation or all, on what sheet.

    ``paper`` None takes the office's own; the operators' rundown lies across unless told.
    """

    version: Version = "guests"
    side: Side = "both"
    delegation_id: UUID | None = None
    paper: Paper | None = None
    landscape: bool | None = None


def rundown_pdf(office: Office, visit_id: UUID, choice: RundownChoice) -> bytes:
    """Return a paper of the rundown as PDF; its foot says as of which moment it is."""
    from kunjungan.documents.office.paper import office_pdf  # noqa: PLC0415 - slow to load

    with office.store.read() as session:
        sheet = _sheet(office, session, found(session, Visit, visit_id), choice)
    return office_pdf(rundown_paper(sheet, choice.version, choice.side))


def rundown_name(office: Office, visit_id: UUID, choice: RundownChoice) -> str:
    """Return a name for the file that tells day, visit, for whom and in which language."""
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        row = session.get(Delegation, choice.delegation_id) if choice.delegation_id else None
        body = found(session, Institution, row.institution_id) if row else None
    words = f"{visit.on} {_NAMES[choice.version]} {visit.title}"
    marks = [(body.short_name or body.name_id) if body else "", choice.side.replace("both", "")]
    end = " ".join(filter(None, marks))
    return safe_file_name(words, f" - {end}.pdf" if end else ".pdf")


def write_rundown(office: Office, visit_id: UUID, path: Path, choice: RundownChoice) -> Path:
    """Write a paper and return its file; a folder gets a file named by the visit.

    Raises:
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    pdf = rundown_pdf(office, visit_id, choice)
    if path.suffix.lower() != ".pdf":
        path /= rundown_name(office, visit_id, choice)
    return write_whole(path, pdf)


def _sheet(office: Office, session: Session, visit: Visit, choice: RundownChoice) -> RundownSheet:
    plan = rundown_in(session, visit)
    host = [visit.host_tenure_id] if visit.host_tenure_id else []
    hosts = [_said(each) for each in officials_of(session, host)]
    mark = settings_in(session)
    across = choice.version == "operators" if choice.landscape is None else choice.landscape
    return RundownSheet(
        visit=visit.title,
        when=_when(visit),
        place=", ".join(filter(None, (visit.room, visit.place))),
        theme=Bilingual(visit.theme_id, visit.theme_en or visit.theme_id),
        host=hosts[0] if hosts else Bilingual("", ""),
        guests=_guests(session, visit, choice.delegation_id),
        sessions=tuple(_sessions(session, visit, plan, choice)),
        moment=_moment(office, visit),
        paper=choice.paper or mark.paper,
        landscape=across,
    )


def _when(visit: Visit) -> Bilingual:
    """Return the days of a visit and its hours; abroad they are told in local time."""
    if visit.until is not None and visit.until != visit.on:
        days = _DAYS.filled(first=visit.on.words, last=visit.until.words)
    elif not visit.abroad:
        return EventTime(visit.on, visit.starts_at, visit.ends_at, visit.zone).words
    else:
        days = visit.on.words
    if visit.starts_at is None:
        return days
    hours = clock_hours(visit.starts_at, visit.ends_at)
    return _HOURS.filled(days=days, hours=f"{hours} {_zone(visit)}")


def _sessions(
    session: Session, visit: Visit, plan: Rundown, choice: RundownChoice
) -> list[PaperSession]:
    """Return the sessions that have items for the delegation chosen, or for any."""
    own: list[SessionLine | None] = [None, *plan.sessions]
    made = []
    for each in own:
        lines = plan.of(each.id if each else None)
        lines = [line for line in lines if _is_for(line, each, choice.delegation_id)]
        if lines:
            greets = each is None or bool(each.delegations) or len(plan.sessions) == 1
            greeted = salutations(session, visit, each, lines) if greets else ()
            title = _session_title(plan, each)
            items = tuple(_item(session, line) for line in lines)
            made.append(PaperSession(title, items, greeted))
    return made


def _is_for(line: ItemLine, own: SessionLine | None, delegation_id: UUID | None) -> bool:
    if delegation_id is None:
        return True
    named = own.delegations if own else ()
    return line.delegation_id in {None, delegation_id} and (not named or delegation_id in named)


def _session_title(plan: Rundown, own: SessionLine | None) -> Bilingual:
    """Return a session's name, with its day where the visit has several."""
    title = own.title if own else _WHOLE
    title = Bilingual(title.id, title.en or title.id)
    days = {line.on for line in plan.sessions}
    if own is None or own.on is None or len(days) < 2:
        return title
    day = day_month_year(own.on)
    return Bilingual(f"{title.id}, {day}", f"{title.en}, {day}")


def _item(session: Session, line: ItemLine) -> PaperItem:
    people = [_said(each) for each in counted_on(session, line)]
    speaks = line.speaker is not None
    return PaperItem(
        time=clock_hours(line.starts_at, line.ends_at),
        minutes=line.minutes,
        title=line.title,
        speaker=people[0] if speaks else Bilingual("", ""),
        signers=tuple(people[1:] if speaks else people),
        in_charge=line.in_charge,
        place=line.where,
        cue=line.cue,
        needs=line.needs,
        speech=line.speech,
        fixed=line.fixed,
        shown=line.shown,
    )


def _said(who: OfficialLine) -> Bilingual:
    """Return somebody by name and post."""
    name, post = who.name.full, who.post
    return Bilingual(f"{name}, {post.id}", f"{name}, {post.en or post.id}")


def _guests(session: Session, visit: Visit, delegation_id: UUID | None) -> Bilingual:
    rows = [row for row in delegations_of(session, visit, None) if delegation_id in {None, row.id}]
    bodies = [found(session, Institution, row.institution_id) for row in rows]
    return listed([body_name(body) for body in bodies])


def _moment(office: Office, visit: Visit) -> str:
    """Return the present moment on the clock of the visit's place."""
    now = office.now().astimezone(zone_of(visit.zone, visit.abroad))
    return f"{day_month_year(now.date())} {clock(now.time())} {_zone(visit)}"


def _zone(visit: Visit) -> str:
    return place_of_zone(visit.abroad) if visit.abroad else visit.zone.label

"""A leader's agenda, or that of all leaders: what, when, where, with whom, whom to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, select

from kunjungan.documents.office.leader_agenda import (
    AGENDA_OF,
    AGENDA_OF_ALL,
    ALL_DAY,
    CONTACT,
    GUESTS,
    LEADER,
    PLACE,
    REMARK,
    SESSION,
    TENTATIVE,
    WITH,
    AgendaDay,
    AgendaLine,
)
from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.date_words import clock, weekday
from kunjungan.domain.days import PartialDate
from kunjungan.domain.event_times import EventTime, Zone
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.calendar.leaders import list_leaders
from kunjungan.services.calendar.marks import DayMark, day_marks
from kunjungan.services.calendar.occasions import Occasion, occasions
from kunjungan.services.letters.facts import contact_of
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import (
    CalendarEntry,
    Delegation,
    Institution,
    SessionDelegation,
    Visit,
    VisitSession,
)

_DAY = timedelta(days=1)
_LOCAL = Bilingual("waktu setempat", "local time")
_UNTIL = Bilingual("s.d. {hour}", "until {hour}")


@dataclass(frozen=True, slots=True)
class AgendaChoice:
    """Whose agenda, for whom: ``leader`` is a person's key (empty for all leaders).

    A ``public`` one has neither notes nor contacts; ``contacts`` adds liaison and phone. A
    ``brief`` one says only what, where and with whom, so that a week has room for large type.
    """

    leader: str = ""
    language: Language = "id"
    public: bool = False
    contacts: bool = True
    brief: bool = False


def agenda_title(office: Office, choice: AgendaChoice) -> str:
    """Return whose agenda it is, in capitals."""
    lines = list_leaders(office)
    post = next((ln.post for ln in lines if ln.person_id.hex == choice.leader), None)
    if post is None:
        return AGENDA_OF_ALL.side(choice.language)
    return AGENDA_OF.filled(post=Bilingual(post.id.upper(), post.en.upper())).side(choice.language)


def agenda(office: Office, since: date, until: date, choice: AgendaChoice) -> tuple[AgendaDay, ...]:
    """Return the days from ``since`` up to, but without, ``until``, empty ones too."""
    shown = [
        one
        for one in occasions(office, since, until)
        if not choice.leader or one.leader_key == choice.leader
    ]
    marks = day_marks(office, since, until)
    days = [since + number * _DAY for number in range((until - since).days)]
    with office.store.read() as session:
        return tuple(_day(session, on, shown, marks.get(on), choice) for on in days)


def _day(
    session: Session,
    on: date,
    shown: Sequence[Occasion],
    mark: DayMark | None,
    choice: AgendaChoice,
) -> AgendaDay:
    today = [one for one in shown if one.on <= on <= one.last]
    timed = {one.visit_id for one in today if one.ref.source == "session"}
    kept = [one for one in today if one.ref.source != "visit" or one.visit_id not in timed]
    heading = Bilingual("{weekday}, {day}", "{weekday}, {day}").filled(
        weekday=weekday(on), day=on.day
    )
    names = tuple(name.side(choice.language) for name in mark.names) if mark else ()
    lines = tuple(_line(session, one, on, choice) for one in kept)
    return AgendaDay(on, heading.side(choice.language), names, lines)


def _line(session: Session, one: Occasion, on: date, choice: AgendaChoice) -> AgendaLine:
    language = choice.language
    return AgendaLine(
        hours=_hours(session, one, on).side(language),
        title=(one.title if choice.brief else _title(session, one)).side(language),
        tentative=TENTATIVE.side(language) if one.tentative else "",
        details=tuple(
            form.filled(words=words).side(language)
            for form, words in _details(session, one, choice)
            if words
        ),
    )


def _details(
    session: Session, one: Occasion, choice: AgendaChoice
) -> list[tuple[Bilingual, str | Bilingual]]:
    if choice.brief:
        return [(PLACE, one.room or one.place), (WITH, _company(session, one))]
    where = ", ".join(part for part in (one.room, one.place) if part)
    details: list[tuple[Bilingual, str | Bilingual]] = [
        (SESSION, one.title if one.ref.source == "session" else ""),
        (PLACE, where),
        (WITH, _company(session, one)),
    ]
    if not choice.leader and one.leader:
        details.append((LEADER, one.leader))
    if choice.public:
        return details
    if choice.contacts and one.visit_id is not None:
        visit = found(session, Visit, one.visit_id)
        delegations = _delegations(session, one)
        only = delegations[0].id if len(delegations) == 1 else None
        details.append((CONTACT, contact_of(session, visit, only).id))
    details.append((REMARK, _note(session, one)))
    return details


def _hours(session: Session, one: Occasion, on: date) -> Bilingual:
    """Return a day's hours in the zone in which they are told; abroad that is local time.

    Over several days the first tells the beginning, the last the end, one in between neither.
    """
    starts, ends = one.starts_at, one.ends_at
    if one.until > one.on:
        starts, ends = starts if on == one.on else None, ends if on == one.until else None
    if starts is None and ends is None:
        return ALL_DAY
    zone, abroad = Zone.WIB, ""
    if one.visit_id is not None:
        visit = found(session, Visit, one.visit_id)
        zone, abroad = visit.zone, visit.abroad
    elif one.ref.source == "entry":
        zone = found(session, CalendarEntry, one.ref.id).zone
    hours = EventTime(PartialDate.of(on), starts, ends, zone).hours
    if starts is None and ends is not None:
        hours = _UNTIL.filled(hour=f"{clock(ends)} {zone.label}")
    if not abroad:
        return hours
    return Bilingual(
        hours.id.replace(zone.label, _LOCAL.id), hours.en.replace(zone.label, _LOCAL.en)
    )


def _title(session: Session, one: Occasion) -> Bilingual:
    """Return what it is; a session is told as its visit, with its own title under it."""
    if one.ref.source != "session" or one.visit_id is None:
        return one.title
    visit = found(session, Visit, one.visit_id)
    return Bilingual(visit.title, visit.title)


def _company(session: Session, one: Occasion) -> Bilingual | str:
    rows = _delegations(session, one)
    names = [body_name(found(session, Institution, row.institution_id)) for row in rows]
    if not names:
        return ""
    listed = Bilingual(", ".join(n.id for n in names), ", ".join(n.en for n in names))
    return GUESTS.filled(words=listed, count=one.guests) if one.guests else listed


def _delegations(session: Session, one: Occasion) -> list[Delegation]:
    """Return the delegations that it is with: those of a session, else of its visit."""
    if one.visit_id is None:
        return []
    query = select(Delegation).where(Delegation.visit_id == one.visit_id)
    rows = sorted(session.exec(query), key=lambda row: (row.rank, row.id.hex))
    if one.ref.source != "session":
        return rows
    pairs = select(SessionDelegation).where(SessionDelegation.session_id == one.ref.id)
    own = {pair.delegation_id for pair in session.exec(pairs)}
    return [row for row in rows if row.id in own] or rows


def _note(session: Session, one: Occasion) -> str:
    if one.ref.source == "entry":
        return found(session, CalendarEntry, one.ref.id).note
    if one.ref.source == "session":
        return found(session, VisitSession, one.ref.id).note
    return found(session, Visit, one.ref.id).note

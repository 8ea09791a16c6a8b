"""The room set-up: for every session what the crew brings, sets up and has ready by when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from sqlmodel import Session, select

from kunjungan.documents.office.both_words import Sayer, inline, sayer
from kunjungan.documents.office.content import Column, OfficePaper, Said, Table
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.bookings import name_key
from kunjungan.domain.date_words import clock, clock_hours
from kunjungan.domain.days import PartialDate
from kunjungan.domain.rundown import clock_at, minute_of
from kunjungan.domain.visit_words import ItemKind
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.occasion import Occasion, made_of_pages, occasion_in
from kunjungan.services.day_papers.pages import nothing
from kunjungan.services.day_papers.room_kit import (
    bulleted,
    dress_in,
    furniture,
    gift_words,
    kit,
    needs_of,
)
from kunjungan.services.guests.participants import participants_in
from kunjungan.services.letters.facts import is_foreign, partners_of
from kunjungan.services.office import Office
from kunjungan.services.rundown.lines import ItemLine, Rundown, rundown_in
from kunjungan.services.seating.view import PlanView, plan_in, plans_of
from kunjungan.services.visiting.crew import CrewLine, crew_in
from kunjungan.services.visiting.sessions import SessionLine
from kunjungan.store.tables import Gift

_TITLE = Bilingual("PENATAAN RUANG", "ROOM SET-UP")
_READY = Bilingual("Siap pukul", "Ready by")
_SESSION = Bilingual("Sesi, waktu", "Session, time")
_ROOM = Bilingual("Ruang", "Room")
_SETTING = Bilingual("Penataan, kursi", "Tables, seats")
_KIT = Bilingual("Perlengkapan ruang", "Brought to the room")
_NEEDS = Bilingual("Kebutuhan acara", "Needs of the items")
_CREW = Bilingual("Petugas", "Crew")
_STANDBY = Bilingual("Petugas seluruh acara", "Crew of the whole visit")
_DONE = Bilingual("Paraf", "Initials")
_DRESS = Bilingual("Pakaian", "Dress code")
_UNDRESSED = Bilingual("belum ditetapkan dalam undangan", "not set in an invitation yet")
_WHOLE = Bilingual("Seluruh acara", "Whole visit")
_NO_PLAN = Bilingual("Belum ada denah; hadir {count} orang", "No plan yet; {count} people come")
_VISUM = Bilingual("Meja visum perjalanan dinas", "Desk for travel order visums")
_RULE = Bilingual(
    "Ruang siap {minutes} menit sebelum acara pertamanya, atau begitu acara sebelumnya di sana "
    "selesai.",
    "A room is ready {minutes} minutes before its first item, or once what is held there before "
    "ends.",
)
_COLUMNS = (
    (_READY, 7), (_SESSION, 13), (_ROOM, 14), (_SETTING, 17), (_KIT, 19), (_NEEDS, 15),
    (_CREW, 14), (_DONE, 6),
)  # fmt: skip
_AHEAD = 30
"""So many minutes before its first item a room is ready (office practice)."""
_EMPTY = later("The visit has neither sessions nor a rundown nor a seating plan yet.")


@dataclass(frozen=True, slots=True)
class _Held:
    """A session, or what belongs to none, with its items, its plans, its gifts and its crew."""

    own: SessionLine | None
    on: date | None
    lines: Sequence[ItemLine]
    plans: Sequence[PlanView]
    gifts: Sequence[Gift]
    crew: Sequence[CrewLine]
    people: int

    @property
    def starts(self) -> time | None:
        """When the first thing in it starts; guests may come before a session's hours."""
        own = [self.own.starts_at] if self.own and self.own.starts_at else []
        return min((*own, *(line.starts_at for line in self.lines)), default=None)

    @property
    def ends(self) -> time | None:
        """When the last thing in it ends."""
        own = [self.own.ends_at] if self.own and self.own.ends_at else []
        return max((*own, *(line.ends_at for line in self.lines)), default=None)


def make(office: Office, wish: Wish) -> Made:
    """Return the sheet of a visit or of one session, lying across; a row for every session."""
    from kunjungan.documents.office.paper import office_pages  # noqa: PLC0415 - heavy

    with office.store.read() as session:
        about = occasion_in(office, session, wish.visit_id, wish.session_id)
        held = [each for each in _all_held(session, about) if _is_wanted(each, wish)]
        if not held:
            return nothing(_EMPTY)
        say = sayer(wish.language)
        visum = not is_foreign(partners_of(session, about.visit, None))
        facts = (
            *about.facts,
            (_DRESS, dress_in(session, about.visit) or _UNDRESSED),
            (_STANDBY, _standby(session, about, held)),
        )
        paper = OfficePaper(
            title=say(_TITLE),
            foot=about.foot(_TITLE, wish.language),
            facts=tuple((say(label), say(value)) for label, value in facts if value.id),
            tables=tuple(_tables(held, about, say, visum=visum)),
            notes=(say(_RULE.filled(minutes=str(_AHEAD))),),
            paper=wish.paper,
            landscape=True,
            language=wish.language,
            author=about.author,
        )
    return made_of_pages(office_pages([paper]))


def _is_wanted(each: _Held, wish: Wish) -> bool:
    return wish.session_id is None or (each.own is not None and each.own.id == wish.session_id)


def _all_held(session: Session, about: Occasion) -> list[_Held]:
    """Return the sessions in order, and first what belongs to none where there is such."""
    visit = about.visit
    plan, crew = rundown_in(session, visit), crew_in(session, visit)
    plans = [plan_in(session, row.id) for row in plans_of(session, visit.id)]
    gifts = session.exec(
        select(Gift).where(Gift.visit_id == visit.id, Gift.direction == "given")
    ).all()
    owns = [None, *plan.sessions] if plan.of(None) or not plan.sessions else plan.sessions
    made = [
        _Held(
            own=own,
            on=own.on if own else visit.on.full,
            lines=plan.of(own.id if own else None),
            plans=_plans(plans, own, about),
            gifts=[gift for gift in gifts if _gift_session(gift, plan) is own],
            crew=[line for line in crew if line.session_id == (own.id if own else None)],
            people=sum(
                one.comes for one in participants_in(session, visit.id, own.id if own else None)
            ),
        )
        for own in owns
    ]
    return [each for each in made if each.own or each.lines or each.plans]


def _plans(
    plans: Sequence[PlanView], own: SessionLine | None, about: Occasion
) -> Sequence[PlanView]:
    """Return a session's own plans, else those of the visit's room where it is held in that."""
    mine = [plan for plan in plans if plan.session_id == (own.id if own else None)]
    if mine or own is None:
        return mine
    room = name_key(about.visit.room)
    here = name_key(own.room or about.visit.room) == room
    return [plan for plan in plans if plan.session_id is None] if here else ()


def _gift_session(gift: Gift, plan: Rundown) -> SessionLine | None:
    """Return in which session a gift is handed over: where souvenirs are exchanged, if anywhere."""
    fits = [own for own in plan.sessions if gift.delegation_id in {None, *own.delegations}]
    given = {line.session_id for line in plan.items if line.kind is ItemKind.SOUVENIRS}
    fits = fits or list(plan.sessions)
    return next((own for own in fits if own.id in given), next(iter(fits), None))


def _tables(held: Sequence[_Held], about: Occasion, say: Sayer, *, visum: bool) -> Iterator[Table]:
    """Yield a table for each day, named by it where there are several."""
    columns = tuple(Column(say(head), share) for head, share in _COLUMNS)
    several = len({each.on for each in held}) > 1
    registering = _registering(held) if visum else None
    for day, own in groupby(held, lambda each: each.on):
        rows = tuple(
            _row(each, _ready(each, held), about, say, visum=each is registering) for each in own
        )
        title = say(PartialDate.of(day).words) if day and several else None
        yield Table(columns, rows, title, least_mm=16)


def _registering(held: Sequence[_Held]) -> _Held | None:
    """Return the session in which guests register, else the first."""
    kinds = (ItemKind.REGISTRATION, ItemKind.ARRIVAL)
    found = (each for each in held if any(line.kind in kinds for line in each.lines))
    return next(found, held[0])


def _ready(each: _Held, held: Sequence[_Held]) -> time | None:
    """Return by when a room is ready; never before what is held there earlier that day ends."""
    if each.starts is None:
        return None
    before = [
        minute_of(other.ends)
        for other in held
        if other is not each and other.on == each.on and other.ends and other.own and each.own
        and name_key(other.own.room) == name_key(each.own.room)
        and other.ends <= each.starts
    ]  # fmt: skip
    return clock_at(max([0, minute_of(each.starts) - _AHEAD, *before]))


def _row(
    each: _Held, ready: time | None, about: Occasion, say: Sayer, *, visum: bool
) -> tuple[Said, ...]:
    return (
        clock(ready) if ready else "",
        _named(each, say),
        _rooms(each, about),
        bulleted(inline(say(thing)) for thing in _setting(each)),
        bulleted(inline(say(thing)) for thing in _kit(each, visum=visum)),
        needs_of(each.lines),
        bulleted(_crew(each)),
        "",
    )


def _named(each: _Held, say: Sayer) -> Said:
    """Return a session's name with its hours under it."""
    title = each.own.title if each.own else _WHOLE
    said = say(Bilingual(title.id, title.en or title.id))
    if each.starts is None:
        return said
    timed = f"{said.id}\n{clock_hours(each.starts, each.ends)}"
    return timed if said.en == said.id else Bilingual(timed, said.en)


def _rooms(each: _Held, about: Occasion) -> str:
    """Return the room of a session, and from when which other places are needed."""
    visit, own = about.visit, each.own
    room = (own.room if own else "") or visit.room
    place = (own.place if own else "") or visit.place
    main = ", ".join(filter(None, (room, place)))
    known = {name_key(word) for word in (room, place) if word}
    others: dict[str, str] = {}
    for line in each.lines:
        if line.place and name_key(line.place) not in known:
            others.setdefault(name_key(line.place), f"{clock(line.starts_at)} {line.place}")
    return "\n".join(filter(None, (main, bulleted(others.values()))))


def _setting(each: _Held) -> Iterator[Bilingual]:
    if not each.plans:
        yield _NO_PLAN.filled(count=str(each.people))
    for plan in each.plans:
        yield plan.name
        yield from furniture(plan)


def _kit(each: _Held, *, visum: bool) -> Iterator[Bilingual]:
    for plan in each.plans:
        yield from kit(plan)
    yield from map(gift_words, each.gifts)
    if visum and not any("visum" in line.needs.casefold() for line in each.lines):
        yield _VISUM


def _crew(each: _Held) -> Iterator[str]:
    """Yield the crew of a session, then who else is in charge of its items."""
    named = [line.who for line in each.crew]
    charged = [line.in_charge for line in each.lines if line.in_charge]
    yield from dict.fromkeys((*named, *charged))


def _standby(session: Session, about: Occasion, held: Sequence[_Held]) -> Bilingual:
    """Return who of the crew is there for the whole visit, where it has sessions."""
    rows = {line.id for each in held for line in each.crew}
    names = [
        line.who
        for line in crew_in(session, about.visit)
        if line.session_id is None and line.id not in rows
    ]
    said = ", ".join(dict.fromkeys(names))
    return Bilingual(said, said)

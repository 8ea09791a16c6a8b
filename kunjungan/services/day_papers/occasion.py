"""What every paper of a day says of it: the visit, its session, day, hours, place, letterhead."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.office.letter import Letterhead
from kunjungan.documents.office.pages import SetPages
from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.bookings import zone_of
from kunjungan.domain.date_words import clock, clock_hours, day_month_year
from kunjungan.domain.days import PartialDate
from kunjungan.domain.event_times import EventTime
from kunjungan.domain.zones_abroad import place_of_zone
from kunjungan.services.day_papers.made import Made, Warned
from kunjungan.services.letters.facts import is_foreign, own_body, partners_of
from kunjungan.services.letters.heads import letterhead
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.services.visiting.sessions import SessionLine, sessions_in
from kunjungan.store.tables import Institution, Visit

_DAYS = Bilingual("{first} s.d. {last}", "{first} to {last}")
_PRINTED = Bilingual("dicetak {moment}", "printed {moment}")
Facts = tuple[tuple[Bilingual, Bilingual], ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A visit or one of its sessions, in the words of paper.

    ``name`` is the visit's, with the session's own title after it; ``moment`` is when the paper
    is made, on the clock of the place.
    """

    visit: Visit
    session: SessionLine | None
    day: Bilingual
    hours: Bilingual
    place: str
    moment: str
    author: str

    @property
    def name(self) -> Bilingual:
        """The event: the title of the visit, and that of its session."""
        title, own = self.visit.title, self.session.title if self.session else None
        if own is None:
            return Bilingual(title, title)
        return Bilingual(f"{title} · {own.id}", f"{title} · {own.en or own.id}")

    @property
    def facts(self) -> Facts:
        """The event, its day with hours, and its place, each after its label."""
        when = self.day
        if self.hours.id:
            when = Bilingual("{day}, pukul {hours}", "{day}, {hours}").filled(
                day=self.day, hours=self.hours
            )
        known = (
            (Bilingual("Acara", "Event"), self.name),
            (Bilingual("Hari, tanggal", "Date"), when),
            (Bilingual("Tempat", "Venue"), Bilingual(self.place, self.place)),
        )
        return tuple(fact for fact in known if fact[1].id)

    def at(self, hours: str) -> "Occasion":
        """Return the occasion at other hours of its day, on the same clock."""
        words = f"{hours} {_clock_of(self.visit)}"
        return replace(self, hours=Bilingual(words, words))

    def foot(self, paper: Bilingual, language: str) -> str:
        """Return the foot of a paper: its name, the visit, when it was printed."""
        side: Language = "en" if language == "en" else "id"
        printed = _PRINTED.filled(moment=self.moment).side(side)
        words = paper.side(side)
        named = words.capitalize() if words.isupper() else words
        return f"{named} · {self.visit.title} · {printed}"


def occasion_in(
    office: Office, session: Session, visit_id: UUID, session_id: UUID | None
) -> Occasion:
    """Return the visit or the session that a paper is about.

    Raises:
        NotFound: the visit is gone.
    """
    visit = found(session, Visit, visit_id)
    lines = sessions_in(session, visit)
    own = next((line for line in lines if line.id == session_id), None)
    body = own_body(session, visit)
    return Occasion(
        visit=visit,
        session=own,
        day=_day(visit, own),
        hours=_hours(visit, own),
        place=_place(visit, own),
        moment=_moment(office, visit),
        author=body.name_id if body else "",
    )


def head_of(
    office: Office, session: Session, visit: Visit, language: str, delegation_id: UUID | None = None
) -> Letterhead | None:
    """Return the letterhead of the office's own body, as its letters have it; None without one.

    To foreign guests it has no regional logo (PP 77/2007 art 9; office practice).
    """
    side: Language = "en" if language == "en" else "id"
    foreign = is_foreign(partners_of(session, visit, delegation_id))
    head = letterhead(office, session, None, own_body(session, visit), side, foreign=foreign)
    return head if head.lines else None


def made_of_pages(pages: SetPages, warnings: tuple[Warned, ...] = ()) -> Made:
    """Return a paper without cards, its pages marked by what they say."""
    marks = {str(number): mark for number, mark in enumerate(pages.marks, 1)}
    return Made(pages.pdf, len(pages.marks), marks, warnings)


def host_of(session: Session, visit: Visit) -> Institution | None:
    """Return who receives the guests; the office's own institution where the visit names none."""
    return session.get(Institution, visit.host_id) if visit.host_id else own_body(session, visit)


def _day(visit: Visit, own: SessionLine | None) -> Bilingual:
    """Return the day of a session, or the first and the last of a visit."""
    if own and own.on:
        return PartialDate.of(own.on).words
    if not _takes_days(visit):
        return visit.on.words
    return _DAYS.filled(first=visit.on.words, last=(visit.until or visit.on).words)


def _takes_days(visit: Visit) -> bool:
    return visit.until is not None and visit.until != visit.on


def _hours(visit: Visit, own: SessionLine | None) -> Bilingual:
    starts, ends = (own.starts_at, own.ends_at) if own else (visit.starts_at, visit.ends_at)
    if starts is None or (_takes_days(visit) and not own):
        return Bilingual("", "")
    if visit.abroad:
        hours = f"{clock_hours(starts, ends)} {place_of_zone(visit.abroad)}"
        return Bilingual(hours, hours)
    return EventTime(visit.on, starts, ends, visit.zone).hours


def _place(visit: Visit, own: SessionLine | None) -> str:
    room = own.room if own and own.room else visit.room
    place = own.place if own and own.place else visit.place
    return ", ".join(filter(None, (room, place)))


def _moment(office: Office, visit: Visit) -> str:
    now = office.now().astimezone(zone_of(visit.zone, visit.abroad))
    return f"{day_month_year(now.date())} {clock(now.time())} {_clock_of(visit)}"


def _clock_of(visit: Visit) -> str:
    """Return by which clock a visit's hours are told: WIB, or the place of a zone abroad."""
    return place_of_zone(visit.abroad) if visit.abroad else visit.zone.label

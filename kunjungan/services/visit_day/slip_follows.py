"""What follows from the slip of a session: rundown, room, leader, crew, papers already sent."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bookings import Booking, ClaimKind, Span
from kunjungan.domain.check_lines import CheckLine, CheckTone
from kunjungan.domain.conflicts import Clash
from kunjungan.domain.visit_words import LetterKind
from kunjungan.i18n import later
from kunjungan.services.visit_day.board import board_in
from kunjungan.services.visit_day.clashing import clash_text, clashes_among
from kunjungan.services.visiting.sessions import sessions_in
from kunjungan.store.tables import AgendaItem, Letter, Visit

Hours = tuple[time, time | None]


@dataclass(frozen=True, slots=True)
class SlipReport:
    """What a slip moves: the first session's hours before and after, all sessions, what follows."""

    hours: tuple[Hours, Hours]
    sessions: tuple[UUID, ...]
    follows: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved with one session: how many items and own hours of crew, and what stayed."""

    session_id: UUID
    items: int
    crew: int
    fixed: tuple[AgendaItem, ...]


def follows(
    session: Session,
    visit: Visit,
    moved: Sequence[Moved],
    stored: Sequence[Booking],
    by: tuple[int, int],
) -> list[CheckLine]:
    """Return what follows, told in a session that holds the moved rows but has not stored them.

    ``stored`` are the bookings as they were; ``by`` is how many minutes all of it slips and how
    many the first session grows.
    """
    ids = [each.session_id for each in moved]
    fixed = {item.id for each in moved for item in each.fixed}
    now = [_moved(each, ids, fixed, by) for each in stored]
    before = {_identity(clash) for clash in clashes_among(session, visit, stored)}
    return [
        *_along(moved),
        *_rooms(session, visit, ids),
        *_clashes(clashes_among(session, visit, now), visit, before),
        *_papers(session, visit),
    ]


def _moved(
    booking: Booking, ids: Sequence[UUID], fixed: Collection[UUID], by: tuple[int, int]
) -> Booking:
    """Return a booking as it will be, where it belongs to what slips."""
    if (booking.part_of not in ids and booking.id not in ids) or booking.id in fixed:
        return booking
    slipped = booking.moved(timedelta(minutes=by[0]))
    if booking.id != ids[0]:
        return slipped
    ends = slipped.span.ends + timedelta(minutes=by[1])
    return replace(slipped, span=Span(slipped.span.starts, max(slipped.span.starts, ends)))


def _along(moved: Sequence[Moved]) -> Iterator[CheckLine]:
    if items := sum(each.items for each in moved):
        yield CheckLine(
            "ok", later("Items of the rundown that move along: {count}"), {"count": items}
        )
    if crew := sum(each.crew for each in moved):
        yield CheckLine("ok", later("Hours of the crew that move along: {count}"), {"count": crew})
    for item in (item for each in moved for item in each.fixed):
        text = later("“{item}” is a fixed point and stays at {time}.")
        yield CheckLine("warn", text, {"item": item.title_id, "time": item.starts_at})


def _rooms(session: Session, visit: Visit, ids: Sequence[UUID]) -> Iterator[CheckLine]:
    """Tell the turn-around of the rooms round what has moved."""
    titles = {line.id: line.title for line in sessions_in(session, visit)}
    gaps = (gap for day in board_in(session, visit).days for gap in day.turnarounds)
    for gap in gaps:
        if not {gap.before, gap.after} & set(ids) or gap.minutes < 0:
            continue
        values: dict[str, object] = {
            "room": gap.room,
            "minutes": gap.minutes,
            "need": gap.need,
            "session": titles[gap.after],
        }
        enough = later("{room}: {minutes} minutes to turn round before “{session}”.")
        short = later(
            "{room}: only {minutes} minutes to turn round before “{session}”, {need} are needed."
        )
        yield CheckLine("ok", enough, values) if gap.enough else CheckLine("warn", short, values)


def _clashes(now: Sequence[Clash], visit: Visit, before: Collection[object]) -> Iterator[CheckLine]:
    """Tell what clashes, what is new as bad; the visit's own turn-arounds are told already."""
    there = [clash for clash in now if not _own_turnaround(clash)]
    if not there:
        yield CheckLine("ok", later("Room, leader, crew and vehicles are free at that time."))
    for clash in there:
        other = clash.second if clash.first.visit_id == visit.id else clash.first
        tone: CheckTone = "bad" if clash.firm and _identity(clash) not in before else "warn"
        values: dict[str, object] = {
            "name": clash.name,
            "other": other.title,
            "minutes": clash.missing,
        }
        yield CheckLine(tone, clash_text(clash), values)


def _papers(session: Session, visit: Visit) -> Iterator[CheckLine]:
    """Tell which papers already sent name the old hours."""
    if visit.rundown_sent_on is not None:
        text = later("The rundown was sent on {day}. Send it again.")
        yield CheckLine("warn", text, {"day": visit.rundown_sent_on})
    for letter in session.exec(select(Letter).where(Letter.visit_id == visit.id)):
        if letter.sent_on is not None and letter.kind is LetterKind.INVITATION:
            text = later("The invitation was sent on {day} with the old hours.")
            yield CheckLine("warn", text, {"day": letter.sent_on})


def _own_turnaround(clash: Clash) -> bool:
    """Say whether a clash is only the turn-around of a room between two sessions of one visit."""
    own = clash.first.visit_id == clash.second.visit_id
    return bool(clash.missing) and own and clash.kind is ClaimKind.ROOM


def _identity(clash: Clash) -> object:
    return clash.kind, clash.key, frozenset({clash.first.id, clash.second.id})

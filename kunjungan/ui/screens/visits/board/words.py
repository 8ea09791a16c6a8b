"""How the sessions of a day are spoken of."""

from collections.abc import Iterable
from uuid import UUID

from kunjungan.domain.conflicts import Clash
from kunjungan.domain.turnarounds import Turnaround
from kunjungan.i18n import later, tr
from kunjungan.services.visit_day.board import BoardColumn, BoardSession, Shared
from kunjungan.services.visit_day.clashing import clash_text
from kunjungan.ui.dates import hours_words, short_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.words import brief_body, guests_words, joined

SHARED_WORDS: dict[Shared, str] = {
    "room": later("room shared"),
    "host": later("host shared"),
    "crew": later("crew shared"),
}


def title_words(session: BoardSession) -> str:
    """Return what a session is called in the screen's language."""
    return screen_side(session.line.title)


def session_hours(session: BoardSession) -> str:
    """Return the hours of a session; the end only where it is told."""
    return hours_words(session.line.starts_at, session.line.ends_at)


def room_words(session: BoardSession) -> str:
    """Return room, seats and place, as far as they are known."""
    line = session.line
    seats = "" if session.seats is None else tr("{count} seats", count=session.seats)
    return joined(line.room, seats, line.place)


def crew_words(session: BoardSession) -> str:
    """Return who of the crew is with a session."""
    return ", ".join(member.who for member in session.crew)


def marks_words(session: BoardSession) -> str:
    """Return what a session shares with others of its day: "room shared · host shared"."""
    return joined(*(tr(words) for mark, words in SHARED_WORDS.items() if mark in session.shared))


def column_words(column: BoardColumn) -> tuple[str, str]:
    """Return a column's heading and the quiet line under it."""
    if column.delegation_id is None:
        return tr("Everybody"), ""
    name = brief_body(screen_side(column.name))
    return name, joined(column.head, guests_words(column.guests) if column.guests else "")


def gap_words(gap: Turnaround[UUID]) -> str:
    """Return the minutes between two seatings, or by how much they overlap."""
    if gap.minutes < 0:
        return tr("overlap of {minutes} min", minutes=-gap.minutes)
    return tr("{minutes} min", minutes=gap.minutes)


def need_words(gap: Turnaround[UUID]) -> str:
    """Return how many minutes a room needs to be made ready."""
    return tr("{minutes} needed", minutes=gap.need)


def described(session: BoardSession, columns: Iterable[BoardColumn]) -> str:
    """Return all that a session says, for a screen reader and the tip."""
    whom = list(columns)
    names = ", ".join(
        column_words(whom[at])[0] for first, last in session.spans for at in range(first, last + 1)
    )
    day = short_day(session.line.on) if session.line.on else ""
    joint = tr("Joint session") if session.joint else ""
    parts = (joined(day, session_hours(session)), title_words(session), joint, names)
    more = (room_words(session), session.host, crew_words(session), marks_words(session))
    return "\n".join(part for part in (*parts, *more) if part)


def clash_words(clash: Clash, own: object) -> str:
    """Return what clashes, told from the side of the booking with the id ``own``."""
    other = clash.second if clash.first.id == own else clash.first
    return tr(clash_text(clash), name=clash.name, other=other.title, minutes=clash.missing)


def by_session(clashes: Iterable[Clash]) -> dict[UUID, list[str]]:
    """Return what clashes for each session, itself or what is part of it; each thing once."""
    found: dict[UUID, dict[str, None]] = {}
    for clash in clashes:
        for own in (clash.first, clash.second):
            key = own.id if own.source == "session" else own.part_of
            if key is not None:
                found.setdefault(key, {})[clash_words(clash, own.id)] = None
    return {key: list(words) for key, words in found.items()}

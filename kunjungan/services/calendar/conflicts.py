"""The conflicts of the calendar, and those that the office has decided to live with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bookings import Booking, ClaimKind
from kunjungan.domain.conflicts import Clash, clashes
from kunjungan.i18n import later
from kunjungan.services.calendar.bookings import bookings_of, gaps_of
from kunjungan.services.calendar.heads import Heads, heads_in
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.calendar.plan import plan_in
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import required
from kunjungan.store.tables import Snooze

_DAY = timedelta(days=1)
_LAST = date.max - _DAY
_MOMENT = timedelta.resolution


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of two events that clash, in its own local time; ``need`` are its guests.

    ``ref`` is what can be moved: the event itself, or the session or visit that it is part of.
    """

    ref: Ref
    visit_id: UUID | None
    title: str
    slot: Slot
    room: str
    place: str
    need: int
    firm: bool


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """Two events that want one room, person or vehicle.

    ``since`` and ``until`` are local moments of the overlap, or of the time between them where
    ``missing`` minutes of turn-around or travel are lacking. ``left`` says that the office lives
    with it, for the ``reason`` given.
    """

    what: str
    kind: ClaimKind
    name: str
    firm: bool
    missing: int
    since: datetime
    until: datetime
    first: ConflictSide
    second: ConflictSide
    left: bool
    reason: str

    @property
    def last(self) -> date:
        """The last day that it touches."""
        return max(self.since, self.until - _MOMENT).date()


def list_conflicts(
    office: Office, since: date | None = None, until: date | None = None
) -> list[ConflictLine]:
    """Return the conflicts from ``since`` (today) up to, but without, ``until``, the next first."""
    start, end = since or office.today(), until or _LAST
    with office.store.read() as session:
        settings = settings_in(session)
        plan = plan_in(session, start - _DAY, min(end, _LAST) + _DAY)
        found = clashes(bookings_of(session, plan, settings), gaps_of(settings))
        visits = {side.visit_id for clash in found for side in (clash.first, clash.second)}
        heads = heads_in(session, [key for key in visits if key])
        left = _left(session, office.today())
    lines = [_line(clash, heads, left) for clash in found]
    return [line for line in lines if line.since.date() < end and line.last >= start]


def leave_conflict(office: Office, what: str, reason: str) -> None:
    """Say that the office lives with a conflict, and why; RuleBroken without a reason."""
    words = required(reason, later("Say why: the reason is kept with the conflict."))
    with office.store.change(later("Leave conflict")) as session:
        row = session.exec(select(Snooze).where(Snooze.what == what)).first()
        if row is None:
            session.add(Snooze(what=what, reason=words))
        else:
            row.until, row.reason = None, words


def take_up_conflict(office: Office, what: str) -> None:
    """Show a conflict again that the office has lived with so far."""
    with office.store.change(later("Show conflict again")) as session:
        for row in session.exec(select(Snooze).where(Snooze.what == what)):
            session.delete(row)


def conflict_key(clash: Clash) -> str:
    """Return the name of a conflict, the same whichever of the two events comes first."""
    first, second = sorted((clash.first.id.hex, clash.second.id.hex))
    return f"conflict:{first}:{second}:{clash.kind.value}:{clash.key}"


def _left(session: Session, today: date) -> dict[str, str]:
    query = select(Snooze).where(col(Snooze.what).startswith("conflict:"))
    return {
        row.what: row.reason
        for row in session.exec(query)
        if row.until is None or row.until > today
    }


def _line(clash: Clash, heads: Heads, left: Mapping[str, str]) -> ConflictLine:
    what, zone = conflict_key(clash), clash.second.zone
    return ConflictLine(
        what,
        clash.kind,
        clash.name,
        clash.firm,
        clash.missing,
        clash.overlap.starts.astimezone(zone),
        clash.overlap.ends.astimezone(zone),
        _side(clash.first, heads),
        _side(clash.second, heads),
        what in left,
        left.get(what, ""),
    )


def _side(booking: Booking, heads: Heads) -> ConflictSide:
    ref = _movable(booking)
    coming = heads.coming(booking.visit_id, ref.id) if booking.visit_id else []
    rooms = (claim.name for claim in booking.claims if claim.kind is ClaimKind.ROOM)
    return ConflictSide(
        ref,
        booking.visit_id,
        booking.title,
        _slot(booking),
        next(rooms, ""),
        booking.place,
        heads.count(coming),
        booking.firm,
    )


def _movable(booking: Booking) -> Ref:
    if booking.source in {"item", "assignment"} and booking.visit_id is not None:
        whole = Ref("visit", booking.visit_id)
        return Ref("session", booking.part_of) if booking.part_of else whole
    return Ref(booking.source, booking.id)


def _slot(booking: Booking) -> Slot:
    """Return the local days and hours of a booking; from midnight to midnight it has none."""
    local = booking.local
    on, until = local.starts.date(), local.ends.date()
    if local.ends.time() == time.min and until > on:
        until -= _DAY
        if local.starts.time() == time.min:
            return Slot(on, until)
        return Slot(on, until, local.starts.time())
    return Slot(on, until, local.starts.time(), local.ends.time())

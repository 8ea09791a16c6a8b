"""What an entry of the calendar would clash with, while it is still being filled in."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from kunjungan.domain.bookings import Booking, ClaimKind, span_of
from kunjungan.domain.check_lines import CheckLine
from kunjungan.domain.conflicts import Clash, Gaps, clashes
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.i18n import later
from kunjungan.services.calendar.bookings import bookings_of
from kunjungan.services.calendar.entries import EntryForm
from kunjungan.services.calendar.plan import holders, plan_in
from kunjungan.services.calendar.wanted import claims_of
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in

_NEW = UUID(int=0)
_DAY = timedelta(days=1)
_TAKEN = later("{name} is taken: {title}, {hours}")
_MAYBE = later("{name} may be taken: {title}, {hours}")
_BUSY = later("{name} has something else: {title}, {hours}")
_MAYBE_BUSY = later("{name} may have something else: {title}, {hours}")
_SHORT = later("{name}: {minutes} minutes short between this and {title}")


def entry_check(office: Office, form: EntryForm, entry_id: UUID | None = None) -> list[CheckLine]:
    """Return what an entry as it is filled in would clash with, the certain first; perhaps none."""
    last = max(form.on, form.until or form.on)
    with office.store.read() as session:
        settings = settings_in(session)
        plan = plan_in(session, form.on - _DAY, last + 2 * _DAY)
        others = bookings_of(session, plan, settings)
        leader = holders(session, [form.tenure_id]).get(form.tenure_id) if form.tenure_id else None
    own = Booking(
        "entry",
        entry_id or _NEW,
        None,
        form.title,
        span_of(form.on, last, form.starts_at, form.ends_at, form.zone.offset),
        not form.tentative,
        form.place,
        claims_of(form.room, leader),
        plan.turnaround(ResourceKind.ROOM, form.room),
        zone=form.zone.offset,
    )
    booked = [one for one in others if one.id != own.id]
    gaps = Gaps(settings.turnaround_minutes, settings.travel_minutes)
    return list(_lines(own, [one for one in clashes([*booked, own], gaps) if _of(own, one)]))


def _of(own: Booking, clash: Clash) -> bool:
    return own.id in {clash.first.id, clash.second.id}


def _lines(own: Booking, found: list[Clash]) -> Iterator[CheckLine]:
    """Yield a line for each thing that is wanted and each visit or entry that has it."""
    told: set[tuple[str, UUID]] = set()
    for clash, other in sorted(((one, _other(own, one)) for one in found), key=_worst):
        key = clash.key, other.visit_id or other.id
        if key not in told:
            told.add(key)
            yield _line(clash, other)


def _line(clash: Clash, other: Booking) -> CheckLine:
    values: dict[str, object] = {"name": clash.name, "title": other.title}
    if clash.missing:
        return CheckLine("warn", _SHORT, values | {"minutes": clash.missing})
    values["hours"] = other.local.hours
    thing = clash.kind in {ClaimKind.ROOM, ClaimKind.VEHICLE}
    if clash.firm:
        return CheckLine("bad", _TAKEN if thing else _BUSY, values)
    return CheckLine("warn", _MAYBE if thing else _MAYBE_BUSY, values)


def _other(own: Booking, clash: Clash) -> Booking:
    return clash.second if clash.first.id == own.id else clash.first


def _worst(pair: tuple[Clash, Booking]) -> tuple[bool, bool, timedelta]:
    """Put the certain before the possible, and a part before the whole that it belongs to."""
    clash, other = pair
    return clash.missing > 0, not clash.firm, other.span.ends - other.span.starts

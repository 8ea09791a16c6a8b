"""What becomes of the office's own events when a calendar file brings them back."""

from datetime import datetime, timedelta

from kunjungan.exchange.ical_rows import IcalRow
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.ical.matching import Known
from kunjungan.services.ical.own_events import OwnEvent, own_uid
from kunjungan.services.ical.plan import (
    OWN_FIXED,
    OWN_ITEM,
    OWN_MOVED,
    OWN_MOVES,
    OWN_OFF,
    Fate,
    PlanLine,
    Remark,
)

_DAY = timedelta(days=1)


def own_line(known: Known, row: IcalRow, *, move: bool) -> PlanLine | None:
    """Return what becomes of a row that is an event of this office, None for one of others.

    Only its time is taken back, and only where ``move`` asks for that.
    """
    record = own_uid(row.uid)
    own = known.own.get(record) if record else None
    if own is None or row.recurrence:
        return None
    slot = _slot(own, row)
    called_off = row.status == "cancelled" != own.event.status
    off = Fate.LEFT, (Remark(OWN_OFF),)
    fate, remarks = off if called_off else _fate(own, row, slot, move=move)
    return PlanLine(
        line=row.line,
        title=row.title,
        fate=fate,
        uid=row.uid,
        own=own.ref,
        slot=slot,
        remarks=remarks,
    )


def _fate(
    own: OwnEvent, row: IcalRow, slot: Slot, *, move: bool
) -> tuple[Fate, tuple[Remark, ...]]:
    event = own.event
    if (row.starts, row.ends) == (event.starts, event.ends or event.starts):
        return Fate.SAME, ()
    if own.ref.source == "item":
        return Fate.LEFT, (Remark(OWN_ITEM),)
    over_midnight = own.ref.source == "session" and slot.until != slot.on
    if row.all_day is isinstance(event.starts, datetime) or over_midnight:
        return Fate.LEFT, (Remark(OWN_FIXED),)
    return Fate.OWN, (Remark(OWN_MOVES if move else OWN_MOVED),)


def _slot(own: OwnEvent, row: IcalRow) -> Slot:
    """Return where a row stands, on the local days and hours of the office's event."""
    starts, ends = row.starts, row.ends
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return Slot(starts, max(starts, ends - _DAY))
    zone = own.event.starts.tzinfo if isinstance(own.event.starts, datetime) else None
    first, last = starts.astimezone(zone), ends.astimezone(zone)
    if own.event.ends is None and first == last:
        return Slot(first.date(), first.date(), first.time())
    return Slot(first.date(), last.date(), first.time(), last.time())

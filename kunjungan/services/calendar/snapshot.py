"""What the office knows about some days, read once to answer many questions about moves."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.domain.bookings import Booking
from kunjungan.domain.conflicts import Gaps
from kunjungan.domain.days import PartialDate
from kunjungan.domain.quiet_times import QuietTime, quiet_times, quiet_warnings
from kunjungan.domain.visit_words import LetterKind
from kunjungan.domain.workdays import day_warnings
from kunjungan.i18n import later
from kunjungan.services.calendar.bookings import bookings_of, gaps_of
from kunjungan.services.calendar.marks import holidays_in
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.calendar.plan import Plan, plan_in, session_day
from kunjungan.services.calendar.wanted import place_of
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.parties import OPEN
from kunjungan.services.visiting.shifting import LEFT_OUT
from kunjungan.store.tables import Agreement, AgreementVisit, Holiday, Letter

Notice = tuple[str, dict[str, object]]
_TOLD = (LetterKind.ANSWER, LetterKind.INVITATION, LetterKind.RESCHEDULE)
"""Letters that name the day."""
_INVITED = later("Invitations have to be sent again")
_RUNDOWN = later("The rundown has to be sent to the guests again")
_SIGNING = later("Agreements to be signed on the old day: {count}")
_OVER = later("That day is over")
_LONG = 13
"""How many days after its first are looked at for holidays (office practice)."""


class Standing(NamedTuple):
    """Where a visit, a session or an entry stands now, on its local day and hour."""

    visit_id: UUID | None
    on: date
    starts_at: time | None
    place: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The plan of some days with its bookings, holidays and what guests were told.

    ``parts`` are the bookings that move with a visit, session or entry, its own among them.
    """

    plan: Plan
    bookings: list[Booking]
    parts: Mapping[UUID, list[Booking]]
    standing: Mapping[UUID, Standing]
    gaps: Gaps
    quiet: tuple[QuietTime, ...]
    holidays: dict[date, list[Holiday]]
    week: Collection[int]
    told: frozenset[UUID]
    signing: dict[UUID, list[tuple[UUID, date]]]
    today: date

    def distance(self, ref: Ref, slot: Slot) -> timedelta:
        """Return how much later something would begin; it keeps its hour where none is given."""
        now = self.standing.get(ref.id)
        if now is None:
            return timedelta()
        at = now.starts_at or time.min
        wanted = at if now.starts_at is None or slot.starts_at is None else slot.starts_at
        return datetime.combine(slot.on, wanted) - datetime.combine(now.on, at)

    def staying(self, ref: Ref, slot: Slot) -> frozenset[UUID]:
        """Return the sessions of a visit that keep their days: only its beginning moves."""
        visit = self.plan.visits.get(ref.id)
        if visit is None or slot.until != visit.last or slot.on == visit.first:
            return frozenset()
        earlier = slot.on < visit.first
        return frozenset(one.id for one in self.plan.sessions.get(ref.id, ()) if one.on or earlier)

    def left_out(self, ref: Ref, slot: Slot) -> Iterator[Notice]:
        """Yield each session for which the move is refused: its visit would no longer hold it."""
        visit, staying = self.plan.visits.get(ref.id), self.staying(ref, slot)
        if visit is None:
            return
        for one in self.plan.sessions.get(ref.id, ()):
            away = timedelta() if one.id in staying else slot.on - visit.first
            if one.on and visit.first <= one.on <= visit.last:
                day = one.on + away
                if not slot.on <= day <= slot.until:
                    words = PartialDate.of(day).words
                    yield LEFT_OUT, {"session": one.title_id, "day": words}

    def signed_on_old_day(self, ref: Ref, slot: Slot) -> tuple[UUID, ...]:
        """Return the agreements of a visit that are to be signed on the day that it leaves."""
        now = self.standing.get(ref.id)
        if now is None or now.visit_id is None or slot.on == now.on:
            return ()
        return tuple(key for key, on in self.signing.get(now.visit_id, ()) if on == now.on)

    def notices(self, ref: Ref, slot: Slot, moved: Collection[Booking]) -> Iterator[Notice]:
        """Yield what else to mind; none of it forbids the move."""
        now = self.standing.get(ref.id)
        if now is not None and now.visit_id is not None and self.distance(ref, slot):
            if now.visit_id in self.told:
                yield _INVITED, {}
            if self.plan.visits[now.visit_id].rundown_sent_on is not None:
                yield _RUNDOWN, {}
        if count := len(self.signed_on_old_day(ref, slot)):
            yield _SIGNING, {"count": count}
        if slot.on < self.today:
            yield _OVER, {}
        yield from self._closed(slot)
        yield from self._prayers(moved)

    def _closed(self, slot: Slot) -> Iterator[Notice]:
        """Yield what each of the days is, a weekend once; of a long stay only the first days."""
        seen: list[object] = []
        for by in range(min((slot.until - slot.on).days, _LONG) + 1):
            day = slot.on + timedelta(days=by)
            for warning in day_warnings(day, self.holidays.get(day, ()), week=self.week):
                if (warning.message, warning.values) not in seen:
                    seen.append((warning.message, warning.values))
                    yield warning.message, warning.values

    def _prayers(self, moved: Collection[Booking]) -> Iterator[Notice]:
        """Yield each quiet time once that what is moved runs into on one day."""
        seen: list[object] = []
        for local in (one.local for one in moved if one.source != "assignment"):
            day, hours = local.starts.date(), (local.starts.time(), local.ends.time())
            met = quiet_warnings(self.quiet, day, *hours) if local.ends.date() == day else ()
            for warning in met:
                if warning.values not in seen:
                    seen.append(warning.values)
                    yield warning.message, warning.values


def snapshot(office: Office, since: date, until: date) -> Snapshot:
    """Read what the days from ``since`` up to, but without, ``until`` hold."""
    with office.store.read() as session:
        settings = settings_in(session)
        plan = plan_in(session, since, until)
        holidays: dict[date, list[Holiday]] = defaultdict(list)
        for row in holidays_in(session, since, until):
            holidays[row.on].append(row)
        booked = bookings_of(session, plan, settings)
        return Snapshot(
            plan,
            booked,
            _parts(booked),
            dict(_standing(plan)),
            gaps_of(settings),
            quiet_times(settings.quiet_times),
            holidays,
            settings.week,
            _told(session),
            _signing(session, plan),
            office.today(),
        )


def _parts(bookings: Iterable[Booking]) -> dict[UUID, list[Booking]]:
    parts: dict[UUID, list[Booking]] = defaultdict(list)
    for one in bookings:
        for key in {one.id, one.part_of, one.visit_id}:
            if key is not None:
                parts[key].append(one)
    return parts


def _standing(plan: Plan) -> Iterator[tuple[UUID, Standing]]:
    for entry in plan.entries:
        yield entry.id, Standing(None, entry.on, entry.starts_at, entry.place)
    for visit in plan.visits.values():
        yield visit.id, Standing(visit.id, visit.first, visit.starts_at, visit.place)
        for one in plan.sessions.get(visit.id, ()):
            day, place = session_day(visit, one), place_of(visit, one)
            yield one.id, Standing(visit.id, day, one.starts_at, place)


def _told(session: Session) -> frozenset[UUID]:
    """Return the visits whose day stands in a letter that was sent."""
    query = select(Letter.visit_id).where(
        col(Letter.kind).in_(_TOLD), col(Letter.sent_on).is_not(None)
    )
    return frozenset(session.exec(query))


def _signing(session: Session, plan: Plan) -> dict[UUID, list[tuple[UUID, date]]]:
    """Return the agreements of visits that are not signed yet, with the day of signing."""
    query = (
        sa.select(col(AgreementVisit.visit_id), col(Agreement.id), col(Agreement.signing_on))
        .join(Agreement, col(Agreement.id) == col(AgreementVisit.agreement_id))
        .where(col(Agreement.stage).in_(OPEN), col(Agreement.signing_on).is_not(None))
        .order_by(col(Agreement.id))
    )
    found: dict[UUID, list[tuple[UUID, date]]] = defaultdict(list)
    for visit, agreement, on in session.connection().execute(query):
        if visit in plan.visits and on is not None:
            found[visit].append((agreement, on))
    return found

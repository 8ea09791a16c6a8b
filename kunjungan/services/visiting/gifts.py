"""The gift log: what was given and received, where it is kept, when it must be reported."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.visit_words import GiftDirection
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.process.deadlines import WorkCalendar, calendar_in
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.services.visiting.belonging import refuse_foreign
from kunjungan.store.tables import Delegation, Gift, Institution, Visit

MOST_VALUE = 10**12
"""No gift is worth more rupiah than this; a longer number is a slip of the hand."""
NAMELESS = later("Say what the gift is.")


@dataclass(frozen=True, slots=True)
class GiftForm:
    """What a person fills in for a gift; ``value`` in whole rupiah, of all its pieces."""

    what: str
    direction: GiftDirection = "given"
    delegation_id: UUID | None = None
    count: int = 1
    value: int | None = None
    giver: str = ""
    receiver: str = ""
    on: date | None = None
    kept_at: str = ""
    reported_on: date | None = None
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class GiftLine:
    """A gift in the log; ``due_on`` is the last day for reporting one that was received.

    ``on`` is its own day, else the visit's where that is known.
    """

    id: UUID
    visit_id: UUID
    visit: str
    delegation_id: UUID | None
    partner: Bilingual
    direction: GiftDirection
    what: str
    count: int
    value: int | None
    giver: str
    receiver: str
    on: date | None
    kept_at: str
    due_on: date | None
    reported_on: date | None
    overdue: bool
    note: str


def list_gifts(office: Office, *, visit_id: UUID | None = None) -> list[GiftLine]:
    """Return the gift log of the office or of one visit, latest first."""
    with office.store.read() as session:
        return gifts_in(session, office.today(), visit_id=visit_id)


def gifts_in(
    session: Session,
    today: date,
    *,
    visit_id: UUID | None = None,
    institution_id: UUID | None = None,
) -> list[GiftLine]:
    """Return gifts as an open session sees them."""
    query = (
        select(Gift, Visit, Institution)
        .join(Visit, col(Gift.visit_id) == col(Visit.id))
        .join(Delegation, col(Gift.delegation_id) == col(Delegation.id), isouter=True)
        .join(Institution, col(Delegation.institution_id) == col(Institution.id), isouter=True)
    )
    if visit_id is not None:
        query = query.where(Gift.visit_id == visit_id)
    if institution_id is not None:
        query = query.where(Institution.id == institution_id)
    calendar = calendar_in(session, today)
    lines = [_line(gift, visit, body, calendar) for gift, visit, body in session.exec(query)]
    return sorted(lines, key=lambda line: (-_number(line.on), line.what.casefold(), line.id.hex))


def gift_form(office: Office, gift_id: UUID) -> GiftForm:
    """Return a gift as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(GiftForm, found(session, Gift, gift_id))


def add_gift(office: Office, visit_id: UUID, form: GiftForm) -> UUID:
    """Enter a gift in the log and return its id."""
    _check(form)
    with office.store.change(later("Enter a gift")) as session:
        found(session, Visit, visit_id)
        row = Gift(visit_id=visit_id, what="")
        _fill(session, row, form)
        session.add(row)
    return row.id


def edit_gift(office: Office, gift_id: UUID, form: GiftForm) -> None:
    """Change what the log says of a gift."""
    _check(form)
    with office.store.change(later("Edit a gift")) as session:
        _fill(session, found(session, Gift, gift_id, seen=form.version), form)


def report_gift(office: Office, gift_id: UUID) -> None:
    """Note that a gift received was reported to the integrity unit today."""
    with office.store.change(later("Report a gift")) as session:
        row = found(session, Gift, gift_id)
        if row.direction != "received":
            raise RuleBroken(later("Only what was received is reported."))
        row.reported_on = office.today()


def remove_gift(office: Office, gift_id: UUID) -> None:
    """Take a gift out of the log; undo brings it back."""
    with office.store.change(later("Remove a gift")) as session:
        session.delete(found(session, Gift, gift_id))


def _check(form: GiftForm) -> None:
    required(form.what, NAMELESS)
    if form.count < 1:
        raise RuleBroken(later("A gift is at least one piece."))
    if form.value is not None and not 0 <= form.value <= MOST_VALUE:
        raise RuleBroken(later("The value is in whole rupiah, from 0 upwards."))
    if form.reported_on is not None and form.direction != "received":
        raise RuleBroken(later("Only what was received is reported."))


def _fill(session: Session, row: Gift, form: GiftForm) -> None:
    message = later("A gift is exchanged with a delegation of its own visit.")
    refuse_foreign(session, Delegation, form.delegation_id, row.visit_id, message)
    put(row, form)


def _line(gift: Gift, visit: Visit, body: Institution | None, calendar: WorkCalendar) -> GiftLine:
    """Return a gift as the log shows it (office practice: setting gift_report_days)."""
    day = gift.on or visit.on.full
    owed = day is not None and gift.direction == "received"
    due = calendar.add(day, calendar.chosen.gift_report_days) if day and owed else None
    return GiftLine(
        id=gift.id,
        visit_id=visit.id,
        visit=visit.title,
        delegation_id=gift.delegation_id,
        partner=Bilingual(body.name_id, body.name_en) if body else Bilingual("", ""),
        direction=gift.direction,
        what=gift.what,
        count=gift.count,
        value=gift.value,
        giver=gift.giver,
        receiver=gift.receiver,
        on=day,
        kept_at=gift.kept_at,
        due_on=due,
        reported_on=gift.reported_on,
        overdue=due is not None and gift.reported_on is None and due < calendar.today,
        note=gift.note,
    )


def _number(day: date | None) -> int:
    return day.toordinal() if day else 0

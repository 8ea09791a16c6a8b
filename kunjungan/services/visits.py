"""Visits: put one in the calendar, move it through its stages, see how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import Zone, check_hours
from kunjungan.domain.stages import VisitStage, advance, reason_owed
from kunjungan.domain.visit_words import VisitKind
from kunjungan.domain.words import Direction
from kunjungan.domain.zones_abroad import refuse_unknown_zone
from kunjungan.i18n import later
from kunjungan.services.checklists.checklist import TaskLine, owed_steps
from kunjungan.services.guests.removing import remove_guests
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in, write_settings
from kunjungan.services.redating import redate_in
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.services.visiting.shifting import Shifted, shift_days
from kunjungan.store.tables import (
    AgendaItem,
    AgreementVisit,
    Assignment,
    Attachment,
    Attendee,
    Delegation,
    Gift,
    Journey,
    Letter,
    Lodging,
    PrecedenceDecision,
    PrintRun,
    Seat,
    SeatingPlan,
    SessionDelegation,
    Task,
    Visit,
    VisitLink,
    VisitSession,
    VisitStep,
    Visum,
)


@dataclass(frozen=True, slots=True)
class VisitForm:
    """What a person fills in for a visit; ``version`` 0 means a new one.

    ``on`` may be a month or a year only. Times are local to ``zone`` and never shifted.
    """

    title: str
    on: PartialDate
    until: PartialDate | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    zone: Zone = Zone.WIB
    theme_id: str = ""
    theme_en: str = ""
    direction: Direction = "incoming"
    host_id: UUID | None = None
    host_tenure_id: UUID | None = None
    place: str = ""
    room: str = ""
    note: str = ""
    sample: bool = False
    version: int = 0
    kind: VisitKind = VisitKind.STUDY
    abroad: str = ""


def visit_form(office: Office, visit_id: UUID) -> VisitForm:
    """Return a visit as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(VisitForm, found(session, Visit, visit_id))


def schedule_visit(office: Office, form: VisitForm, *, known_on: date | None = None) -> UUID:
    """Put a visit in the calendar and return its id.

    ``known_on`` is the day its letter came, for an office that enters it later; else today.
    The host of the first visit that is received becomes the office's own institution.
    """
    with office.store.change(later("Schedule visit")) as session:
        return new_visit(session, form, known_on or office.today()).id


def new_visit(session: Session, form: VisitForm, known_on: date) -> Visit:
    """Add a visit inside a change that does more."""
    _check(form)
    row = Visit(title="", on=form.on)
    put(row, form)
    session.add(row)
    session.flush()
    session.add(VisitStep(visit_id=row.id, stage=row.stage, on=known_on))
    if form.direction == "incoming" and form.host_id is not None:
        _take_as_own(session, form.host_id)
    return row


def edit_visit(office: Office, visit_id: UUID, form: VisitForm, *, redating: bool = False) -> None:
    """Change a visit's facts in one step; its stage has its own verb.

    On other days its sessions, crew and steps follow, and with ``redating`` the agreements that
    were to be signed on its old day, too.
    """
    _check(form)
    with office.store.change(later("Edit visit")) as session:
        row = found(session, Visit, visit_id, seen=form.version)
        shifted = Shifted()
        if (row.on, row.until) != (form.on, form.until):
            shifted = shift_days(session, row, form.on, form.until)
        put(row, form)
        if redating and form.on.full is not None:
            for agreement in shifted.agreements:
                redate_in(office, session, agreement, form.on.full)


def move_visit(
    office: Office,
    visit_id: UUID,
    stage: VisitStage,
    *,
    reason: str = "",
    on: date | None = None,
) -> None:
    """Bring a visit to another stage, on a day that may be past; else today.

    A postponed, cancelled or missed visit owes a reason, and so does one that goes on although
    steps are open; a step that blocks must be done first.
    """
    if reason_owed(stage) and not reason.strip():
        raise RuleBroken(later("Say why: the reason is kept with the visit."))
    if on is not None and on > office.today():
        raise RuleBroken(later("A stage is reached today or earlier, not on a day to come."))
    with office.store.change(later("Change a visit's stage")) as session:
        row = found(session, Visit, visit_id)
        _refuse_open(owed_steps(session, row, stage), reason)
        row.stage = advance(row.stage, stage)
        day = on or office.today()
        session.add(VisitStep(visit_id=row.id, stage=stage, on=day, reason=reason.strip()))


def remove_visit(office: Office, visit_id: UUID) -> None:
    """Remove a visit with its delegations, steps and links; undo brings all of it back.

    Raises RuleBroken while an agreement comes from it.
    """
    with office.store.change(later("Remove visit")) as session:
        row = found(session, Visit, visit_id)
        query = select(AgreementVisit).where(AgreementVisit.visit_id == visit_id)
        if session.exec(query).first() is not None:
            raise RuleBroken(
                later(
                    "An agreement comes from this visit, so the visit stays. "
                    "Remove the agreement's draft first, or cancel the visit."
                )
            )
        remove_guests(session, _guests(session, visit_id))
        for child in _children(session, visit_id):
            session.delete(child)
        session.delete(row)


def link_earlier(office: Office, visit_id: UUID, earlier_id: UUID) -> None:
    """Say that a visit continues an earlier one; saying it twice changes nothing."""
    if visit_id == earlier_id:
        raise RuleBroken(later("A visit cannot continue itself."))
    with office.store.read() as session:
        query = select(VisitLink).where(
            VisitLink.visit_id == visit_id, VisitLink.earlier_id == earlier_id
        )
        if session.exec(query).first() is not None:
            return
    with office.store.change(later("Link earlier visit")) as session:
        found(session, Visit, visit_id)
        found(session, Visit, earlier_id)
        session.add(VisitLink(visit_id=visit_id, earlier_id=earlier_id))


def unlink_earlier(office: Office, visit_id: UUID, earlier_id: UUID) -> None:
    """Take the link to an earlier visit away; both visits stay."""
    with office.store.change(later("Unlink earlier visit")) as session:
        both = (VisitLink.visit_id == visit_id, VisitLink.earlier_id == earlier_id)
        for row in session.exec(select(VisitLink).where(*both)):
            session.delete(row)


def _take_as_own(session: Session, host_id: UUID) -> None:
    own = settings_in(session)
    if own.own_institution is None:
        write_settings(session, replace(own, own_institution=host_id))


def _refuse_open(steps: Sequence[TaskLine], reason: str) -> None:
    """Refuse to go on while a step blocks, or while any is open and nobody says why."""
    for step in steps:
        if step.blocking:
            message = later("“{step}” must be done first. The visit stays at its stage.")
            raise RuleBroken(message, step=step.title)
    if steps and not reason.strip():
        message = later("Say why it goes on while steps are open ({count}). The reason is kept.")
        raise RuleBroken(message, count=len(steps))


def _check(form: VisitForm) -> None:
    required(form.title, later("A visit needs a title."))
    refuse_unknown_zone(form.abroad)
    if form.until is not None and form.until.last < form.on.first:
        raise RuleBroken(later("A visit cannot end before it starts."))
    same_day = form.until is None or form.until == form.on
    if same_day or form.starts_at is None:
        check_hours(form.starts_at, form.ends_at)


def _guests(session: Session, visit_id: UUID) -> Sequence[Attendee]:
    """Return everybody on a visit's lists, the host's own party too."""
    ids = select(Delegation.id).where(Delegation.visit_id == visit_id)
    own = col(Attendee.delegation_id).in_(ids) | (col(Attendee.visit_id) == visit_id)
    return session.exec(select(Attendee).where(own)).all()


def _children(session: Session, visit_id: UUID) -> list[object]:
    delegations = session.exec(select(Delegation).where(Delegation.visit_id == visit_id)).all()
    ids = [row.id for row in delegations]
    plans = select(SeatingPlan.id).where(SeatingPlan.visit_id == visit_id)
    seats = session.exec(select(Seat).where(col(Seat.plan_id).in_(plans))).all()
    steps = session.exec(select(VisitStep).where(VisitStep.visit_id == visit_id)).all()
    tasks = session.exec(select(Task).where(Task.visit_id == visit_id)).all()
    links = session.exec(
        select(VisitLink).where(
            (VisitLink.visit_id == visit_id) | (VisitLink.earlier_id == visit_id)
        )
    ).all()
    agenda = session.exec(select(AgendaItem).where(AgendaItem.visit_id == visit_id)).all()
    files = session.exec(select(Attachment).where(Attachment.visit_id == visit_id)).all()
    prints = session.exec(select(PrintRun).where(PrintRun.visit_id == visit_id)).all()
    own = (Assignment, Letter, Gift, VisitSession, SeatingPlan, PrecedenceDecision, Visum)
    rows = [
        row
        for table in own
        for row in session.exec(select(table).where(table.visit_id == visit_id))
    ]
    of_them = [
        row
        for part in (SessionDelegation, Journey, Lodging)
        for row in session.exec(select(part).where(col(part.delegation_id).in_(ids)))
    ]
    return [*seats, *agenda, *tasks, *rows, *of_them, *delegations, *steps, *links, *files, *prints]

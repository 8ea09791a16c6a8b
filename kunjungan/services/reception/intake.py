"""Takes a letter of request in: a new visit with its first delegation, or one more of a visit."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict
from kunjungan.domain.visit_words import VisitKind
from kunjungan.domain.words import Direction
from kunjungan.exchange.pdf_look import Remark
from kunjungan.i18n import later
from kunjungan.services.delegations import DelegationForm, new_delegation
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.process.intake import Content, take_in
from kunjungan.services.rows import found
from kunjungan.services.visits import VisitForm, new_visit
from kunjungan.store.tables import Attachment, Delegation, Institution, Visit

LETTER = "request"
"""What an attached letter of request is evidence of."""
_TWICE = later(
    "The letter {number} of {sender} is recorded already, with “{visit}”. Nothing was added."
)


@dataclass(frozen=True, slots=True)
class LetterForm:
    """What a person fills in from a letter of request; ``scan`` is its file, if there is one.

    The letter opens a visit, or brings one more delegation to ``visit_id``. Without ``title`` the
    visit is called by its sender.
    """

    delegation: DelegationForm
    title: str = ""
    theme_id: str = ""
    theme_en: str = ""
    kind: VisitKind = VisitKind.STUDY
    direction: Direction = "incoming"
    scan: Path | None = None
    visit_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a letter became; ``remarks`` tell what to know of its scan: protected, damaged."""

    visit_id: UUID
    delegation_id: UUID
    remarks: tuple[Remark, ...] = ()


def take_letter(office: Office, form: LetterForm) -> Taken:
    """Record a letter of request with all that it says, as one change.

    Its first proposed date is the visit's until another is settled; without one, the month in
    which it came.

    Raises:
        Conflict: the sender's letter of that number is recorded already.
        RuleBroken: the scan is empty, too large or a folder, or the letter came before its date.
    """
    kept = take_in(office, form.scan) if form.scan is not None else None
    with office.store.change(later("Record a letter of request")) as session:
        _refuse_twice(session, form.delegation)
        came = form.delegation.received_on or office.today()
        visit = _visit(session, form, came)
        row = new_delegation(session, visit.id, replace(form.delegation, received_on=came))
        if kept is not None:
            session.add(_scan(visit.id, kept, form.delegation, office.today()))
    return Taken(visit.id, row.id, kept.remarks if kept else ())


def first_proposed(form: DelegationForm, came: date) -> PartialDate:
    """Return the earliest date that a letter proposes, else the month in which it came."""
    dates = sorted(map(PartialDate.parse, form.proposed), key=lambda on: (on.first, on.last))
    return dates[0] if dates else PartialDate(came.year, came.month)


def _visit(session: Session, form: LetterForm, came: date) -> Visit:
    if form.visit_id is not None:
        return found(session, Visit, form.visit_id)
    sender = found(session, Institution, form.delegation.institution_id)
    own = settings_in(session).own_institution
    abroad = form.direction == "outgoing"
    return new_visit(
        session,
        VisitForm(
            form.title.strip() or f"Kunjungan {sender.short_name or sender.name_id}",
            first_proposed(form.delegation, came),
            theme_id=form.theme_id,
            theme_en=form.theme_en,
            direction=form.direction,
            host_id=sender.id if abroad else own,
            kind=form.kind,
        ),
        came,
    )


def _refuse_twice(session: Session, form: DelegationForm) -> None:
    if not form.letter_number.strip():
        return
    query = (
        select(Visit.title, Institution.name_id)
        .join(Delegation, col(Delegation.visit_id) == col(Visit.id))
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .where(Delegation.institution_id == form.institution_id)
        .where(Delegation.letter_number == form.letter_number.strip())
    )
    if (same := session.exec(query).first()) is not None:
        title, sender = same
        raise Conflict(_TWICE, number=form.letter_number.strip(), sender=sender, visit=title)


def _scan(visit_id: UUID, kept: Content, form: DelegationForm, today: date) -> Attachment:
    return Attachment(
        visit_id=visit_id,
        name=kept.name,
        sha256=kept.sha256,
        size=kept.size,
        media_type=kept.media_type,
        document=LETTER,
        number=form.letter_number,
        on=form.letter_on,
        added_on=today,
    )

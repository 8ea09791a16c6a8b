"""The clearance of a text: who initials it for either side, when, and which text that was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.clearance import Outcome
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import party_facts
from kunjungan.services.drafts.route import (
    ClearanceStep,
    Route,
    clearance_rows,
    route_in,
    usual_steps,
)
from kunjungan.services.drafts.same_text import SameText, same_text_of
from kunjungan.services.office import Office
from kunjungan.services.print_log import text_that_counts
from kunjungan.services.rows import found, required
from kunjungan.store.tables import Agreement, Clearance, Draft

__all__ = [
    "ClearanceStep",
    "RecordForm",
    "Route",
    "SameText",
    "StepForm",
    "clear",
    "reopen",
    "return_",
    "route",
    "same_text",
    "same_text_in",
    "set_route",
]

_NO_OFFICE = later("Name the office that clears the text.")
_NO_REASON = later("Say what is to be changed before it clears the text.")


@dataclass(frozen=True, slots=True)
class StepForm:
    """A step as it is planned; ``id`` is None for a new one."""

    office_id: str
    office_en: str = ""
    party: int = 1
    name: str = ""
    due_on: date | None = None
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class RecordForm:
    """What an office said on a day; ``draft_no`` 0 means the text as it stands now."""

    on: date
    name: str = ""
    note: str = ""
    draft_no: int = 0
    version: int = 0


def route(office: Office, agreement_id: UUID) -> Route:
    """Return the route of an agreement's text; before anything is recorded the usual one."""
    with office.store.read() as session:
        return route_in(session, found(session, Agreement, agreement_id))


def same_text(office: Office, agreement_id: UUID) -> SameText:
    """Return whether both sides cleared one text, and which steps stand on another."""
    with office.store.read() as session:
        return same_text_in(session, agreement_id)


def same_text_in(session: Session, agreement_id: UUID) -> SameText:
    """Return the same as an open session sees it."""
    return same_text_of(route_in(session, found(session, Agreement, agreement_id)))


def set_route(office: Office, agreement_id: UUID, forms: Sequence[StepForm]) -> None:
    """Plan the steps anew, in the order given; what a step has recorded stays with it.

    Raises:
        RuleBroken: a step names no office or no party, none is left, or one that is left out has
            cleared or returned the text.
    """
    with office.store.change(later("Change the clearance route")) as session:
        row = found(session, Agreement, agreement_id)
        present = {step.id: step for step in clearance_rows(session, agreement_id)}
        parties = {party.row.seq for party in party_facts(session, agreement_id)}
        if not forms:
            raise RuleBroken(_NO_OFFICE)
        _refuse_lost(present, forms)
        for step_id in present.keys() - {form.id for form in forms}:
            session.delete(present[step_id])
        for seq, form in enumerate(forms, 1):
            if form.party not in parties:
                raise RuleBroken(later("This agreement has no party {number}."), number=form.party)
            step = present.get(form.id) if form.id else None
            if step is None:
                step = Clearance(agreement_id=row.id, seq=seq, office_id="")
                session.add(step)
            _plan(step, form, seq)


def clear(office: Office, agreement_id: UUID, seq: int, form: RecordForm) -> None:
    """Record that step ``seq`` cleared a text: the present one, or a draft that was kept.

    Raises RuleBroken for a day to come, NotFound for a step or a draft that is not there.
    """
    with office.store.change(later("Record a clearance")) as session:
        _record(office, session, (agreement_id, seq), form, "cleared")


def return_(office: Office, agreement_id: UUID, seq: int, form: RecordForm) -> None:
    """Record that step ``seq`` returned the text; its note says what is to be changed.

    Raises RuleBroken without a note or for a day to come, NotFound as ``clear``.
    """
    required(form.note, _NO_REASON)
    with office.store.change(later("Record a returned text")) as session:
        _record(office, session, (agreement_id, seq), form, "returned")


def reopen(office: Office, agreement_id: UUID, seq: int) -> None:
    """Let a step wait again, as if it had said nothing; its plan stays."""
    with office.store.change(later("Take back a clearance")) as session:
        step = _stored_step(session, agreement_id, seq)
        step.done_on, step.outcome, step.note = None, "", ""
        step.draft_no, step.fingerprint = 0, ""


def _record(
    office: Office,
    session: Session,
    which: tuple[UUID, int],
    form: RecordForm,
    outcome: Outcome,
) -> None:
    agreement_id, seq = which
    if form.on > office.today():
        raise RuleBroken(later("This day is still to come. Enter the day on which it was said."))
    row = found(session, Agreement, agreement_id)
    step = _stored_step(session, agreement_id, seq)
    if form.version:
        found(session, Clearance, step.id, seen=form.version)
    step.done_on, step.outcome, step.note = form.on, outcome, form.note.strip()
    step.name = form.name.strip() or step.name
    step.draft_no = form.draft_no or row.draft_no
    step.fingerprint = _fingerprint(session, row, form.draft_no)


def _fingerprint(session: Session, row: Agreement, draft_no: int) -> str:
    """Return the fingerprint of the present text, or of a draft that was kept."""
    query = select(Draft).where(Draft.agreement_id == row.id, Draft.no == draft_no)
    if draft_no and (kept := session.exec(query).first()) is not None:
        return kept.fingerprint
    if draft_no not in {0, row.draft_no}:
        raise NotFound(
            later("Draft {number} of this agreement was not kept. Choose one that is listed."),
            number=draft_no,
        )
    return text_that_counts(session, row)


def _stored_step(session: Session, agreement_id: UUID, seq: int) -> Clearance:
    """Return a step to record in; with the first record the proposed route is stored."""
    row = found(session, Agreement, agreement_id)
    rows = clearance_rows(session, agreement_id)
    if not rows:
        rows = usual_steps(session, row)
        session.add_all(rows)
        session.flush()
    for step in rows:
        if step.seq == seq:
            return step
    raise NotFound(
        later("There is no step {number}; this route has {count}."), number=seq, count=len(rows)
    )


def _plan(step: Clearance, form: StepForm, seq: int) -> None:
    values = {
        "seq": seq,
        "party": form.party,
        "office_id": required(form.office_id, _NO_OFFICE),
        "office_en": form.office_en.strip(),
        "name": form.name.strip(),
        "due_on": form.due_on,
    }
    for name, value in values.items():
        if getattr(step, name) != value:
            setattr(step, name, value)


def _refuse_lost(present: dict[UUID, Clearance], forms: Sequence[StepForm]) -> None:
    """Refuse to leave out a step that has said something."""
    for step_id in present.keys() - {form.id for form in forms}:
        if present[step_id].outcome:
            raise RuleBroken(
                later(
                    "{office} has already cleared or returned this text. "
                    "Take its record back first, then remove the step."
                ),
                office=present[step_id].office_id,
            )

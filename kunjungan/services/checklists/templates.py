"""The checklists to start from: those of the program for each kind, and the office's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.checklists import ChecklistStep, area_name, owner_name, steps_of
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.visit_words import VisitKind
from kunjungan.i18n import later
from kunjungan.services.checklists.checklist import steps_in
from kunjungan.services.office import Office
from kunjungan.services.rows import found, required
from kunjungan.store.tables import Template


@dataclass(frozen=True, slots=True)
class ChecklistForm:
    """What a person fills in for an own checklist, for one kind of visit or for any."""

    name: Bilingual
    steps: tuple[ChecklistStep, ...]
    kind: VisitKind | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class ChecklistTemplate:
    """A checklist to start from; one of the program has no ``id`` and no name but its kind."""

    id: UUID | None
    kind: VisitKind | None
    name: Bilingual
    steps: tuple[ChecklistStep, ...]


def list_checklists(office: Office, kind: VisitKind | None = None) -> list[ChecklistTemplate]:
    """Return the checklists to start from, those for ``kind`` first and own ones before others."""
    with office.store.read() as session:
        query = select(Template).where(Template.use == "checklist").order_by(col(Template.name_id))
        own = [
            ChecklistTemplate(row.id, row.kind, Bilingual(row.name_id, row.name_en), _steps(row))
            for row in session.exec(query)
        ]
    shipped = [ChecklistTemplate(None, k, Bilingual("", ""), steps_of(k)) for k in VisitKind]
    fits = {kind: 0, None: 1}
    return sorted([*own, *shipped], key=lambda t: (fits.get(t.kind, 2), t.id is None))


def checklist_form(office: Office, template_id: UUID) -> ChecklistForm:
    """Return an own checklist as it stands, ready to be edited."""
    with office.store.read() as session:
        row = found(session, Template, template_id)
        name = Bilingual(row.name_id, row.name_en)
        return ChecklistForm(name, _steps(row), row.kind, row.version)


def form_from_visit(office: Office, visit_id: UUID, kind: VisitKind | None) -> ChecklistForm:
    """Return a new checklist with the steps that a visit has now, without a name yet."""
    with office.store.read() as session:
        lines = steps_in(session, visit_id)
    steps = [
        ChecklistStep(line.title, line.area, line.owner, line.days_before, line.code)
        for line in lines
    ]
    return ChecklistForm(Bilingual("", ""), tuple(steps), kind)


def add_checklist(office: Office, form: ChecklistForm) -> UUID:
    """Keep an own checklist and return its id."""
    _check(form)
    with office.store.change(later("Keep checklist")) as session:
        row = Template(use="checklist", name_id="")
        _fill(row, form)
        session.add(row)
    return row.id


def edit_checklist(office: Office, template_id: UUID, form: ChecklistForm) -> None:
    """Change an own checklist; visits that started from it stay as they are."""
    _check(form)
    with office.store.change(later("Edit checklist")) as session:
        _fill(found(session, Template, template_id, seen=form.version), form)


def remove_checklist(office: Office, template_id: UUID) -> None:
    """Remove an own checklist; visits that started from it stay as they are."""
    with office.store.change(later("Remove checklist")) as session:
        session.delete(found(session, Template, template_id))


def _check(form: ChecklistForm) -> None:
    required(form.name.id, later("A checklist needs a name."))
    if not form.steps:
        raise RuleBroken(later("A checklist needs a step."))


def _fill(row: Template, form: ChecklistForm) -> None:
    row.name_id, row.name_en = form.name.id.strip(), form.name.en.strip()
    row.kind = form.kind
    row.rows = tuple(map(_row, form.steps))


def _row(step: ChecklistStep) -> dict[str, Any]:
    return {
        "code": step.code,
        "id": step.name.id,
        "en": step.name.en,
        "area": step.area.id,
        "owner": step.owner.id,
        "days": step.days_before,
    }


def _steps(row: Template) -> tuple[ChecklistStep, ...]:
    kept: Sequence[dict[str, Any]] = row.rows or ()
    return tuple(
        ChecklistStep(
            Bilingual(one["id"], one.get("en", "")),
            area_name(one.get("area", "")),
            owner_name(one.get("owner", "")),
            one.get("days"),
            one.get("code", ""),
        )
        for one in kept
    )

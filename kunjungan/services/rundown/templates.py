"""Rundowns to start from: those that the program brings, and the office's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.rundown_templates import (
    PlannedItem,
    RundownTemplate,
    TemplateRow,
    data_of,
    planned,
    row_of,
    shipped_templates,
)
from kunjungan.domain.visit_words import VisitKind
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found, required
from kunjungan.services.rundown.cast import cast_of
from kunjungan.services.rundown.items import ItemForm, new_row
from kunjungan.services.rundown.lines import ItemLine, rundown_in
from kunjungan.services.visiting.sessions import SessionLine, sessions_in
from kunjungan.store.tables import Template, Visit

_DAMAGED = later("This template cannot be read. Nothing was changed; remove it and save it again.")


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A template to choose; ``fits`` where it is for this kind of visit, ``own`` the office's.

    ``key`` is the shipped template's code or the own one's id as text.
    """

    key: str
    name: Bilingual
    items: int
    fits: bool
    own: bool


def list_templates(office: Office, visit_id: UUID) -> list[TemplateLine]:
    """Return all templates: those for the visit's kind first, of these the office's own first."""
    with office.store.read() as session:
        kind = found(session, Visit, visit_id).kind
        lines = [_own_line(row, kind) for row in _own(session)]
    lines += [
        TemplateLine(made.code, made.name, len(made.rows), kind in made.kinds, own=False)
        for made in shipped_templates()
    ]
    return sorted(lines, key=lambda line: (not line.fits, not line.own))


def preview(
    office: Office, visit_id: UUID, key: str, session_id: UUID | None, starts_at: time
) -> list[PlannedItem]:
    """Return the items that a template would make; nothing is written.

    Raises:
        RuleBroken: they would go on past midnight, or the template cannot be read.
    """
    with office.store.read() as session:
        return _planned(session, found(session, Visit, visit_id), key, session_id, starts_at)


def apply_template(
    office: Office, visit_id: UUID, key: str, session_id: UUID | None, starts_at: time
) -> list[UUID]:
    """Add a template's items to a session from a start, all in one change; return their ids.

    What stands there already stays; what overlaps is told by the checks.
    """
    with office.store.change(later("Start from a template")) as session:
        visit = found(session, Visit, visit_id)
        items = _planned(session, visit, key, session_id, starts_at)
        return [new_row(session, visit_id, _form(item, session_id)).id for item in items]


def save_template(
    office: Office, visit_id: UUID, name: str, session_id: UUID | None, *, every_kind: bool = False
) -> UUID:
    """Keep the items of a session as the office's own template and return its id.

    An older one of that name is replaced. Who speaks and what is signed become places to fill.
    """
    title = required(name, later("A template needs a name."))
    with office.store.change(later("Save rundown template")) as session:
        visit = found(session, Visit, visit_id)
        lines = rundown_in(session, visit).of(session_id)
        if not lines:
            raise RuleBroken(later("This session has no items to keep."))
        row = next((t for t in _own(session) if t.name_id.casefold() == title.casefold()), None)
        row = row or Template(use="rundown", name_id=title)
        row.kind = None if every_kind else visit.kind
        own = _session(session, visit, session_id)
        row.rows = tuple(_rows_of(session, visit, lines, own))
        session.add(row)
    return row.id


def remove_template(office: Office, key: str) -> None:
    """Remove one of the office's own templates; rundowns made from it stay."""
    with office.store.change(later("Remove rundown template")) as session:
        session.delete(found(session, Template, UUID(key)))


def _own(session: Session) -> Sequence[Template]:
    return session.exec(select(Template).where(Template.use == "rundown")).all()


def _own_line(row: Template, kind: VisitKind) -> TemplateLine:
    count = len(row.rows or ())
    name = Bilingual(row.name_id, row.name_en or row.name_id)
    return TemplateLine(str(row.id), name, count, row.kind in {None, kind}, own=True)


def _template(session: Session, key: str) -> tuple[TemplateRow, ...]:
    made: RundownTemplate | None = next((t for t in shipped_templates() if t.code == key), None)
    if made is not None:
        return made.rows
    try:
        return tuple(row_of(data) for data in found(session, Template, UUID(key)).rows)
    except (KeyError, TypeError, ValueError) as error:
        raise RuleBroken(_DAMAGED) from error


def _session(session: Session, visit: Visit, key: UUID | None) -> SessionLine | None:
    return next((line for line in sessions_in(session, visit) if line.id == key), None)


def _planned(
    session: Session, visit: Visit, key: str, session_id: UUID | None, starts_at: time
) -> list[PlannedItem]:
    own = _session(session, visit, session_id)
    return planned(_template(session, key), cast_of(session, visit, own), starts_at)


def _form(item: PlannedItem, session_id: UUID | None) -> ItemForm:
    row = item.row
    return ItemForm(
        starts_at=item.starts_at,
        minutes=row.minutes,
        title_id=item.title.id,
        title_en=item.title.en,
        kind=row.kind,
        session_id=session_id,
        agreement_id=item.agreement,
        tenure_id=item.tenure,
        in_charge=row.in_charge,
        cue=row.cue,
        needs=row.needs,
        fixed=row.fixed,
        shown=row.shown,
    )


def _rows_of(
    session: Session, visit: Visit, lines: Sequence[ItemLine], own: SessionLine | None
) -> list[dict[str, object]]:
    """Return the items as rows: what is alike for several agreements or guests stands once."""
    cast = cast_of(session, visit, own)
    posts = {voice.tenure: voice.post for voice in cast.guests}
    signed = {each.id: each for each in cast.agreements}
    rows: list[dict[str, object]] = []
    for line in lines:
        row = TemplateRow(
            minutes=line.minutes,
            kind=line.kind,
            title=line.title,
            in_charge=line.in_charge,
            needs=line.needs,
            cue=line.cue,
            shown=line.shown,
            fixed=line.fixed,
        )
        data = data_of(row)
        if cast.host is not None and line.tenure_id == cast.host.tenure:
            data |= {"speaker": "host", **_holed(line.title, speaker=cast.host.post)}
        elif line.tenure_id in posts:
            data |= {"each": "guest", **_holed(line.title, speaker=posts[line.tenure_id])}
        elif line.agreement_id in signed:
            each = signed[line.agreement_id]
            words = _holed(line.title, kind=each.kind, partner=each.partner)
            data |= {"each": "agreement", **words}
        if data not in rows or not data["each"]:
            rows.append(data)
    return rows


def _holed(title: Bilingual, **values: Bilingual) -> dict[str, str]:
    """Return a title with places where its values stand."""
    said_id, said_en = title.id, title.en
    for name, value in values.items():
        said_id = said_id.replace(value.id, f"{{{name}}}")
        said_en = said_en.replace(value.en, f"{{{name}}}") if value.en else said_en
    return {"id": said_id, "en": said_en}

"""The forms of travel orders: those that the program brings, and the office's own."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.visum_forms import (
    VisumForm,
    check_form,
    data_of,
    form_for,
    form_of,
    shipped_forms,
)
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.own_templates import OwnTemplates
from kunjungan.store.tables import Delegation, Institution, Region

_GONE = later("This form is not the office's own. Nothing was changed.")


def _checked(data: Any) -> VisumForm:  # noqa: ANN401 - as it was kept
    form = form_of(data)
    check_form(form)
    return form


_OWN = OwnTemplates("visum", _checked, data_of)


def list_forms(office: Office) -> tuple[VisumForm, ...]:
    """Return all forms, the office's own first; a corrected one stands for the shipped."""
    with office.store.read() as session:
        return forms_in(session)


def forms_in(session: Session) -> tuple[VisumForm, ...]:
    """Return the forms as an open session sees them."""
    own = _OWN.kept(session)
    return (*own.values(), *(form for form in shipped_forms() if form.slug not in own))


def own_forms(office: Office) -> frozenset[str]:
    """Return the slugs of the forms that the office corrected or made itself."""
    with office.store.read() as session:
        return frozenset(_OWN.kept(session))


def form_of_body(session: Session, body_id: UUID | None) -> VisumForm:
    """Return the form of the region that an institution is of, or belongs to."""
    return form_for(forms_in(session), region_code(session, body_id))


def forms_of_visit(office: Office, visit_id: UUID) -> Mapping[str, tuple[str, ...]]:
    """Return which form each delegation of a visit has: short names of institutions by slug."""
    found: dict[str, tuple[str, ...]] = {}
    with office.store.read() as session:
        query = (
            select(Institution)
            .join(Delegation, col(Delegation.institution_id) == col(Institution.id))
            .where(Delegation.visit_id == visit_id)
        )
        for body in session.exec(query.order_by(col(Delegation.rank))):
            slug = form_of_body(session, body.id).slug
            found[slug] = (*found.get(slug, ()), body.short_name or body.name_id)
    return found


def region_code(session: Session, body_id: UUID | None) -> str:
    """Return the code of an institution's region, else of the one above it; empty without."""
    body = session.get(Institution, body_id) if body_id else None
    while body is not None and body.region_id is None:
        body = session.get(Institution, body.parent_id) if body.parent_id else None
    region = session.get(Region, body.region_id) if body is not None and body.region_id else None
    return region.code if region is not None else ""


def save_form(office: Office, form: VisumForm) -> str:
    """Keep a form as the office's own and return its slug; an empty slug makes a new one.

    Raises:
        RuleBroken: it cannot be printed, or another form has this name.
    """
    check_form(form)
    with office.store.change(later("Change a visum form")) as session:
        twins = (each for each in forms_in(session) if each.name.id == form.name.id)
        if any(each.slug != form.slug for each in twins):
            message = later("Another form is called “{name}”. Give this one another name.")
            raise RuleBroken(message, name=form.name.id)
        return _OWN.keep(session, form)


def remove_form(office: Office, slug: str) -> None:
    """Remove one of the office's own forms; one that the program brings is again as it was.

    Raises:
        NotFound: the office has no form of its own by this slug.
    """
    with office.store.change(later("Remove a visum form")) as session:
        if not _OWN.remove(session, slug):
            raise NotFound(_GONE)

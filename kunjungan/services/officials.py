"""Who holds which post of an institution, from when to when, and in what capacity."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity, title_line
from kunjungan.domain.days import PartialDate, holds_on
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.names import PersonName
from kunjungan.domain.precedence import Group
from kunjungan.i18n import later
from kunjungan.services.institutions import InstitutionForm, new_institution
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, change_person, form_of, name_of, new_person
from kunjungan.services.rows import TITLES, found, refuse_long, required
from kunjungan.store.tables import Institution, Person, Position, Tenure


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """A person, the post and the term of office, as one form.

    ``person_id`` takes a person who is already known; otherwise ``person`` is added.
    ``begins_on`` and ``ends_on`` may be a month or a year only. ``version`` is the
    term's, ``post_version`` that of the post's titles; 0 means a new one.
    """

    institution_id: UUID
    person: PersonForm
    title_id: str
    title_en: str = ""
    is_head: bool = False
    group: Group | None = None
    capacity: Capacity = Capacity.DEFINITIVE
    decree: str = ""
    decree_on: date | None = None
    begins_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    person_id: UUID | None = None
    version: int = 0
    post_version: int = 0


@dataclass(frozen=True, slots=True)
class OfficialLine:
    """A term of office in a list; ``post`` carries the capacity's prefix."""

    id: UUID
    person_id: UUID
    institution_id: UUID
    name: PersonName
    post: Bilingual
    capacity: Capacity
    is_head: bool
    since: PartialDate | None
    until: PartialDate | None

    def holds_on(self, day: date) -> bool:
        """Whether the term covers the day; an open or vague end does not shorten it."""
        return holds_on(self.since, self.until, day)


def list_officials(office: Office, institution_id: UUID | None = None) -> list[OfficialLine]:
    """Return terms of office, heads first, the latest term of a post first."""
    with office.store.read() as session:
        return officials_in(session, institution_id)


def officials_in(session: Session, institution_id: UUID | None = None) -> list[OfficialLine]:
    """Return terms of office as an open session sees them."""
    query = (
        select(Tenure, Position, Person)
        .join(Position, col(Tenure.position_id) == col(Position.id))
        .join(Person, col(Tenure.person_id) == col(Person.id))
    )
    if institution_id is not None:
        query = query.where(Position.institution_id == institution_id)
    lines = [official_line(*row) for row in session.exec(query)]
    lines.sort(key=_heads_first)
    return lines


def _heads_first(line: OfficialLine) -> tuple[bool, str, int, str, str]:
    since = latest_first(line.since)
    return not line.is_head, line.post.id, since, line.name.plain, line.id.hex


def official_line(tenure: Tenure, position: Position, person: Person) -> OfficialLine:
    """Return one term of office as a line."""
    return OfficialLine(
        tenure.id,
        person.id,
        position.institution_id,
        name_of(person),
        title_line(Bilingual(position.title_id, position.title_en), tenure.capacity),
        tenure.capacity,
        position.is_head,
        tenure.begins_on,
        tenure.ends_on,
    )


def official_form(office: Office, tenure_id: UUID) -> OfficialForm:
    """Return a term of office with its person and post, ready to be edited."""
    with office.store.read() as session:
        tenure = found(session, Tenure, tenure_id)
        position = found(session, Position, tenure.position_id)
        person = found(session, Person, tenure.person_id)
        return OfficialForm(
            institution_id=position.institution_id,
            person=form_of(person),
            title_id=position.title_id,
            title_en=position.title_en,
            is_head=position.is_head,
            group=position.precedence_group,
            capacity=tenure.capacity,
            decree=tenure.decree,
            decree_on=tenure.decree_on,
            begins_on=tenure.begins_on,
            ends_on=tenure.ends_on,
            person_id=person.id,
            version=tenure.version,
            post_version=position.version,
        )


def appoint(office: Office, form: OfficialForm) -> UUID:
    """Record that a person holds a post and return the term's id.

    A post of the same title is used again, so that its holders line up as its history.
    """
    with office.store.change(later("Add official")) as session:
        found(session, Institution, form.institution_id)
        tenure = _appointed(session, form)
    return tenure.id


def add_with_head(office: Office, form: InstitutionForm, head: OfficialForm) -> UUID:
    """Add an institution and who heads it in one step, and return the institution's id.

    ``head.institution_id`` is disregarded.
    """
    with office.store.change(later("Add institution")) as session:
        row = new_institution(session, form)
        _appointed(session, replace(head, institution_id=row.id, is_head=True))
    return row.id


def edit_official(office: Office, tenure_id: UUID, form: OfficialForm) -> None:
    """Change a term of office, its post's titles and its person in one step."""
    with office.store.change(later("Edit official")) as session:
        tenure = found(session, Tenure, tenure_id, seen=form.version)
        position = found(session, Position, tenure.position_id, seen=form.post_version)
        refuse_long(position, form, TITLES)
        position.title_id = required(form.title_id, later("A post needs its Indonesian title."))
        position.title_en = form.title_en.strip()
        position.is_head = form.is_head
        position.precedence_group = form.group
        person = found(session, Person, tenure.person_id, seen=form.person.version)
        change_person(session, person, form.person, office)
        _fill(tenure, form)


def remove_official(office: Office, tenure_id: UUID) -> None:
    """Remove a term of office that no paper names; the person and the post stay."""
    with office.store.change(later("Remove official")) as session:
        session.delete(found(session, Tenure, tenure_id))


def _appointed(session: Session, form: OfficialForm) -> Tenure:
    position = _position(session, form)
    if form.person_id is None:
        person = new_person(session, form.person)
    else:
        person = found(session, Person, form.person_id)
    tenure = Tenure(person_id=person.id, position_id=position.id)
    _fill(tenure, form)
    session.add(tenure)
    return tenure


def _position(session: Session, form: OfficialForm) -> Position:
    title = required(form.title_id, later("A post needs its Indonesian title."))
    query = select(Position).where(
        Position.institution_id == form.institution_id, Position.title_id == title
    )
    position = session.exec(query).first()
    refuse_long(position or Position(institution_id=form.institution_id, title_id=""), form, TITLES)
    if position is None:
        position = Position(institution_id=form.institution_id, title_id=title)
        session.add(position)
    position.title_en = form.title_en.strip() or position.title_en
    position.is_head = form.is_head
    position.precedence_group = form.group or position.precedence_group
    return position


def _fill(tenure: Tenure, form: OfficialForm) -> None:
    if form.begins_on and form.ends_on and form.ends_on.last < form.begins_on.first:
        raise RuleBroken(later("A term of office cannot end before it begins."))
    tenure.capacity = form.capacity
    tenure.decree = form.decree.strip()
    tenure.decree_on = form.decree_on
    tenure.begins_on = form.begins_on
    tenure.ends_on = form.ends_on


def latest_first(since: PartialDate | None) -> int:
    """Return what puts the term that began last first."""
    return -since.first.toordinal() if since else 0

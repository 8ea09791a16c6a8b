"""People: legal names with their titles, kept letter by letter."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.names import PersonName, search_key
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found, put, required
from kunjungan.store.tables import Person, Position, Tenure


@dataclass(frozen=True, slots=True)
class PersonForm:
    """What a person fills in for a person; ``version`` 0 means a new one.

    ``nip`` holds 18 digits as text, or nothing: mayors, council members and foreigners
    have none.
    """

    name: str
    titles_front: tuple[str, ...] = ()
    titles_back: tuple[str, ...] = ()
    known_as: str = ""
    honorific: str = ""
    nip: str = ""
    rank: str = ""
    grade: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list, with the post held now."""

    id: UUID
    name: PersonName
    known_as: str
    post: str
    nip: str


def list_people(office: Office, text: str = "") -> list[PersonLine]:
    """Return the people whose name or post holds every word of ``text``, by name."""
    words = search_key(text).split()
    with office.store.read() as session:
        posts = _posts(session)
        rows = session.exec(select(Person).order_by(col(Person.name))).all()
    lines = [
        PersonLine(row.id, name_of(row), row.known_as, posts.get(row.id, ""), row.nip or "")
        for row in rows
    ]
    if not words:
        return lines
    return [
        line
        for line in lines
        if all(w in search_key(f"{line.name.full} {line.known_as} {line.post}") for w in words)
    ]


def person_form(office: Office, person_id: UUID) -> PersonForm:
    """Return a person as recorded, ready to be edited."""
    with office.store.read() as session:
        return form_of(found(session, Person, person_id))


def add_person(office: Office, form: PersonForm) -> UUID:
    """Add a person and return the id."""
    with office.store.change(later("Add person")) as session:
        row = new_person(session, form)
    return row.id


def edit_person(office: Office, person_id: UUID, form: PersonForm) -> None:
    """Change a person; papers already printed keep the name they carry."""
    with office.store.change(later("Edit person")) as session:
        fill_person(found(session, Person, person_id, seen=form.version), form)


def new_person(session: Session, form: PersonForm) -> Person:
    """Add a person inside a change that does more."""
    row = Person(name="")
    fill_person(row, form)
    session.add(row)
    return row


def fill_person(row: Person, form: PersonForm) -> None:
    """Write a form into a row; what was left empty is kept as nothing."""
    name = required(form.name, later("A person needs a name. One word is enough."))
    put(row, form)
    row.name = name
    for column in ("nip", "rank", "grade", "phone", "email"):
        setattr(row, column, getattr(form, column).strip() or None)


def form_of(row: Person) -> PersonForm:
    """Return a row as the form that edits it."""
    return PersonForm(
        row.name,
        row.titles_front,
        row.titles_back,
        row.known_as,
        row.honorific,
        row.nip or "",
        row.rank or "",
        row.grade or "",
        row.phone or "",
        row.email or "",
        row.note,
        row.version,
    )


def name_of(row: Person) -> PersonName:
    """Return the name with its titles, as the rules want it."""
    return PersonName(row.name, row.titles_front, row.titles_back)


def _posts(session: Session) -> dict[UUID, str]:
    query = (
        select(Tenure, Position)
        .join(Position, col(Tenure.position_id) == col(Position.id))
        .order_by(col(Tenure.begins_on))
    )
    return {
        tenure.person_id: position.title_id
        for tenure, position in session.exec(query)
        if tenure.ends_on is None
    }

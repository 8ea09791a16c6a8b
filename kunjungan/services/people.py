"""People: legal names with their titles, kept letter by letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.domain.names import PersonName, search_key
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.posts_held import posts_now
from kunjungan.services.rank_of_day import keep_ranks, ranks_of
from kunjungan.services.rows import as_form, found, put, refuse_long, required
from kunjungan.store.tables import Person

MAY_LACK = ("nip", "rank", "grade", "phone", "email", "photo_sha")
"""Columns that hold nothing at all, rather than an empty text, where nothing is known."""

_SHORT = (
    *("name", "titles_front", "titles_back", "known_as", "card_name", "pronunciation"),
    *("honorific", "rank", "grade"),
)
"""Columns with what stands on cards and lists, none of which may be long."""


@dataclass(frozen=True, slots=True)
class PersonForm:
    """What a person fills in for a person; ``version`` 0 means a new one.

    ``nip`` holds 18 digits as text, or nothing: mayors, council members and foreigners
    have none. ``card_name`` is how cards spell the name, empty for the name itself;
    ``photo_sha`` is a picture in the archive, empty for none.
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
    card_name: str = ""
    pronunciation: str = ""
    photo_sha: str = ""
    diet: str = ""
    access: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list; ``post`` names every office held now, "A · B" where there are two."""

    id: UUID
    name: PersonName
    known_as: str
    post: str
    nip: str


def list_people(office: Office, text: str = "") -> list[PersonLine]:
    """Return the people whose name or post holds every word of ``text``, by name.

    Those whose name is still to come belong to one visit alone and are left out.
    """
    words = search_key(text).split()
    with office.store.read() as session:
        named = session.exec(select(Person).where(col(Person.name) != ""))
        rows = sorted(named, key=lambda row: by_name(row.name, row.id))
        lines = person_lines(session, rows, office.today())
    return [
        line
        for line in lines
        if all(w in search_key(f"{line.name.full} {line.known_as} {line.post}") for w in words)
    ]


def by_name(name: str, person_id: UUID) -> tuple[str, str, str]:
    """Return what people are listed by: the name without titles, capitals and accents or not."""
    return search_key(name), name, person_id.hex


def first_by_name(
    session: Session, wanted: sa.ColumnElement[bool], most: int | None
) -> tuple[list[UUID], int]:
    """Return the first people for whom something holds, by name, and how many there are.

    They are sorted here, for no two databases have one order for letters with accents.
    """
    query = sa.select(col(Person.id), col(Person.name)).where(wanted)
    found = session.connection().execute(query).all()
    listed = sorted(found, key=lambda row: by_name(row.name, row.id))
    return [row.id for row in listed[:most]], len(found)


def person_lines(session: Session, rows: Sequence[Person], today: date) -> list[PersonLine]:
    """Return people as lines, each with every post held today."""
    posts = posts_now(session, today, [row.id for row in rows])
    held = {key: " · ".join(post.title.id for post in each) for key, each in posts.items()}
    return [
        PersonLine(row.id, name_of(row), row.known_as, held.get(row.id, ""), row.nip or "")
        for row in rows
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
        change_person(session, found(session, Person, person_id, seen=form.version), form, office)


def remove_person(office: Office, person_id: UUID) -> None:
    """Remove a person whom no office, list or paper names; raises Conflict for all others."""
    with office.store.change(later("Remove person")) as session:
        session.delete(found(session, Person, person_id))


def new_person(session: Session, form: PersonForm, *, nameless: bool = False) -> Person:
    """Add a person inside a change that does more; only a guest may be ``nameless`` for now."""
    row = Person(name="")
    fill_person(row, form, nameless=nameless)
    session.add(row)
    return row


def change_person(
    session: Session, row: Person, form: PersonForm, office: Office, *, but: UUID | None = None
) -> None:
    """Change a person inside a change that does more; lists of the past keep the rank of the day.

    ``but`` is a guest for whom the rank is put right. A name still to come may stay away.
    """
    if ranks_of(row) != (form.rank.strip(), form.grade.strip()):
        keep_ranks(session, row, office.today(), but)
    fill_person(row, form, nameless=not row.name)


def fill_person(row: Person, form: PersonForm, *, nameless: bool = False) -> None:
    """Write a form into a row; what was left empty is kept as nothing.

    Raises RuleBroken without a name, unless ``nameless`` says that it is still to come: such a
    person is one guest's alone and stands in no list of people.
    """
    name = form.name.strip()
    if not nameless:
        name = required(name, later("A person needs a name. One word is enough."))
    refuse_long(row, form, _SHORT)
    put(row, form)
    row.name = name
    for column in MAY_LACK:
        setattr(row, column, getattr(form, column).strip() or None)


def form_of(row: Person) -> PersonForm:
    """Return a row as the form that edits it."""
    lacking: dict[str, Any] = {column: getattr(row, column) or "" for column in MAY_LACK}
    return replace(as_form(PersonForm, row), **lacking)


def name_of(row: Person) -> PersonName:
    """Return the name with its titles, as the rules want it."""
    return PersonName(row.name, row.titles_front, row.titles_back)

"""Lets the contacts of guests go some time after their last visit (UU 27/2022; office practice).

Names, titles and posts stay, so that lists and papers of the past keep what they say. Who signed
or witnessed an agreement is exempt for good: its file must show whom to reach.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.names import PersonName
from kunjungan.domain.term_days import shifted
from kunjungan.i18n import later
from kunjungan.services.known_people.listing import last_visits
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.people import MAY_LACK
from kunjungan.services.posts_held import posts_now
from kunjungan.store.tables import (
    AgreementVisit,
    Attendee,
    Delegation,
    Institution,
    Party,
    Person,
    Signature,
    Tenure,
    Visit,
    Witness,
)

PERSONAL = ("nip", "phone", "email", "photo_sha", "diet", "access")
"""What goes: the columns of a person, each of which is personal data."""
CONTACT = "contact_phone"
"""What goes of a delegation: the telephone of whom to reach, who need not be on its list."""


@dataclass(frozen=True, slots=True)
class OldContact:
    """A guest, or the contact of a delegation, whose contacts are due to go.

    ``id`` is that of the person or of the delegation. The name is empty where it never came.
    ``kept`` are the names of the columns that hold something; ``post`` is an office that the
    person holds today, empty for none.
    """

    id: UUID
    name: PersonName
    post: str
    last_visit: PartialDate
    kept: tuple[str, ...]


_IN_DELEGATIONS = sa.select(col(Attendee.person_id)).where(col(Attendee.delegation_id).is_not(None))
_SIGNERS = sa.select(col(Tenure.person_id)).where(
    sa.or_(
        *(
            col(Tenure.id).in_(sa.select(col(column)).where(col(column).is_not(None)))
            for column in (Party.tenure_id, Witness.tenure_id, Signature.signed_by)
        )
    )
)
"""Who signs or signed an agreement: as a party, as a witness, in another's place."""
_KEPT = sa.select(
    *(col(Person.id), col(Person.name), col(Person.titles_front), col(Person.titles_back)),
    *(col(Person.nip), col(Person.phone), col(Person.email), col(Person.photo_sha)),
    *(col(Person.diet), col(Person.access)),
).where(sa.or_(*(sa.func.coalesce(col(getattr(Person, column)), "") != "" for column in PERSONAL)))


def old_contacts(office: Office) -> list[OldContact]:
    """Return whose last visit was before the office's limit, the longest ago first."""
    with office.store.read() as session:
        return sorted(_all_due(session, office.today()), key=_longest_ago)


def purge_contacts(office: Office, chosen: Collection[UUID]) -> int:
    """Take personal data off guests and delegations that are due; return off how many.

    Whoever of ``chosen`` came again meanwhile, or signed an agreement, keeps them. It is one
    change: undoing it brings them back.
    """
    with office.store.change(later("Remove contacts of guests")) as session:
        due = [line for line in _all_due(session, office.today()) if line.id in set(chosen)]
        for line in due:
            table = Delegation if CONTACT in line.kept else Person
            row = session.get_one(table, line.id)
            for column in line.kept:
                setattr(row, column, None if column in MAY_LACK else "")
    return len(due)


def _all_due(session: Session, today: date) -> Iterator[OldContact]:
    limit = shifted(today, -settings_in(session).contact_months)
    yield from _guests(session, today, limit)
    yield from _delegations(session, limit)


def _delegations(session: Session, limit: date) -> Iterator[OldContact]:
    """Yield delegations with a telephone, but for those of visits that an agreement came from."""
    agreed = select(AgreementVisit.visit_id)
    query = (
        select(Delegation, Visit, Institution)
        .join(Visit, col(Delegation.visit_id) == col(Visit.id))
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .where(Delegation.contact_phone != "", col(Visit.id).not_in(agreed))
    )
    for row, visit, body in session.exec(query):
        last = visit.until or visit.on
        if last.last < limit:
            yield OldContact(row.id, PersonName(row.contact or body.name_id), "", last, (CONTACT,))


def _guests(session: Session, today: date, limit: date) -> Iterator[OldContact]:
    came, posts = last_visits(session), posts_now(session, today)
    guests = set(session.connection().execute(_IN_DELEGATIONS).scalars())
    old = {key for key in guests if key in came and came[key].last < limit}
    old -= set(session.connection().execute(_SIGNERS).scalars())
    for row in session.connection().execute(_KEPT):
        if row.id in old:
            held = posts.get(row.id, ())
            yield OldContact(
                row.id,
                PersonName(row.name, row.titles_front, row.titles_back),
                held[0].title.id if held else "",
                came[row.id],
                tuple(column for column in PERSONAL if getattr(row, column)),
            )


def _longest_ago(line: OldContact) -> tuple[date, str]:
    return line.last_visit.last, line.name.plain

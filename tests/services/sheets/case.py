"""The day of the true case for the tests of its lists and scripts: two delegations, a signing.

Every guest but the three heads is SAMPLE, and known by a role only.
"""

from dataclasses import dataclass, replace
from datetime import time
from io import BytesIO
from uuid import UUID

from pypdf import PdfReader
from sqlmodel import col, select

from kunjungan.domain.paper import Paper
from kunjungan.domain.precedence import Group
from kunjungan.domain.visit_words import ItemKind, Tongue
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
)
from kunjungan.services.guests.own_party import list_heads
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.rundown.templates import apply_template
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.store.tables import Attendee, Person
from tests.builders import a_region
from tests.services.rundown.case import Signing, a_signing

PRABUMULIH = (
    ("Sekretaris Daerah", "Regional Secretary", Group.SECRETARY),
    ("Asisten Pemerintahan", "Assistant for Government Affairs", Group.AGENCY_HEADS),
    (
        "Kepala Dinas Komunikasi dan Informatika",
        "Head of the Communication and Informatics Agency",
        Group.VERTICAL_AGENCY_HEADS,
    ),
    ("Kepala Bagian Kerja Sama", "Head of the Cooperation Division", Group.DIVISION_HEADS),
    ("Ajudan Wali Kota", "Aide to the Mayor", None),
)
OGAN_ILIR = (
    ("Sekretaris Daerah", "Regional Secretary", Group.SECRETARY),
    ("Kepala Bappeda", "Head of the Planning Agency", Group.AGENCY_HEADS),
)
SAID = {
    "Yana Mulyana": ("Bapak", "YA-na mul-YA-na"),
    "Ridho Yahya": ("Bapak", "RID-ho YAH-ya"),
    "Panca Wijaya Akbar": ("Bapak", "PAN-ca wi-JA-ya AK-bar"),
}


@dataclass(frozen=True, slots=True)
class Day:
    """The visit, its session with the rundown, the second delegation, both agreements."""

    signing: Signing
    second: UUID
    lunch: UUID
    agreement: UUID

    @property
    def office(self) -> Office:
        """The office."""
        return self.signing.office

    def wish(
        self, language: Tongue = "both", paper: Paper = Paper.F4, *, session: bool = False
    ) -> Wish:
        """Return a wish for the whole visit, or for its session."""
        own = self.signing.session if session else None
        return Wish(visit_id=self.signing.visit, session_id=own, language=language, paper=paper)

    def guest(
        self,
        delegation: UUID,
        post: str,
        name: str = "",
        group: Group | None = None,
        **more: object,
    ) -> UUID:
        """Add a guest with a post; the name may still be to come."""
        person = PersonForm(name, **more.pop("person", {}))  # type: ignore[arg-type]
        form = replace(AttendeeForm(person, post, "", group), **more)  # type: ignore[arg-type]
        return add_attendee(self.office, delegation, form)


def a_day(office: Office) -> Day:
    """Return the day with heads on its lists, its rundown by the template for signings."""
    signing = a_signing(office)
    agreement = signing.agreement()
    other = a_region(office, "16.10", "Panca Wijaya Akbar")
    second = add_delegation(
        office, signing.visit, DelegationForm(other.id, other.head, announced=16)
    )
    lunch = add_session(
        office,
        signing.visit,
        SessionForm("Jamuan makan siang", "Luncheon", starts_at=time(12), ends_at=time(13)),
        [signing.delegation, second],
    )
    apply_template(office, signing.visit, "signing", signing.session, time(8, 30))
    signing.add("12.00", 60, "Makan siang bersama", title_en="Luncheon", session_id=lunch,
                kind=ItemKind.MEAL)  # fmt: skip
    day = Day(signing, second, lunch, agreement)
    with office.store.change("Heads") as session:
        list_heads(session, signing.visit)
        for person in session.exec(select(Person).where(col(Person.name).in_(SAID))):
            person.honorific, person.pronunciation = SAID[person.name]
    for delegation, posts in ((signing.delegation, PRABUMULIH), (second, OGAN_ILIR)):
        for post, english, group in posts:
            day.guest(delegation, post, "", group, title_en=english)
    return day


def attendee_of(day: Day, name: str) -> UUID:
    """Return the guest of a name."""
    with day.office.store.read() as session:
        query = select(Attendee.id).join(Person, col(Attendee.person_id) == col(Person.id))
        return session.exec(query.where(Person.name == name)).one()


def words(made: Made | bytes) -> str:
    """Return all that a paper says, with single spaces."""
    pdf = made if isinstance(made, bytes) else made.pdf
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())

"""The guests of the sample case and the host's own party: heads by name, all others by post."""

from dataclasses import replace
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.precedence import Group
from kunjungan.domain.words import Attendance, Role
from kunjungan.services.delegations import AttendeeForm, add_attendee, add_to_own_party
from kunjungan.services.office import Office
from kunjungan.services.officials import official_form
from kunjungan.services.people import PersonForm
from kunjungan.services.sampling.case import SAMPLE, SampleBody, SampleCase

_Post = tuple[Bilingual, Group | None, Role, str]

SECRETARY: _Post = (
    Bilingual("Sekretaris Daerah", "Regional Secretary"), Group.SECRETARY, "companion", "Mobil 1",
)  # fmt: skip
POSTS: tuple[_Post, ...] = (
    SECRETARY,
    (Bilingual("Asisten Pemerintahan", "Assistant for Government Affairs"),
     Group.AGENCY_HEADS, "companion", "Mobil 2"),
    (Bilingual("Kepala Badan Perencanaan Pembangunan Daerah",
               "Head of the Regional Development Planning Agency"),
     Group.AGENCY_HEADS, "companion", "Mobil 2"),
    (Bilingual("Kepala Dinas Komunikasi dan Informatika",
               "Head of the Communication and Informatics Agency"),
     Group.AGENCY_HEADS, "liaison", "Mobil 2"),
    (Bilingual("Inspektur", "Inspector"), Group.AGENCY_HEADS, "companion", "Mobil 3"),
    (Bilingual("Kepala Bagian Hukum", "Head of the Legal Division"),
     Group.DIVISION_HEADS, "paraf", "Bus"),
    (Bilingual("Kepala Bagian Kerja Sama", "Head of the Cooperation Division"),
     Group.DIVISION_HEADS, "paraf", "Bus"),
    (Bilingual("Kepala Bagian Organisasi", "Head of the Organisation Division"),
     Group.DIVISION_HEADS, "member", "Bus"),
    (Bilingual("Kepala Bagian Protokol dan Komunikasi Pimpinan",
               "Head of the Protocol and Leadership Communication Division"),
     Group.DIVISION_HEADS, "member", "Bus"),
)  # fmt: skip
STAFF = Bilingual("Staf", "Staff")
OWN = (POSTS[0], POSTS[3], POSTS[5], POSTS[6])
"""Who of the host sits with the mayor."""
DIETS = {3: "Tanpa udang", 6: "Vegetarian"}


def add_guests(office: Office, delegation: UUID, region: SampleBody, count: int) -> None:
    """Add the head of a delegation by name, and the others of ``count`` by their posts."""
    add_attendee(office, delegation, _head(office, region))
    staff = count - 1 - len(POSTS)
    posts = [*POSTS, *((STAFF, None, "staff", "Bus") for _ in range(staff))]
    for number, post in enumerate(posts):
        attendance: Attendance = (
            "confirmed" if number % 4 != 3 or region.name == "Prabumulih" else "invited"
        )
        form = _guest(post, DIETS.get(number, ""))
        add_attendee(office, delegation, replace(form, attendance=attendance))


def add_hosts(office: Office, case: SampleCase) -> None:
    """Add the mayor and those who sit with him to the host's own party."""
    add_to_own_party(office, case.visit, _head(office, case.bandung))
    for post in OWN:
        form = _guest(post, "")
        add_to_own_party(office, case.visit, replace(form, vehicle="", attendance="confirmed"))


def _head(office: Office, region: SampleBody) -> AttendeeForm:
    official = official_form(office, region.head)
    return AttendeeForm(
        official.person,
        official.title_id,
        official.title_en,
        official.group,
        "head",
        "confirmed",
        person_id=official.person_id,
        vehicle="Mobil 1",
    )


def _guest(post: _Post, diet: str) -> AttendeeForm:
    title, group, role, vehicle = post
    person = PersonForm("", diet=diet, note=SAMPLE)
    return AttendeeForm(person, title.id, title.en, group, role, vehicle=vehicle, note=SAMPLE)

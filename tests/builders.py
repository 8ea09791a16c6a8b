"""Ready-made records for tests; each names only what matters to it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import PartyForm
from kunjungan.services.people import PersonForm
from kunjungan.services.regions import government_of
from kunjungan.services.visits import VisitForm, schedule_visit

SIGNING_DAY = date(2022, 9, 1)


@dataclass(frozen=True, slots=True)
class Body:
    """An institution and its head's term of office."""

    id: UUID
    head: UUID


def a_region(office: Office, code: str, head: str) -> Body:
    """A regional government with a definitive head in office since 2018."""
    known = government_of(office, code)
    assert known is not None
    form = InstitutionForm(
        InstitutionKind.REGION,
        known.government.id,
        known.government.en,
        known.short,
        region_code=code,
        address_id=f"Jalan Contoh Nomor 1, {known.place}",
        address_en=f"Jalan Contoh Number 1, {known.place}",
        city_id=known.place,
    )
    body = add_institution(office, form)
    official = OfficialForm(
        body,
        PersonForm(head),
        known.head.id,
        known.head.en,
        is_head=True,
        begins_on=PartialDate(2018, 9),
    )
    return Body(body, appoint(office, official))


def bandung(office: Office) -> Body:
    """Kota Bandung with its mayor of 2022."""
    return a_region(office, "32.73", "Yana Mulyana")


def prabumulih(office: Office) -> Body:
    """Kota Prabumulih with its mayor of 2022."""
    return a_region(office, "16.74", "Ridho Yahya")


def a_visit(office: Office, title: str = "Kunjungan SPBE", on: str = "2022-09-01") -> UUID:
    """A visit, on a day, a month or a year."""
    return schedule_visit(office, VisitForm(title, PartialDate.parse(on)))


def an_agreement(
    office: Office,
    *,
    on: date | None = SIGNING_DAY,
    pending: bool = True,
) -> UUID:
    """A Kesepakatan Bersama of Bandung and Prabumulih, ready to be printed."""
    host, guest = bandung(office), prabumulih(office)
    form = AgreementForm(
        "Penerapan SPBE",
        "the Implementation of SPBE",
        signing_on=on,
        place_id="Bandung",
        place_en="Bandung",
    )
    parties = [
        PartyForm(host.id, host.head, number="CONTOH-1", number_on=on),
        PartyForm(guest.id, guest.head, number_pending=pending),
    ]
    return draft_agreement(office, form, parties)

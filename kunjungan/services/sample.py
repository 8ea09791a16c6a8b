"""The sample office: the true case of Bandung, Thursday 1 September 2022.

True are the day, the three regions, their heads, the topic, the signing and the visit of
December 2021. Everything else (rooms, hours, head counts, numbers, addresses, every other
person, the text) is SAMPLE and says so in its notes.
"""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.precedence import Group
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import VisitKind
from kunjungan.services.agreements import draft_agreement, new_agreement_form
from kunjungan.services.delegations import (
    DelegationForm,
    add_delegation,
)
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import PartyForm
from kunjungan.services.people import PersonForm
from kunjungan.services.regions import government_of
from kunjungan.services.sampling.case import SAMPLE, SampleBody, SampleCase
from kunjungan.services.sampling.day import add_day
from kunjungan.services.sampling.guests import add_guests, add_hosts
from kunjungan.services.sampling.ical import add_ical
from kunjungan.services.sampling.intake import add_intake
from kunjungan.services.sampling.letters import add_letters
from kunjungan.services.sampling.pack import add_pack
from kunjungan.services.sampling.people import add_people
from kunjungan.services.sampling.plan import add_plan
from kunjungan.services.sampling.rundown import add_rundown
from kunjungan.services.sampling.seating import add_seating
from kunjungan.services.sampling.travel import add_travel
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import (
    VisitForm,
    link_earlier,
    move_visit,
    schedule_visit,
)

DAY = date(2022, 9, 1)
HOST = "32.73"
AT_BANDUNG = Bilingual(
    "Jalan Wastukancana Nomor 2, Kota Bandung", "Jalan Wastukancana Number 2, City of Bandung"
)
AT_PRABUMULIH = Bilingual(
    "Kota Prabumulih, Sumatera Selatan", "the City of Prabumulih, South Sumatra"
)
AT_OGAN_ILIR = Bilingual(
    "Indralaya, Kabupaten Ogan Ilir, Sumatera Selatan",
    "Indralaya, Regency of Ogan Ilir, South Sumatra",
)
ROOM = "Auditorium (contoh)"
HOURS = {
    "Prabumulih": (Bilingual("Kota Prabumulih", "City of Prabumulih"), time(9), time(11, 30)),
    "Ogan Ilir": (Bilingual("Kabupaten Ogan Ilir", "Regency of Ogan Ilir"), time(13), time(15)),
}
SUBJECT_ID = "Penerapan Sistem Pemerintahan Berbasis Elektronik"
SUBJECT_EN = "the Implementation of an Electronic-Based Government System"


def make_sample(office: Office) -> UUID:
    """Fill an office with the true case and return the visit of 1 September 2022."""
    case = _case(office)
    own = (add_hosts, add_plan, add_intake, add_rundown, add_day, add_ical, add_letters)
    for add in (*own, add_seating, add_people, add_pack, add_travel):
        add(office, case)
    return case.visit


def _case(office: Office) -> SampleCase:
    bandung = _region(office, HOST, "Yana Mulyana", AT_BANDUNG)
    prabumulih = _region(office, "16.74", "Ridho Yahya", AT_PRABUMULIH)
    ogan_ilir = _region(office, "16.10", "Panca Wijaya Akbar", AT_OGAN_ILIR)
    change_settings(office, replace(office_settings(office), own_institution=bandung.body))
    earlier = _first_visit(office, bandung, ogan_ilir)
    visit = _visit(office, bandung)
    link_earlier(office, visit, earlier)
    morning = _delegation(office, visit, bandung, prabumulih, 18)
    afternoon = _delegation(office, visit, bandung, ogan_ilir, 16)
    _stages(office, visit)
    numbered = PartyForm(
        prabumulih.body, prabumulih.head, number="119/001-CONTOH/2022", number_on=DAY
    )
    pending = PartyForm(ogan_ilir.body, ogan_ilir.head, number_pending=True)
    return SampleCase(
        visit=visit,
        earlier=earlier,
        bandung=bandung,
        prabumulih=prabumulih,
        ogan_ilir=ogan_ilir,
        delegations=(morning[0], afternoon[0]),
        sessions=(morning[1], afternoon[1]),
        agreements=(
            _agreement(office, visit, bandung, prabumulih, numbered),
            _agreement(office, visit, bandung, ogan_ilir, pending),
        ),
    )


def _region(office: Office, code: str, head: str, address: Bilingual) -> SampleBody:
    known = government_of(office, code)
    if known is None:
        raise LookupError(code)
    form = InstitutionForm(
        InstitutionKind.REGION,
        known.government.id,
        known.government.en,
        known.short,
        region_code=code,
        address_id=address.id,
        address_en=address.en,
        city_id=known.place,
        note=SAMPLE,
    )
    body = add_institution(office, form)
    group = Group.REGION_HEAD if code == HOST else Group.VISITING_REGION_HEADS
    official = OfficialForm(
        body, PersonForm(head), known.head.id, known.head.en, is_head=True, group=group
    )
    return SampleBody(body, appoint(office, official), known.place)


def _first_visit(office: Office, host: SampleBody, guest: SampleBody) -> UUID:
    visit = schedule_visit(
        office,
        VisitForm(
            "Studi SPBE Kabupaten Ogan Ilir",
            PartialDate(2021, 12),
            theme_id="Replikasi SPBE Kota Bandung",
            theme_en="Replication of Bandung's electronic-based government system",
            host_id=host.body,
            place="Balai Kota Bandung",
            note=SAMPLE,
            sample=True,
        ),
        known_on=date(2021, 12, 1),
    )
    add_delegation(office, visit, DelegationForm(guest.body, guest.head, note=SAMPLE))
    move_visit(office, visit, VisitStage.REPORTED, on=date(2021, 12, 31))
    return visit


def _visit(office: Office, host: SampleBody) -> UUID:
    return schedule_visit(
        office,
        VisitForm(
            "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir",
            PartialDate.of(DAY),
            starts_at=time(9),
            ends_at=time(15),
            theme_id="Penerapan SPBE",
            theme_en="Implementation of SPBE",
            host_id=host.body,
            host_tenure_id=host.head,
            place="Balai Kota Bandung",
            room=ROOM,
            note=SAMPLE,
            sample=True,
            kind=VisitKind.SIGNING,
        ),
        known_on=date(2022, 8, 10),
    )


def _delegation(
    office: Office, visit: UUID, host: SampleBody, guest: SampleBody, announced: int
) -> tuple[UUID, UUID]:
    """Add a delegation with its guests and its own session; return the ids of both."""
    form = DelegationForm(
        guest.body,
        guest.head,
        announced,
        f"005/{announced}-CONTOH/2022",
        date(2022, 8, 9),
        received_on=date(2022, 8, 10),
        note=SAMPLE,
    )
    delegation = add_delegation(office, visit, form)
    add_guests(office, delegation, guest, announced)
    title, starts, ends = HOURS[guest.name]
    session = SessionForm(
        title.id,
        title.en,
        starts_at=starts,
        ends_at=ends,
        place="Balai Kota Bandung",
        room=ROOM,
        host_tenure_id=host.head,
        note=SAMPLE,
    )
    return delegation, add_session(office, visit, session, [delegation])


def _stages(office: Office, visit: UUID) -> None:
    move_visit(office, visit, VisitStage.APPROVED, on=date(2022, 8, 12))
    move_visit(office, visit, VisitStage.SCHEDULED, on=date(2022, 8, 15))
    move_visit(office, visit, VisitStage.PREPARING, on=date(2022, 8, 15))


def _agreement(
    office: Office, visit: UUID, host: SampleBody, guest: SampleBody, partner: PartyForm
) -> UUID:
    number = f"415.4/{'001' if guest.name == 'Prabumulih' else '002'}-CONTOH/IX/2022"
    form = replace(
        new_agreement_form(office),
        subject_id=SUBJECT_ID,
        subject_en=SUBJECT_EN,
        signing_on=DAY,
        place_id="Bandung",
        place_en="Bandung",
        sample=True,
    )
    own = PartyForm(host.body, host.head, number=number, number_on=DAY)
    return draft_agreement(office, form, [own, partner], [visit])

"""Partners of every sort for drafted agreements: true regions, sample bodies, invented people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import PartyForm
from kunjungan.services.people import PersonForm
from kunjungan.services.regions import RegionGovernment, government_of

DAY = date(2022, 9, 1)
MOST = 11
_CODES = (
    *("32.73", "16.74", "16.10", "32.77", "32.17", "63.07"),
    *("19.71", "81.03", "15.72", "76.06", "11.75"),
)
_STANDING_IN = {2: Capacity.PJ, 5: Capacity.PLT, 8: Capacity.PJS, 9: Capacity.PLH}
_MINISTRIES = (
    ("Kementerian Komunikasi dan Informatika", "Ministry of Communication and Informatics"),
    ("Badan Siber dan Sandi Negara", "National Cyber and Crypto Agency"),
    (
        "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        "Ministry of Administrative and Bureaucratic Reform",
    ),
    ("Badan Riset dan Inovasi Nasional", "National Research and Innovation Agency"),
    ("Kementerian Kesehatan", "Ministry of Health"),
)
_OTHERS = (
    (InstitutionKind.UNIVERSITY, "Universitas Contoh", "Sample University"),
    (
        InstitutionKind.COUNCIL,
        "Dewan Perwakilan Rakyat Daerah Kota Contoh",
        "Regional House of Representatives of Sample City",
    ),
    (InstitutionKind.ORGANISATION, "Asosiasi Contoh Kota Cerdas", "Sample Smart City Association"),
    (InstitutionKind.COMPANY, "PT Contoh Sarana Digital", "PT Contoh Sarana Digital"),
)
_ABROAD = (
    ("Suwon", "Republik Korea", "Republic of Korea"),
    ("Braunschweig", "Republik Federal Jerman", "Federal Republic of Germany"),
    ("Cotabato", "Republik Filipina", "Republic of the Philippines"),
    ("Fort Worth", "Texas, Amerika Serikat", "Texas, United States of America"),
    ("Yingkou", "Republik Rakyat Tiongkok", "People's Republic of China"),
    ("Toyota", "Jepang", "Japan"),
    ("Hamamatsu", "Jepang", "Japan"),
    ("Cuenca", "Republik Ekuador", "Republic of Ecuador"),
    ("Liuzhou", "Republik Rakyat Tiongkok", "People's Republic of China"),
    ("Petaling Jaya", "Malaysia", "Malaysia"),
)
_NAMES = ("Yudistira", "Ridwan Akbar", "Wijaya", "Hengki Kurniawan", "Aras", "Fatlolon")
_LAST = ("Contoh", "Contoh Sastranegara", "Contoh", "Contoh Bintang", "Contoh")
_TITLES = ((("Dr.",), ("M.Si.",)), ((), ("S.STP.", "M.M.")), (("H.",), ()), ((), ()))


def party_forms(office: Office) -> Mapping[AgreementKind, Sequence[PartyForm]]:
    """Add eleven bodies and their heads for each kind of agreement; the host stands first."""
    hiring = _Hiring(office)
    regions = [hiring.region(number) for number in range(MOST)]
    host = regions[0]
    partners: Mapping[AgreementKind, Callable[[int], PartyForm]] = {
        AgreementKind.CONTRACT: hiring.company,
        AgreementKind.SYNERGY: hiring.ministry,
        AgreementKind.NK: hiring.other,
        AgreementKind.MSP: hiring.abroad,
    }
    forms = {kind: [host, *map(make, range(MOST - 1))] for kind, make in partners.items()}
    agencies = [hiring.agency(number, region) for number, region in enumerate(regions)]
    return {
        **forms,
        AgreementKind.KB: regions,
        AgreementKind.PKS: agencies,
        AgreementKind.LOI: forms[AgreementKind.MSP],
    }


class _Hiring:
    """Adds bodies, each with a head who signs."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._numbers = count()

    def region(self, number: int) -> PartyForm:
        known = self._government(number)
        form = InstitutionForm(
            InstitutionKind.REGION,
            known.government.id,
            known.government.en,
            known.short,
            region_code=known.code,
        )
        capacity = _STANDING_IN.get(number, Capacity.DEFINITIVE)
        return self._signing(form, (known.head.id, known.head.en), known.place, capacity)

    def agency(self, number: int, region: PartyForm) -> PartyForm:
        known = self._government(number)
        form = InstitutionForm(
            InstitutionKind.AGENCY,
            f"Dinas Komunikasi dan Informatika {known.place}",
            f"Communication and Informatics Agency of {known.place}",
            f"Diskominfo {known.place}",
            parent_id=region.institution_id,
        )
        post = f"Kepala {form.name_id}", f"Head of the {form.name_en}"
        signing = self._signing(form, post, known.place, Capacity.ATTORNEY)
        power = f"{number + 11}/SK-CONTOH/2022"
        return replace(signing, authority=power, authority_on=date(2022, 8, 22))

    def company(self, number: int) -> PartyForm:
        name = f"PT Contoh Teknologi Nusantara {number + 1}"
        form = InstitutionForm(InstitutionKind.COMPANY, name, name)
        return self._signing(form, ("Direktur Utama", "President Director"))

    def ministry(self, number: int) -> PartyForm:
        name, english = _MINISTRIES[number % len(_MINISTRIES)]
        unit, unit_en = f"Direktorat {number + 1}", f"Directorate {number + 1}"
        form = InstitutionForm(
            InstitutionKind.MINISTRY, f"{unit} {name}", f"{unit_en} of the {english}"
        )
        return self._signing(form, (f"Direktur {number + 1}", f"Director {number + 1}"))

    def other(self, number: int) -> PartyForm:
        kind, name, english = _OTHERS[number % len(_OTHERS)]
        form = InstitutionForm(kind, f"{name} {number + 1}", f"{english} {number + 1}")
        return self._signing(form, (f"Ketua {form.name_id}", f"Chair of the {form.name_en}"))

    def abroad(self, number: int) -> PartyForm:
        town, land, land_en = _ABROAD[number]
        form = InstitutionForm(
            InstitutionKind.FOREIGN_GOVERNMENT,
            f"Pemerintah Kota {town}",
            f"City of {town}",
            town,
            full_style_id=f"Pemerintah Kota {town}, {land}",
            full_style_en=f"the City of {town}, {land_en}",
        )
        return self._signing(form, (f"Wali Kota {town}", f"Mayor of {town}"), town)

    def _government(self, number: int) -> RegionGovernment:
        known = government_of(self._office, _CODES[number])
        assert known is not None
        return known

    def _signing(
        self,
        form: InstitutionForm,
        post: tuple[str, str],
        place: str = "Jakarta",
        capacity: Capacity = Capacity.DEFINITIVE,
    ) -> PartyForm:
        """Add a body with the person who signs for it; every seventh has no number yet."""
        at = next(self._numbers)
        placed = replace(
            form,
            address_id=f"Jalan Contoh Nomor {at + 1}, {place}",
            address_en=f"Jalan Contoh Number {at + 1}, {place}",
            city_id=place,
        )
        body = add_institution(self._office, placed)
        name = f"{_NAMES[at % len(_NAMES)]} {_LAST[at % len(_LAST)]}"
        person = PersonForm(name, *_TITLES[at % len(_TITLES)])
        begins = PartialDate(2021)
        official = OfficialForm(
            body, person, *post, is_head=True, capacity=capacity, begins_on=begins
        )
        number = "" if at % 7 == 2 else f"415.4/{at + 127:04}-CONTOH/IX/2022"
        return PartyForm(
            body,
            appoint(self._office, official),
            number=number,
            number_on=DAY if number else None,
            number_pending=not number,
        )

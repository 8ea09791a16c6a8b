"""Memoranda with foreign cities for tests, drafted as the office drafts them."""

from datetime import datetime, timedelta
from uuid import UUID

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import PartyForm
from kunjungan.services.people import PersonForm
from tests.builders import SIGNING_DAY, Body, bandung

CITIES = (
    ("Suwon", "Republik Korea", "Republic of Korea", "Lee Contoh"),
    ("Braunschweig", "Jerman", "Federal Republic of Germany", "Thorsten Contoh"),
    ("Cotabato", "Filipina", "Republic of the Philippines", "Ali Contoh"),
)


def a_foreign_city(office: Office, name: str, land_id: str, land_en: str, mayor: str) -> Body:
    """A foreign city with its mayor, named with its country on paper."""
    form = InstitutionForm(
        InstitutionKind.FOREIGN_GOVERNMENT,
        f"Pemerintah Kota {name}",
        f"City of {name}",
        name,
        address_id=f"Balai Kota {name}",
        city_id=name,
        full_style_id=f"Pemerintah Kota {name}, {land_id}",
        full_style_en=f"the City of {name}, {land_en}",
    )
    body = add_institution(office, form)
    official = OfficialForm(
        body,
        PersonForm(mayor),
        f"Wali Kota {name}",
        f"Mayor of {name}",
        is_head=True,
        begins_on=PartialDate(2018),
    )
    return Body(body, appoint(office, official))


def a_memorandum(office: Office, *, partners: int = 1, **facts: object) -> UUID:
    """A memorandum of Bandung with foreign cities, ready to be printed."""
    host = bandung(office)
    cities = [a_foreign_city(office, *city) for city in CITIES[:partners]]
    known: dict[str, object] = {
        "kind": AgreementKind.MSP,
        "signing_on": SIGNING_DAY,
        "place_id": "Bandung",
        "place_en": "Bandung",
    }
    form = AgreementForm("Kota Kembar", "Sister Cities", **(known | facts))  # type: ignore[arg-type]
    parties = [PartyForm(body.id, body.head) for body in (host, *cities)]
    return draft_agreement(office, form, parties)


class Ticking:
    """A clock that is a minute later each time it is asked."""

    def __init__(self, start: datetime) -> None:
        self._moment = start

    def __call__(self) -> datetime:
        """Return the next moment."""
        self._moment += timedelta(minutes=1)
        return self._moment

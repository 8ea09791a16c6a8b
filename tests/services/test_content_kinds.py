"""Which kinds of agreement are offered for which partners."""

from dataclasses import replace

import pytest

from kunjungan.domain.agreements import AgreementKind as Kind
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.kinds import kinds_offered
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from tests.builders import bandung, prabumulih


def offered(office: Office, *partners: InstitutionKind) -> list[Kind]:
    """The kinds that fit, with Bandung as the host that this office is."""
    host = bandung(office).id
    change_settings(office, replace(office_settings(office), own_institution=host))
    bodies = [add_institution(office, InstitutionForm(kind, f"Mitra {kind}")) for kind in partners]
    return [offer.kind for offer in kinds_offered(office, [host, *bodies]) if offer.fits]


@pytest.mark.parametrize(
    ("partner", "kinds"),
    [
        (InstitutionKind.REGION, [Kind.KB, Kind.PKS, Kind.ADDENDUM]),
        (InstitutionKind.AGENCY, [Kind.PKS, Kind.KB, Kind.ADDENDUM]),
        (InstitutionKind.MINISTRY, [Kind.SYNERGY, Kind.NK, Kind.ADDENDUM]),
        (InstitutionKind.COMPANY, [Kind.KB, Kind.CONTRACT, Kind.NK, Kind.ADDENDUM]),
        (InstitutionKind.COUNCIL, [Kind.NK, Kind.PKS, Kind.ADDENDUM]),
        (InstitutionKind.FOREIGN_GOVERNMENT, [Kind.LOI, Kind.MSP, Kind.ADDENDUM]),
    ],
)
def test_the_usual_kind_for_the_partner_stands_first(
    office: Office, partner: InstitutionKind, kinds: list[Kind]
) -> None:
    assert offered(office, partner) == kinds


def test_one_foreign_partner_makes_it_a_foreign_paper(office: Office) -> None:
    both = (InstitutionKind.REGION, InstitutionKind.FOREIGN_GOVERNMENT)
    assert offered(office, *both) == [Kind.LOI, Kind.MSP, Kind.ADDENDUM]


def test_every_kind_may_be_chosen_but_some_owe_a_reason(office: Office) -> None:
    offers = kinds_offered(office, [bandung(office).id, prabumulih(office).id])
    assert {offer.kind for offer in offers} == set(Kind)
    fitting = [offer.fits for offer in offers]
    assert fitting == sorted(fitting, reverse=True)


def test_without_partners_every_kind_is_offered_for_a_reason(office: Office) -> None:
    assert not any(offer.fits for offer in kinds_offered(office, []))


def test_a_partner_alone_is_no_host(office: Office) -> None:
    ministry = add_institution(office, InstitutionForm(InstitutionKind.MINISTRY, "Kementerian"))
    assert kinds_offered(office, [ministry])[0].kind is Kind.SYNERGY
    assert kinds_offered(office, [bandung(office).id, ministry])[0].kind is Kind.SYNERGY

"""A visit of one delegation to Bandung, about which letters are written."""

from datetime import date, time
from uuid import UUID

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.office import Office
from kunjungan.services.visits import VisitForm, schedule_visit
from tests.builders import Body, bandung, prabumulih


@pytest.fixture
def host(office: Office) -> Body:
    return bandung(office)


@pytest.fixture
def visit(office: Office, host: Body) -> UUID:
    form = VisitForm(
        "Kunjungan SPBE",
        PartialDate(2022, 9, 1),
        starts_at=time(9),
        ends_at=time(11, 30),
        theme_id="Penerapan SPBE",
        theme_en="Implementation of SPBE",
        host_id=host.id,
        host_tenure_id=host.head,
        place="Balai Kota Bandung",
        room="Auditorium",
    )
    return schedule_visit(office, form)


@pytest.fixture
def guests(office: Office, visit: UUID) -> UUID:
    body = prabumulih(office)
    form = DelegationForm(body.id, body.head, 18, "005/18/2022", date(2022, 8, 9))
    return add_delegation(office, visit, form)

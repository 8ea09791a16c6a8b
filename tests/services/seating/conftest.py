"""The visit that tests of seats begin with, and its plan."""

from uuid import UUID

import pytest

from kunjungan.domain.precedence import Group
from kunjungan.services.office import Office
from kunjungan.services.seating import new_plan
from tests.services.seating.case import Case, a_case


@pytest.fixture
def case(office: Office) -> Case:
    made = a_case(office)
    made.guest("host", "Sekda Bandung", Group.SECRETARY)
    made.guest("prabumulih", "Sekda Prabumulih", Group.SECRETARY)
    for number in range(3):
        made.guest("prabumulih", f"Staf {number}")
        made.guest("ogan ilir", f"Staf {number}")
    return made


@pytest.fixture
def plan(case: Case) -> UUID:
    return new_plan(case.office, case.visit, "signing-3")

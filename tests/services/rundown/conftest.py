"""Officials that tests of rundowns need."""

from collections.abc import Callable
from uuid import UUID

import pytest

from kunjungan.domain.precedence import Group
from kunjungan.services.institutions import list_institutions
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.people import PersonForm


@pytest.fixture
def a_deputy(office: Office) -> Callable[[], UUID]:
    """Appoint Bandung's deputy mayor; returns the term of office."""

    def appointed() -> UUID:
        body = next(line.id for line in list_institutions(office) if "Bandung" in line.name.id)
        form = OfficialForm(
            body, PersonForm("Wakil Contoh"), "Wakil Wali Kota Bandung", "Deputy Mayor of Bandung",
            group=Group.DEPUTY_HEAD,
        )  # fmt: skip
        return appoint(office, form)

    return appointed

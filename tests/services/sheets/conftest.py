"""The day of the true case, made once for each test."""

import pytest

from kunjungan.services.office import Office
from tests.services.sheets.case import Day, a_day


@pytest.fixture
def day(office: Office) -> Day:
    """The day with heads on its lists and a rundown."""
    return a_day(office)

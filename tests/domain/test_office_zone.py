"""Every province lies in the zone that the decree of 1987 gives it."""

import pytest

from kunjungan.domain.event_times import Zone
from kunjungan.domain.office_zone import province_zone


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("32.73", Zone.WIB),
        ("16", Zone.WIB),
        ("61", Zone.WIB),
        ("62.71", Zone.WIB),
        ("51", Zone.WITA),
        ("63", Zone.WITA),
        ("73.71", Zone.WITA),
        ("76", Zone.WITA),
        ("81", Zone.WIT),
        ("91", Zone.WIT),
        ("97", Zone.WIT),
        ("", Zone.WIB),
    ],
)
def test_a_region_lies_in_the_zone_of_its_province(code: str, zone: Zone) -> None:
    assert province_zone(code) is zone

"""Time zones of places abroad, by their names in the time zone database: ``Asia/Tokyo``."""

from functools import cache
from zoneinfo import available_timezones

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

_CONTINENTS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/",
               "Pacific/")  # fmt: skip


@cache
def zones_abroad() -> tuple[str, ...]:
    """Return the zones that are named by a place, by that name."""
    return tuple(sorted(zone for zone in available_timezones() if zone.startswith(_CONTINENTS)))


def place_of_zone(zone: str) -> str:
    """Return the place that a zone is named by, as it stands after hours: ``(New York)``."""
    return f"({zone.rsplit('/', 1)[-1].replace('_', ' ')})"


def refuse_unknown_zone(zone: str) -> None:
    """Refuse a zone that the time zone database does not know; none is fine."""
    if zone and zone not in zones_abroad():
        raise RuleBroken(
            later("There is no time zone “{zone}”. Pick one from the list, such as Asia/Tokyo."),
            zone=zone,
        )

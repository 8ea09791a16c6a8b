"""In which time zone a province lies (Keppres 41/1987, with the provinces made since)."""

from kunjungan.domain.event_times import Zone

_WITA = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
_EAST = ("8", "9")


def province_zone(code: str) -> Zone:
    """Return the zone of a region by its Home Affairs code (``32`` or ``32.73``)."""
    if code[:2] in _WITA:
        return Zone.WITA
    return Zone.WIT if code.startswith(_EAST) else Zone.WIB

"""The route on which a text is cleared by initials (paraf) before anybody signs it.

PP 28/2018 article 6 leaves the route open: which offices, and in which order, is office practice
and a setting.
"""

from collections.abc import Sequence
from typing import Literal

from kunjungan.domain.bilingual import Bilingual

Outcome = Literal["", "cleared", "returned"]
"""What a step has come to; empty while it waits."""

LEGAL = Bilingual("Bagian Hukum", "Legal Division")
OWN_ROUTE = (
    Bilingual("OPD pemrakarsa", "Initiating agency"),
    LEGAL,
    Bilingual("Bagian Kerja Sama", "Cooperation Division"),
    Bilingual("Asisten", "Assistant to the Regional Secretary"),
    Bilingual("Sekretaris Daerah", "Regional Secretary"),
)
PARTNER = Bilingual("Mitra", "Partner")
_BAR = "|"


def route_from(lines: Sequence[str]) -> tuple[Bilingual, ...]:
    """Return the offices of a route as a setting has them, the usual ones where it has none.

    >>> route_from(["Bagian Hukum | Legal Division"])
    (Bilingual(id='Bagian Hukum', en='Legal Division'),)
    """
    offices = (line.partition(_BAR) for line in lines)
    found = [Bilingual(first.strip(), second.strip()) for first, _, second in offices]
    return tuple(office for office in found if office.id) or OWN_ROUTE


def route_lines(route: Sequence[Bilingual]) -> tuple[str, ...]:
    """Return a route as a setting keeps it; the usual route needs none."""
    if tuple(route) == OWN_ROUTE:
        return ()
    return tuple(f"{one.id} {_BAR} {one.en}" if one.en else one.id for one in route)

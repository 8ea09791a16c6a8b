"""A figure that a text names, and the unit it counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

UNITS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("hari", "day", "days"), "day"),
        **dict.fromkeys(("minggu", "pekan", "week", "weeks"), "week"),
        **dict.fromkeys(("bulan", "month", "months"), "month"),
        **dict.fromkeys(("tahun", "year", "years"), "year"),
        **dict.fromkeys(("jam", "hour", "hours"), "hour"),
        **dict.fromkeys(("persen", "percent", "%"), "percent"),
    }
)
UNIT = rf"(?:{'|'.join(unit for unit in UNITS if unit.isalpha())})\b"
_BEHIND = re.compile(
    rf"\s*(?:\([^()]*\))?\s*(?:(?:calendar|working|business)\s+)?(?P<unit>%|{UNIT})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, date or month as a text writes it, what it may mean, and what it counts.

    ``owed`` says that the other language must name it, too; idiom such as "both" need not be.
    """

    text: str
    readings: frozenset[object]
    unit: str = ""
    owed: bool = True

    def says(self, other: "Figure") -> bool:
        """Whether another figure means the same; a unit that one leaves out is no difference."""
        units = {self.unit, other.unit} - {""}
        return len(units) < 2 and bool(self.readings & other.readings)


def unit_behind(text: str, end: int) -> tuple[str, str]:
    """Return the unit behind a figure, as it is written with its space and as it compares."""
    found = _BEHIND.match(text, end)
    return (f" {found['unit']}", UNITS[found["unit"].casefold()]) if found else ("", "")

"""In what capacity someone signs, and the line that says so."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual


class Capacity(StrEnum):
    """How a person holds the office signed for (UU 30/2014 art 14, PP 28/2018 art 2)."""

    DEFINITIVE = "definitive"
    PJ = "pj"
    PJS = "pjs"
    PLT = "plt"
    PLH = "plh"
    FOR_HEAD = "an"
    ATTORNEY = "attorney"


STANDING_IN = frozenset({Capacity.PJ, Capacity.PJS, Capacity.PLT, Capacity.PLH})
DELEGATED = frozenset({Capacity.FOR_HEAD, Capacity.ATTORNEY})

_PREFIXES: Mapping[Capacity, str] = MappingProxyType(
    {Capacity.PJ: "Pj. ", Capacity.PJS: "Pjs. ", Capacity.PLT: "Plt. ", Capacity.PLH: "Plh. "}
)
_ENGLISH: Mapping[Capacity, str] = MappingProxyType(
    {
        Capacity.DEFINITIVE: "{office}",
        Capacity.PJ: "Acting {office}",
        Capacity.PJS: "Interim Acting {office}",
        Capacity.PLT: "Acting {office}",
        Capacity.PLH: "Acting {office} (ad interim)",
    }
)
_DELEGATED: Mapping[Capacity, Bilingual] = MappingProxyType(
    {
        Capacity.FOR_HEAD: Bilingual("a.n. {head}, {office}", "{office}, on behalf of the {head}"),
        Capacity.ATTORNEY: Bilingual(
            "{office} atas kuasa {head}", "{office}, by power of attorney of the {head}"
        ),
    }
)


def title_line(
    office: Bilingual,
    capacity: Capacity,
    principal: Bilingual | None = None,
    *,
    caps: bool = False,
) -> Bilingual:
    """Return the office as signed: "Pj. Wali Kota Bandung", "Acting Mayor of Bandung".

    ``principal`` is the office acted for by delegation (a.n.) or power of attorney; without it the
    line is the own office. With ``caps`` it is in capitals, but for the abbreviations before an
    office, which keep their own letters.
    """
    line = _line(office, capacity, principal)
    if not caps:
        return line
    short = next((each for each in ("a.n. ", *_PREFIXES.values()) if line.id.startswith(each)), "")
    return Bilingual(short + line.id.removeprefix(short).upper(), line.en.upper())


def is_deputy(title: str) -> bool:
    """Say whether a post, by its Indonesian title, is that of a deputy head of a region."""
    return re.match(r"Wakil (Gubernur|Bupati|Wali ?[Kk]ota)\b", title) is not None


def is_secretary(title: str) -> bool:
    """Say whether a post, by its Indonesian title, is that of a region's secretary (Sekda)."""
    return title.startswith("Sekretaris Daerah")


def _line(office: Bilingual, capacity: Capacity, principal: Bilingual | None) -> Bilingual:
    if capacity not in DELEGATED:
        english = _ENGLISH[capacity].format(office=office.en)
        return Bilingual(_PREFIXES.get(capacity, "") + office.id, english)
    if principal is None:
        return office
    return _DELEGATED[capacity].filled(office=office, head=principal)

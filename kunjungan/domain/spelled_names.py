"""Spellings and short forms that stand for one Indonesian name, and what is no part of a name.

Office practice: the registers of one office write one man as Moh., Muh., Mochamad and Muhammad.
Every value is a folded word of ``search_words``.
"""

from collections.abc import Mapping
from types import MappingProxyType

MUHAMMAD = "muhamad"
_SPELLED = {
    MUHAMMAD: "moh mohd muh muhd mhd moch much mochd mohamad muhamed mohamed muhamat mohamat",
    "ahmad": "ahmed ahmat achmd",
    "yusuf": "jusuf yusup jusup",
    "yogyakarta": "jogjakarta jogyakarta yogjakarta",
    "yogya": "jogja jogya yogja",
    "abdurahman": "abdulrahman abdurohman abdulrohman",
    "abdul": "abd abdoel",
    "siti": "sitti",
}

NAMES: Mapping[str, str] = MappingProxyType(
    {form: name for name, forms in _SPELLED.items() for form in forms.split()}
)
"""Short forms and spellings, each with the folded name that it stands for."""

_ADDRESS = (
    "bapak bpk ibu yth sdr sdri saudara saudari tuan nyonya mr mrs ms hajah ust ustaz ustadz "
    "ustad kyai kiai raden rd rngt tubagus tb"
)
HONORIFICS = frozenset(_ADDRESS.split())
"""Forms of address; no name is searched by them alone."""

_AFTER = (
    "st sh se ssos sip sstp spd skom si ssi sag sked skep skm sp spt ssn ss sth spsi sap stp ste "
    "mh mm mt ma mba mpa mph mpp msi msc mkes mpd mkom msp mmt mhum mag mip msn map mds meng mkn "
    "mpsi amd amdkep amdkeb phd llm lld dea cgcae cpa ak ca spog spa spb spjp sppd aks"
)
DEGREES = frozenset(_AFTER.split())
"""Degrees after a name, without their points."""

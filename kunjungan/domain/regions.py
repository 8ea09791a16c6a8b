"""Regions of Indonesia from their Kemendagri code and name: kind, names, heads, authorities."""

from collections.abc import Iterable
from enum import StrEnum

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.provinces import PROVINCES
from kunjungan.i18n import later

FIRST_CITY = 71
HOME_MINISTER = Bilingual("Menteri Dalam Negeri", "Minister of Home Affairs")


class RegionKind(StrEnum):
    """What a region is; the administrative ones of the capital are no regions of their own."""

    PROVINCE = "province"
    REGENCY = "regency"
    CITY = "city"
    ADMIN_REGENCY = "admin_regency"
    ADMIN_CITY = "admin_city"


_WORDS = (
    (RegionKind.ADMIN_REGENCY, "Kabupaten Administrasi", "Administrative Regency", "Pemkab"),
    (RegionKind.ADMIN_CITY, "Kota Administrasi", "Administrative City", "Pemkot"),
    (RegionKind.REGENCY, "Kabupaten", "Regency", "Pemkab"),
    (RegionKind.CITY, "Kota", "City", "Pemkot"),
)
_HEADS = {
    RegionKind.PROVINCE: Bilingual("Gubernur {place}", "Governor of {place}"),
    RegionKind.REGENCY: Bilingual("Bupati {place}", "Regent of {place}"),
    RegionKind.CITY: Bilingual("Wali Kota {place}", "Mayor of {place}"),
    RegionKind.ADMIN_REGENCY: Bilingual(
        "Bupati Administrasi {place}", "Administrative Regent of {place}"
    ),
    RegionKind.ADMIN_CITY: Bilingual(
        "Wali Kota Administrasi {place}", "Administrative Mayor of {place}"
    ),
}
_ENGLISH = {province.id: province.en for province in PROVINCES.values()}
_NOT_CALLED_PROVINCE = ("Aceh", "Daerah Istimewa")


def kind_of(code: str, name: str) -> RegionKind:
    """Return what a region is, by its code such as 32 or 32.73 and its name."""
    if "." not in code:
        return RegionKind.PROVINCE
    if " Administrasi " in name:
        return _kind(name)
    return RegionKind.CITY if int(code.split(".")[1]) >= FIRST_CITY else RegionKind.REGENCY


def place_name(name: str) -> Bilingual:
    """Return a region's name without its class word; only provinces have an English name.

    Names of regencies and cities are official as they are (UU 24/2009 art 36). Two regions may
    share such a name, so it never stands alone for a party.
    """
    place = name
    for _, word, _, _ in _WORDS:
        place = place.removeprefix(f"{word} ")
    return Bilingual(place, _ENGLISH.get(name, place))


def region_name(name: str) -> Bilingual:
    """Return the full name: "Kota Bandung", "City of Bandung"; a province's is as it is called."""
    place = place_name(name)
    english = {word: english for _, word, english, _ in _WORDS}
    for word, title in english.items():
        if name.startswith(f"{word} "):
            return Bilingual(name, f"{title} of {place.en}")
    called = name if name.startswith(_NOT_CALLED_PROVINCE) else f"Provinsi {name}"
    return Bilingual(called, place.en if "Region" in place.en else f"{place.en} Province")


def government_name(name: str) -> Bilingual:
    """Return the party's name: "Pemerintah Kota Bandung", "Government of the City of Bandung"."""
    full = region_name(name)
    article = "" if full.en.endswith(" Province") else "the "
    return Bilingual(f"Pemerintah {full.id}", f"Government of {article}{full.en}")


def country_path(code: str) -> Bilingual:
    """Return where in the country a region lies, as a treaty says it behind the region's name.

    >>> country_path("32.73").en
    'West Java Province, Republic of Indonesia'
    """
    if "." not in code:
        return Bilingual("Republik Indonesia", "Republic of Indonesia")
    province = region_name(PROVINCES[_province(code)].id)
    return Bilingual(f"{province.id}, Republik Indonesia", f"{province.en}, Republic of Indonesia")


def class_word(text: str) -> str:
    """Return the class word in a name, such as Kabupaten; empty where it is not said.

    >>> class_word("Pemerintah Kabupaten Bandung")
    'Kabupaten'
    """
    words = f" {text.casefold()} "
    return next((word for _, word, _, _ in _WORDS if f" {word.casefold()} " in words), "")


def short_name(name: str) -> str:
    """Return what offices say: "Pemkot Bandung", "Pemkab Ogan Ilir", "Pemprov Jawa Barat"."""
    for _, word, _, short in _WORDS:
        if name.startswith(f"{word} "):
            return f"{short} {place_name(name).id}"
    return f"Pemprov {name}"


def head_title(name: str, kind: RegionKind) -> Bilingual:
    """Return the title of a region's head: "Wali Kota Prabumulih", "Mayor of Prabumulih"."""
    place = place_name(name)
    if "Region" in place.en:
        place = Bilingual(place.id, f"the {place.en}")
    return _HEADS[kind].filled(place=place)


def may_be_party(kind: RegionKind) -> bool:
    """Say whether a region can be a party; for the capital's administrative ones Jakarta is."""
    return kind not in (RegionKind.ADMIN_REGENCY, RegionKind.ADMIN_CITY)


def dispute_authority(code_a: str, code_b: str, *more: str) -> Bilingual:
    """Return who settles a dispute, by the codes of the regions or of their provinces.

    Within one province that is its governor, unless the province is itself a party beside its
    regions; else it is the Minister of Home Affairs, whose decision is final (UU 23/2014 art 370).
    """
    codes = (code_a, code_b, *more)
    if _needs_minister(codes):
        return HOME_MINISTER
    return _governor(codes[0])


def copies_to(codes: Iterable[str]) -> tuple[Bilingual, ...]:
    """Return who gets a copy of a letter among regions, by their own codes.

    The governor of each province, unless that province is itself among them; the minister too
    where regions of several provinces meet (UU 23/2014 art 368; office practice: editable).
    """
    parties = tuple(codes)
    provinces = dict.fromkeys(_province(code) for code in parties)
    governors = tuple(_governor(code) for code in provinces if code not in parties)
    return (*governors, HOME_MINISTER) if _needs_minister(parties) else governors


def _needs_minister(codes: tuple[str, ...]) -> bool:
    across = len({_province(code) for code in codes}) > 1
    return across or len({"." in code for code in codes}) > 1


def _governor(code: str) -> Bilingual:
    return head_title(PROVINCES[_province(code)].id, RegionKind.PROVINCE)


def _province(code: str) -> str:
    province = code.partition(".")[0]
    if province not in PROVINCES:
        raise RuleBroken(later("No province has the code {code}."), code=code)
    return province


def _kind(name: str) -> RegionKind:
    return next(kind for kind, word, _, _ in _WORDS if name.startswith(word))

"""The decrees by which officials are appointed, in both languages."""

import re

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.regions import HOME_MINISTER, place_name

_DECREE = re.compile(
    r"(Surat )?Keputusan (?P<by>.+?)( Republik Indonesia)? Nomor (?P<number>\S+)"
    r"( Tahun (?P<year>\d{4}))?"
)
_HEAD = re.compile(r"(?P<title>Gubernur|Bupati|Wali ?[Kk]ota) (?P<place>.+)")
_HEADS = {"Gubernur": "Governor", "Bupati": "Regent"}


def decree(text: str) -> Bilingual:
    """Return a decree as it is cited; one by an unknown body keeps its Indonesian name.

    >>> decree("Keputusan Menteri Dalam Negeri Nomor 131.32-266 Tahun 2018").en
    'Decree of the Minister of Home Affairs Number 131.32-266 of 2018'
    """
    found = _DECREE.fullmatch(text.strip())
    by = _body(found["by"]) if found else ""
    if not found or not by:
        return Bilingual(text, text)
    year = f" of {found['year']}" if found["year"] else ""
    return Bilingual(text, f"Decree of the {by} Number {found['number']}{year}")


def _body(name: str) -> str:
    if name == HOME_MINISTER.id:
        return HOME_MINISTER.en
    if name == "Presiden":
        return "President of the Republic of Indonesia"
    head = _HEAD.fullmatch(name)
    if head is None:
        return ""
    return f"{_HEADS.get(head['title'], 'Mayor')} of {place_name(head['place']).en}"

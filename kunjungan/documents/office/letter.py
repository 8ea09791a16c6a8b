"""What a letter of the office is made from; every word is decided already.

Its parts and their order are those of Permendagri 1/2023 (tata naskah dinas): letterhead, place
and date, nomor, sifat, lampiran and hal, addressee by post, text, signature at the right,
tembusan at the lower left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kunjungan.domain.bilingual import Language
from kunjungan.domain.paper import Paper


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of a letter: the emblem if there is a picture, lines in capitals, the address.

    One of an office (kop jabatan) stands under its emblem; ``ruled`` is one of a body, which has
    a double rule under it.
    """

    lines: tuple[str, ...]
    address: str = ""
    emblem: bytes | None = None
    emblem_words: str = ""
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: lines of capacity and post, the name, rank and number under it."""

    posts: tuple[str, ...]
    name: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter in one language.

    ``facts`` are its labelled lines such as nomor, ``to`` the posts addressed, ``salutation`` what
    stands before the first of them (Yth.). One with a ``title`` has it in the middle over its
    number, addresses nobody, and is dated over the signature.
    """

    language: Language
    head: Letterhead
    place_and_date: str
    facts: tuple[tuple[str, str], ...]
    salutation: str
    to: tuple[str, ...]
    to_place: str
    body: str
    signature: Signature
    copies_label: str = ""
    copies: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """A letter on paper, in one language or in two, each on pages of its own."""

    texts: tuple[LetterText, ...]
    paper: Paper
    title: str
    author: str = ""


FACTS: Mapping[Language, tuple[str, str, str, str]] = MappingProxyType(
    {
        "id": ("Nomor", "Sifat", "Lampiran", "Hal"),
        "en": ("Number", "Classification", "Enclosure", "Subject"),
    }
)
SALUTATION: Mapping[Language, str] = MappingProxyType({"id": "Yth.", "en": "To:"})
AT_PLACE: Mapping[Language, str] = MappingProxyType({"id": "di {place}", "en": "{place}"})
COPIES: Mapping[Language, str] = MappingProxyType({"id": "Tembusan:", "en": "Copies:"})
NO_DATE = "...................."
"""What stands for a date that is still to be written by hand."""

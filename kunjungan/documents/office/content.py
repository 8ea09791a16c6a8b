"""What a plain paper of the office is made from; every word is decided already."""

from dataclasses import dataclass
from typing import Literal

from kunjungan.documents.office.letter import Letterhead
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Tongue

Said = str | Bilingual
"""Words of a paper: the same in both languages, or Indonesian with the English under it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its share of the width, the side its words stand on."""

    head: Bilingual
    share: float
    side: Literal["left", "right", "middle"] = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; each row has a word for every column and is ``least_mm`` high or more.

    ``title`` stands over the table and keeps with it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Said, ...], ...]
    title: Bilingual | None = None
    least_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs under a title, or without one; ``numbered`` counts them from 1."""

    paragraphs: tuple[Said, ...]
    title: Bilingual | None = None
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Room for a signature: the post over it, the name under it; ``over`` stands above both."""

    post: Said
    name: str
    over: Said = ""


@dataclass(frozen=True, slots=True)
class OfficePaper:
    """A whole paper: a title, what it is about, tables or passages, and what is said under them.

    ``foot`` stands at the left of every page's foot; at the right stands which page it is. The
    first page has the letterhead, if any; ``language`` is that of the page numbers.
    """

    title: Bilingual
    foot: str
    about: tuple[Bilingual, ...] = ()
    facts: tuple[tuple[Bilingual, Said], ...] = ()
    tables: tuple[Table | Passage, ...] = ()
    notes: tuple[Bilingual, ...] = ()
    signatures: tuple[Signature, ...] = ()
    paper: Paper = Paper.F4
    landscape: bool = False
    author: str = ""
    head: Letterhead | None = None
    language: Tongue = "both"

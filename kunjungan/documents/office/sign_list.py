"""Lists that people sign by hand, as content: the attendance list and the guest book.

Every word is decided already; a cell without words is room to be written in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kunjungan.documents.office.letter import Letterhead
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Tongue

Side = Literal["left", "middle", "zigzag"]
"""Where words stand; in a zigzag those of even rows are indented, so that hands do not meet."""


@dataclass(frozen=True, slots=True)
class SignColumn:
    """A column: its head, its share of the width, the side its words stand on."""

    head: Bilingual
    share: float
    side: Side = "left"


@dataclass(frozen=True, slots=True)
class SignList:
    """One list with its own page numbers: a title, facts, rows with a word for every column.

    Rows are ``row_mm`` high or more; ``foot`` stands at the left of every page's foot. The last
    ``spare`` rows are blank: up to half of them are left out rather than begin a page.
    """

    title: Bilingual
    columns: tuple[SignColumn, ...]
    rows: Sequence[tuple[str, ...]]
    facts: tuple[tuple[Bilingual, Bilingual], ...] = ()
    notes: tuple[Bilingual, ...] = ()
    head: Letterhead | None = None
    foot: str = ""
    row_mm: float = 9.5
    spare: int = 0


@dataclass(frozen=True, slots=True)
class SignPaper:
    """Lists in one file, in one language or with heads in both."""

    lists: tuple[SignList, ...]
    paper: Paper = Paper.F4
    landscape: bool = False
    language: Tongue = "both"
    author: str = ""

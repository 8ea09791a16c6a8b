"""Where a row stands in a text, by the marks printed round it: Pasal 3 ayat (2) huruf a."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level, Mark, bare_marker, marks
from kunjungan.domain.number_words import roman

Place = tuple[int, ...]
"""How a row is pointed to: the numbers of annex, article, paragraph, letter and number."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The numbers printed round a row, 0 where none is.

    ``annex`` counts the annexes (0 is the body), ``row`` the rows of a table below its head.
    """

    level: Level = Level.TEXT
    annex: int = 0
    article: int = 0
    closing: int = 0
    party: int = 0
    paragraph: int = 0
    letter: int = 0
    number: int = 0
    row: int = 0
    only_annex: bool = False

    @property
    def place(self) -> Place:
        """The numbers by which the row is pointed to."""
        return self.annex, self.article, self.paragraph, self.letter, self.number

    @property
    def words(self) -> Bilingual:
        """The place as a lawyer cites it: "Pasal 3 ayat (2)", "Article 3 paragraph (2)"."""
        parts = [*self._outer(), *self._inner()]
        return Bilingual(" ".join(part.id for part in parts), " ".join(part.en for part in parts))

    def _outer(self) -> Iterator[Bilingual]:
        if self.annex:
            number = "" if self.only_annex else f" {roman(self.annex)}"
            yield Bilingual(f"Lampiran{number}", f"Annex{number}")
        if self.article:
            yield Bilingual(f"Pasal {self.article}", f"Article {self.article}")
        elif self.closing:
            yield Bilingual("Penutup", "Closing")
        elif not self.annex:
            yield Bilingual("Pembukaan", "Opening")

    def _inner(self) -> Iterator[Bilingual]:
        if self.party:
            yield Bilingual(f"pihak {roman(self.party)}", f"party {roman(self.party)}")
        if self.paragraph:
            yield Bilingual(f"ayat ({self.paragraph})", f"paragraph ({self.paragraph})")
        if self.letter:
            letter = bare_marker(Mark(Level.LETTER, self.letter)).rstrip(".")
            yield Bilingual(f"huruf {letter}", f"letter {letter}")
        if self.number:
            yield Bilingual(f"angka {self.number}", f"number {self.number}")
        if self.level is Level.TABLE_HEAD:
            yield Bilingual("kepala tabel", "table head")
        elif self.level is Level.TABLE_ROW:
            yield Bilingual(f"baris tabel {self.row}", f"table row {self.row}")


def spots(levels: Sequence[Level]) -> list[Spot]:
    """Return where each row of a text stands, by what is printed."""
    here = Spot(only_annex=levels.count(Level.ANNEX) == 1)
    found = []
    for level, mark in zip(levels, marks(levels), strict=True):
        here = _after(here, level, mark.count if mark else 0)
        found.append(here)
    return found


def spot_at(place: Place) -> Spot:
    """Return the spot that is pointed to, whether it is there or not."""
    annex, article, paragraph, letter, number = place
    return Spot(annex=annex, article=article, paragraph=paragraph, letter=letter, number=number)


_LADDER = ("annex", "article", "closing", "party", "paragraph", "letter", "number", "row")
_COUNTED_HERE = frozenset({"annex", "closing", "row"})
_OWN: Mapping[Level, tuple[int, str]] = MappingProxyType(
    {
        Level.ANNEX: (1, "annex"),
        Level.ARTICLE: (1, "article"),
        Level.CLOSING: (1, "closing"),
        Level.PARTY: (3, "party"),
        Level.TEXT: (3, ""),
        Level.PARAGRAPH: (3, "paragraph"),
        Level.LETTER: (5, "letter"),
        Level.NUMBER: (6, "number"),
        Level.TABLE_HEAD: (7, ""),
        Level.TABLE_ROW: (8, "row"),
    }
)
"""How much of the ladder a row keeps from the one before, and which number is its own."""


def _after(here: Spot, level: Level, count: int) -> Spot:
    """Return the numbers round a row that follows another one."""
    kept, own = _OWN[level]
    numbers: dict[str, Any] = dict.fromkeys(_LADDER[kept:], 0)
    if own:
        numbers[own] = getattr(here, own) + 1 if own in _COUNTED_HERE else count
    return replace(here, level=level, **numbers)

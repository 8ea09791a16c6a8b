"""Where a row stands in a text, by the marks printed round it: Pasal 3 ayat (2) huruf a."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clause_marks import Mark, bare_marker, marks
from kunjungan.domain.clauses import Level
from kunjungan.domain.number_words import roman

Place = tuple[int, ...]
"""How a row is pointed to: a number for each of ``RUNGS``, 0 where it has none."""

RUNGS = ("annex", "article", "paragraph", "letter", "number", "subletter", "subnumber")


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
    subletter: int = 0
    subnumber: int = 0
    row: int = 0
    only_annex: bool = False

    @property
    def place(self) -> Place:
        """The numbers by which the row is pointed to."""
        return tuple(getattr(self, rung) for rung in RUNGS)

    @property
    def words(self) -> Bilingual:
        """The place as a lawyer cites it: "Pasal 3 ayat (2)", "Article 3 paragraph (2)"."""
        return _said([*self._outer(), *self._inner()])

    def words_from(self, here: "Spot") -> Bilingual:
        """The place as a row at another spot cites it: "ayat (2)" within one article.

        From an annex its own articles are named with it, so that they are not those of the body.
        """
        inner = list(self._inner())
        near = (self.annex, self.article, self.closing) == (here.annex, here.article, here.closing)
        return _said(inner) if near and inner else self.words

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
        for level, count in (
            (Level.LETTER, self.letter),
            (Level.NUMBER, self.number),
            (Level.SUBLETTER, self.subletter),
            (Level.SUBNUMBER, self.subnumber),
        ):
            if count:
                word, mark = _LIST_WORDS[level], bare_marker(Mark(level, count)).rstrip(".")
                yield Bilingual(f"{word.id} {mark}", f"{word.en} {mark}")
        if self.level is Level.TABLE_HEAD:
            yield Bilingual("kepala tabel", "table head")
        elif self.level is Level.TABLE_ROW:
            yield Bilingual(f"baris tabel {self.row}", f"table row {self.row}")


_LETTER, _NUMBER = Bilingual("huruf", "letter"), Bilingual("angka", "number")
_LIST_WORDS: Mapping[Level, Bilingual] = MappingProxyType(
    {
        Level.LETTER: _LETTER,
        Level.NUMBER: _NUMBER,
        Level.SUBLETTER: _LETTER,
        Level.SUBNUMBER: _NUMBER,
    }
)


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
    numbers: dict[str, Any] = dict(zip(RUNGS, place, strict=True))
    return Spot(**numbers)


_LADDER = (
    "annex", "article", "closing", "party", "paragraph",
    "letter", "number", "subletter", "subnumber", "row",
)  # fmt: skip
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
        Level.SUBLETTER: (7, "subletter"),
        Level.SUBNUMBER: (8, "subnumber"),
        Level.TABLE_HEAD: (9, ""),
        Level.TABLE_ROW: (10, "row"),
    }
)
"""How much of the ladder a row keeps from the one before, and which number is its own."""


def _said(parts: Sequence[Bilingual]) -> Bilingual:
    return Bilingual(" ".join(part.id for part in parts), " ".join(part.en for part in parts))


def _after(here: Spot, level: Level, count: int) -> Spot:
    """Return the numbers round a row that follows another one."""
    kept, own = _OWN[level]
    numbers: dict[str, Any] = dict.fromkeys(_LADDER[kept:], 0)
    if own:
        numbers[own] = getattr(here, own) + 1 if own in _COUNTED_HERE else count
    return replace(here, level=level, **numbers)

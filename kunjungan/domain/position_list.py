"""The one list of positions, as data (``positions.csv``), laid out to be looked up fast."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.protocol_groups import Group
from kunjungan.resources import resource

_Row = dict[str, str]
_Phrase = tuple[tuple[str, ...], str]
_NUMBER = re.compile(r"[IVX]+|\d[\d/-]*|[A-D]")
_HEADED = ("Dinas ", "Badan ")
_AGENCY = re.compile(r"(?:Dinas|Badan) (.+)")


@dataclass(frozen=True, slots=True)
class Shape:
    """A title with a place for a field of work or a region, and what it says of who holds it."""

    title: Bilingual
    group: Group | None
    is_head: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PositionList:
    """The list: shapes by their first word, fields of work in both languages, abbreviations."""

    shapes: tuple[Shape, ...]
    by_first: Mapping[str, tuple[Shape, ...]]
    units: Mapping[str, Bilingual]
    bodies: Mapping[str, Bilingual]
    phrases: Mapping[str, tuple[_Phrase, ...]]
    openings: frozenset[str]

    def phrase(self, keys: Sequence[str], at: int) -> tuple[int, str]:
        """Return how many words from a place on the list knows, and how they are written out."""
        for words, whole in self.phrases.get(keys[at], ()):
            if tuple(keys[at : at + len(words)]) == words:
                return len(words), whole
        headed = self.phrases.get(keys[at].removeprefix("ka"), ())
        whole = next((whole for words, whole in headed if len(words) == 1), "")
        return (1, f"Kepala {whole}") if whole.startswith(_HEADED) else (0, "")

    def units_of(self, kind: str) -> Iterator[Bilingual]:
        """Yield the fields that the known bodies of a kind, such as Dinas, work in."""
        for body in self.bodies.values():
            word, _, unit = body.id.partition(" ")
            if word == kind and (known := self.units.get(unit.casefold())):
                yield known

    def english(self, shape: Shape, unit: str) -> str:
        """Return a title in English with its field; empty where the field is unknown."""
        inner, body = self._body(unit)
        field = self._field(inner)
        if not field or (body and not body.en):
            return ""
        title = shape.title.en.format(unit=field)
        return f"{title} of the {body.en}" if body else title

    def _body(self, unit: str) -> tuple[str, Bilingual | None]:
        """Return a field without the body that is named behind it, and that body."""
        low = unit.casefold()
        for key, body in self.bodies.items():
            if low.endswith(f" {key}"):
                return unit[: -len(key) - 1], body
        return unit, None

    def _field(self, unit: str) -> str:
        """Return a field in English; one of several names where each of them is known."""
        if known := self.units.get(unit.casefold()) or self.bodies.get(unit.casefold()):
            return known.en
        if _NUMBER.fullmatch(unit):
            return unit
        first, _, last = unit.rpartition(" dan ")
        parts = [self.units.get(part.casefold()) for part in (first, last)]
        return " and ".join(part.en for part in parts if part) if all(parts) else ""


@cache
def position_list() -> PositionList:
    """Return the list that the program brings."""
    with resource("data/positions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    shapes = tuple(_shape(row) for row in rows if row["kind"] == "post")
    phrases = _by_first(_phrases(rows))
    firsts = {shape.title.id.split(" ", 1)[0].casefold() for shape in shapes}
    shorts = {words[0] for words, _ in _phrases(r for r in rows if r["kind"] in ("post", "word"))}
    units = {row["id"].casefold(): Bilingual(row["id"], row["en"]) for row in _of(rows, "unit")}
    return PositionList(
        shapes,
        {first: tuple(_starting(shapes, first)) for first in firsts},
        units,
        {row["id"].casefold(): _body(row, units) for row in _of(rows, "body")},
        phrases,
        frozenset(firsts | shorts),
    )


def _of(rows: Iterable[_Row], kind: str) -> Iterator[_Row]:
    return (row for row in rows if row["kind"] == kind)


def _body(row: _Row, units: Mapping[str, Bilingual]) -> Bilingual:
    """Return a body in both languages; an agency's English is that of its field."""
    found = _AGENCY.fullmatch(row["id"])
    unit = units.get(found[1].casefold()) if found else None
    return Bilingual(row["id"], row["en"] or (f"{unit.en} Agency" if unit else ""))


def _starting(shapes: Iterable[Shape], first: str) -> list[Shape]:
    """Return the shapes with a first word; those that say more of the title come first."""
    found = [shape for shape in shapes if shape.title.id.split(" ", 1)[0].casefold() == first]
    return sorted(found, key=lambda shape: (-_said(shape), "{" in shape.title.id))


def _said(shape: Shape) -> int:
    return len(re.sub(r"\{\w+\}", "", shape.title.id).split())


def _shape(row: _Row) -> Shape:
    pattern = re.escape(row["id"]).replace(r"\ ", " ")
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", pattern)
    return Shape(
        Bilingual(row["id"], row["en"]),
        Group(row["group"]) if row["group"] else None,
        row["head"] == "head",
        re.compile(pattern, re.IGNORECASE),
    )


def _phrases(rows: Iterable[_Row]) -> Iterator[_Phrase]:
    """Yield each way of writing with the whole one; a whole one is known in any letters."""
    for row in rows:
        whole = re.sub(r" ?\{\w+\}", "", row["id"])
        for short in (whole, *row["short"].split("|")):
            if short:
                yield tuple(word.casefold().strip(".,") for word in short.split()), whole


def _by_first(phrases: Iterable[_Phrase]) -> Mapping[str, tuple[_Phrase, ...]]:
    """Return the phrases by their first word, the longest first."""
    found: dict[str, list[_Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0][0], []).append(phrase)
    longest = {first: sorted(each, key=lambda p: -len(p[0])) for first, each in found.items()}
    return {first: tuple(each) for first, each in longest.items()}

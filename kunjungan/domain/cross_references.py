"""Computed references: a row names another by its anchor, and says where that one stands now.

``{ref:anchor}`` is a field like any other; what it says depends on the row it stands in: within one
article "ayat (2)", from elsewhere "Pasal 3 ayat (2)".
"""

from collections.abc import Mapping, Sequence

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clause_marks import Mark, bare_marker
from kunjungan.domain.clauses import Level
from kunjungan.domain.languages import Tongue
from kunjungan.domain.number_words import roman
from kunjungan.domain.richtext import fields_in
from kunjungan.domain.spots import Spot, spots

PREFIX = "ref:"
_MARKED = (
    (Level.PARTY, "party"),
    (Level.PARAGRAPH, "paragraph"),
    (Level.LETTER, "letter"),
    (Level.NUMBER, "number"),
    (Level.SUBLETTER, "subletter"),
    (Level.SUBNUMBER, "subnumber"),
)


def reference(anchor: str) -> str:
    """Return the field that refers to the row with an anchor."""
    return f"{{{PREFIX}{anchor}}}"


class Signposts:
    """Where the rows of one text stand, in its order, and what their references say."""

    def __init__(self, levels: Sequence[Level], anchors: Sequence[str]) -> None:
        self._spots = spots(levels)
        pairs = zip(reversed(anchors), reversed(self._spots), strict=True)
        self._targets: Mapping[str, Spot] = {f"{PREFIX}{anchor}": spot for anchor, spot in pairs}

    def said(self, place: int, *texts: str) -> dict[str, Bilingual]:
        """Return what the references in a row's texts say; one to no row is left out."""
        here = self._spots[place]
        return {name: spot.words_from(here) for name, spot in self._named(texts)}

    def said_in(self, tongue: Tongue, place: int, *texts: str) -> dict[str, str]:
        """Return what they say in a partner's language: "Artikel 3 (2) a", else in English."""
        here = self._spots[place]
        return {name: _marks(spot, here, tongue) for name, spot in self._named(texts)}

    def _named(self, texts: Sequence[str]) -> list[tuple[str, Spot]]:
        named = (name for text in texts if PREFIX in text for name in fields_in(text))
        return [
            (name, self._targets[name]) for name in dict.fromkeys(named) if name in self._targets
        ]


def _marks(spot: Spot, here: Spot, tongue: Tongue) -> str:
    """Return the marks printed round a row, which need no words but those for articles."""
    inner = [
        bare_marker(Mark(level, count)).rstrip(".")
        for level, name in _MARKED
        if (count := getattr(spot, name))
    ]
    outer = [tongue.article_mark(spot.article)] if spot.article else []
    if spot.annex:
        number = {} if spot.only_annex else {"n": spot.annex, "roman": roman(spot.annex)}
        outer.insert(0, tongue.annex.format(**{"n": "", "roman": "", **number}).strip())
    if spot.words_from(here) != spot.words:
        outer = []
    return " ".join([*outer, *inner]) if outer or inner else spot.words.en

"""Reads cross-references such as "Pasal 3 ayat (2) huruf a" and finds those to nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from kunjungan.domain.bilingual import Language
from kunjungan.domain.citation_words import ARTICLE, PARAGRAPH
from kunjungan.domain.citations import NOWHERE, citations
from kunjungan.domain.spots import Place, Spot, spot_at


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that a text points to, 0 for what it leaves out; ``foreign`` ones lie in a law."""

    place: Place
    foreign: bool = False


class Outline:
    """The places of a text that can be pointed to."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._places = frozenset(way for spot in spots for way in _ways_to(spot.place))

    def nowhere(self, pointed_to: Iterable[Reference], here: Spot) -> list[Spot]:
        """Return the places that a row at a spot points to and that are not there.

        Left out are references into laws and other documents. "ayat (1)" alone is one of the own
        article, "huruf a" alone one of the own paragraph or article.
        """
        missing = []
        for reference in pointed_to:
            ways = list(meant(reference.place, here.place))
            if not reference.foreign and self._places.isdisjoint(ways):
                missing.append(spot_at(ways[0]))
        return missing


def references(text: str, language: Language) -> list[Reference]:
    """Return the places that a text points to, each of a list on its own."""
    found = citations(text, language)
    return [Reference(place, cited.foreign) for cited in found for place in cited.places]


def meant(named: Place, here: Place) -> Iterator[Place]:
    """Return the places that may be meant from where one stands, the likeliest first."""
    if named[0] or named[1]:
        yield named
        yield (named[0] or here[0], *named[1:])
        return
    first = next((rung for rung, value in enumerate(named) if value), len(named))
    for rung in range(first, PARAGRAPH - 1, -1):
        yield (*here[:rung], *named[rung:])


def _ways_to(place: Place) -> Iterator[Place]:
    """Return how a row can be pointed to: by all its marks, by the outer ones, or past some."""
    yield (place[0], *NOWHERE[1:])
    for last in range(ARTICLE, len(place)):
        if last == ARTICLE or place[last]:
            own = (*place[: last + 1], *NOWHERE[last + 1 :])
            outer = [(own[rung], 0) if own[rung] else (0,) for rung in range(PARAGRAPH, last)]
            for chosen in product(*outer):
                yield (*own[:PARAGRAPH], *chosen, *own[max(last, PARAGRAPH) :])

"""How the rows of an agreement are numbered: Pasal 3, (2), a., 1., a), 1)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import INSIDE, UNMARKED, Level
from kunjungan.domain.number_words import roman

_FORMS = {
    Level.PARAGRAPH: "({number})",
    Level.LETTER: "{letter}.",
    Level.NUMBER: "{number}.",
    Level.SUBLETTER: "{letter})",
    Level.SUBNUMBER: "{number})",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a clause among those of its level; 0 for an annex that is the only one."""

    level: Level
    count: int


def marks(levels: Sequence[Level]) -> list[Mark | None]:
    """Return the number of each clause in order, None for one that carries none.

    Articles count through the text, and in each annex anew. A paragraph that is the only one of
    its article carries no (1). Letters and numbers begin anew under each clause above them.
    """
    alone = _alone(levels)
    only_annex = levels.count(Level.ANNEX) == 1
    counts: Counter[Level] = Counter()
    found: list[Mark | None] = []
    for place, level in enumerate(levels):
        counts[level] += 1
        for inner in INSIDE.get(level, ()):
            counts[inner] = 0
        count = 0 if level is Level.ANNEX and only_annex else counts[level]
        found.append(None if level in UNMARKED or place in alone else Mark(level, count))
    return found


def markers(levels: Sequence[Level]) -> list[Bilingual]:
    """Return the mark in front of each clause, in order: ``Pasal 1``, ``(1)``, ``a.``, ``1.``.

    Parties carry Roman numbers, and so do annexes if there are several.
    """
    return [_worded(mark) for mark in marks(levels)]


def bare_marker(mark: Mark) -> str:
    """Return a mark that is the same in all languages; empty for articles and annexes."""
    if mark.level is Level.PARTY:
        return f"{roman(mark.count)}."
    form = _FORMS.get(mark.level, "")
    return form.format(number=mark.count, letter=_letters(mark.count)) if form else ""


def _alone(levels: Sequence[Level]) -> set[int]:
    """Return the places of paragraphs that are the only one of their article."""
    articles: list[list[int]] = [[]]
    for place, level in enumerate(levels):
        if level in (Level.ARTICLE, Level.ANNEX):
            articles.append([])
        elif level is Level.PARAGRAPH:
            articles[-1].append(place)
    return {places[0] for places in articles if len(places) == 1}


def _worded(mark: Mark | None) -> Bilingual:
    if mark is None:
        return Bilingual("", "")
    if mark.level is Level.ARTICLE:
        return Bilingual(f"Pasal {mark.count}", f"Article {mark.count}")
    if mark.level is Level.ANNEX:
        number = f" {roman(mark.count)}" if mark.count else ""
        return Bilingual(f"LAMPIRAN{number}", f"ANNEX{number}")
    bare = bare_marker(mark)
    return Bilingual(bare, bare)


def _letters(count: int) -> str:
    """Return a to z, then aa, bb, cc."""
    times, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (times + 1)

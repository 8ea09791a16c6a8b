"""Finds in what was written the references that can be computed: their row is there, in both texts.

A reference is left as it was written where its computed words would not fit: in capitals, at the
beginning of a sentence, into a law or another document, or in one language only.
"""

import re
from collections import Counter
from collections.abc import Sequence

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.citations import Citation, citations
from kunjungan.domain.clauses import Level
from kunjungan.domain.cross_references import reference
from kunjungan.domain.references import meant
from kunjungan.domain.spots import Place, spots

_SENTENCE_ENDS = re.compile(r"(?:^|[.!?:;\n])[\s*_]*$")
_Found = tuple[Citation, tuple[int, ...]]


class Linker:
    """The rows of one text in order, each with the anchor by which it is referred to."""

    def __init__(self, levels: Sequence[Level], anchors: Sequence[str]) -> None:
        self._anchors = anchors
        self._spots = spots(levels)
        self._rows: dict[Place, int] = {}
        for row, spot in enumerate(self._spots):
            if any(spot.place):
                self._rows.setdefault(spot.place, row)

    def linked(self, row: int, both: Bilingual) -> tuple[Bilingual, int]:
        """Return a row's texts with references computed, and to how many places they lead."""
        found = {"id": self._found(row, both.id, "id"), "en": self._found(row, both.en, "en")}
        if both.id.strip() and both.en.strip():
            shared = Counter(rows for _, rows in found["id"]) & Counter(r for _, r in found["en"])
            found = {side: _among(own, shared) for side, own in found.items()}
        count = max(sum(len(rows) for _, rows in own) for own in found.values())
        text_id, text_en = (self._written(both.side(s), found[s]) for s in ("id", "en"))
        return Bilingual(text_id, text_en), count

    def _found(self, row: int, text: str, language: Language) -> list[_Found]:
        """Return the citations of a text that can be computed, with the rows they lead to."""
        kept = []
        for cited in citations(text, language):
            rows = [self._row(place, row) for place in cited.places]
            known = tuple(found for found in rows if found is not None)
            if not cited.foreign and len(known) == len(rows):
                first = self._spots[known[0]].words_from(self._spots[row]).side(language)
                if _fits(text, cited, first):
                    kept.append((cited, known))
        return kept

    def _row(self, place: Place, here: int) -> int | None:
        ways = meant(place, self._spots[here].place) if any(place) else ()
        return next((self._rows[way] for way in ways if way in self._rows), None)

    def _written(self, text: str, found: Sequence[_Found]) -> str:
        parts, end = [], 0
        for cited, rows in found:
            fields = [reference(self._anchors[row]) for row in rows]
            joined = "".join(f"{a}{b}" for a, b in zip(fields, (*cited.joints, ""), strict=True))
            parts += [text[end : cited.start], joined]
            end = cited.end
        return "".join([*parts, text[end:]])


def _among(found: Sequence[_Found], shared: Counter[tuple[int, ...]]) -> list[_Found]:
    """Return as many citations of each row as both languages have."""
    left = Counter(shared)
    kept = []
    for cited, rows in found:
        if left[rows]:
            left[rows] -= 1
            kept.append((cited, rows))
    return kept


def _fits(text: str, cited: Citation, said: str) -> bool:
    written = text[cited.start : cited.end]
    if written[:2].isupper():
        return False
    opens = _SENTENCE_ENDS.search(text[max(cited.start - 20, 0) : cited.start]) is not None
    return said[:1].isupper() or not opens

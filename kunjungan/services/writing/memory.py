"""The translation memory: how earlier agreements and the standard texts say the same thing."""

import re
from collections.abc import Iterable
from uuid import UUID

from kunjungan.services.office import Office
from kunjungan.services.writing.memory_pairs import Pair
from kunjungan.services.writing.memory_sources import State, earlier, standard, state_of
from kunjungan.services.writing.suggesting import FIELD, Suggestion, suggestion

LEAST = 70
"""From how many per cent of likeness a text is worth showing (office practice)."""
_SIGNS = re.compile(r"\*\*|__")
_SHORTEST = 3


class Memory:
    """Pairs of texts read once, asked as often as one likes, by any thread."""

    def __init__(self, pairs: Iterable[Pair], state: State = ()) -> None:
        first: dict[tuple[str, str], Pair] = {}
        for pair in pairs:
            first.setdefault((pair.text_id, pair.text_en), pair)
        self._pairs = list(first.values())
        self._keys = [_key(pair.text_id) for pair in self._pairs]
        self.state = state

    def suggestions(self, text_id: str, most: int = 3) -> list[Suggestion]:
        """Return the best translations of a text, best first, each English text once.

        Only the very same text is 100 per cent; one with other numbers or fields is not. Of texts
        that are equally alike the one remembered first counts: the latest agreement.
        """
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - not needed to open a text

        key = _key(text_id)
        if len(key) < _SHORTEST:
            return []
        near = process.extract(
            key, self._keys, scorer=fuzz.ratio, score_cutoff=LEAST, limit=most * 4
        )
        best: dict[str, Suggestion] = {}
        for _words, score, at in near:
            made = suggestion(self._pairs[at], text_id, score)
            old = best.get(made.text_en)
            if old is None or made.percent > old.percent:
                best[made.text_en] = made
        return sorted(best.values(), key=lambda each: -each.percent)[:most]


def build_memory(office: Office, agreement_id: UUID, known: Memory | None = None) -> Memory:
    """Read what may be suggested for an agreement: the others' texts, latest first, then standard.

    ``known`` is given back where nothing of it has changed. A translation that has become stale,
    and the agreement's own rows, are not suggested.
    """
    with office.store.read() as session:
        state = state_of(session, agreement_id)
        if known is not None and known.state == state:
            return known
        return Memory([*earlier(session, agreement_id), *standard()], state)


def _key(text: str) -> str:
    """Return a text as it is compared: no emphasis, every field alike, one space, small letters."""
    bare = _SIGNS.sub("", FIELD.sub("{}", text))
    return " ".join(bare.casefold().split())

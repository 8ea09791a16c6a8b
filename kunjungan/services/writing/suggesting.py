"""What a remembered pair of texts says for a row, with the row's own fields."""

import re
from dataclasses import dataclass

from kunjungan.services.writing.memory_pairs import Pair, Source

FIELD = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An English text for a row, how alike the Indonesian texts are in per cent, and its source.

    ``text_id`` is the Indonesian text that was translated so; the fields of ``text_en`` are those
    of the row that asked.
    """

    percent: int
    source: Source
    text_id: str
    text_en: str

    @property
    def exact(self) -> bool:
        """Whether the Indonesian text is the very same."""
        return self.percent == 100


def suggestion(pair: Pair, text_id: str, score: float) -> Suggestion:
    """Return what a pair says for a text, with that text's own fields in place of the pair's.

    As many fields on both sides stand for one another in order; otherwise they keep their names,
    and a reference to a row of the other agreement becomes the words it says there.
    """
    same = " ".join(pair.text_id.split()) == " ".join(text_id.split())
    theirs, ours = FIELD.findall(pair.text_id), FIELD.findall(text_id)
    own = dict(zip(theirs, ours, strict=True)) if len(theirs) == len(ours) else {}

    def said(found: re.Match[str]) -> str:
        name = found[0]
        return own[name] if name in own else pair.references.get(name[1:-1], name)

    text_en = FIELD.sub(said, pair.text_en)
    return Suggestion(100 if same else min(int(score), 99), pair.source, pair.text_id, text_en)

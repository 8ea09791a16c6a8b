"""The texts that letters start from, as the program brings them (office practice)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.visit_letters import Passage
from kunjungan.domain.visit_words import LetterKind
from kunjungan.resources import resource


@dataclass(frozen=True, slots=True)
class LetterText:
    """What a letter of one kind starts from.

    ``nature`` is its sifat, ``code`` its classification; ``dress`` only invitations have, a
    ``title`` only papers that address nobody, such as a letter of assignment.
    """

    nature: str
    code: str
    subject: Bilingual
    passages: tuple[Passage, ...]
    dress: Bilingual
    title: Bilingual


@cache
def letter_text(kind: LetterKind, *, away: bool = False) -> LetterText:
    """Return the text of a kind of letter; ``away`` where the own people are the guests."""
    path = resource(f"letters/{kind.value}{'_away' if away else ''}.toml")
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return LetterText(
        nature=read["nature"],
        code=read["code"],
        subject=Bilingual(read["subject_id"], read["subject_en"]),
        passages=tuple(map(_passage, read["passage"])),
        dress=Bilingual(read.get("dress_id", ""), read.get("dress_en", "")),
        title=Bilingual(read.get("title_id", ""), read.get("title_en", "")),
    )


def _passage(row: dict[str, Any]) -> Passage:
    return Passage(
        Bilingual(row["id"], row["en"]),
        frozenset(row.get("needs", ())),
        frozenset(row.get("without", ())),
    )

"""A term as people write it, and what it must say."""

from dataclasses import dataclass, replace

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.term_base import term_of
from kunjungan.i18n import later
from kunjungan.services.rows import required

_NO_WORDS = later("A term needs its Indonesian words.")
_NO_ENGLISH = later("A term needs the English that the office uses for it.")


@dataclass(frozen=True, slots=True)
class TermForm:
    """A term as people write it: ``;`` parts spellings, a star any ending, ``!`` never to use."""

    words_id: str
    words_en: str = ""
    domain: str = ""
    note: str = ""
    source: str = ""
    version: int = 0


def checked(form: TermForm) -> TermForm:
    """Return a term without blanks round its words; refused where one language has none."""
    words_id, words_en = required(form.words_id, _NO_WORDS), required(form.words_en, _NO_ENGLISH)
    words = term_of(words_id, words_en)
    if not words.id:
        raise RuleBroken(_NO_WORDS)
    if not words.en:
        raise RuleBroken(_NO_ENGLISH)
    return replace(
        form,
        words_id=words_id,
        words_en=words_en,
        domain=form.domain.strip(),
        note=form.note.strip(),
        source=form.source.strip(),
    )


def key_of(words: str) -> str:
    """Return the Indonesian words of a term as they are told from those of another."""
    return " ".join(words.casefold().split())

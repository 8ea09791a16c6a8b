"""A term base: which English an office uses for an Indonesian term, and where a text leaves it."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """An Indonesian term in its spellings and what may stand for it in English, best first.

    A star stands for any ending: ``cooperat*``.
    """

    id: tuple[str, ...]
    en: tuple[str, ...]
    domain: str = ""
    note: str = ""


class TermBase:
    """Terms to look for in rows; a longer one hides the shorter ones it holds."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_first: dict[str, list[tuple[list[str], Term]]] = {}
        self._en: dict[Term, re.Pattern[str]] = {}
        for term in terms:
            self._en[term] = _any_of(term.en)
            for spelling in term.id:
                *before, last = _words(spelling)
                for ending in (last, f"{last}nya"):
                    words = [*before, ending]
                    self._by_first.setdefault(words[0], []).append((words, term))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def deviations(self, text_id: str, text_en: str) -> Iterator[Term]:
        """Yield the terms that a row uses in Indonesian and that its English has no word for."""
        for term in dict.fromkeys(self._used(_words(text_id))):
            if not self._en[term].search(text_en):
                yield term

    def _used(self, words: Sequence[str]) -> Iterator[Term]:
        after = 0
        for at, first in enumerate(words):
            if at < after or first not in self._by_first:
                continue
            for term_words, term in self._by_first[first]:
                if words[at : at + len(term_words)] == term_words:
                    after = at + len(term_words)
                    yield term
                    break


def read_terms(text: str) -> list[Term]:
    """Return the terms of a CSV with the columns id, en, domain and note; ``;`` parts words."""
    return [
        Term(_parted(row["id"]), _parted(row["en"]), row["domain"], row["note"])
        for row in csv.DictReader(text.splitlines())
    ]


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(";") if word.strip())


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.casefold())


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Match any of some English words, a star at the end as any ending."""
    patterns = (
        r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split())
        for word in words
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)

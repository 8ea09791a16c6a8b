"""A term base: which English an office uses for an Indonesian term, and where a text leaves it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

Span = tuple[int, int]
_FIELD = re.compile(r"\{[^{}]*\}")
_MARKS = re.compile(r"\*\*|__")
_JOINTS = frozenset({"of", "and", "the", "on", "for", "to"})


@dataclass(frozen=True, slots=True)
class Term:
    """An Indonesian term in its spellings and what may stand for it in English, best first.

    A star stands for any ending: ``cooperat*``. ``never`` is English that is wrong for it.
    """

    id: tuple[str, ...]
    en: tuple[str, ...]
    domain: str = ""
    note: str = ""
    never: tuple[str, ...] = ()

    @property
    def offer(self) -> str:
        """The English to write for it; a star is left away."""
        return self.en[0].replace("*", "") if self.en else ""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A term that a row's English does not have, and what seems to stand for it there.

    ``start`` and ``end`` are places in the English text; both 0 where nothing does.
    """

    term: Term
    start: int = 0
    end: int = 0

    @property
    def offer(self) -> str:
        """The English to write instead."""
        return self.term.offer


class TermBase:
    """Terms to look for in rows; a longer one hides the shorter ones it holds."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_first: dict[str, list[tuple[list[str], Term]]] = {}
        for term in terms:
            for spelling in term.id:
                *before, last = _words(spelling) or [""]
                for ending in (last, f"{last}nya"):
                    words = [*before, ending]
                    self._by_first.setdefault(words[0], []).append((words, term))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def found(self, text_id: str, text_en: str) -> list[Deviation]:
        """Return where the English of a row leaves the terms of its Indonesian text.

        A term deviates where none of its English is there, where English that is never right for
        it is, or where it is used more often than its English and a shorter form fills the gap:
        ``Agreement`` alone for ``Cooperation Agreement``. Words that another term of the row
        explains are not held against it. A row without English has nothing to deviate.
        """
        text_en = _plain(text_en)
        if not text_en.strip():
            return []
        used = Counter(self._used(_words(_plain(text_id))))
        right = [match.span() for term in used for match in _any_of(term.en).finditer(text_en)]
        found = (self._judged(term, times, text_en, right) for term, times in used.items())
        return [each for each in found if each is not None]

    def _judged(
        self, term: Term, times: int, text_en: str, right: Sequence[Span]
    ) -> Deviation | None:
        there = sum(1 for _ in _any_of(term.en).finditer(text_en))
        wrong = _loose(_any_of(term.never), text_en, right)
        if wrong is None and there < times:
            wrong = _loose(_any_of(_last_words(term.en)), text_en, right)
        if wrong is not None:
            return Deviation(term, *wrong)
        return None if there else Deviation(term)

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


def term_of(words_id: str, words_en: str, domain: str = "", note: str = "") -> Term:
    """Return a term as people write it: ``;`` parts spellings, ``!`` marks English never to use.

    >>> term_of("Bupati", "Regent*; !Mayor*").never
    ('Mayor*',)
    """
    english = _parted(words_en)
    right = tuple(word for word in english if not word.startswith("!"))
    never = tuple(word[1:].strip() for word in english if word.startswith("!") and word[1:].strip())
    return Term(_parted(words_id), right, domain, note, never)


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(";") if word.strip())


def _last_words(english: Iterable[str]) -> tuple[str, ...]:
    """Return the last word of each noun with a word before it, in the plural too.

    What is joined by "of" or "and" has no such word: "region" alone is not the head of a region.
    """
    nouns = (words for words in map(str.split, english) if len(words) > 1)
    lasts = (words[-1].rstrip("*") for words in nouns if _JOINTS.isdisjoint(words))
    return tuple(f"{last}*" for last in lasts if len(last) > 3)


def _plain(text: str) -> str:
    """Return a text as long as it was, with dots for its fields and blanks for bold and italic."""
    if "{" in text:
        text = _FIELD.sub(lambda found: "\N{HORIZONTAL ELLIPSIS}" * len(found[0]), text)
    return _MARKS.sub("  ", text)


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters; what parts them stands as a word of its own."""
    return re.findall(r"[^\W_]+(?:-[^\W_]+)*|[^\w\s]", text.casefold())


def _loose(wanted: re.Pattern[str], text: str, right: Sequence[Span]) -> Span | None:
    """Return the first match that no right words hold."""
    spans = (match.span() for match in wanted.finditer(text))
    return next((span for span in spans if not _held(span, right)), None)


def _held(span: Span, right: Sequence[Span]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in right)


@lru_cache(maxsize=4096)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of some English words, a star as any ending; compiled when first asked for."""
    forms = "|".join(map(_form, words))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)" if forms else "(?!)", re.IGNORECASE)


def _form(word: str) -> str:
    return r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split())

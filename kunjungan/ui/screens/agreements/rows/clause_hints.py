"""What is to be looked at among the words of a clause, each with its place in the stored text."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kunjungan.domain.richtext import fields_in
from kunjungan.domain.term_base import Deviation
from kunjungan.i18n import tr
from kunjungan.services.clauses import Column
from kunjungan.services.writing.spelling import Slip, Speller

_BRACED = re.compile(r"\{[^{}\n]{1,60}\}")


@dataclass(frozen=True, slots=True)
class Hint:
    """A place to look at: why, in words, and what could stand there instead."""

    start: int
    end: int
    kind: Literal["field", "term", "spelling"]
    words: str
    offers: tuple[str, ...] = ()


FindTerms = Callable[[str, str], Iterable[Deviation]]
"""Finds deviations in the Indonesian and the English text of a row; quick, without writing."""

Spellers = Mapping[Column, Speller]
"""Who knows the words of a language."""


def unknown_fields(source: str, known: Container[str]) -> Iterator[Hint]:
    """Yield each place in braces that is no field and would be printed as it stands."""
    for found in _BRACED.finditer(source):
        names = fields_in(found[0])
        if not any(name in known for name in names):
            words = tr("No field is called {name}; it would be printed as it stands", name=found[0])
            yield Hint(*found.span(), "field", words)


def term_hints(deviations: Iterable[Deviation]) -> Iterator[Hint]:
    """Yield the deviations that have a place of their own, with the office's English to write."""
    for found in deviations:
        if found.end > found.start:
            exact = [words for words in found.term.en if "*" not in words]
            offers = tuple(dict.fromkeys(filter(None, (found.offer, *exact))))
            words = tr("Term: {term} = {offer}", term=found.term.id[0], offer=" / ".join(offers))
            yield Hint(found.start, found.end, "term", words, offers)


def spelling_hints(slips: Iterable[Slip]) -> Iterator[Hint]:
    """Yield the words that nobody knows, with those that may be meant."""
    for slip in slips:
        words = tr("Perhaps misspelled: {word}", word=slip.word)
        yield Hint(slip.start, slip.end, "spelling", words, slip.offers)

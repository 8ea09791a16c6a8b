"""Terms that a text defines for itself, and rows where only one language uses them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual, Language

_MARKED = (
    r"(?:\*\*[\"“]?(?P<bold>[^*{}\"”]{2,60})[\"”]?\*\*|[\"“](?P<quoted>[^\"“”{}]{2,60})[\"”]"
    r"|(?P<capitals>[A-Z][A-Z-]+(?:\s+[A-Z][A-Z-]+)*)\b)"
)
_DEFINED: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        "id": re.compile(rf"\b(?:disebut|disingkat)(?:\s+(?:juga|sebagai|dengan))*\s+{_MARKED}"),
        "en": re.compile(
            r"\b(?:hereinafter|hereafter|individually|collectively|each)\s[^.;*\"“”{}]{0,50}?"
            rf"(?:\bas|\bcalled)\s+(?:the\s+|an?\s+)?{_MARKED}"
        ),
    }
)
_HINTS: Mapping[Language, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("disebut", "disingkat"),
        "en": ("hereinafter", "hereafter", "individually", "collectively", "each "),
    }
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def defined_in(text: str, language: Language) -> list[str]:
    """Return the terms a text defines ("selanjutnya disebut **X**"), without their article."""
    for hint in _HINTS[language]:
        if hint in text:
            break
    else:
        return []
    found = (match.groupdict() for match in _DEFINED[language].finditer(text))
    terms = (term["bold"] or term["quoted"] or term["capitals"] for term in found)
    return [_ARTICLE.sub("", term.strip()) for term in terms]


def defined_pairs(rows: Iterable[tuple[str, str]]) -> list[Bilingual]:
    """Return what the rows of a text define in both languages, in the same order in each."""
    pairs: list[Bilingual] = []
    for text_id, text_en in rows:
        terms_id, terms_en = defined_in(text_id, "id"), defined_in(text_en, "en")
        if len(terms_id) == len(terms_en):
            pairs += map(Bilingual, terms_id, terms_en)
    return pairs


class DefinedTerms:
    """Defined terms, to be looked for in rows; longer ones hide the shorter ones they hold.

    Terms that differ in English by number only, such as PARTY and PARTIES, are one: where one
    language speaks of a party the other may speak of the parties. A number that the text does not
    define, such as PARTY where only the PARTIES are, is never told by itself.
    """

    def __init__(self, pairs: Sequence[Bilingual]) -> None:
        self._by_id = {pair.id: pair for pair in pairs}
        self._by_en = {_stem(pair.en): pair for pair in reversed(pairs)}
        self._by_en |= {pair.en: pair for pair in pairs}
        self._id = _any_of([re.escape(pair.id) for pair in pairs])
        self._en = _any_of([_either_number(pair.en) for pair in pairs])

    def one_sided(self, text_id: str, text_en: str) -> Iterator[tuple[Bilingual, Language]]:
        """Yield the terms that a row uses in one language only, and in which."""
        in_id = [self._by_id[term] for term in _whole(self._id, text_id)]
        terms = list(_whole(self._en, text_en))
        in_en = [self._by_en.get(term) or self._by_en[_stem(term)] for term in terms]
        as_defined = [pair for pair, term in zip(in_en, terms, strict=True) if pair.en == term]
        yield from ((pair, "id") for pair in _without(in_id, in_en))
        yield from ((pair, "en") for pair in _without(as_defined, in_id))


def _without(pairs: Sequence[Bilingual], others: Sequence[Bilingual]) -> Iterator[Bilingual]:
    """Yield the pairs, each English stem once, that have none of theirs among the others."""
    seen = {_stem(other.en) for other in others}
    for pair in pairs:
        stem = _stem(pair.en)
        if stem not in seen:
            seen.add(stem)
            yield pair


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(set(patterns), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(longest_first)})(?!\w)" if longest_first else r"(?!)")


def _whole(terms: re.Pattern[str], text: str) -> Iterator[str]:
    """Yield the terms of a text that begin a word; the pattern itself is quick without that."""
    for found in terms.finditer(text):
        if not text[found.start() - 1 : found.start()].isalnum():
            yield found[0]


def _stem(term: str) -> str:
    """Return an English term as it compares, whatever its number."""
    small = term.casefold()
    if small.endswith("ies"):
        return f"{small[:-3]}y"
    return small.removesuffix("s")


def _either_number(term: str) -> str:
    """Match an English term in singular and plural, in its own letters."""
    capital = term.isupper()
    for plural, singular in (("ies", "y"), ("s", "")):
        for ending in (plural, singular):
            shown = ending.upper() if capital else ending
            if term.endswith(shown):
                own = re.escape(term[: len(term) - len(shown)])
                both = (plural.upper(), singular.upper()) if capital else (plural, singular)
                return f"{own}(?:{both[0]}|{both[1]})"
    return re.escape(term)

"""Words for the field and the source of a term, for screens and the command line alike."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.i18n import later, tr

DOMAINS: Mapping[str, str] = MappingProxyType(
    {
        "": later("No field"),
        "position": later("Positions"),
        "institution": later("Institutions"),
        "agreement": later("Agreements"),
        "law": later("Laws"),
        "subject": later("Subjects"),
        "visit": later("Visits and events"),
    }
)
"""The fields of terms; an office may write others."""
SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "law": later("Legislation"),
        "treaty": later("Treaty"),
        "practice": later("Practice"),
        "official English": later("Official English"),
    }
)
"""Sources that stand in the shipped list by a word; others name the law or paper itself."""


def domain_word(domain: str) -> str:
    """Return of which field a term is as the screen says it."""
    return tr(DOMAINS[domain]) if domain in DOMAINS else domain


def source_word(source: str) -> str:
    """Return where a term is taken from as the screen says it."""
    return tr(SOURCES[source]) if source in SOURCES else source


def source_code(words: str) -> str:
    """Return a source as it is stored, for what the screen says."""
    known = (code for code, word in SOURCES.items() if words.casefold() == tr(word).casefold())
    return next(known, words)

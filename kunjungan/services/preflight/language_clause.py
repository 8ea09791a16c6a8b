"""Checks what the text says about its own languages (UU 24/2009 art 31, Perpres 63/2019 art 26)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from kunjungan.domain.bilingual import Language
from kunjungan.domain.layouts import Layout
from kunjungan.i18n import later
from kunjungan.services.content_text import tongue_of
from kunjungan.services.language_values import language_name
from kunjungan.services.preflight.draft import Draft, Line
from kunjungan.services.preflight.findings import Finding, Rule

MISSING = Rule(
    "missing-language-clause",
    later("The {language} text does not say in which languages it is made (UU 24/2009 art 31)."),
    later("Add a row with the field {field}, or a sentence that names every language."),
)
NOT_AT_HOME = Rule(
    "wrong-language-clause",
    later("In an agreement at home the Indonesian text prevails (UU 24/2009 arts 26 and 31)."),
    later("Choose in the agreement's data that the Indonesian text prevails."),
    about="facts",
)
SAYS_OTHERWISE = Rule(
    "wrong-language-clause",
    later("{place} does not let the Indonesian text prevail, as it must at home (UU 24/2009)."),
    later("Use the field of the language clause, or let the Indonesian text prevail."),
)
NO_THIRD = Rule(
    "no-third-language",
    later("The partner's own language is to prevail, but the paper is in two languages."),
    later("Choose the third language and a layout for it, or another language clause."),
    about="facts",
)
_FIELDS = re.compile(r"\{(?:language\.clause|authenticity|languages)\}")
_PREVAILS: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        "id": re.compile(
            r"bahasa Indonesia(?:(?!Inggris)[^.]){0,40}\b(?:berlaku|mengikat|digunakan|diutamakan"
            r"|dipakai|acuan)\b",
            re.IGNORECASE,
        ),
        "en": re.compile(
            r"Indonesian(?:(?!English)[^.]){0,40}\b(?:prevails?|governs?|controls?)\b"
        ),
    }
)


def about_language_clause(draft: Draft) -> Iterator[Finding]:
    """Yield a language clause that is missing or that the law or the layout does not allow."""
    row, foreign = draft.row, draft.facts.foreign
    if not foreign and row.language_clause != "id_prevails":
        yield Finding(NOT_AT_HOME, field="language_clause")
    if row.language_clause == "third_prevails" and not draft.third:
        yield Finding(NO_THIRD, field="language_clause")
    if foreign or row.layout is Layout.COLUMNS:
        yield from _about_text(draft, "id")
        yield from _about_text(draft, "en")


def _about_text(draft: Draft, language: Language) -> Iterator[Finding]:
    names = [tongue_of(code).name.side(language) for code in draft.official]
    clauses = [line for line in draft.lines if _speaks_of(line.text(language), names)]
    if not clauses:
        said = {"language": language_name(language), "field": "{language.clause}"}
        yield Finding(MISSING, said, language=language)
    elif not draft.facts.foreign and not any(_indonesian(line, language) for line in clauses):
        yield clauses[-1].finding(SAYS_OTHERWISE, language)


def _speaks_of(text: str, names: Iterable[str]) -> bool:
    """Say whether a row has the field of the languages, or names all of them in its own words."""
    return bool("{" in text and _FIELDS.search(text)) or all(name in text for name in names)


def _indonesian(line: Line, language: Language) -> bool:
    text = line.text(language)
    return "{language.clause}" in text or "{authenticity}" in text or _prevails(text, language)


def _prevails(text: str, language: Language) -> bool:
    return bool(_PREVAILS[language].search(text))

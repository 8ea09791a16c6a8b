"""Checks what the words of each row claim: dates, numbers in words, places pointed to."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Language
from kunjungan.domain.clauses import Level
from kunjungan.domain.date_claims import DateClaim, date_claims
from kunjungan.domain.date_words import long_date
from kunjungan.domain.number_claims import wrong_words
from kunjungan.domain.references import Outline
from kunjungan.i18n import later
from kunjungan.services.preflight.draft import Draft, Line
from kunjungan.services.preflight.findings import Finding, Rule

NO_SUCH_DAY = Rule(
    "no-such-date",
    later("{place} names “{text}”, a day that no calendar has."),
    later("Correct the date."),
)
WEEKDAY = Rule(
    "wrong-weekday",
    later("The weekday of “{text}” in {place} is wrong: it is a {right}."),
    later("Write {right}, or use the field of the date."),
)
DATE_DIGITS = Rule(
    "wrong-date-digits",
    later("The digits of “{text}” in {place} do not fit its words, which say {right}."),
    later("Write {right}, or use the field of the date."),
)
DATE_WORDS = Rule(
    "wrong-date-words",
    later("The words of “{text}” in {place} do not fit its digits."),
    later("Write “{right}”, or use the field of the date."),
)
NUMBER_WORDS = Rule(
    "wrong-number-words",
    later("The words of “{text}” in {place} do not fit the number."),
    later("Write “{right}” in the brackets."),
)
OTHER_DAY = Rule(
    "date-not-signing-day",
    later("{place} opens on {text}, but the signing date is {right}."),
    later("Use the field of the opening, which follows the signing date."),
)
NOWHERE = Rule(
    "reference-to-nothing",
    later("{place} points to {target}, which is not there."),
    later("Correct the reference, or add what it points to."),
)
_BY_FAULT: Mapping[str, Rule] = MappingProxyType(
    {
        "no-such-day": NO_SUCH_DAY,
        "weekday": WEEKDAY,
        "digits": DATE_DIGITS,
        "words": DATE_WORDS,
    }
)
_NEAR = 10
"""So many letters may stand between "Pada hari ini" and its date."""

_OPENS = re.compile(r"\b(?:pada hari ini|on this day)\b", re.IGNORECASE)
_SIDES: tuple[Language, ...] = ("id", "en")
_OF_ANNEX: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        "id": re.compile(
            r"\bdalam Lampiran\s*(?:[.,;)]|$|(?:yang|ini|sebagaimana|dan)\b|\{kind\})"
        ),
        "en": re.compile(
            r"\bin (?:the )?Annex\s*(?:[.,;)]|$|(?:which|hereto|attached|and|(?:to|of) this)\b)"
        ),
    }
)
"""The own annex as it is spoken of without a number, because there is only one."""


def about_wording(draft: Draft) -> Iterator[Finding]:
    """Yield dates and numbers that contradict themselves, and references to nothing."""
    outline = Outline(line.spot for line in draft.lines)
    annexed = draft.has(Level.ANNEX)
    amends = draft.row.kind is AgreementKind.ADDENDUM
    for line in draft.lines:
        for language in _SIDES:
            text = line.bare.side(language)
            yield from _about_dates(draft, line, language, text)
            for wrong in wrong_words(text, language):
                yield line.finding(NUMBER_WORDS, language, text=wrong.text, right=wrong.right)
            pointed_to = [] if amends else line.pointed_to[language]
            for spot in outline.nowhere(pointed_to, line.spot):
                yield line.finding(NOWHERE, language, target=spot.words)
            if not amends and not annexed and (annex := _spoken_of(text, language)):
                yield line.finding(NOWHERE, language, target=annex)


def _about_dates(draft: Draft, line: Line, language: Language, text: str) -> Iterator[Finding]:
    signing_on = draft.row.signing_on
    for claim in date_claims(text, language):
        if claim.fault:
            rule = _BY_FAULT[claim.fault]
            yield line.finding(rule, language, text=claim.text, right=claim.right)
        elif signing_on is not None and claim.day != signing_on and _opens_on(claim, text):
            said = {"text": claim.text, "right": long_date(signing_on)}
            yield line.finding(OTHER_DAY, language, **said)


def _spoken_of(text: str, language: Language) -> str:
    """Return the annex that a text speaks of without a number, as if there were one."""
    word = "Lampiran" if language == "id" else "Annex"
    return word if word in text and _OF_ANNEX[language].search(text) else ""


def _opens_on(claim: DateClaim, text: str) -> bool:
    """Say whether a date is that of "Pada hari ini, …", and not one named later on."""
    found = _OPENS.search(text)
    return found is not None and 0 <= claim.start - found.end() <= _NEAR

"""Checks that every field in the text is known and says something."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.cross_references import PREFIX
from kunjungan.i18n import later
from kunjungan.services.preflight.draft import Draft, Line
from kunjungan.services.preflight.findings import Finding, Rule

UNKNOWN = Rule(
    "unresolved-field",
    later("{place} holds {fields}, which is no field; it would be printed as it stands."),
    later("Choose the field from the list, or remove the braces."),
)
EMPTY = Rule(
    "empty-field",
    later("Nothing is known yet of what {place} is to say for {fields}."),
    later("Enter it in the agreement's data, or write the words yourself."),
    about="facts",
)
LOST = Rule(
    "lost-reference",
    later("{place} refers to a row that is no longer in the text."),
    later("Choose the row it is to refer to, or write the words yourself."),
)
ONE_SIDED = Rule(
    "fields-differ",
    later("The field {field} in {place} stands in one language only."),
    later("Put it into both languages, or into neither."),
    blocking=False,
)
IN_ENGLISH = Rule(
    "field-in-english",
    later("{fields} in {place} is printed in English: its words in {language} are not known."),
    later("Write the words in {language} instead of the field."),
    blocking=False,
)
_BRACES = re.compile(r"\{[^{}\n]{1,40}\}")
_LIKE_A_FIELD = re.compile(r"\{\s*[A-Za-z][\w.: ]*\}")
_KNOWN_ELSEWHERE = re.compile(
    r"opening|place|subject|date(\.words)?|parties\.signing|party\d+\.(name|office|address|acting)"
)
"""Fields whose emptiness has a finding of its own: no date, no place, nobody who signs."""

_NAMED = re.compile(r"place|kind|subject|party\d+\.(name|office|government|style)|ref:.*")
"""Fields that are names: alike in each script, or asked of the partner by a finding of its own.

References are written in each language.
"""

_ALIKE = (
    frozenset({"opening", "date", "date.words"}),
    frozenset({"originals", "copies"}),
    frozenset({"parties.labels", "parties.names", "parties.others", "parties.signing"}),
    frozenset({"languages", "authenticity", "language.clause"}),
)
"""Fields that stand for one another: their forms differ between the languages."""


def about_fields(draft: Draft) -> Iterator[Finding]:
    """Yield fields that nobody knows, that say nothing, or that one language lacks."""
    for line in draft.lines:
        said = {"id": line.bare.id, "en": line.bare.en, draft.third: line.text_third}
        braced = {language: _braced(said[language]) for language in draft.languages}
        if any(braced.values()):
            yield from _about_row(draft, line, braced)


def _about_row(draft: Draft, line: Line, braced: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    for rule, wrong in ((UNKNOWN, _unknown), (LOST, _lost), (EMPTY, _empty)):
        found = {
            language: [field for field in fields if wrong(line, field, language)]
            for language, fields in braced.items()
        }
        names = dict.fromkeys(field for fields in found.values() for field in fields)
        if names:
            language = next(language for language, fields in found.items() if fields)
            yield line.finding(rule, language, fields=", ".join(names))
    if left := [field for field in braced.get(draft.third, ()) if _in_english(draft, field)]:
        yield line.finding(IN_ENGLISH, draft.third, fields=", ".join(left))
    if line.text_id.strip() and line.text_en.strip():
        yield from _one_sided(line, braced)


def _braced(text: str) -> list[str]:
    return _BRACES.findall(text) if "{" in text else []


def _unknown(line: Line, field: str, _: str) -> bool:
    known = field[1:-1] in line.values or field[1:].startswith(PREFIX)
    return not known and _LIKE_A_FIELD.fullmatch(field) is not None


def _lost(line: Line, field: str, _: str) -> bool:
    return field[1:].startswith(PREFIX) and field[1:-1] not in line.values


def _empty(line: Line, field: str, language: str) -> bool:
    value = line.values.get(field[1:-1])
    known_elsewhere = _KNOWN_ELSEWHERE.fullmatch(field[1:-1])
    return value is not None and not known_elsewhere and not _says(value, language)


def _says(value: Bilingual, language: str) -> bool:
    side: Language = "id" if language == "id" else "en"
    return bool(value.side(side).strip(" …_"))


def _in_english(draft: Draft, field: str) -> bool:
    name = field[1:-1]
    value = draft.values.get(name)
    words = value is not None and any(letter.isalpha() for letter in value.en)
    return words and name not in draft.third_known and _NAMED.fullmatch(name) is None


def _one_sided(line: Line, braced: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    kin = {side: {_kin(field[1:-1]): field for field in braced[side]} for side in ("id", "en")}
    for side, other in (("id", "en"), ("en", "id")):
        for alike, field in kin[side].items():
            if alike not in kin[other] and field[1:-1] in line.values:
                yield line.finding(ONE_SIDED, side, field=field)


def _kin(name: str) -> frozenset[str]:
    """Return the fields that may stand for one in the other language."""
    return next((alike for alike in _ALIKE if name in alike), frozenset({name}))

"""Compares the languages of each row: figures, references, defined terms, the term base."""

from collections.abc import Iterator

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.defined_terms import DefinedTerms, defined_in, defined_pairs
from kunjungan.domain.figures import Differing, differing, lost_amounts
from kunjungan.domain.party_labels import PartyStyle, party_label, styles_in
from kunjungan.domain.spots import Place
from kunjungan.domain.term_base import TermBase
from kunjungan.i18n import later
from kunjungan.services.preflight.draft import Draft, Line
from kunjungan.services.preflight.findings import Finding, Rule

FIGURES = Rule(
    "figures-differ",
    later("The numbers in {place} differ: Indonesian {only_id}, {language} {only_en}."),
    later("Compare the languages and correct the wrong one."),
    blocking=False,
)
REFERENCES = Rule(
    "references-differ",
    later("{place} points to other places in English than in Indonesian."),
    later("Compare the articles and paragraphs both languages name."),
    blocking=False,
)
DEFINITIONS = Rule(
    "definitions-differ",
    later("{place} defines {count_id} terms in Indonesian and {count_en} in English."),
    later("Define each term in both languages, in the same order."),
    blocking=False,
)
DEFINED = Rule(
    "defined-term-differs",
    later("{place} uses the defined term “{term}” in {language} only; its pair is “{pair}”."),
    later("Use the term in both languages, or in neither."),
    blocking=False,
)
TERM = Rule(
    "term-deviates",
    later("{place} says “{term}”, but its English has none of: {allowed}."),
    later("Use the office's term, or leave it if the context asks for another."),
    blocking=False,
)
WRONG = Rule(
    "term-wrong",
    later("{place} says “{wrong}” for “{term}”; the office's term is “{offer}”."),
    later("Use the office's term, or leave it if the context asks for another."),
    blocking=False,
)
LABELS = Rule(
    "mixed-party-labels",
    later("{place} says “{text}”, but this agreement calls its first party “{right}”."),
    later("Use one style throughout; the agreement's data say which."),
    blocking=False,
)


def about_agreeing(draft: Draft) -> Iterator[Finding]:
    """Yield where the languages of a row may not say the same; nothing of this blocks."""
    terms = _defined_terms(draft)
    mixed = _mixed_styles(draft)
    for line in draft.lines:
        if line.text_id.strip() and line.text_en.strip():
            yield from _about_figures(line)
            yield from _about_terms(line, terms, draft.terms)
        third = line.text_third.strip() if draft.third else ""
        if third and (lost := lost_amounts(line.typed.id, third)):
            yield line.finding(FIGURES, draft.third, **Differing(lost).said)
        yield from _about_labels(draft, line, mixed)


def _about_figures(line: Line) -> Iterator[Finding]:
    found = differing(line.typed.id, line.typed.en)
    if found:
        yield line.finding(FIGURES, "en", **found.said)
    elif any(line.pointed_to.values()) and _pointed_to(line, "id") != _pointed_to(line, "en"):
        yield line.finding(REFERENCES, "en")


def _pointed_to(line: Line, language: Language) -> set[Place]:
    """Return the articles and paragraphs a row names; letters are named less strictly."""
    return {one.place[:3] for one in line.pointed_to[language]}


def _about_terms(line: Line, terms: DefinedTerms, base: TermBase) -> Iterator[Finding]:
    text_id, text_en = line.typed.id, line.typed.en
    defined = (defined_in(line.text_id, "id"), defined_in(line.text_en, "en"))
    count_id, count_en = map(len, defined)
    if count_id != count_en:
        yield line.finding(DEFINITIONS, "en", count_id=count_id, count_en=count_en)
    for pair, language in terms.one_sided(text_id, text_en):
        other: Language = "en" if language == "id" else "id"
        said = {"term": pair.side(language), "pair": pair.side(other)}
        yield line.finding(DEFINED, language, **said)
    for found in base.found(text_id, text_en):
        term, wrong = found.term.id[0], text_en[found.start : found.end]
        if wrong:
            yield line.finding(WRONG, "en", wrong=wrong, term=term, offer=found.offer)
        else:
            allowed = ", ".join(word.replace("*", "…") for word in found.term.en)
            yield line.finding(TERM, "en", term=term, allowed=allowed)


def _mixed_styles(draft: Draft) -> frozenset[PartyStyle]:
    """Return the styles a text at home calls its first party by and should not."""
    if draft.facts.rule.foreign:
        return frozenset()
    return styles_in("\n".join(line.text_id for line in draft.lines)) - {draft.row.party_style}


def _about_labels(draft: Draft, line: Line, mixed: frozenset[PartyStyle]) -> Iterator[Finding]:
    for style in mixed and mixed & styles_in(line.text_id):
        said = {"text": party_label(1, style), "right": party_label(1, draft.row.party_style)}
        yield line.finding(LABELS, "id", **said)


def _defined_terms(draft: Draft) -> DefinedTerms:
    """Return what the text defines, and the labels of its parties."""
    rows = ((line.text_id, line.text_en) for line in draft.lines)
    labels = [
        party_label(party.row.seq, style) for party in draft.facts.parties for style in PartyStyle
    ]
    named = [Bilingual(label.id, label.en.removeprefix("THE ")) for label in labels]
    return DefinedTerms([*defined_pairs(rows), *named])

"""Checks that every row is there in each language, rendered from the present Indonesian."""

from collections.abc import Iterator
from itertools import zip_longest

from kunjungan.domain.cells import cells, english_figure, level_cells
from kunjungan.domain.clauses import Level
from kunjungan.i18n import later
from kunjungan.services.clauses import is_stale
from kunjungan.services.preflight.draft import TABLE, Draft, Line
from kunjungan.services.preflight.findings import Finding, Rule

MISSING = Rule(
    "missing-translation",
    later("{place} has no {language} yet."),
    later("Translate the row, or print a marked draft."),
)
NO_INDONESIAN = Rule(
    "missing-indonesian",
    later("{place} has no Indonesian text."),
    later("Write it, or remove the row."),
)
STALE = Rule(
    "stale-translation",
    later("The Indonesian of {place} has changed since its {language} was written."),
    later("Read both, correct the translation or confirm that it still holds."),
)
PARAGRAPHS = Rule(
    "paragraphs-differ",
    later("{place} has {count_id} paragraphs in Indonesian and {count} in {language}."),
    later("Break both languages at the same places."),
)
CELLS = Rule(
    "cells-differ",
    later("{place} has {count} cells where the table's head has {count_head}."),
    later("Part the cells by a bar, as many as the head has."),
)


def about_translations(draft: Draft) -> Iterator[Finding]:
    """Yield what is missing, stale or uneven between the languages of each row."""
    for line in draft.lines:
        if not line.text_id.strip():
            yield line.finding(NO_INDONESIAN, "id")
            continue
        for language in draft.languages[1:]:
            yield from _about_side(line, language)
    yield from _about_tables(draft)


def _about_side(line: Line, language: str) -> Iterator[Finding]:
    text = line.text(language)
    if _lacks(line, language):
        yield line.finding(MISSING, language)
        return
    rendered = line.rendered if language == "en" else line.rendered_third
    if is_stale(line.text_id, text, rendered):
        yield line.finding(STALE, language)
    paragraphs_id, paragraphs = _paragraphs(line.text_id), _paragraphs(text)
    if text.strip() and paragraphs_id != paragraphs:
        yield line.finding(PARAGRAPHS, language, count_id=paragraphs_id, count=paragraphs)


def _lacks(line: Line, language: str) -> bool:
    """Say whether a row is untranslated; in a table, a cell that says more than a figure."""
    if line.level not in TABLE:
        return not line.text(language).strip()
    if language == "en":
        return any(cell.id and not cell.en for cell in level_cells(line.text_id, line.text_en))
    pairs = zip_longest(cells(line.text_id), cells(line.text_third), fillvalue="")
    return any(own and not third and not english_figure(own) for own, third in pairs)


def _paragraphs(text: str) -> int:
    return sum(bool(part.strip()) for part in text.splitlines())


def _about_tables(draft: Draft) -> Iterator[Finding]:
    """Yield the rows that have more or fewer cells than the head above them."""
    head = 0
    for line in draft.lines:
        if line.level is Level.TABLE_HEAD:
            head = len(cells(line.text_id))
        elif line.level is not Level.TABLE_ROW:
            head = 0
        for language in draft.languages if line.level in TABLE else ():
            text = line.text(language)
            count = len(cells(text)) if text.strip() else head
            if head and count != head:
                yield line.finding(CELLS, language, count=count, count_head=head)

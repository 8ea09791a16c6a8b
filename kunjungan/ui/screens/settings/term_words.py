"""The columns and words of the term base."""

from kunjungan.domain.names import search_key
from kunjungan.domain.term_base import term_of
from kunjungan.i18n import tr
from kunjungan.services.writing.terms import TermLine
from kunjungan.ui.dates import short_day
from kunjungan.ui.term_words import domain_word, source_word
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.rows_model import Cell, Column

PROPOSED, APPROVED, RETIRED = "proposed", "approved", "retired"


def term_columns() -> list[Column[TermLine]]:
    """Return the columns of the table."""
    return [
        Column(tr("Indonesian"), _indonesian, sort=lambda line: line.words_id.casefold()),
        Column(tr("English text"), _english, sort=lambda line: line.words_en.casefold()),
        Column(tr("Field"), _domain, 128, sort=lambda line: line.domain, hide_below=760),
        Column(tr("Source"), _source, 118, sort=lambda line: line.source, hide_below=640),
        Column(tr("Approval"), _approval, 176, sort=lambda line: str(line.approved_on or "")),
    ]


def state_of(line: TermLine) -> str:
    """Return whether a term is proposed, approved or retired."""
    if not line.active:
        return RETIRED
    return APPROVED if line.approved_on else PROPOSED


def holds(line: TermLine, words: str) -> bool:
    """Say whether a term has all the words, in any of what it says."""
    said = (line.words_id, line.words_en, line.note, source_word(line.source), line.approved_by)
    text = search_key(" ".join(said))
    return all(word in text for word in search_key(words).split())


def _indonesian(line: TermLine) -> Cell:
    first, *others = term_of(line.words_id, "").id or (line.words_id,)
    also = ", ".join(others)
    detail = " · ".join(part for part in (also, line.note) if part)
    return Cell(first, detail=detail, bold=line.active, quiet=not line.active, tip=line.words_id)


def _english(line: TermLine) -> Cell:
    term = term_of("", line.words_en)
    shown = ", ".join(words.replace("*", "…") for words in term.en)
    wrong = ", ".join(words.replace("*", "…") for words in term.never)
    detail = tr("never: {words}", words=wrong) if wrong else ""
    return Cell(shown, detail=detail, quiet=not line.active, tip=line.words_en)


def _domain(line: TermLine) -> Cell:
    return Cell(domain_word(line.domain), quiet=True)


def _source(line: TermLine) -> Cell:
    return Cell(source_word(line.source), quiet=True)


def _approval(line: TermLine) -> Cell:
    if not line.active:
        return Cell("", chip=ChipText(tr("Retired")))
    if line.approved_on is None:
        return Cell("", chip=ChipText(tr("Proposed"), Tone.WARN))
    return Cell(line.approved_by, detail=short_day(line.approved_on, year=True))

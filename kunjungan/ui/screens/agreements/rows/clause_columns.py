"""The columns of a text: what stands in each language, what it lacks, how it looks."""

from itertools import zip_longest

from kunjungan.domain.cells import cells, english_figure, level_cells
from kunjungan.domain.clauses import Level
from kunjungan.i18n import tr
from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.ui.labels import language_word
from kunjungan.ui.screens.agreements.rows.clause_look import ClauseLook
from kunjungan.ui.screens.agreements.rows.third import Third

HEADINGS = frozenset({Level.ARTICLE, Level.ANNEX})
TABLE = frozenset({Level.TABLE_HEAD, Level.TABLE_ROW})


def words_in(line: ClauseLine, column: Column) -> str:
    """Return what a row says in a language, with fields and marks."""
    return line.third if column == "third" else line.text.side(column)


def lacks(line: ClauseLine, column: Column) -> bool:
    """Say whether a translation is missing; figures in the cells of a table need none."""
    own, other = line.text.id, words_in(line, column)
    if column == "id" or not own.strip():
        return False
    if line.level not in TABLE:
        return not other.strip()
    if column == "en":
        return any(cell.id and not cell.en for cell in level_cells(own, other))
    pairs = zip_longest(cells(own), cells(other), fillvalue="")
    return any(cell and not said and not english_figure(cell) for cell, said in pairs)


def to_review(line: ClauseLine, column: Column) -> bool:
    """Say whether the Indonesian text has changed since it was translated into a language."""
    return line.stale_third if column == "third" else column == "en" and line.stale


def column_name(column: Column, third: Third | None) -> str:
    """Return what a column is called."""
    if column == "third" and third is not None:
        return language_word(third.code)
    return tr("Indonesian") if column == "id" else tr("English text")


def look_of(line: ClauseLine, pixels: int) -> ClauseLook:
    """Return how a row looks, with letters so high."""
    return ClauseLook(
        pixels,
        heading=line.level in HEADINGS,
        bold=line.level is Level.TABLE_HEAD,
        table=line.level in TABLE,
    )

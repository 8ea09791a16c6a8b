"""The clauses of an agreement as its paper prints them: numbered, filled in, in each language."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from kunjungan.documents.content import Piece, RichTexts, Texts
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.cells import cells, english_figure, level_cells
from kunjungan.domain.clause_marks import Mark, bare_marker, markers, marks
from kunjungan.domain.clauses import Level
from kunjungan.domain.cross_references import PREFIX, Signposts
from kunjungan.domain.errors import NotFound
from kunjungan.domain.languages import Tongue, tongue
from kunjungan.domain.layouts import HOME_LANGUAGES
from kunjungan.domain.richtext import rich
from kunjungan.services.agreement_fields import AgreementFacts
from kunjungan.services.agreement_values import agreement_values, figure_values
from kunjungan.services.clauses import anchor_of
from kunjungan.services.third_values import third_values
from kunjungan.store.tables import Clause

_OPEN = "…"
"""Stands for a field that nothing is known of yet."""
_TABLE = (Level.TABLE_HEAD, Level.TABLE_ROW)

Values = Mapping[str, Mapping[str, str]]
"""What each field says, by language."""


def texts(languages: Sequence[str], both: Bilingual, third: str = "") -> Texts:
    """Return a text in each language of a paper; without its own word the third has the English."""
    said = {"id": both.id, "en": both.en}
    return tuple(said.get(language, third or both.en) for language in languages)


def tongue_of(language: str) -> Tongue:
    """Return a language's words; one that has none gets the English ones."""
    try:
        return tongue(language)
    except NotFound:
        return tongue("en")


def pieces(
    rows: Sequence[Clause], facts: AgreementFacts, languages: Sequence[str]
) -> tuple[Piece, ...]:
    """Return an agreement's rows, given in printed order, as pieces of its paper."""
    shared = _values(rows, facts, languages)
    marked = _markers([row.level for row in rows], languages)
    posts = Signposts([row.level for row in rows], [anchor_of(row.id, row.anchor) for row in rows])
    found = []
    for place, (row, marker) in enumerate(zip(rows, marked, strict=True)):
        values = _with_references(posts, place, row, shared)
        if row.level in _TABLE:
            found.append(Piece(row.level, marker, (), _cells(row, values)))
        else:
            found.append(Piece(row.level, marker, _sides(_written(row), values)))
    return tuple(found)


def references_in(
    posts: Signposts, place: int, texts: Sequence[str], language: str
) -> dict[str, str]:
    """Return what the references in a row's texts say in a language."""
    if language not in HOME_LANGUAGES:
        return posts.said_in(tongue_of(language), place, *texts)
    said = posts.said(place, *texts)
    return {name: both.id if language == "id" else both.en for name, both in said.items()}


def _with_references(posts: Signposts, place: int, row: Clause, shared: Values) -> Values:
    texts = list(_written(row).values())
    if not any(PREFIX in text for text in texts):
        return shared
    return {
        language: {**values, **references_in(posts, place, texts, language)}
        for language, values in shared.items()
    }


def _values(rows: Sequence[Clause], facts: AgreementFacts, languages: Sequence[str]) -> Values:
    figures = figure_values(text for row in rows for text in _written(row).values())
    both = agreement_values(facts) | figures
    values = {
        "id": {name: value.id for name, value in both.items()},
        "en": {name: value.en for name, value in both.items()},
    }
    for language in set(languages).difference(HOME_LANGUAGES):
        values[language] = third_values(facts, both)
    return {
        language: {name: text or _OPEN for name, text in values[language].items()}
        for language in languages
    }


def _written(row: Clause) -> dict[str, str]:
    return {"id": row.text_id, "en": row.text_en, "third": row.text_third}


def _sides(written: Mapping[str, str], values: Values) -> RichTexts:
    return tuple(
        rich(written.get(language, written["third"]), own) for language, own in values.items()
    )


def _cells(row: Clause, values: Values) -> tuple[RichTexts, ...]:
    """Return the cells of a table's row; one without a third text has the English figure."""
    columns = zip_longest(level_cells(row.text_id, row.text_en), cells(row.text_third))
    return tuple(
        _sides(_cell(both or Bilingual("", ""), third or ""), values) for both, third in columns
    )


def _cell(both: Bilingual, third: str) -> dict[str, str]:
    return {"id": both.id, "en": both.en, "third": third or english_figure(both.id)}


def _markers(levels: Sequence[Level], languages: Sequence[str]) -> list[Texts]:
    third = next((code for code in languages if code not in HOME_LANGUAGES), "")
    return [
        texts(languages, both, third_mark(mark, third) if third else "")
        for both, mark in zip(markers(levels), marks(levels), strict=True)
    ]


def third_mark(mark: Mark | None, language: str) -> str:
    """Return what stands before a row in the partner's own language: 제3조."""
    if mark is None:
        return ""
    words = tongue_of(language)
    if mark.level is Level.ARTICLE:
        return words.article_mark(mark.count)
    if mark.level is not Level.ANNEX:
        return bare_marker(mark)
    if mark.count:
        return words.annex_mark(mark.count)
    return words.capitals(words.annex.format(n="", roman="").strip())

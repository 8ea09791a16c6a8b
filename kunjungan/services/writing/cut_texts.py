"""The texts of a row that is cut or joined, and whether their translations still render them."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.domain.marking import join_marked, split_marked
from kunjungan.services.clauses import (
    RENDERED,
    Column,
    is_stale,
    mark_of,
)
from kunjungan.store.tables import Clause

COLUMNS: Mapping[Column, str] = MappingProxyType(
    {"id": "text_id", "en": "text_en", "third": "text_third"}
)


def cut(row: Clause, rest: Clause, places: Mapping[Column, int | None]) -> None:
    """Divide a row's texts between itself and the row behind it."""
    stale = {language: _stale(row, language) for language in RENDERED}
    whole = mark_of(row.text_id)
    for language, at in places.items():
        name = COLUMNS[language]
        if at is not None:
            for side, text in zip((row, rest), split_marked(getattr(row, name), at), strict=True):
                setattr(side, name, text)
    for language, rendered in RENDERED.items():
        apart = (places["id"] is None) != (places[language] is None)
        for side in (row, rest):
            said = getattr(side, COLUMNS[language]).strip()
            mark = whole if apart or stale[language] else mark_of(side.text_id)
            setattr(side, rendered, mark if said else "")


def join(row: Clause, more: Clause) -> None:
    """Put the texts of two rows together; a translation of a part only is to be reviewed."""
    fresh = {language: all(_whole(each, language) for each in (row, more)) for language in RENDERED}
    parts = mark_of(row.text_id)
    for name in COLUMNS.values():
        setattr(row, name, join_marked(getattr(row, name), getattr(more, name)))
    for language, rendered in RENDERED.items():
        said = getattr(row, COLUMNS[language]).strip()
        mark = mark_of(row.text_id) if fresh[language] else parts
        setattr(row, rendered, mark if said else "")


def _stale(row: Clause, language: Column) -> bool:
    said = getattr(row, COLUMNS[language])
    return is_stale(row.text_id, said, getattr(row, RENDERED[language]))


def _whole(row: Clause, language: Column) -> bool:
    """Say whether a row's translation renders its Indonesian text, or both are empty."""
    same = bool(row.text_id.strip()) == bool(getattr(row, COLUMNS[language]).strip())
    return same and not _stale(row, language)

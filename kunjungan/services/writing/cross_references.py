"""References between the rows of a text: made, found in what was written, and what they say."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.cross_references import PREFIX, Signposts, reference
from kunjungan.domain.linking import Linker
from kunjungan.i18n import later
from kunjungan.services.clauses import RENDERED, Column, anchor_of, clause_rows, is_stale, mark_of
from kunjungan.services.content_text import references_in
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft
from kunjungan.services.rows import found
from kunjungan.services.writing.row_places import row_at
from kunjungan.store.tables import Agreement, Clause

Values = Mapping[Column, Mapping[str, str]]
"""What fields say, by language of the text."""


def reference_to(office: Office, from_id: UUID, to_id: UUID) -> str:
    """Return the field that refers from one row to another of the same text; nothing is changed.

    Raises:
        NotFound: a row is gone.
        RuleBroken: the rows are of two agreements.
    """
    with office.store.read() as session:
        target = found(session, Clause, to_id)
        row_at(session, target.agreement_id, found(session, Clause, from_id).id)
        return reference(anchor_of(target.id, target.anchor))


def row_references(office: Office, agreement_id: UUID) -> dict[UUID, Values]:
    """Return what the references say in each row that has some, by language of the text.

    They come on top of the values that all rows share; one to a row that is gone is left out.
    """
    with office.store.read() as session:
        agreement = found(session, Agreement, agreement_id)
        rows = clause_rows(session, agreement_id)
        codes: dict[Column, str] = {"id": "id", "en": "en"}
        if agreement.third_language:
            codes["third"] = agreement.third_language
        return _said(rows, codes)


def link_references(office: Office, agreement_id: UUID) -> int:
    """Turn written references into computed ones, in one step; return how many there were.

    Only those that lead to a row of the text are, and that both languages of a row have.
    """
    count = 0
    with office.store.change(later("Link references")) as session:
        open_draft(session, agreement_id)
        rows = clause_rows(session, agreement_id)
        linker = Linker([row.level for row in rows], _anchors(rows))
        for place, row in enumerate(rows):
            both, made = linker.linked(place, Bilingual(row.text_id, row.text_en))
            if made:
                _write(row, both)
                count += made
    return count


def _said(rows: Sequence[Clause], codes: Mapping[Column, str]) -> dict[UUID, Values]:
    posts = Signposts([row.level for row in rows], _anchors(rows))
    texts = [(row.text_id, row.text_en, row.text_third) for row in rows]
    return {
        row.id: {
            column: references_in(posts, place, texts[place], code)
            for column, code in codes.items()
        }
        for place, row in enumerate(rows)
        if any(PREFIX in text for text in texts[place])
    }


def _anchors(rows: Sequence[Clause]) -> list[str]:
    return [anchor_of(row.id, row.anchor) for row in rows]


def _write(row: Clause, both: Bilingual) -> None:
    """Write texts that say what they said; their translations are as fresh as before."""
    fresh = [
        mark
        for language, mark in RENDERED.items()
        if getattr(row, mark)
        and not is_stale(row.text_id, getattr(row, f"text_{language}"), getattr(row, mark))
    ]
    row.text_id, row.text_en = both.id, both.en
    for mark in fresh:
        setattr(row, mark, mark_of(row.text_id))

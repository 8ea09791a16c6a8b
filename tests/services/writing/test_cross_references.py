"""A row says where another one stands, in each language, wherever either is moved to."""

from uuid import UUID

import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.ranks import ranks
from kunjungan.domain.richtext import plain
from kunjungan.services.agreement_content import PaperChoice, agreement_content
from kunjungan.services.clauses import ClauseLine, list_clauses, write_clause
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.preflight import findings_in
from kunjungan.services.writing.cross_references import (
    link_references,
    reference_to,
    row_references,
)
from kunjungan.services.writing.paste import Clipping, apply_paste, plan_paste
from kunjungan.services.writing.shape import add_clause, move_clause, remove_clause
from kunjungan.store.tables import Agreement, Clause
from tests.builders import an_agreement

ID = """Pasal 1
OBJEK
(1) satu:
a. alfa; dan
b. beta.
(2) menurut ayat (1) huruf b dan Pasal 2.
Pasal 2
BIAYA
(1) Biaya menurut Pasal 1 ayat (1) huruf a.
(2) Pasal 9 tidak ada, dan Pasal 1 ayat (2) Undang-Undang Nomor 23 Tahun 2014 tetap.
Pasal 3
PENUTUP
Lihat Pasal 1 ayat (2).
"""
EN = """Article 1
OBJECT
(1) one:
a. alpha; and
b. bravo.
(2) under letter b of paragraph (1) and Article 2.
Article 2
COST
(1) Cost under Article 1 paragraph (1) letter a.
(2) Article 9 is not there, and Article 1 paragraph (2) of Law Number 23 of 2014 stays.
Article 3
CLOSING
See paragraph (2) of Article 1.
"""


@pytest.fixture
def agreement(office: Office) -> UUID:
    made = an_agreement(office)
    plan = plan_paste(office, made, Clipping(ID + EN), after=None, column="both", replace=True)
    apply_paste(office, made, plan)
    return made


def line(office: Office, agreement: UUID, text: str) -> ClauseLine:
    return next(one for one in list_clauses(office, agreement) if text in one.text.id)


def printed(office: Office, agreement: UUID) -> list[Bilingual]:
    with office.store.read() as session:
        content = agreement_content(office, session, agreement, PaperChoice())
    return [Bilingual(*(plain(side) for side in piece.text)) for piece in content.pieces]


def codes(office: Office, agreement: UUID) -> dict[str, bool]:
    with office.store.read() as session:
        return {one.code: one.blocking for one in findings_in(session, agreement)}


def referring(office: Office, agreement: UUID) -> UUID:
    """The row of Article 3, referring to letter a of Article 1."""
    here, target = line(office, agreement, "Lihat"), line(office, agreement, "alfa")
    field = reference_to(office, here.id, target.id)
    write_clause(office, here.id, "id", f"Sesuai {field}.")
    write_clause(office, here.id, "en", f"As in {field}.")
    return here.id


def test_a_reference_names_its_row_in_both_languages(office: Office, agreement: UUID) -> None:
    referring(office, agreement)
    assert printed(office, agreement)[-1] == Bilingual(
        "Sesuai Pasal 1 ayat (1) huruf a.", "As in Article 1 paragraph (1) letter a."
    )


def test_it_is_shorter_in_its_own_article(office: Office, agreement: UUID) -> None:
    here, target = line(office, agreement, "menurut ayat"), line(office, agreement, "alfa")
    field = reference_to(office, here.id, target.id)
    write_clause(office, here.id, "id", f"Sesuai {field}.")
    said = row_references(office, agreement)[here.id]
    assert said["id"] == {field[1:-1]: "ayat (1) huruf a"}
    assert said["en"] == {field[1:-1]: "paragraph (1) letter a"}


def test_it_follows_its_row(office: Office, agreement: UUID) -> None:
    referring(office, agreement)
    move_clause(office, line(office, agreement, "alfa").id, 1)
    move_clause(office, line(office, agreement, "OBJEK").id, 1)
    assert printed(office, agreement)[-1].en == "As in Article 2 paragraph (1) letter b."
    add_clause(office, agreement, Level.ARTICLE, after=None)
    assert printed(office, agreement)[-1].id == "Sesuai Pasal 3 ayat (1) huruf b."
    undo(office)
    assert printed(office, agreement)[-1].id == "Sesuai Pasal 2 ayat (1) huruf b."


def test_a_reference_to_a_removed_row_blocks_the_originals(office: Office, agreement: UUID) -> None:
    referring(office, agreement)
    assert "lost-reference" not in codes(office, agreement)
    remove_clause(office, line(office, agreement, "alfa").id)
    assert codes(office, agreement)["lost-reference"]
    undo(office)
    assert "lost-reference" not in codes(office, agreement)


def test_a_reference_in_one_language_only_is_told(office: Office, agreement: UUID) -> None:
    here = referring(office, agreement)
    write_clause(office, here, "en", "As in Article 1.")
    assert codes(office, agreement)["fields-differ"] is False


def test_rows_of_two_agreements_do_not_refer_to_each_other(office: Office, agreement: UUID) -> None:
    other = list_clauses(office, an_agreement(office))[0]
    with pytest.raises(RuleBroken):
        reference_to(office, other.id, line(office, agreement, "alfa").id)


def test_written_references_become_computed_ones(office: Office, agreement: UUID) -> None:
    before = printed(office, agreement)
    assert link_references(office, agreement) == 4
    assert "{ref:" in line(office, agreement, "Biaya menurut").text.id
    after = printed(office, agreement)
    assert after[4] == Bilingual(
        "menurut ayat (1) huruf b dan Pasal 2.",
        "under paragraph (1) letter b and Article 2.",
    )
    assert after[-1].en == "See Article 1 paragraph (2)."
    changed = [n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    assert changed == [4, 9]
    assert not any(one.stale for one in list_clauses(office, agreement))


def test_references_to_nothing_and_into_laws_stay_as_they_are(
    office: Office, agreement: UUID
) -> None:
    text = line(office, agreement, "Pasal 9").text
    link_references(office, agreement)
    assert line(office, agreement, "Pasal 9").text == text


def test_linking_again_does_nothing_and_all_of_it_is_one_step(
    office: Office, agreement: UUID
) -> None:
    before = [one.text for one in list_clauses(office, agreement)]
    link_references(office, agreement)
    assert link_references(office, agreement) == 0
    undo(office)
    assert [one.text for one in list_clauses(office, agreement)] == before


def test_a_copied_reference_leads_to_the_copied_row(office: Office, agreement: UUID) -> None:
    referring(office, agreement)
    rows = list_clauses(office, agreement)
    copy = an_agreement(office)
    for old in list_clauses(office, copy):
        if old.level is Level.ARTICLE or old.level is Level.CLOSING:
            remove_clause(office, old.id)
    with office.store.change("Copy") as session:
        for rank, one in zip(ranks(len(rows)), rows, strict=True):
            session.add(
                Clause(
                    agreement_id=copy, rank=f"z{rank}", level=one.level,
                    text_id=one.text.id, text_en=one.text.en, anchor=one.anchor,
                )
            )  # fmt: skip
    assert printed(office, copy)[-1].en == "As in Article 1 paragraph (1) letter a."


def test_a_third_language_says_it_by_its_own_marks(office: Office, agreement: UUID) -> None:
    here = referring(office, agreement)
    with office.store.change("Third language") as session:
        row = session.get(Agreement, agreement)
        assert row is not None
        row.third_language = "ko"
    field = row_references(office, agreement)[here]["third"]
    assert list(field.values()) == ["제1조 (1) a"]

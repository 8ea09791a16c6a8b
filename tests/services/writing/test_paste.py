"""A copied agreement becomes its rows: planned, told, written in one step, taken back in one."""

from pathlib import Path
from uuid import UUID

import pytest

from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import Conflict
from kunjungan.services.clauses import ClauseLine, list_clauses, write_clause
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.preflight import findings_in
from kunjungan.services.writing.paste import (
    Clipping,
    PastePlan,
    apply_paste,
    clipping_of_file,
    plan_paste,
)
from kunjungan.services.writing.shape import add_clause
from kunjungan.store.tables import Agreement
from tests.builders import an_agreement

PASTED = Path(__file__).parents[2] / "walk" / "paste"
SHORT = "Pasal 1\nOBJEK\nObjek.\nPasal 2\nRUANG LINGKUP\n(1) satu;\n(2) dua:\na. dalam.\n"
SHORT_EN = "Article 1\nOBJECT\nThe object.\nArticle 2\nSCOPE\n(1) one;\n(2) two:\na. inside.\n"


def pasted(name: str) -> Clipping:
    return clipping_of_file(PASTED / name)


@pytest.fixture
def agreement(office: Office) -> UUID:
    return an_agreement(office)


@pytest.fixture
def text(office: Office, agreement: UUID) -> UUID:
    """An agreement whose whole text is the pasted Indonesian one of 16 articles."""
    plan = plan_paste(
        office, agreement, pasted("agreement.id.html"), after=None, column="id", replace=True
    )
    apply_paste(office, agreement, plan)
    return agreement


def lines(office: Office, agreement: UUID) -> list[ClauseLine]:
    return list_clauses(office, agreement)


def articles(office: Office, agreement: UUID) -> list[str]:
    return [
        f"{line.marker.id} {line.text.id}"
        for line in lines(office, agreement)
        if line.level is Level.ARTICLE
    ]


def told(plan: PastePlan) -> list[str]:
    return [
        note.message.format(**{k: getattr(v, "en", v) for k, v in note.values.items()})
        for note in plan.notes
    ]


def test_sixteen_articles_from_word_become_the_text(office: Office, text: UUID) -> None:
    rows = lines(office, text)
    assert articles(office, text)[0] == "Pasal 1 KETENTUAN UMUM"
    assert articles(office, text)[15] == "Pasal 16 KETENTUAN PENUTUP"
    assert len(articles(office, text)) == 16
    assert [row.key for row in rows if row.level is Level.PARTY] == ["party1", "party2"]
    assert rows[-1].level is Level.CLOSING
    assert not any("&nbsp;" in row.text.id or "<" in row.text.id for row in rows)
    assert any("__source code__" in row.text.id for row in rows)


def test_title_and_signatures_are_left_to_the_paper(office: Office, agreement: UUID) -> None:
    plan = plan_paste(
        office, agreement, pasted("agreement.id.html"), after=None, column="id", replace=True
    )
    skipped = [row.text_id.strip("*") for row in plan.rows if row.action == "skip"]
    assert skipped[0] == "PERJANJIAN KERJA SAMA"
    assert skipped[-1] == "WALI KOTA CONTOH"
    assert len(skipped) == 11


@pytest.mark.parametrize("name", ["agreement.id.html", "agreement.id.txt"])
def test_word_and_plain_text_give_the_same_rows(office: Office, agreement: UUID, name: str) -> None:
    plan = plan_paste(office, agreement, pasted(name), after=None, column="id", replace=True)
    kept = [row for row in plan.rows if row.action == "add"]
    assert len(kept) == 76
    assert [row.level for row in kept][7:14] == [
        Level.TEXT, Level.ARTICLE, Level.PARAGRAPH, *[Level.NUMBER] * 4,
    ]  # fmt: skip
    assert {row.marker.id for row in kept} >= {"I.", "(4)", "c.", "3.", "a)", "b)", "Pasal 16"}


@pytest.mark.parametrize("name", ["agreement.en.html", "agreement.en.txt"])
def test_english_goes_beside_its_rows_and_the_missing_article_is_told(
    office: Office, text: UUID, name: str
) -> None:
    plan = plan_paste(office, text, pasted(name), after=None, column="en")
    assert told(plan)[0] == "Article 11 has no English in what is pasted."
    assert not any("is new" in note for note in told(plan))
    apply_paste(office, text, plan)
    empty = [row.text.id for row in lines(office, text) if not row.text.en]
    assert [words.split()[0] for words in empty] == ["KERAHASIAAN", "PARA", "Kewajiban"]
    pairs = {row.text.id: row.text.en for row in lines(office, text)}
    assert pairs["KEADAAN KAHAR"] == "FORCE MAJEURE"
    assert pairs["izin bangunan;"] == "building permits;"
    assert not any(row.stale for row in lines(office, text))


def test_a_missing_article_is_found_when_the_rest_was_numbered_on(
    office: Office, text: UUID
) -> None:
    words = pasted("agreement.en.txt").text
    for number in range(12, 17):
        words = words.replace(f"Article {number}\n", f"Article {number - 1}\n")
    plan = plan_paste(office, text, Clipping(words), after=None, column="en")
    assert told(plan)[0] == "Article 11 has no English in what is pasted."
    apply_paste(office, text, plan)
    pairs = {row.text.id: row.text.en for row in lines(office, text)}
    assert pairs["PENGAKHIRAN"] == "TERMINATION"


def test_both_columns_of_a_table_are_pasted_at_once(office: Office, agreement: UUID) -> None:
    plan = plan_paste(
        office, agreement, pasted("agreement.both.html"), after=None, column="id", replace=True
    )
    assert plan.both
    assert "Article 11 has no English in what is pasted." in told(plan)
    apply_paste(office, agreement, plan)
    rows = lines(office, agreement)
    assert sum(bool(row.text.en) for row in rows) == 73
    assert next(row for row in rows if row.key == "disputes").text.en == "SETTLEMENT OF DISPUTES"


def test_figures_that_differ_are_found_after_pasting(office: Office, agreement: UUID) -> None:
    plan = plan_paste(
        office, agreement, pasted("agreement.both.html"), after=None, column="both", replace=True
    )
    apply_paste(office, agreement, plan)
    with office.store.read() as session:
        found = findings_in(session, agreement)
    places = {one.code: one.place.id for one in found if one.place and one.code == "figures-differ"}
    assert places == {"figures-differ": "Pasal 7 ayat (2)"}


def test_one_language_after_the_other_is_told_apart(office: Office, agreement: UUID) -> None:
    clipping = Clipping(SHORT + SHORT_EN)
    plan = plan_paste(office, agreement, clipping, after=None, column="both", replace=True)
    assert plan.both
    apply_paste(office, agreement, plan)
    assert [(row.text.id, row.text.en) for row in lines(office, agreement)] == [
        ("OBJEK", "OBJECT"),
        ("Objek.", "The object."),
        ("RUANG LINGKUP", "SCOPE"),
        ("satu;", "one;"),
        ("dua:", "two:"),
        ("dalam.", "inside."),
    ]


def test_pasting_is_one_step_back(office: Office, agreement: UUID) -> None:
    before = lines(office, agreement)
    plan = plan_paste(office, agreement, Clipping(SHORT), after=None, column="id", replace=True)
    apply_paste(office, agreement, plan)
    assert len(lines(office, agreement)) == 6
    undo(office)
    assert [(row.id, row.text) for row in lines(office, agreement)] == [
        (row.id, row.text) for row in before
    ]


def test_new_articles_go_in_behind_the_article_one_is_in(office: Office, text: UUID) -> None:
    here = next(row for row in lines(office, text) if row.marker.id == "(1)")
    plan = plan_paste(
        office, text, Clipping("Pasal 9\nBARU\nIsi baru."), after=here.id, column="id"
    )
    assert [row.marker.id for row in plan.rows] == ["Pasal 3", ""]
    apply_paste(office, text, plan)
    assert articles(office, text)[1:4] == [
        "Pasal 2 MAKSUD DAN TUJUAN", "Pasal 3 BARU", "Pasal 4 OBJEK",
    ]  # fmt: skip


def test_an_empty_row_takes_the_first_of_what_is_pasted(office: Office, text: UUID) -> None:
    last = lines(office, text)[-1]
    empty = add_clause(office, text, Level.PARAGRAPH, after=last.id)
    count = len(lines(office, text))
    plan = plan_paste(office, text, Clipping("a. satu\nb. dua"), after=empty, column="id")
    written = apply_paste(office, text, plan)
    rows = lines(office, text)
    assert written[0] == empty
    assert len(rows) == count + 1
    assert [(row.level, row.text.id) for row in rows[-2:]] == [
        (Level.LETTER, "satu"),
        (Level.LETTER, "dua"),
    ]


def test_a_piece_of_english_goes_to_the_paragraphs_of_its_article(
    office: Office, text: UUID
) -> None:
    rows = lines(office, text)
    here = next(n for n, row in enumerate(rows) if row.text.id == "PELAKSANAAN")
    clipping = Clipping("(2) The technical team.\n(3) The work plan.")
    apply_paste(office, text, plan_paste(office, text, clipping, after=rows[here].id, column="en"))
    after = lines(office, text)[here + 1 : here + 4]
    assert [row.text.en for row in after] == ["", "The technical team.", "The work plan."]


def test_english_without_numbers_fills_row_by_row_from_where_one_is(
    office: Office, text: UUID
) -> None:
    rows = lines(office, text)
    here = next(n for n, row in enumerate(rows) if row.text.id == "PELAKSANAAN") + 2
    clipping = Clipping("The technical team prepares it.\n\nThe work plan is approved.")
    apply_paste(office, text, plan_paste(office, text, clipping, after=rows[here].id, column="en"))
    after = lines(office, text)[here : here + 2]
    assert [row.text.en for row in after] == [
        "The technical team prepares it.", "The work plan is approved.",
    ]  # fmt: skip


def test_english_without_a_partner_is_added_and_told(office: Office, text: UUID) -> None:
    words = pasted("agreement.en.txt").text.replace(
        "Article 6\n", "(4) The extra paragraph.\n\nArticle 6\n"
    )
    plan = plan_paste(office, text, Clipping(words), after=None, column="en")
    assert "Article 5 paragraph (4) is new: no row of the text has its number." in told(plan)
    apply_paste(office, text, plan)
    new = next(row for row in lines(office, text) if row.text.en == "The extra paragraph.")
    assert (new.level, new.marker.en, new.text.id) == (Level.PARAGRAPH, "(4)", "")


def test_a_level_or_a_row_is_changed_before_pasting(office: Office, agreement: UUID) -> None:
    plan = plan_paste(office, agreement, Clipping(SHORT), after=None, column="id", replace=True)
    plan = plan.changed(3, level=Level.LETTER).changed(1, action="skip")
    assert [row.marker.id for row in plan.rows] == [
        "Pasal 1", "", "Pasal 2", "a.", "", "a.",
    ]  # fmt: skip
    apply_paste(office, agreement, plan)
    assert [row.text.id for row in lines(office, agreement)] == [
        "OBJEK", "RUANG LINGKUP", "satu;", "dua:", "dalam.",
    ]  # fmt: skip


def test_what_was_changed_since_is_not_overwritten(office: Office, text: UUID) -> None:
    plan = plan_paste(office, text, pasted("agreement.en.txt"), after=None, column="en")
    row = next(row for row in plan.rows if row.action == "fill")
    assert row.clause_id is not None
    write_clause(office, row.clause_id, "en", "Changed elsewhere.")
    with pytest.raises(Conflict):
        apply_paste(office, text, plan)
    assert sum(bool(line.text.en) for line in lines(office, text)) == 1


def test_pasting_the_same_english_again_changes_nothing(office: Office, text: UUID) -> None:
    for _ in range(2):
        plan = plan_paste(office, text, pasted("agreement.en.txt"), after=None, column="en")
        apply_paste(office, text, plan)
    again = plan_paste(office, text, pasted("agreement.en.txt"), after=None, column="en")
    assert {row.action for row in again.rows} == {"same", "missing", "skip"}
    assert again.count == 0


def test_the_wrong_language_and_a_single_one_are_told(office: Office, agreement: UUID) -> None:
    wrong = plan_paste(office, agreement, Clipping(SHORT_EN), after=None, column="id", replace=True)
    assert "What is pasted seems to be in English. Check that this is its column." in told(wrong)
    single = plan_paste(office, agreement, Clipping(SHORT), after=None, column="both", replace=True)
    assert not single.both
    assert any(note.startswith("Only one language") for note in told(single))


def test_the_partners_own_language_goes_beside_its_rows(office: Office, text: UUID) -> None:
    with office.store.change("Third language") as session:
        session.get_one(Agreement, text).third_language = "nl"
    words = "Artikel 2\nDoel\n(1) een\n(2) twee\nArtikel 3\nObject\ndrie"
    plan = plan_paste(office, text, Clipping(words), after=None, column="third")
    apply_paste(office, text, plan)
    found = [f"{row.marker.id} {row.third}" for row in lines(office, text) if row.third]
    assert found == ["Pasal 2 Doel", "(1) een", "(2) twee", "Pasal 3 Object", " drie"]
    assert all(not line.stale_third for line in lines(office, text))


def test_a_level_chosen_for_a_row_that_stands_there_is_kept(office: Office, text: UUID) -> None:
    plan = plan_paste(office, text, pasted("agreement.en.txt"), after=None, column="en")
    place = next(n for n, row in enumerate(plan.rows) if row.text_en.startswith("The work plan"))
    plan = plan.changed(place, level=Level.LETTER)
    assert plan.rows[place].marker.id == "a."
    apply_paste(office, text, plan)
    row = next(row for row in lines(office, text) if row.text.en.startswith("The work plan"))
    assert (row.level, row.marker.id) == (Level.LETTER, "a.")

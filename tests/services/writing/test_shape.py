"""Rows are cut, joined, moved and removed with what belongs to them, a step each."""

from uuid import UUID

import pytest

from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import RuleBroken
from kunjungan.services.clauses import ClauseLine, confirm_translation, list_clauses, write_clause
from kunjungan.services.history import redo, undo
from kunjungan.services.office import Office
from kunjungan.services.writing.cross_references import reference_to
from kunjungan.services.writing.cutting import join_clause, split_clause
from kunjungan.services.writing.paste import Clipping, apply_paste, plan_paste
from kunjungan.services.writing.shape import move_clause, remove_clause
from tests.builders import an_agreement

ID = "Pasal 1\nOBJEK\n(1) satu:\na. alfa;\n1. dalam.\nb. beta.\n(2) dua.\nPasal 2\nBIAYA\nBiaya.\n"
EN = (
    "Article 1\nOBJECT\n(1) one:\na. alpha;\n1. inner.\nb. bravo.\n(2) two.\nArticle 2\nCOST\nIt.\n"
)


@pytest.fixture
def agreement(office: Office) -> UUID:
    made = an_agreement(office)
    plan = plan_paste(office, made, Clipping(ID + EN), after=None, column="both", replace=True)
    apply_paste(office, made, plan)
    return made


def lines(office: Office, agreement: UUID) -> list[ClauseLine]:
    return list_clauses(office, agreement)


def row(office: Office, agreement: UUID, text: str) -> UUID:
    return next(line.id for line in lines(office, agreement) if line.text.id.startswith(text))


def shown(office: Office, agreement: UUID) -> list[str]:
    return [f"{line.marker.id} {line.text.id}".strip() for line in lines(office, agreement)]


def line(office: Office, agreement: UUID, text: str) -> ClauseLine:
    return next(one for one in lines(office, agreement) if one.text.id.startswith(text))


def test_a_row_is_cut_in_both_languages(office: Office, agreement: UUID) -> None:
    first = row(office, agreement, "dua")
    write_clause(office, first, "id", "dua tiga empat")
    write_clause(office, first, "en", "two three four")
    rest = split_clause(office, first, 3, 4)
    rows = {one.id: one for one in lines(office, agreement)}
    assert (rows[first].text.id, rows[first].text.en) == ("dua", "two")
    assert (rows[rest].text.id, rows[rest].text.en) == ("tiga empat", "three four")
    assert (rows[rest].level, rows[rest].marker.id) == (Level.PARAGRAPH, "(3)")
    assert not rows[first].stale
    assert not rows[rest].stale


def test_a_translation_that_was_not_cut_is_to_be_reviewed(office: Office, agreement: UUID) -> None:
    first = row(office, agreement, "dua")
    write_clause(office, first, "id", "dua tiga")
    confirm_translation(office, first)
    rest = split_clause(office, first, 3)
    rows = {one.id: one for one in lines(office, agreement)}
    assert rows[first].stale
    assert rows[rest].untranslated


def test_a_row_is_cut_before_its_own_list(office: Office, agreement: UUID) -> None:
    first = row(office, agreement, "satu")
    split_clause(office, first, 2, 1)
    assert shown(office, agreement)[1:5] == ["(1) sa", "(2) tu:", "a. alfa;", "1. dalam."]


@pytest.mark.parametrize("text", ["alfa", "dalam", "beta", "dua"])
def test_joining_takes_a_row_into_the_one_before(
    office: Office, agreement: UUID, text: str
) -> None:
    before = lines(office, agreement)
    at = next(n for n, one in enumerate(before) if one.text.id.startswith(text))
    kept = join_clause(office, before[at].id)
    after = lines(office, agreement)
    assert kept == before[at - 1].id
    assert len(after) == len(before) - 1
    assert after[at - 1].text.id == f"{before[at - 1].text.id} {before[at].text.id}"
    assert after[at - 1].text.en == f"{before[at - 1].text.en} {before[at].text.en}"
    assert not after[at - 1].stale


def test_what_referred_to_a_joined_row_refers_to_where_its_words_are(
    office: Office, agreement: UUID
) -> None:
    beta, cost = row(office, agreement, "beta"), row(office, agreement, "Biaya")
    write_clause(office, cost, "id", f"menurut {reference_to(office, cost, beta)}")
    join_clause(office, beta)
    words = line(office, agreement, "menurut").text.id
    assert words == f"menurut {reference_to(office, cost, row(office, agreement, 'dalam'))}"


@pytest.mark.parametrize("text", ["OBJEK", "BIAYA", "satu"])
def test_a_heading_and_the_first_row_are_not_joined(
    office: Office, agreement: UUID, text: str
) -> None:
    before = lines(office, agreement)
    with pytest.raises(RuleBroken):
        join_clause(office, row(office, agreement, text))
    assert lines(office, agreement) == before


def test_a_joined_row_lacking_a_translation_is_to_be_reviewed(
    office: Office, agreement: UUID
) -> None:
    write_clause(office, row(office, agreement, "beta"), "en", "")
    join_clause(office, row(office, agreement, "beta"))
    assert line(office, agreement, "dalam. beta").stale


def test_a_row_moves_with_those_under_it(office: Office, agreement: UUID) -> None:
    move_clause(office, row(office, agreement, "alfa"), 1)
    assert shown(office, agreement)[2:5] == ["a. beta.", "b. alfa;", "1. dalam."]
    move_clause(office, row(office, agreement, "satu"), 1)
    assert shown(office, agreement)[:6] == [
        "Pasal 1 OBJEK", "(1) dua.", "(2) satu:", "a. beta.", "b. alfa;", "1. dalam.",
    ]  # fmt: skip


def test_past_the_ends_a_row_stays(office: Office, agreement: UUID) -> None:
    before = shown(office, agreement)
    move_clause(office, row(office, agreement, "OBJEK"), -5)
    move_clause(office, row(office, agreement, "BIAYA"), 5)
    assert shown(office, agreement) == before


def test_removing_a_row_takes_those_under_it(office: Office, agreement: UUID) -> None:
    assert remove_clause(office, row(office, agreement, "satu")) == 4
    assert shown(office, agreement) == [
        "Pasal 1 OBJEK", "dua.", "Pasal 2 BIAYA", "Biaya.",
    ]  # fmt: skip


@pytest.mark.parametrize("step", ["split", "join", "move", "remove"])
def test_each_of_them_is_one_step_back_and_forth(
    office: Office, agreement: UUID, step: str
) -> None:
    before = lines(office, agreement)
    at = row(office, agreement, "beta")
    if step == "split":
        split_clause(office, at, 2, 2)
    elif step == "join":
        join_clause(office, at)
    elif step == "move":
        move_clause(office, at, -1)
    else:
        remove_clause(office, at)
    after = lines(office, agreement)
    undo(office)
    assert [(one.id, one.text, one.marker) for one in lines(office, agreement)] == [
        (one.id, one.text, one.marker) for one in before
    ]
    redo(office)
    assert [(one.id, one.text, one.marker) for one in lines(office, agreement)] == [
        (one.id, one.text, one.marker) for one in after
    ]


def test_joining_a_cut_row_gives_it_back(office: Office, agreement: UUID) -> None:
    before = line(office, agreement, "alfa").text
    at = row(office, agreement, "alfa")
    rest = split_clause(office, at, len(before.id), 0)
    join_clause(office, rest)
    assert line(office, agreement, "alfa").text == before

"""Clauses from elsewhere: where they come, what they keep, and that it is one step."""

from uuid import UUID

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import OfficeError
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.clauses import ClauseLine, clause_rows, list_clauses, write_clause
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.parties import PartyForm
from kunjungan.services.writing.borrowing import (
    BorrowedRow,
    insert_rows,
    lendable,
    rows_of,
    standard_rows,
)
from kunjungan.services.writing.cross_references import reference_to
from tests.builders import bandung, prabumulih


@pytest.fixture
def pair(office: Office) -> tuple[UUID, UUID]:
    host, guest = bandung(office), prabumulih(office)
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head)]
    one = draft_agreement(office, AgreementForm("Satu", "One"), parties)
    two = draft_agreement(office, AgreementForm("Dua", "Two", kind=AgreementKind.PKS), parties)
    return one, two


def article(rows: list[BorrowedRow], number: int) -> list[BorrowedRow]:
    start = next(at for at, row in enumerate(rows) if row.marker.id == f"Pasal {number}")
    ends = (at for at, row in enumerate(rows) if at > start and row.level is Level.ARTICLE)
    return rows[start : next(ends)]


def named(lines: list[ClauseLine], marker: str) -> ClauseLine:
    return next(line for line in lines if line.marker.id == marker)


def test_an_article_comes_behind_the_whole_article_one_is_in(
    office: Office, pair: tuple[UUID, UUID]
) -> None:
    before = list_clauses(office, pair[0])
    inside = before[before.index(named(before, "Pasal 3")) + 1]
    taken = article(standard_rows(office, pair[0], AgreementKind.PKS), 2)
    made = insert_rows(office, pair[0], taken, after=inside.id)
    after = list_clauses(office, pair[0])
    assert named(after, "Pasal 4").id == made[0]
    assert named(after, "Pasal 5").text == named(before, "Pasal 4").text
    assert [line.text for line in after if line.id in made] == [row.text for row in taken]
    undo(office)
    assert list_clauses(office, pair[0]) == before


def test_a_single_row_comes_right_behind_the_row_one_is_in(
    office: Office, pair: tuple[UUID, UUID]
) -> None:
    lines = list_clauses(office, pair[0])
    here = lines[lines.index(named(lines, "Pasal 3")) + 1]
    row = next(row for row in rows_of(office, pair[1], into=pair[0]) if row.marker.id == "(1)")
    (made,) = insert_rows(office, pair[0], [row], after=here.id)
    ids = [line.id for line in list_clauses(office, pair[0])]
    assert ids.index(made) == ids.index(here.id) + 1


def test_an_empty_text_takes_rows_too(office: Office, pair: tuple[UUID, UUID]) -> None:
    empty = pair[0]
    with office.store.change("Empty") as session:
        for row in clause_rows(session, empty):
            session.delete(row)
    rows = standard_rows(office, empty)
    insert_rows(office, empty, rows, after=None)
    assert [line.text for line in list_clauses(office, empty)] == [row.text for row in rows]
    assert {line.key for line in list_clauses(office, empty)} == {row.key for row in rows}


def test_references_among_rows_keep_leading_to_each_other_each_time(
    office: Office, pair: tuple[UUID, UUID]
) -> None:
    lines = list_clauses(office, pair[1])
    at = lines.index(named(lines, "Pasal 3"))
    target, source = lines[at + 1], lines[at + 2]
    write_clause(office, source.id, "id", f"Lihat {reference_to(office, source.id, target.id)}.")
    rows = rows_of(office, pair[1], into=pair[0])[at : at + 3]
    anchors = []
    for _ in range(2):
        made = insert_rows(office, pair[0], rows, after=None)
        new = {line.id: line for line in list_clauses(office, pair[0])}
        anchors.append(new[made[1]].anchor)
        assert new[made[2]].text.id == f"Lihat {{ref:{new[made[1]].anchor}}}."
    assert len(set(anchors)) == 2


def test_a_translation_to_be_reviewed_still_is_in_the_copy(
    office: Office, pair: tuple[UUID, UUID]
) -> None:
    line = next(line for line in list_clauses(office, pair[1]) if line.marker.id == "(1)")
    write_clause(office, line.id, "id", "Bunyi yang baru.")
    rows = [row for row in rows_of(office, pair[1], into=pair[0])
            if row.text.id == "Bunyi yang baru."]  # fmt: skip
    (made,) = insert_rows(office, pair[0], rows, after=None)
    assert next(each for each in list_clauses(office, pair[0]) if each.id == made).stale


def test_a_key_that_is_there_is_not_taken_twice(office: Office, pair: tuple[UUID, UUID]) -> None:
    before = [line.key for line in list_clauses(office, pair[0]) if line.key]
    insert_rows(office, pair[0], standard_rows(office, pair[0]), after=None)
    assert [line.key for line in list_clauses(office, pair[0]) if line.key] == before


def test_agreements_to_copy_from_are_the_others_that_have_a_text(
    office: Office, pair: tuple[UUID, UUID]
) -> None:
    (other,) = lendable(office, pair[0])
    assert (other.id, other.subject.id, other.kind) == (pair[1], "Dua", AgreementKind.PKS)
    assert len(other.parties) == 2


def test_a_row_of_another_agreement_is_no_place_and_changes_nothing(
    office: Office, pair: tuple[UUID, UUID]
) -> None:
    before = list_clauses(office, pair[0])
    strange = list_clauses(office, pair[1])[0].id
    with pytest.raises(OfficeError):
        insert_rows(office, pair[0], standard_rows(office, pair[0])[:1], after=strange)
    assert list_clauses(office, pair[0]) == before

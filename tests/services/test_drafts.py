from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from sqlmodel import select

from kunjungan.documents.agreement import Press
from kunjungan.domain.clauses import Level
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import NotFound, RuleBroken, Unavailable
from kunjungan.services.agreement_content import PaperChoice, text_fingerprint
from kunjungan.services.agreements import (
    agreement_form,
    edit_agreement,
    new_draft,
    remove_agreement,
)
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.drafts.keeping import keep_and_start, kept_text, note_draft
from kunjungan.services.drafts.listing import DraftLine, list_drafts
from kunjungan.services.drafts.restoring import restore_draft
from kunjungan.services.drafts.text_file import as_json, from_json
from kunjungan.services.drafts.texts import text_now
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.printing import print_to_folder
from kunjungan.services.redating import foreseen, redate
from kunjungan.services.rundown.items import ItemForm, add_item, list_items
from kunjungan.services.upkeep import problems
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.services.writing.shape import add_clause, remove_clause
from kunjungan.store.tables import Draft
from tests.builders import SIGNING_DAY, an_agreement


def numbers(lines: list[DraftLine]) -> list[tuple[int, bool, bool]]:
    return [(line.no, line.kept, line.present) for line in lines]


def archived(office: Office) -> list[Path]:
    with office.store.read() as session:
        return [office.archive.path(draft.sha256) for draft in session.exec(select(Draft))]


def test_an_open_draft_is_listed_before_it_is_kept(office: Office) -> None:
    agreement = an_agreement(office)
    (line,) = list_drafts(office, agreement)
    assert (line.no, line.kept, line.present, line.printed) == (1, False, True, False)
    with office.store.read() as session:
        assert line.fingerprint == text_fingerprint(session, agreement)


def test_a_kept_draft_has_its_moment_its_person_and_its_note(office: Office) -> None:
    agreement = an_agreement(office)
    assert keep_and_start(office, agreement, " dikirim ke mitra ") == 2
    now, kept = list_drafts(office, agreement)
    assert numbers([now, kept]) == [(2, False, True), (1, True, False)]
    assert (kept.by, kept.note) == (office.user, "dikirim ke mitra")
    assert kept.at is not None
    assert kept.fingerprint == now.fingerprint


def test_a_kept_draft_holds_every_language_as_it_reads_and_as_it_was_written(
    office: Office,
) -> None:
    agreement = an_agreement(office)
    with office.store.read() as session:
        before = text_now(session, agreement)
    keep_and_start(office, agreement)
    text = kept_text(office, agreement, 1)
    assert text == before
    assert text.languages == ("id", "en")
    assert any("{" in row.raw["text_id"] for row in text.rows)
    assert not any("{party" in words for row in text.rows for words in row.texts)
    assert any("Yana Mulyana".upper() in words for party in text.parties for words in party)


def test_the_words_of_a_kept_draft_do_not_follow_the_text(office: Office) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement)
    row = list_clauses(office, agreement)[-1]
    write_clause(office, row.id, "id", "Lain sama sekali.")
    assert all("Lain sama sekali." not in row.texts for row in kept_text(office, agreement, 1).rows)


def test_the_same_text_is_kept_as_the_same_bytes(office: Office) -> None:
    agreement = an_agreement(office)
    with office.store.read() as session:
        text = text_now(session, agreement)
    assert as_json(text) == as_json(from_json(as_json(text)))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"version": 99}', b"\xff\xfe", b"nonsense"])
def test_what_was_kept_in_another_form_is_a_sentence(data: bytes) -> None:
    with pytest.raises(Unavailable, match="cannot be read here"):
        from_json(data)


def test_printing_an_original_keeps_its_draft(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [PaperChoice(1, "original")], office.folder)
    print_to_folder(office, press, agreement, [PaperChoice(2, "original")], office.folder)
    (line,) = list_drafts(office, agreement)
    assert (line.no, line.kept, line.present, line.printed) == (1, True, True, True)


def test_a_marked_draft_keeps_nothing(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [PaperChoice()], office.folder)
    assert numbers(list_drafts(office, agreement)) == [(1, False, True)]


def test_a_locked_text_is_not_kept_a_second_time_by_hand(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [PaperChoice(1, "original")], office.folder)
    with pytest.raises(RuleBroken, match="locked"):
        keep_and_start(office, agreement)
    assert new_draft(office, agreement) == 2
    assert numbers(list_drafts(office, agreement)) == [(2, False, True), (1, True, False)]


def test_a_draft_that_was_locked_by_an_older_program_is_kept_before_the_next(
    office: Office, press: Press
) -> None:
    first, second = an_agreement(office), an_agreement(office)
    for agreement in (first, second):
        print_to_folder(office, press, agreement, [PaperChoice(1, "original")], office.folder)
    with office.store.change("As an older program left it") as session:
        for draft in session.exec(select(Draft)):
            session.delete(draft)
    foreseen(office, first, SIGNING_DAY.replace(day=9))
    assert archived(office) == []
    redate(office, first, SIGNING_DAY.replace(day=9))
    new_draft(office, second)
    for agreement in (first, second):
        assert numbers(list_drafts(office, agreement)) == [(2, False, True), (1, True, False)]
    assert kept_text(office, first, 1).fingerprint != list_drafts(office, first)[0].fingerprint


def test_undo_takes_a_kept_draft_back_with_its_number(office: Office) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement)
    undo(office)
    assert numbers(list_drafts(office, agreement)) == [(1, False, True)]


def test_a_missing_and_a_damaged_file_are_each_a_sentence(office: Office) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement)
    (path,) = archived(office)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(Unavailable, match="damaged"):
        kept_text(office, agreement, 1)
    path.unlink()
    with pytest.raises(NotFound, match="missing from the archive"):
        kept_text(office, agreement, 1)
    assert "missing" in problems(office)[0].message
    with pytest.raises(NotFound, match="was not kept"):
        kept_text(office, agreement, 7)


def test_a_note_can_be_written_later(office: Office) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement)
    note_draft(office, agreement, 1, "disetujui mitra")
    assert list_drafts(office, agreement)[1].note == "disetujui mitra"
    with pytest.raises(NotFound):
        note_draft(office, agreement, 2, "belum ada")


def test_restoring_brings_back_rows_order_marks_and_subject_in_one_change(office: Office) -> None:
    agreement = an_agreement(office)
    with office.store.read() as session:
        before = text_now(session, agreement)
    keep_and_start(office, agreement)
    rows = list_clauses(office, agreement)
    write_clause(office, rows[3].id, "id", "Ditulis ulang.")
    remove_clause(office, rows[-2].id)
    add_clause(office, agreement, Level.ARTICLE, after=rows[5].id)
    form = agreement_form(office, agreement)
    edit_agreement(office, agreement, replace(form, subject_id="Lain"))
    with office.store.read() as session:
        changed = text_now(session, agreement)
    restore_draft(office, agreement, 1)
    with office.store.read() as session:
        after = text_now(session, agreement)
    assert (after.rows, after.subject, after.fingerprint) == (
        before.rows,
        before.subject,
        before.fingerprint,
    )
    assert after.draft_no == 2
    undo(office)
    with office.store.read() as session:
        assert text_now(session, agreement) == changed


def test_a_locked_text_is_not_restored_over(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement)
    print_to_folder(office, press, agreement, [PaperChoice(1, "original")], office.folder)
    with pytest.raises(RuleBroken, match="locked"):
        restore_draft(office, agreement, 1)


def test_a_draft_that_is_removed_takes_its_kept_ones_along(office: Office) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement)
    remove_agreement(office, agreement)
    assert archived(office) == []


def test_a_draft_that_is_removed_leaves_its_line_in_the_rundown(office: Office) -> None:
    visit = schedule_visit(office, VisitForm("Kunjungan", PartialDate.of(SIGNING_DAY)))
    agreement = an_agreement(office)
    signing = ItemForm(
        starts_at=time(9), minutes=30, title_id="Tanda tangan", agreement_id=agreement
    )
    add_item(office, visit, signing)
    remove_agreement(office, agreement)
    (line,) = list_items(office, visit)
    assert (line.title.id, line.agreement_id) == ("Tanda tangan", None)
    undo(office)
    assert [line.agreement_id for line in list_items(office, visit)] == [agreement]

from uuid import UUID

import pytest

from kunjungan.domain.clauses import Level
from kunjungan.domain.comparing import Change
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.services.agreement_names import references
from kunjungan.services.agreements import new_draft
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.drafts.comparison import Comparison, RowPair, compare
from kunjungan.services.drafts.keeping import keep_and_start
from kunjungan.services.drafts.text_refs import TextRef, text_at, text_named
from kunjungan.services.drafts.words import change_words
from kunjungan.services.office import Office
from kunjungan.services.parties import edit_party, parties_of
from kunjungan.services.writing.shape import add_clause, move_clause, remove_clause
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum


def since(office: Office, agreement: UUID) -> Comparison:
    """What became of draft 1 in the present text."""
    return compare(office, TextRef(agreement, 1), TextRef(agreement))


def told(found: Comparison) -> list[tuple[str, str]]:
    return [
        (pair.change.value, pair.place.id) for pair in found.rows if pair.change is not Change.SAME
    ]


def the(found: Comparison, change: Change) -> RowPair:
    return next(pair for pair in found.rows if pair.change is change)


def paragraphs(office: Office, agreement: UUID) -> list[UUID]:
    return [row.id for row in list_clauses(office, agreement) if row.level is Level.PARAGRAPH]


def test_a_kept_draft_and_the_text_it_was_kept_from_say_the_same(office: Office) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement)
    found = since(office, agreement)
    assert found.same
    assert found.left.fingerprint == found.right.fingerprint


def test_a_change_in_one_language_is_told_in_that_language(office: Office) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement)
    row = next(
        r for r in list_clauses(office, agreement) if r.id == paragraphs(office, agreement)[0]
    )
    write_clause(office, row.id, "en", row.text.en.replace(".", " at once."))
    found = since(office, agreement)
    assert told(found) == [("changed", "Pasal 1 ayat (1)")]
    pair = the(found, Change.CHANGED)
    changed = [any(part.changed for part in parts) for parts in pair.parts]
    assert changed == [False, True]


def test_fields_are_compared_as_they_read(office: Office) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement)
    form = parties_of(office, agreement)[1]
    edit_party(office, agreement, 2, type(form)(form.institution_id, None, number_pending=True))
    found = since(office, agreement)
    assert not found.same
    texts = [
        text
        for pair in found.rows
        for side in (pair.left, pair.right)
        if side
        for text in side.texts
    ]
    assert not any("{party" in text for text in texts)
    assert any(pair.right and pair.right.level == "party" and pair.reworded for pair in found.rows)


def test_rows_that_came_went_and_moved_are_told_with_their_places(office: Office) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement)
    ids = paragraphs(office, agreement)
    articles = [r for r in list_clauses(office, agreement) if r.level is Level.ARTICLE]
    remove_clause(office, ids[-1])
    move_clause(office, articles[4].id, 3)
    new = add_clause(office, agreement, Level.PARAGRAPH, after=articles[1].id)
    write_clause(office, new, "id", "Ayat baru tentang pelaporan.")
    found = since(office, agreement)
    assert found.counts == {
        Change.CHANGED: 0,
        Change.ADDED: 1,
        Change.REMOVED: 1,
        Change.MOVED: 2,
    }
    assert the(found, Change.ADDED).place.id == "Pasal 2 ayat (1)"
    moved = the(found, Change.MOVED)
    assert change_words(moved)[1]["place"] == the(found, Change.LEFT).left.place  # type: ignore[union-attr]
    assert (moved.place.en, moved.left.place.en) == ("Article 8", "Article 5")  # type: ignore[union-attr]


def test_two_agreements_can_be_compared(office: Office) -> None:
    first, second = an_agreement(office), an_agreement(office)
    assert compare(office, TextRef(first), TextRef(second)).same
    row = list_clauses(office, second)[-1]
    write_clause(office, row.id, "id", row.text.id + " Ditambah.")
    assert told(compare(office, TextRef(first), TextRef(second)))[0][0] == "changed"


def test_a_third_language_is_compared_as_well(office: Office) -> None:
    agreement = a_memorandum(office, third_language="ko")
    row = list_clauses(office, agreement)[-1]
    write_clause(office, row.id, "third", "양해각서")
    keep_and_start(office, agreement)
    write_clause(office, row.id, "third", "양해각서 추가")
    found = since(office, agreement)
    assert found.languages == ("id", "en", "ko")
    pair = the(found, Change.CHANGED)
    assert [any(part.changed for part in parts) for parts in pair.parts] == [False, False, True]


def test_a_text_with_and_one_without_a_third_language_stand_beside_each_other(
    office: Office,
) -> None:
    home, abroad = an_agreement(office), a_memorandum(office, third_language="ko")
    found = compare(office, TextRef(home), TextRef(abroad))
    assert found.languages == ("id", "en", "ko")
    assert all(len(pair.parts) in {0, 3} for pair in found.rows)


def test_a_locked_draft_can_be_named_by_its_number(office: Office) -> None:
    agreement = an_agreement(office)
    assert text_at(office, TextRef(agreement, 1)) == text_at(office, TextRef(agreement))
    new_draft(office, agreement)
    assert text_at(office, TextRef(agreement, 1)).draft_no == 1
    with pytest.raises(NotFound, match="was not kept"):
        text_at(office, TextRef(agreement, 5))


def test_a_text_is_named_by_its_agreement_and_draft(office: Office) -> None:
    agreement = an_agreement(office)
    name = references(office)[agreement]
    assert text_named(office, name) == TextRef(agreement)
    assert text_named(office, f"{name}@now") == TextRef(agreement)
    assert text_named(office, f"{agreement}@3") == TextRef(agreement, 3)
    for wrong in (f"{name}@", f"{name}@0", f"{name}@x", f"{name}@-1"):
        with pytest.raises(RuleBroken, match="is no draft"):
            text_named(office, wrong)
    with pytest.raises(NotFound):
        text_named(office, "nobody@3")

"""What keeps a paper from being printed, and what an original fixes once it is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal
from uuid import UUID

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.documents.content import AgreementContent, Overflow, Typeset
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import agreement_form, edit_agreement, new_draft
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.officials import edit_official, official_form
from kunjungan.services.originals import list_originals
from kunjungan.services.parties import parties_of
from kunjungan.services.printing import print_to_folder, set_papers
from tests.builders import an_agreement
from tests.documents.reading import words
from tests.services.memoranda import a_memorandum

SECOND = PaperChoice(2, "original")
FIRST = PaperChoice(1, "original")
A4 = PaperChoice(1, "original", Paper.A4)


def test_an_original_is_never_printed_on_another_format_than_before(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [FIRST], tmp_path)
    kept = set_papers(office, press, agreement, [FIRST])[0].pdf
    for choice in (A4, PaperChoice(2, "original", Paper.A4)):
        with pytest.raises(RuleBroken, match="The originals of draft 1 are on F4"):
            print_to_folder(office, press, agreement, [choice], tmp_path)
    assert set_papers(office, press, agreement, [FIRST])[0].pdf == kept
    assert set_papers(office, press, agreement, [PaperChoice(paper=Paper.A4)])
    new_draft(office, agreement)
    assert set_papers(office, press, agreement, [A4])[0].paper is Paper.A4


def test_the_format_of_the_first_original_becomes_that_of_the_agreement(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    ((printed, _),) = print_to_folder(office, press, agreement, [A4], tmp_path)
    assert agreement_form(office, agreement).paper is Paper.A4
    (again,) = set_papers(office, press, agreement, [FIRST])
    assert (again.paper, again.pdf) == (Paper.A4, printed.pdf)


def test_letters_that_no_typeface_has_keep_the_original_from_printing(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    line = list_clauses(office, agreement)[0]
    write_clause(office, line.id, "en", "ཀ\ue123", seen=line.version)
    with pytest.raises(RuleBroken, match=r"can print: ཀ U\+E123\. Write it"):
        print_to_folder(office, press, agreement, [FIRST], tmp_path)
    assert not any(original.printed for original in list_originals(office, agreement))
    assert print_to_folder(office, press, agreement, [PaperChoice()], tmp_path)


@pytest.mark.parametrize("state", ["copy", "translation"])
def test_a_blocked_text_is_printed_as_a_draft_only(
    office: Office, press: Press, state: Literal["copy", "translation"]
) -> None:
    agreement = an_agreement(office)
    form = agreement_form(office, agreement)
    edit_agreement(office, agreement, replace(form, layout=Layout.SEQUENCE))
    choice = PaperChoice(state=state)
    assert set_papers(office, press, agreement, [choice])
    line = list_clauses(office, agreement)[0]
    write_clause(office, line.id, "en", "", seen=line.version)
    with pytest.raises(RuleBroken, match="English"):
        set_papers(office, press, agreement, [choice])
    assert set_papers(office, press, agreement, [PaperChoice()])


def test_a_copy_is_marked_and_holds_the_same_words(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    original, copy = set_papers(office, press, agreement, [FIRST, PaperChoice(1, "copy")])
    assert words(copy.pdf).count("SALINAN") >= copy.pages
    assert "SALINAN" not in words(original.pdf)
    assert copy.fingerprint == original.fingerprint


@pytest.mark.parametrize("layout", [Layout.SEQUENCE, Layout.VOLUMES])
def test_the_unofficial_english_is_printed_apart_where_the_layout_has_one(
    office: Office, press: Press, layout: Layout
) -> None:
    agreement = an_agreement(office)
    form = agreement_form(office, agreement)
    edit_agreement(office, agreement, replace(form, layout=layout))
    (paper,) = set_papers(office, press, agreement, [PaperChoice(state="translation")])
    assert (paper.language, paper.stamps) == ("en", ())
    assert "UNOFFICIAL TRANSLATION" in words(paper.pdf)


@pytest.mark.parametrize("make", [an_agreement, a_memorandum])
def test_where_english_is_signed_there_is_no_translation(
    office: Office, press: Press, make: Callable[[Office], UUID]
) -> None:
    with pytest.raises(RuleBroken, match="no unofficial translation"):
        set_papers(office, press, make(office), [PaperChoice(state="translation")])


def test_a_name_that_changed_since_keeps_further_originals_and_copies_back(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    ((printed, _),) = print_to_folder(office, press, agreement, [FIRST], tmp_path)
    tenure = parties_of(office, agreement)[1].tenure_id
    assert tenure is not None
    official = official_form(office, tenure)
    edit_official(
        office, tenure, replace(official, person=replace(official.person, name="Orang Lain"))
    )
    for choice in (SECOND, PaperChoice(state="copy")):
        with pytest.raises(RuleBroken, match="has changed since original 1 was printed"):
            set_papers(office, press, agreement, [choice])
    assert set_papers(office, press, agreement, [FIRST])[0].pdf == printed.pdf
    undo(office)
    assert set_papers(office, press, agreement, [SECOND])


def test_what_does_not_fit_its_room_keeps_the_original_from_printing(
    office: Office, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement = an_agreement(office)
    whole = press.set_agreement

    def too_small(content: AgreementContent) -> Typeset:
        overflow = Overflow("signature", "WALI KOTA YANG SANGAT PANJANG", 3)
        return replace(whole(content), overflows=(overflow,))

    monkeypatch.setattr(press, "set_agreement", too_small)
    with pytest.raises(RuleBroken, match="On page 3 “WALI KOTA YANG SANGAT PANJANG”"):
        set_papers(office, press, agreement, [FIRST])
    assert set_papers(office, press, agreement, [PaperChoice()])[0].overflows


def test_a_printed_original_comes_from_the_archive_whatever_blocks_now(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    ((printed, _),) = print_to_folder(office, press, agreement, [FIRST], tmp_path)
    tenure = parties_of(office, agreement)[1].tenure_id
    assert tenure is not None
    official = official_form(office, tenure)
    edit_official(office, tenure, replace(official, ends_on=PartialDate(2022, 8, 31)))
    assert set_papers(office, press, agreement, [FIRST])[0].pdf == printed.pdf
    with pytest.raises(RuleBroken, match="does not hold the post"):
        set_papers(office, press, agreement, [SECOND])

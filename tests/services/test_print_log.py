"""The log of what was printed, and which pages are no longer as they lie on the table."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import select

from kunjungan.documents.agreement import Press
from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import new_draft
from kunjungan.services.clauses import confirm_translation, list_clauses, write_clause
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.originals import list_originals
from kunjungan.services.print_log import list_prints
from kunjungan.services.printing import (
    changed_pages,
    note_printed,
    original_bytes,
    print_to_folder,
    set_papers,
)
from kunjungan.services.writing.shape import remove_clause
from kunjungan.store.tables import PrintRun
from tests.builders import an_agreement
from tests.documents.reading import words
from tests.services.memoranda import Ticking, a_memorandum

DRAFT, FIRST = PaperChoice(), PaperChoice(1, "original")

LETTER = re.compile(r"e(?![^{]*\})")
"""One that stands in no field."""
ROWS = {Level.TEXT, Level.PARAGRAPH}


@pytest.fixture
def desk(office: Office) -> Office:
    """An office whose clock goes on between two prints."""
    return replace(office, now=Ticking(office.now()))


def reword(office: Office, agreement: UUID, place: int) -> None:
    """Change one letter of a row, of the last one for -1, so that no line grows."""
    lines = list_clauses(office, agreement)
    row = [row for row in lines if LETTER.search(row.text.id) and row.level in ROWS][place]
    text = LETTER.sub("o", row.text.id, count=1)
    write_clause(office, row.id, "id", text, seen=row.version)
    confirm_translation(office, row.id)


def runs(office: Office) -> list[PrintRun]:
    with office.store.read() as session:
        return list(session.exec(select(PrintRun).order_by(PrintRun.at)))  # type: ignore[arg-type]


def test_the_log_says_who_printed_what_when_and_in_which_language(
    desk: Office, press: Press, tmp_path: Path
) -> None:
    agreement = a_memorandum(desk, layout=Layout.VOLUMES)
    ((paper, _),) = print_to_folder(
        desk, press, agreement, [PaperChoice(3, "original", Paper.A4)], tmp_path
    )
    (line,) = list_prints(desk, agreement)
    assert (line.by, line.at) == ("Analis Protokol", "2022-08-26T02:01+00:00")
    assert (line.what, line.original_no, line.language) == ("original", 3, "en")
    assert (line.draft_no, line.paper, line.pages, line.copies) == (1, Paper.A4, paper.pages, 1)
    assert (line.sheets, line.stale) == ((), False)


def test_the_log_keeps_the_marks_of_all_pages_and_the_files_fingerprint(
    desk: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(desk)
    ((paper, path),) = print_to_folder(desk, press, agreement, [FIRST], tmp_path)
    (run,) = runs(desk)
    assert run.marks == paper.marks
    assert len(set(run.marks)) == paper.pages
    assert run.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_nothing_has_changed_since_a_paper_was_printed_as_it_is(
    desk: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(desk)
    assert changed_pages(desk, press, agreement, DRAFT) is None
    print_to_folder(desk, press, agreement, [DRAFT], tmp_path)
    assert changed_pages(desk, press, agreement, DRAFT) == ()


def test_only_the_pages_with_new_words_have_changed(
    desk: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(desk)
    ((paper, _),) = print_to_folder(desk, press, agreement, [DRAFT], tmp_path)
    reword(desk, agreement, -1)
    assert changed_pages(desk, press, agreement, DRAFT) == (paper.pages,)
    reword(desk, agreement, 0)
    assert changed_pages(desk, press, agreement, DRAFT) == (1, paper.pages)


def test_another_original_format_or_number_of_pages_is_printed_whole(
    desk: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(desk)
    print_to_folder(desk, press, agreement, [DRAFT], tmp_path)
    for choice in (FIRST, PaperChoice(paper=Paper.A4), PaperChoice(1)):
        assert changed_pages(desk, press, agreement, choice) is None
    articles = [row for row in list_clauses(desk, agreement) if row.level is Level.ARTICLE]
    for article in articles[:6]:
        remove_clause(desk, article.id)
    assert changed_pages(desk, press, agreement, DRAFT) is None


def test_pages_printed_anew_take_the_places_of_the_old_ones(
    desk: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(desk)
    ((paper, _),) = print_to_folder(desk, press, agreement, [DRAFT], tmp_path)
    reword(desk, agreement, 0)
    reword(desk, agreement, -1)
    print_to_folder(desk, press, agreement, [DRAFT], tmp_path, pages=[paper.pages])
    assert changed_pages(desk, press, agreement, DRAFT) == (1,)
    assert [line.sheets for line in list_prints(desk, agreement)] == [(paper.pages,), ()]
    print_to_folder(desk, press, agreement, [DRAFT], tmp_path, pages=[1])
    assert changed_pages(desk, press, agreement, DRAFT) == ()


def test_the_file_of_some_pages_holds_them_and_no_others(
    desk: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(desk)
    ((paper, path),) = print_to_folder(desk, press, agreement, [DRAFT], tmp_path, pages=[4, 2, 4])
    assert paper.sheets == (2, 4)
    assert path.name.endswith("draf 1 hal 2, 4.pdf")
    part = path.read_bytes()
    assert [words(part, 1, 1), words(part, 2, 2)] == [words(paper.pdf, n, n) for n in (2, 4)]
    assert paper.file == part
    assert len(part) < len(paper.pdf)


def test_all_pages_are_the_whole_paper(desk: Office, press: Press) -> None:
    agreement = an_agreement(desk)
    (paper,) = set_papers(desk, press, agreement, [DRAFT])
    (again,) = set_papers(desk, press, agreement, [DRAFT], pages=range(1, paper.pages + 1))
    assert (again.sheets, again.file_name) == ((), paper.file_name)


@pytest.mark.parametrize("pages", [[0], [1, 99]])
def test_a_page_that_is_not_there_is_refused(
    desk: Office, press: Press, tmp_path: Path, pages: list[int]
) -> None:
    with pytest.raises(RuleBroken, match="There is no page"):
        print_to_folder(desk, press, an_agreement(desk), [DRAFT], tmp_path, pages=pages)
    assert list(tmp_path.iterdir()) == []


def test_an_original_is_first_printed_whole(desk: Office, press: Press, tmp_path: Path) -> None:
    agreement = an_agreement(desk)
    with pytest.raises(RuleBroken, match="never printed whole as it is now"):
        print_to_folder(desk, press, agreement, [FIRST], tmp_path, pages=[1])
    assert list_prints(desk, agreement) == []


def test_an_original_never_becomes_a_mixture_of_two_texts(
    desk: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(desk)
    ((paper, _),) = print_to_folder(desk, press, agreement, [FIRST], tmp_path)
    new_draft(desk, agreement)
    reword(desk, agreement, 0)
    reword(desk, agreement, -1)
    last = paper.pages
    with pytest.raises(RuleBroken, match=f"have changed too: {last}"):
        print_to_folder(desk, press, agreement, [FIRST], tmp_path, pages=[1])
    print_to_folder(desk, press, agreement, [FIRST], tmp_path, pages=[1, last])
    assert changed_pages(desk, press, agreement, FIRST) == ()
    assert list_originals(desk, agreement)[0].printed
    assert words(original_bytes(desk, agreement, 1)).count("Asli 1 dari 2") == last


def test_a_spoilt_page_of_a_printed_original_is_printed_again_from_the_archive(
    desk: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(desk)
    ((paper, _),) = print_to_folder(desk, press, agreement, [FIRST], tmp_path)
    ((again, path),) = print_to_folder(desk, press, agreement, [FIRST], tmp_path, pages=[2])
    assert again.pdf == paper.pdf
    assert words(path.read_bytes()) == words(paper.pdf, 2, 2)
    assert original_bytes(desk, agreement, 1) == paper.pdf


def test_copies_are_counted_and_no_undo_takes_a_print_from_the_log(
    desk: Office, press: Press
) -> None:
    agreement = an_agreement(desk)
    note_printed(desk, agreement, set_papers(desk, press, agreement, [DRAFT]), copies=7)
    reword(desk, agreement, 0)
    assert [(line.copies, line.stale) for line in list_prints(desk, agreement)] == [(7, True)]
    undo(desk)
    undo(desk)
    assert [(line.copies, line.stale) for line in list_prints(desk, agreement)] == [(7, False)]

"""Printing: the same bytes for preview, file and printer, each paper on record once it is out."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm.attributes import set_committed_value

from kunjungan.domain.errors import OfficeError, RuleBroken
from kunjungan.domain.stages import AgreementStage, advance
from kunjungan.exchange.files import Staged, stage
from kunjungan.i18n import later
from kunjungan.services.agreement_content import PaperChoice, originals_of
from kunjungan.services.clauses import Column, clause_rows
from kunjungan.services.drafts.keeping import keep_draft
from kunjungan.services.office import Office
from kunjungan.services.originals import numbered
from kunjungan.services.print_names import beside
from kunjungan.services.print_rules import refuse_flawed, refuse_paper, refuse_unlike
from kunjungan.services.rows import found
from kunjungan.services.set_paper import SetPaper, changed_in, of_pages, set_paper
from kunjungan.store.chain import Kind
from kunjungan.store.tables import Agreement, PrintRun

if TYPE_CHECKING:  # ReportLab is loaded by whoever prints, not at start
    from kunjungan.documents.agreement import Press

Typed = Mapping[UUID, Mapping[Column, str]]
"""Words by row and language."""


@dataclass(frozen=True, slots=True)
class WrittenPapers:
    """Papers whose files stand whole on the disk, still without their names."""

    papers: tuple[SetPaper, ...]
    files: Staged


def new_press() -> "Press":
    """Return a press to set papers with; kept for a page, it remembers the lines it has set."""
    from kunjungan.documents.agreement import Press  # noqa: PLC0415  # ReportLab is slow to load

    return Press()


def preview(
    office: Office,
    press: "Press",
    agreement_id: UUID,
    choice: PaperChoice,
    typed: Typed = MappingProxyType({}),
) -> SetPaper:
    """Return a paper as it would be printed now; nothing is stored.

    Anything may be previewed, also an original that is not ready yet, and also words that are
    ``typed`` but not kept yet.
    """
    with office.store.read() as session:
        rows = clause_rows(session, agreement_id) if typed else ()
        for row in rows:
            for column, text in typed.get(row.id, {}).items():
                set_committed_value(row, f"text_{column}", text)  # seen by this session alone
        return set_paper(office, press, session, agreement_id, choice)


def changed_pages(
    office: Office, press: "Press", agreement_id: UUID, choice: PaperChoice
) -> tuple[int, ...] | None:
    """Return the pages that changed since this very paper was last printed; empty for none.

    None where all must be printed: it never was printed whole, or has another number of pages.
    """
    with office.store.read() as session:
        paper = set_paper(office, press, session, agreement_id, choice)
        return changed_in(session, agreement_id, paper)


def set_papers(
    office: Office,
    press: "Press",
    agreement_id: UUID,
    choices: Sequence[PaperChoice],
    *,
    pages: Sequence[int] = (),
) -> list[SetPaper]:
    """Return papers to print now, each already checked; of ``pages`` only those, empty for all.

    An original that was printed before comes out of the archive byte for byte. Raises
    NotFound for an original that is not planned and RuleBroken for a paper that may not be printed
    now, an original also where the originals differ in more than the order of the parties;
    Unavailable where the office is open for reading only, so that no print could be logged.
    """
    office.refuse_looking_on()
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        for choice in choices:
            refuse_paper(session, row, choice)
        if any(choice.state == "original" for choice in choices):
            refuse_unlike(office, session, row)
        papers: list[SetPaper] = []
        for choice in choices:
            paper = set_paper(office, press, session, agreement_id, choice)
            taken = {made.file_name for made in papers}
            papers.append(of_pages(session, row, paper, pages, taken))
    for paper in papers:
        if paper.choice.state != "draft":
            refuse_flawed(paper.missing, paper.overflows)
    return papers


def write_papers(papers: Sequence[SetPaper], folder: Path) -> WrittenPapers:
    """Write papers as PDF files, all of them or none; they get their names once they are logged.

    Beside an original that takes electronic stamps goes a JSON file of their places. Raises
    Unavailable when the folder cannot be written or the disk is full.
    """
    files = {folder / paper.file_name: paper.file for paper in papers}
    for paper in papers:
        if paper.boxes:
            taken = {path.name for path in files}
            files[folder / beside(paper.file_name, " meterai.json", taken)] = paper.boxes
    return WrittenPapers(tuple(papers), stage(files))


def note_written(office: Office, agreement_id: UUID, written: WrittenPapers) -> list[Path]:
    """Log papers that were written and return their files, which only now get their names.

    So an original that is not on record never lies about; what cannot be logged is let go.
    """
    try:
        note_printed(office, agreement_id, written.papers)
    except OfficeError:
        written.files.discard()
        raise
    return written.files.place()[: len(written.papers)]


def note_printed(
    office: Office, agreement_id: UUID, papers: Sequence[SetPaper], *, copies: int = 1
) -> None:
    """Log papers, or the pages of them that were printed; an original locks and keeps its draft.

    Printed paper is a fact: no undo removes it from the log, and an original ends undo. The whole
    original is archived, also when only some of its pages were printed anew.
    """
    kept = {
        paper.choice.original_no: office.archive.put(paper.pdf)
        for paper in papers
        if paper.choice.state == "original"
    }
    final = bool(kept)
    kind: Kind = "cmd" if final else "system"
    with office.store.change(later("Print agreement"), final=final, kind=kind) as session:
        row = found(session, Agreement, agreement_id)
        session.add_all(_run(office, row, paper, copies) for paper in papers)
        if not kept:
            return
        keep_draft(office, session, row)
        for original in originals_of(session, agreement_id):
            if original.no in kept and original.sha256 != kept[original.no]:
                original.sha256 = kept[original.no]
        if row.stage is AgreementStage.DRAFT:
            row.stage = advance(row.stage, AgreementStage.FINAL)
        if row.locked_on is None:
            row.locked_on = office.today()
            row.paper = next(p.paper for p in papers if p.choice.state == "original")


def print_to_folder(
    office: Office,
    press: "Press",
    agreement_id: UUID,
    choices: Sequence[PaperChoice],
    folder: Path,
    *,
    pages: Sequence[int] = (),
) -> list[tuple[SetPaper, Path]]:
    """Print papers, or some of their pages, as PDF files and log them: one headless step.

    A paper that could not be written is never logged, and one that could not be logged never kept.
    """
    papers = set_papers(office, press, agreement_id, choices, pages=pages)
    paths = note_written(office, agreement_id, write_papers(papers, folder))
    return list(zip(papers, paths, strict=True))


def original_bytes(office: Office, agreement_id: UUID, original_no: int) -> bytes:
    """Return the archived PDF of a printed original, checked against its fingerprint."""
    with office.store.read() as session:
        original = numbered(session, agreement_id, original_no)
    if original.sha256 is None:
        raise RuleBroken(later("Original {number} has not been printed yet."), number=original_no)
    return office.archive.get(original.sha256)


def _run(office: Office, row: Agreement, paper: SetPaper, copies: int) -> PrintRun:
    return PrintRun(
        agreement_id=row.id,
        what=paper.choice.state,
        original_no=paper.choice.original_no,
        draft_no=paper.draft_no,
        paper=paper.paper,
        pages=paper.pages,
        copies=copies,
        fingerprint=paper.fingerprint,
        language=paper.language,
        marks=paper.marks,
        sheets=paper.sheets,
        sha256=hashlib.sha256(paper.pdf).hexdigest(),
        at=office.now(),
        by=office.user,
    )

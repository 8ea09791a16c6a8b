"""A paper of an agreement, set and ready to look at or to print."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.content import Overflow, Place, StampPlace
from kunjungan.documents.pdf.extracting import pages_of
from kunjungan.domain.alternat_text import printed_order
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.paper import Paper
from kunjungan.i18n import later
from kunjungan.services.agreement_content import PaperChoice, agreement_content, originals_of
from kunjungan.services.alternat import party_order
from kunjungan.services.clauses import clause_rows
from kunjungan.services.office import Office
from kunjungan.services.print_names import paper_name
from kunjungan.services.printed_pages import pages_changed, refuse_mixture
from kunjungan.services.rows import found
from kunjungan.services.stamp_boxes import stamp_boxes
from kunjungan.store.tables import Agreement

if TYPE_CHECKING:  # ReportLab is loaded by whoever prints, not at start
    from kunjungan.documents.agreement import Press


@dataclass(frozen=True, slots=True)
class SetPaper:
    """A paper ready to look at or to print; ``places`` are in mm from the page's top left.

    ``rows`` are the rows of the text (from 0) that the pieces of its places are of, in printed
    order. ``sheets`` are the pages wanted, empty for all; ``pdf`` always holds all. ``marks`` tell
    pages apart, ``language`` is that of a paper in one; ``boxes`` are the places of electronic
    stamps as JSON.
    """

    pdf: bytes
    pages: int
    choice: PaperChoice
    paper: Paper
    fingerprint: str
    draft_no: int
    file_name: str
    places: tuple[Place, ...] = ()
    stamps: tuple[StampPlace, ...] = ()
    missing: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    overflows: tuple[Overflow, ...] = ()
    language: str = ""
    sheets: tuple[int, ...] = ()
    boxes: bytes = b""
    rows: tuple[int, ...] = ()

    @property
    def file(self) -> bytes:
        """The PDF of the pages wanted."""
        return pages_of(self.pdf, self.sheets) if self.sheets else self.pdf


def set_paper(
    office: Office, press: "Press", session: Session, agreement_id: UUID, choice: PaperChoice
) -> SetPaper:
    """Return a paper as it is now; an original that was printed before is the archived one."""
    row = found(session, Agreement, agreement_id)
    content = agreement_content(office, session, agreement_id, choice)
    sheet = press.set_agreement(content)
    paper = SetPaper(
        sheet.pdf,
        sheet.pages,
        choice,
        content.paper,
        content.fingerprint,
        row.draft_no,
        "",
        sheet.places,
        sheet.stamps,
        sheet.missing,
        tuple(mark.lower() for mark in sheet.marks),
        sheet.overflows,
        content.languages[0] if len(content.languages) == 1 else "",
    )
    kept = _kept(session, row, choice)
    if kept is not None and content.paper is row.paper:
        paper = replace(paper, pdf=office.archive.get(kept), missing=(), overflows=())
    order = party_order(content)
    boxes = (
        stamp_boxes(content, order, paper.stamps, paper.pdf) if choice.state == "original" else b""
    )
    text = [(clause.level, clause.key) for clause in clause_rows(session, agreement_id)]
    return replace(paper, boxes=boxes, rows=tuple(printed_order(text, order)))


def of_pages(
    session: Session,
    row: Agreement,
    paper: SetPaper,
    pages: Sequence[int],
    taken: Collection[str],
) -> SetPaper:
    """Return a paper with its file's name, of some pages only where not all are wanted.

    Raises RuleBroken for pages it has not, and where an original would become a mixture.
    """
    wanted = tuple(sorted(set(pages)))
    if wanted and not 1 <= wanted[0] <= wanted[-1] <= paper.pages:
        raise RuleBroken(
            later("There is no page {page}; this paper has {count}."),
            page=wanted[0] if wanted[0] < 1 else wanted[-1],
            count=paper.pages,
        )
    sheets = wanted if len(wanted) < paper.pages else ()
    if sheets:
        refuse_mixture(paper.choice, changed_in(session, row.id, paper), sheets)
    name = paper_name(
        session, row, paper.choice, language=paper.language, pages=sheets, taken=taken
    )
    return replace(paper, sheets=sheets, file_name=name)


def changed_in(session: Session, agreement_id: UUID, paper: SetPaper) -> tuple[int, ...] | None:
    """Return the pages of a paper that changed since it was printed, None for all."""
    choice = replace(paper.choice, paper=paper.paper)
    return pages_changed(session, agreement_id, choice, paper.language, paper.marks)


def _kept(session: Session, row: Agreement, choice: PaperChoice) -> str | None:
    if choice.state != "original" or row.locked_on is None:
        return None
    by_no = {original.no: original.sha256 for original in originals_of(session, row.id)}
    return by_no.get(choice.original_no or 0)

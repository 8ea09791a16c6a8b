"""Printing: the same bytes for preview, file and printer, and a log of what was printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.documents.content import Place, StampPlace
from kunjungan.domain.agreements import KINDS
from kunjungan.domain.errors import OfficeError, RuleBroken
from kunjungan.domain.paper import Paper
from kunjungan.domain.stages import AgreementStage, advance
from kunjungan.exchange.files import Staged, safe_file_name, stage
from kunjungan.i18n import later
from kunjungan.services.agreement_content import PaperChoice, agreement_content, originals_of
from kunjungan.services.agreement_fields import party_facts
from kunjungan.services.office import Office
from kunjungan.services.print_rules import refuse_original, refuse_unprintable
from kunjungan.services.rows import found
from kunjungan.store.chain import Kind
from kunjungan.store.tables import Agreement, Original, PrintRun

if TYPE_CHECKING:  # ReportLab is loaded by whoever prints, not at start
    from kunjungan.documents.agreement import Press


@dataclass(frozen=True, slots=True)
class SetPaper:
    """A paper ready to look at or to print; ``places`` are in mm from the page's top left."""

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


@dataclass(frozen=True, slots=True)
class WrittenPapers:
    """Papers whose files stand whole on the disk, still without their names."""

    papers: tuple[SetPaper, ...]
    files: Staged


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One printing in the log; ``stale`` when the text has moved on since."""

    at: str
    by: str
    what: str
    original_no: int | None
    draft_no: int
    paper: Paper
    pages: int
    copies: int
    stale: bool


@dataclass(frozen=True, slots=True)
class OriginalLine:
    """An original as planned: who keeps it, in short, and whose signatures carry the stamp duty."""

    no: int
    holder: str
    stamps: tuple[int, ...]
    printed: bool


def new_press() -> "Press":
    """Return a press to set papers with; kept for a page, it remembers the lines it has set."""
    from kunjungan.documents.agreement import Press  # noqa: PLC0415  # ReportLab is slow to load

    return Press()


def preview(office: Office, press: "Press", agreement_id: UUID, choice: PaperChoice) -> SetPaper:
    """Return a paper as it would be printed now; nothing is stored.

    Anything may be previewed, also an original that is not ready yet.
    """
    with office.store.read() as session:
        return _set(office, press, session, agreement_id, choice)


def list_originals(office: Office, agreement_id: UUID) -> list[OriginalLine]:
    """Return an agreement's planned originals by number."""
    with office.store.read() as session:
        parties = party_facts(session, agreement_id)
        names = {f.row.id: f.body.short_name or f.body.name_id for f in parties}
        return [
            OriginalLine(o.no, names[o.holder_id], o.stamps, o.sha256 is not None)
            for o in originals_of(session, agreement_id)
        ]


def set_papers(
    office: Office, press: "Press", agreement_id: UUID, choices: Sequence[PaperChoice]
) -> list[SetPaper]:
    """Return papers to print now, each already checked.

    An original that was printed before comes out of the archive byte for byte. Raises
    NotFound for an original that is not planned and RuleBroken while an original is not ready,
    has letters that cannot be printed, or is on another format than those printed before.
    """
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        for choice in choices:
            if choice.state == "original":
                refuse_original(session, row, choice)
        papers = [_set(office, press, session, agreement_id, choice) for choice in choices]
    for paper in papers:
        if paper.choice.state == "original":
            refuse_unprintable(paper.missing)
    return papers


def write_papers(papers: Sequence[SetPaper], folder: Path) -> WrittenPapers:
    """Write papers as PDF files, all of them or none; they get their names once they are logged.

    Raises Unavailable when the folder cannot be written or the disk is full.
    """
    files = stage({folder / paper.file_name: paper.pdf for paper in papers})
    return WrittenPapers(tuple(papers), files)


def note_written(office: Office, agreement_id: UUID, written: WrittenPapers) -> list[Path]:
    """Log papers that were written and return their files, which only now get their names.

    So an original that is not on record never lies about; what cannot be logged is let go.
    """
    try:
        note_printed(office, agreement_id, written.papers)
    except OfficeError:
        written.files.discard()
        raise
    return written.files.place()


def note_printed(
    office: Office, agreement_id: UUID, papers: Sequence[SetPaper], *, copies: int = 1
) -> None:
    """Log papers that were printed; an original locks its draft and is archived.

    Printed paper is a fact: no undo removes it from the log, and an original ends undo.
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
        session.add_all(_runs(office, row, papers, copies))
        if not kept:
            return
        for original in originals_of(session, agreement_id):
            if original.no in kept and original.sha256 != kept[original.no]:
                original.sha256 = kept[original.no]
        if row.stage is AgreementStage.DRAFT:
            row.stage = advance(row.stage, AgreementStage.FINAL)
        if row.locked_on is None:
            row.locked_on = office.today()
            row.paper = next(p.paper for p in papers if p.choice.state == "original")


def list_prints(office: Office, agreement_id: UUID) -> list[PrintLine]:
    """Return what was printed of an agreement, the latest first."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        query = (
            select(PrintRun)
            .where(PrintRun.agreement_id == agreement_id)
            .order_by(col(PrintRun.at).desc())
        )
        runs = session.exec(query).all()
        now = agreement_content(office, session, agreement_id, PaperChoice()).fingerprint
    return [
        PrintLine(
            run.at.isoformat(timespec="minutes"),
            run.by,
            run.what,
            run.original_no,
            run.draft_no,
            run.paper,
            run.pages,
            run.copies,
            stale=run.fingerprint != now or run.draft_no != row.draft_no,
        )
        for run in runs
    ]


def _set(
    office: Office, press: "Press", session: Session, agreement_id: UUID, choice: PaperChoice
) -> SetPaper:
    row = found(session, Agreement, agreement_id)
    content = agreement_content(office, session, agreement_id, choice)
    name = _file_name(session, row, choice)
    kept = _kept(session, row, choice)
    if kept is not None and content.paper is row.paper:
        pdf = office.archive.get(kept)
        pages = press.set_agreement(content).pages
        return SetPaper(pdf, pages, choice, row.paper, content.fingerprint, row.draft_no, name)
    sheet = press.set_agreement(content)
    return SetPaper(
        sheet.pdf,
        sheet.pages,
        choice,
        content.paper,
        content.fingerprint,
        row.draft_no,
        name,
        sheet.places,
        sheet.stamps,
        sheet.missing,
    )


def _kept(session: Session, row: Agreement, choice: PaperChoice) -> str | None:
    if choice.state != "original" or row.locked_on is None:
        return None
    by_no = {original.no: original.sha256 for original in originals_of(session, row.id)}
    return by_no.get(choice.original_no or 0)


def _file_name(session: Session, row: Agreement, choice: PaperChoice) -> str:
    partners = [f.body.short_name or f.body.name_id for f in party_facts(session, row.id)[1:]]
    kind = KINDS[row.kind].name.id
    day = row.signing_on.isoformat() if row.signing_on else row.reference
    mark = {
        "original": f"asli {choice.original_no}",
        "draft": f"draf {row.draft_no}",
        "copy": "salinan",
    }[choice.state]
    return safe_file_name(f"{day} {kind} {', '.join(partners)} - {mark}", ".pdf")


def _runs(
    office: Office, row: Agreement, papers: Sequence[SetPaper], copies: int
) -> Iterator[PrintRun]:
    for paper in papers:
        yield PrintRun(
            agreement_id=row.id,
            what=paper.choice.state,
            original_no=paper.choice.original_no,
            draft_no=paper.draft_no,
            paper=paper.paper,
            pages=paper.pages,
            copies=copies,
            fingerprint=paper.fingerprint,
            at=office.now(),
            by=office.user,
        )


def print_to_folder(
    office: Office,
    press: "Press",
    agreement_id: UUID,
    choices: Sequence[PaperChoice],
    folder: Path,
) -> list[tuple[SetPaper, Path]]:
    """Print papers as PDF files and log them: the whole headless print in one step.

    A paper that could not be written is never logged, and one that could not be logged never kept.
    """
    papers = set_papers(office, press, agreement_id, choices)
    paths = note_written(office, agreement_id, write_papers(papers, folder))
    return list(zip(papers, paths, strict=True))


def original_bytes(office: Office, agreement_id: UUID, original_no: int) -> bytes:
    """Return the archived PDF of a printed original, checked against its fingerprint."""
    with office.store.read() as session:
        query = select(Original).where(
            Original.agreement_id == agreement_id, Original.no == original_no
        )
        row = session.exec(query).first()
    if row is None or row.sha256 is None:
        raise RuleBroken(later("Original {number} has not been printed yet."), number=original_no)
    return office.archive.get(row.sha256)

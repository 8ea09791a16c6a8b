"""Brings the papers of a pack out: all checked first, then written, then on record."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from kunjungan.domain.errors import OfficeError, RuleBroken, Unavailable
from kunjungan.exchange.files import Staged, stage
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.pack.changes import as_marks
from kunjungan.services.pack.contents import Pack, PackItem
from kunjungan.services.pack.making import PackPaper, PackWish, make_paper, paper_name
from kunjungan.services.printing import (
    WrittenPapers,
    note_printed,
    note_written,
    set_papers,
    write_papers,
)
from kunjungan.services.set_paper import SetPaper
from kunjungan.services.visum.recording import mark_printed
from kunjungan.store.tables import PrintRun

if TYPE_CHECKING:  # ReportLab is loaded by whoever prints, not at start
    from kunjungan.documents.agreement import Press

Wishes = Callable[[PackItem], PackWish]


@dataclass(frozen=True, slots=True)
class StagedPack:
    """Papers whose files stand whole on the disk, still without their names."""

    office: Office
    pack: Pack
    papers: tuple[PackPaper, ...]
    originals: tuple[tuple[UUID, WrittenPapers], ...]
    files: Staged

    def keep(self) -> list[tuple[PackPaper, Path]]:
        """Log the papers and give the files their names; what cannot be logged is let go."""
        paths: dict[tuple[UUID | None, int], Path] = {}
        days = [paper for paper in self.papers if paper.original is None]
        try:
            for agreement, written in self.originals:
                done = note_written(self.office, agreement, written)
                numbers = [made.choice.original_no or 0 for made in written.papers]
                paths |= {(agreement, no): path for no, path in zip(numbers, done, strict=True)}
            _note_days(self.office, self.pack, days)
        except OfficeError:
            self.discard()
            raise
        named = {paper.item.key: path for paper, path in zip(days, self.files.place(), strict=True)}
        return [
            (paper, named.get(paper.item.key) or paths[paper.item.agreement_id, paper.item.no])
            for paper in self.papers
        ]

    def discard(self) -> None:
        """Let the files go that have no name yet."""
        _discard([*(written.files for _, written in self.originals), self.files])


def make_ready(
    office: Office, press: "Press", pack: Pack, items: Iterable[PackItem], wish: Wishes
) -> list[PackPaper]:
    """Return papers to print now; those without anything to print are left out.

    Originals are checked by their own rules and come once.

    Raises:
        RuleBroken: something speaks against one of them; none is printed then.
        Unavailable: the office is open for reading only, so that no print could be logged.
    """
    office.refuse_looking_on()
    papers = []
    for item in items:
        paper = make_paper(office, press, pack, item, wish(item))
        refuse_blocked(paper)
        if paper.pages:
            papers.append(paper)
    return _checked(office, press, papers)


def make_what_can(
    office: Office, press: "Press", pack: Pack, wish: PackWish
) -> tuple[list[PackPaper], list[PackPaper]]:
    """Return all that is usual and can be printed now, and what something speaks against.

    Of originals only those count that were never printed.

    Raises:
        Unavailable: the office is open for reading only, so that no print could be logged.
    """
    office.refuse_looking_on()
    made = [
        make_paper(office, press, pack, item, wish)
        for item in pack.items
        if item.usual and not (wish.changed and item.day is None)
    ]
    blocked = [paper for paper in made if paper.blockers]
    ready = [paper for paper in made if paper.ready]
    return _checked(office, press, ready), blocked


def refuse_blocked(paper: PackPaper) -> None:
    """Raise RuleBroken with the first thing that speaks against printing a paper."""
    for first in paper.blockers[:1]:
        why = RuleBroken(first.message, **first.values)
        raise RuleBroken(later("{paper} cannot be printed: {why}"), paper=paper.item.name, why=why)


def stage_pack(office: Office, pack: Pack, papers: Sequence[PackPaper], folder: Path) -> StagedPack:
    """Write papers as PDF files with dated names, all of them or none; they are named later.

    Raises:
        Unavailable: the folder cannot be written or the disk is full.
    """
    originals: list[tuple[UUID, WrittenPapers]] = []
    days = [paper for paper in papers if paper.original is None]
    try:
        for agreement, sets in _by_agreement(papers):
            originals.append((agreement, write_papers(sets, folder)))
        files = stage(dict(_named(pack, days, folder)))
    except OfficeError as why:
        _discard(written.files for _, written in originals)
        raise Unavailable(later("{why} None of the papers was saved."), why=why) from why
    return StagedPack(office, pack, tuple(papers), tuple(originals), files)


def note_pack(office: Office, pack: Pack, papers: Sequence[PackPaper]) -> None:
    """Log papers that have come out of a printer; an original locks its draft."""
    for agreement, sets in _by_agreement(papers):
        note_printed(office, agreement, sets)
    _note_days(office, pack, [paper for paper in papers if paper.original is None])


def _checked(office: Office, press: "Press", papers: Sequence[PackPaper]) -> list[PackPaper]:
    """Return papers with each original as its own rules let it out."""
    checked: dict[tuple[UUID, int | None], SetPaper] = {}
    for agreement, sets in _by_agreement(papers):
        for paper in set_papers(office, press, agreement, [each.choice for each in sets]):
            checked[agreement, paper.choice.original_no] = paper
    return [
        replace(paper, original=made, pdf=made.file, pages=made.pages)
        if (key := paper.item.agreement_id) and (made := checked.get((key, paper.item.no)))
        else paper
        for paper in papers
    ]


def _by_agreement(papers: Iterable[PackPaper]) -> list[tuple[UUID, list[SetPaper]]]:
    found: dict[UUID, list[SetPaper]] = {}
    for paper in papers:
        if paper.original is not None and paper.item.agreement_id is not None:
            found.setdefault(paper.item.agreement_id, []).append(paper.original)
    return list(found.items())


def _named(pack: Pack, papers: Sequence[PackPaper], folder: Path) -> Iterable[tuple[Path, bytes]]:
    taken: set[str] = set()
    for paper in papers:
        name = paper_name(pack, paper, taken)
        taken.add(name)
        yield folder / name, paper.pdf


def _discard(staged: Iterable[Staged]) -> None:
    for files in staged:
        files.discard()


def _note_days(office: Office, pack: Pack, papers: Sequence[PackPaper]) -> None:
    if not papers:
        return
    with office.store.change(later("Print papers of the day"), kind="system") as session:
        session.add_all(_run(office, pack, paper) for paper in papers)
        for paper in papers:
            if paper.item.slug == "visum":
                mark_printed(session, [UUID(key) for key in paper.marks], office.now())


def _run(office: Office, pack: Pack, paper: PackPaper) -> PrintRun:
    marks = as_marks(paper.marks)
    return PrintRun(
        visit_id=pack.visit_id,
        what=paper.item.slug,
        paper=paper.paper,
        pages=paper.pages,
        copies=paper.copies,
        language=paper.language,
        fingerprint=hashlib.sha256("\n".join(marks).encode()).hexdigest(),
        marks=marks,
        sha256=hashlib.sha256(paper.pdf).hexdigest(),
        at=office.now(),
        by=office.user,
    )

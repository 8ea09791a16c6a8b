"""Makes the papers of a pack: as they are now, or only what has changed since printed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kunjungan.documents.pdf.extracting import pages_of
from kunjungan.domain.day_papers import DayPaper
from kunjungan.domain.errors import OfficeError
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Tongue
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.pages import page_mm
from kunjungan.services.day_papers.papers import make_day_paper
from kunjungan.services.office import Office
from kunjungan.services.pack.changes import Since, since_printed
from kunjungan.services.pack.contents import Pack, PackItem
from kunjungan.services.printing import preview
from kunjungan.services.set_paper import SetPaper

if TYPE_CHECKING:  # ReportLab is loaded by whoever prints, not at start
    from kunjungan.documents.agreement import Press


_NEAR_MM = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWish:
    """How a paper of the pack is wanted; what it has no use for is left as it is.

    ``paper`` and ``language`` None take those of its last print, else its usual ones, ``copies`` 0
    as many as are usual. ``sheet`` is a label
    sheet by its slug, ``first`` its first label that is still free. ``changed`` asks for nothing
    but what has changed since it was printed.
    """

    paper: Paper | None = None
    copies: int = 0
    language: Tongue | None = None
    sheet: str = ""
    first: int = 1
    changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPaper:
    """A paper of the pack as it can be printed now.

    ``marks`` are those of what is in ``pdf``; ``cards`` counts them where it has cards. ``since``
    tells what was printed before. An original has its ``original``. ``label_mm`` is the page of a
    label printer, which is none of our papers; ``language`` is that of a paper of the day.
    """

    item: PackItem
    pdf: bytes
    pages: int
    paper: Paper
    copies: int
    marks: Mapping[str, str] = field(default_factory=dict)
    since: Since = field(default_factory=Since)
    warnings: tuple[Warned, ...] = ()
    blockers: tuple[Warned, ...] = ()
    partial: bool = False
    original: SetPaper | None = None
    label_mm: tuple[float, float] | None = None
    language: str = ""

    @property
    def cards(self) -> int:
        """How many cards it has; 0 where it has none."""
        return len(self.marks) if self.item.day is not None and self.item.day.cards else 0

    @property
    def sheets(self) -> int:
        """How many sheets of paper come out, one side printed."""
        return self.pages * self.copies

    @property
    def ready(self) -> bool:
        """Whether there is something to print and nothing speaks against it."""
        return self.pages > 0 and not self.blockers


def make_paper(
    office: Office, press: "Press", pack: Pack, item: PackItem, wish: PackWish
) -> PackPaper:
    """Return a paper as it would be printed now; nothing is stored.

    What refuses to be made has no pages and its refusal as what speaks against it.
    """
    try:
        if item.day is None:
            return _original(office, press, item)
        return _day_paper(office, pack, item, item.day, wish)
    except OfficeError as refusal:
        why = (Warned("", refusal.message, refusal.values),)
        paper = wish.paper or item.papers[0]
        return PackPaper(item=item, pdf=b"", pages=0, paper=paper, copies=0, blockers=why)


def sample_page(office: Office, press: "Press", paper: PackPaper) -> bytes:
    """Return the first page of a paper, to try a printer with; of an original that of a draft."""
    item, pdf = paper.item, paper.pdf
    if item.agreement_id is not None:
        pdf = preview(office, press, item.agreement_id, PaperChoice(paper=paper.paper)).pdf
    return pages_of(pdf, [1])


def paper_name(pack: Pack, paper: PackPaper, taken: Collection[str] = ()) -> str:
    """Return the name of a paper's file: the day, what it is, the visit."""
    end = " - cetak ulang.pdf" if paper.partial else ".pdf"
    return safe_file_name(f"{pack.on} {paper.item.name.id} - {pack.visit}", end, taken)


def _original(office: Office, press: "Press", item: PackItem) -> PackPaper:
    assert item.agreement_id is not None
    made = preview(office, press, item.agreement_id, item.original)
    return PackPaper(
        item=item,
        pdf=made.pdf,
        pages=made.pages,
        paper=made.paper,
        copies=1,
        blockers=item.blockers,
        original=made,
    )


def _day_paper(
    office: Office, pack: Pack, item: PackItem, day: DayPaper, wish: PackWish
) -> PackPaper:
    asked = Wish(
        visit_id=pack.visit_id,
        paper=wish.paper or day.papers[0],
        language=wish.language or day.tongues[0],
        sheet=wish.sheet,
        first=wish.first,
    )
    made = make_day_paper(office, day.slug, asked)
    with office.store.read() as session:
        since = since_printed(session, pack.visit_id, day.slug, made.marks)
    if wish.changed:
        made = _changed(office, day, asked, made, since)
    return PackPaper(
        item=item,
        pdf=made.pdf,
        pages=made.pages,
        paper=asked.paper,
        copies=wish.copies or day.copies,
        marks=made.marks,
        since=since,
        warnings=made.warnings,
        blockers=made.blockers,
        partial=wish.changed and since.stale,
        label_mm=_label_page(made.pdf, asked.paper) if made.pdf else None,
        language=asked.language,
    )


def _label_page(pdf: bytes, paper: Paper) -> tuple[float, float] | None:
    """Return the size of pages that are not of a paper, whichever way it lies."""
    size = page_mm(pdf)
    pairs = zip(sorted(size), sorted(paper.size_mm), strict=True)
    return None if all(abs(mine - ours) < _NEAR_MM for mine, ours in pairs) else size


def _changed(office: Office, day: DayPaper, asked: Wish, made: Made, since: Since) -> Made:
    """Return only the cards or pages that must be printed again; nothing without any."""
    keys = since.changed if since.at is not None else frozenset()
    marks = {key: mark for key, mark in made.marks.items() if key in keys}
    if not marks:
        return Made(b"", 0, {})
    if day.cards:
        some = make_day_paper(office, day.slug, replace(asked, only=keys))
        return replace(some, marks=marks)
    pages = sorted(map(int, marks))
    return replace(made, pdf=pages_of(made.pdf, pages), pages=len(pages), marks=marks)

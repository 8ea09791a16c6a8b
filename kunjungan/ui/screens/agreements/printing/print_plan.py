"""What can be printed of an agreement, and what is ticked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kunjungan.domain.paper import Paper
from kunjungan.i18n import later, tr
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.language_values import language_name
from kunjungan.services.papers_offered import OfferedPaper
from kunjungan.ui.labels import screen_side

_PRINT = {
    "original": later("Print the original"),
    "originals": later("Print {count} originals"),
    "draft": later("Print the draft"),
    "copy": later("Print the copy"),
    "translation": later("Print the translation"),
    "papers": later("Print {count} papers"),
}
_SAVE = {
    "original": later("Save the original as PDF…"),
    "originals": later("Save {count} originals as PDF…"),
    "draft": later("Save the draft as PDF…"),
    "copy": later("Save the copy as PDF…"),
    "translation": later("Save the translation as PDF…"),
    "papers": later("Save {count} papers as PDF…"),
}
_NOTES = {
    "draft": later("to read and correct"),
    "copy": later("for the files"),
    "translation": later("not for signing"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper to print and its pages, all where there are none."""

    choice: PaperChoice
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintItem:
    """A paper to tick: its key, its words, and why it cannot be printed now."""

    key: str
    offered: OfferedPaper
    title: str
    note: str
    printed: bool = False
    blocked: bool = False

    @property
    def original(self) -> bool:
        """Whether it is one of the originals."""
        return self.offered.original is not None

    @property
    def original_no(self) -> int | None:
        """The number of an original."""
        return self.offered.choice.original_no

    @property
    def state(self) -> str:
        """Original, draft, copy or translation."""
        return self.offered.choice.state

    def choice(self, paper: Paper) -> PaperChoice:
        """Return what the services call it."""
        return replace(self.offered.choice, paper=paper)


def items_of(offered: Sequence[OfferedPaper], draft_no: int, *, blocked: bool) -> list[PrintItem]:
    """Return every paper of an agreement; what must wait for its text is blocked."""
    return [_item(paper, draft_no, blocked=blocked) for paper in offered]


def _item(paper: OfferedPaper, draft_no: int, *, blocked: bool) -> PrintItem:
    line, state = paper.original, paper.choice.state
    spoken = screen_side(language_name(paper.language)) if paper.language else ""
    if line is not None:
        note = tr("kept by {who}", who=line.holder)
        title = tr("Original {number}", number=line.no)
    else:
        note = tr(_NOTES[state])
        title = {
            "draft": tr("Draft {number}, marked DRAFT", number=draft_no),
            "copy": tr("Copy, marked COPY"),
            "translation": tr("Unofficial translation"),
        }[state]
    return PrintItem(
        f"{state}:{line.no if line else paper.language}",
        paper,
        title,
        f"{spoken}, {note}" if spoken else note,
        line is not None and line.printed,
        blocked and line is not None and not line.printed,
    )


def verb_of(items: Sequence[PrintItem], *, to_file: bool) -> str:
    """Return what the main button says: to print, or ``to_file`` to save as PDF."""
    words = _SAVE if to_file else _PRINT
    if len(items) == 1:
        return tr(words[items[0].state])
    all_originals = items and all(item.original for item in items)
    many = words["originals"] if all_originals else words["papers"]
    return tr(many, count=len(items))


def sheets_words(sheets: int, paper: Paper) -> str:
    """Return how many sheets the ticked papers take."""
    said = later("1 sheet of {paper}") if sheets == 1 else later("{count} sheets of {paper}")
    return tr(said, count=sheets, paper=paper.value.upper())

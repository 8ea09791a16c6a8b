"""What can be printed of an agreement, and what is ticked."""

from collections.abc import Sequence
from dataclasses import dataclass

from kunjungan.domain.paper import Paper
from kunjungan.i18n import later, tr
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.printing import OriginalLine, SetPaper

_PRINT = {
    "original": later("Print {count} originals"),
    "draft": later("Print the draft"),
    "copy": later("Print the copy"),
    "papers": later("Print {count} papers"),
}
_SAVE = {
    "original": later("Save {count} originals as PDF…"),
    "draft": later("Save the draft as PDF…"),
    "copy": later("Save the copy as PDF…"),
    "papers": later("Save {count} papers as PDF…"),
}


@dataclass(frozen=True, slots=True)
class PrintItem:
    """A paper to tick: its key, its words, and why it cannot be printed now."""

    key: str
    original_no: int | None
    title: str
    note: str
    printed: bool = False
    blocked: bool = False

    @property
    def original(self) -> bool:
        """Whether it is one of the originals."""
        return self.original_no is not None

    def choice(self, paper: Paper) -> PaperChoice:
        """Return what the services call it."""
        if self.original_no is not None:
            return PaperChoice(self.original_no, "original", paper)
        return PaperChoice(None, "copy" if self.key == "copy" else "draft", paper)


def items_of(originals: Sequence[OriginalLine], draft_no: int, *, blocked: bool) -> list[PrintItem]:
    """Return the originals, the marked draft and the marked copy."""
    found = [
        PrintItem(
            f"original:{line.no}",
            line.no,
            tr("Original {number}", number=line.no),
            tr("kept by {who}", who=line.holder),
            line.printed,
            blocked and not line.printed,
        )
        for line in originals
    ]
    draft = tr("Draft {number}, marked DRAFT", number=draft_no)
    found.append(PrintItem("draft", None, draft, tr("to read and correct")))
    found.append(PrintItem("copy", None, tr("Copy, marked COPY"), tr("for the files")))
    return found


def verb_of(items: Sequence[PrintItem], *, to_file: bool) -> str:
    """Return what the main button says: to print, or ``to_file`` to save as PDF."""
    count = len(items)
    words = _SAVE if to_file else _PRINT
    if items and all(item.original for item in items):
        sentence = words["original"]
    else:
        sentence = words[items[0].key if count == 1 else "papers"]
    return tr(sentence, count=count)


def sheets_words(papers: Sequence[SetPaper | None], copies: Sequence[int], paper: Paper) -> str:
    """Return how many sheets the ticked papers take."""
    sheets = sum(
        made.pages * times for made, times in zip(papers, copies, strict=True) if made is not None
    )
    return tr("{count} sheets of {paper}", count=sheets, paper=paper.value.upper())


def differences(first: SetPaper, second: SetPaper) -> list[str]:
    """Return where two originals differ; their text is the same word for word."""
    found = [tr("Foot of the page: number and keeper")]
    if {(s.party, s.page) for s in first.stamps} != {(s.party, s.page) for s in second.stamps}:
        found.append(tr("Duty stamp"))
    return found

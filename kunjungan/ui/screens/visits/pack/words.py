"""The words of the pack's dialog: groups, counts, what speaks against a paper."""

from collections.abc import Mapping, Sequence
from math import ceil
from types import MappingProxyType

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.day_papers.made import Warned
from kunjungan.services.pack.making import PackPaper
from kunjungan.ui.labels import refusal_words

TONGUES: Mapping[str, str] = MappingProxyType(
    {"id": later("Indonesian"), "en": later("English"), "both": later("Both")}
)
_PER_MINUTE = 18
"""Sheets that an office printer brings out in a minute (office practice)."""


def count_words(paper: PackPaper) -> str:
    """Return how much of a paper comes out: "F4 · 3 pp.", "42 cards · A4"."""
    pages = tr("1 p.") if paper.pages == 1 else tr("{count} pp.", count=paper.pages)
    words = f"{sheet_words(paper)} · {pages}"
    if paper.cards:
        cards = tr("1 card") if paper.cards == 1 else tr("{count} cards", count=paper.cards)
        words = f"{cards} · {sheet_words(paper)}"
    return f"{words} \N{MULTIPLICATION SIGN} {paper.copies}" if paper.copies > 1 else words


def sheet_words(paper: PackPaper) -> str:
    """Return what a paper is printed on: "F4", or the size of a label in mm."""
    if paper.label_mm is None:
        return paper.paper.value.upper()
    width, height = paper.label_mm
    return f"{width:.0f} \N{MULTIPLICATION SIGN} {height:.0f} mm"


def said(each: Warned) -> str:
    """Return a warning or a blocker as a sentence, with whom it is about."""
    words = refusal_words(RuleBroken(each.message, **each.values))
    return f"{each.who}: {words}" if each.who and each.who not in words else words


def total_words(papers: Sequence[PackPaper]) -> tuple[str, str]:
    """Return how many sheets come out, and of which paper, in what time, of how many documents."""
    sheets = sum(paper.sheets for paper in papers)
    minutes = max(1, ceil(sheets / _PER_MINUTE))
    parts = [
        ", ".join(_by_paper(papers)),
        tr("about {count} minutes", count=minutes) if minutes > 1 else tr("about a minute"),
        tr("1 document ticked")
        if len(papers) == 1
        else tr("{count} documents ticked", count=len(papers)),
    ]
    total = tr("1 sheet") if sheets == 1 else tr("{count} sheets", count=sheets)
    return total, " · ".join(parts)


def _by_paper(papers: Sequence[PackPaper]) -> list[str]:
    counted: dict[str, int] = {}
    for paper in papers:
        words = sheet_words(paper)
        counted[words] = counted.get(words, 0) + paper.sheets
    return [f"{words} {count}" for words, count in counted.items()]

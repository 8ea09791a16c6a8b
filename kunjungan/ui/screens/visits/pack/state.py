"""What is chosen in the pack's dialog: ticks, wishes, printers; and what was made of it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from PySide6.QtPrintSupport import QPrinterInfo

from kunjungan.domain.day_papers import PaperGroup
from kunjungan.domain.paper import Paper
from kunjungan.services.pack.contents import Pack, PackItem
from kunjungan.services.pack.making import PackPaper, PackWish
from kunjungan.ui.desk import Desk

FULL, CHANGED, ORIGINALS, GUESTS, NOTHING = "full", "changed", "originals", "guests", "nothing"
CHOSEN = "chosen"
"""What a person ticked differs from every choice that has a name."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A paper with how it is wanted, and the printer that it goes to."""

    item: PackItem
    wish: PackWish
    printer: str


class PackState:
    """The choices of one dialog; what is blocked is never ticked."""

    def __init__(self, desk: Desk, pack: Pack, slugs: Collection[str] = ()) -> None:
        self.pack = pack
        self._desk = desk
        self.made: dict[str, PackPaper] = {}
        self.ticked: set[str] = set()
        self._wishes = {item.key: PackWish() for item in pack.items}
        self._printers: dict[str, str] = {}
        self.named = FULL
        self._slugs = frozenset(slugs)
        self._recall()
        self.choose(CHANGED if "changed" in slugs else CHOSEN if slugs else FULL)

    def choose(self, named: str) -> None:
        """Tick what has this name; what is not made yet follows when it is."""
        self.named = named
        for item in self.pack.items:
            if item.day is not None and self.wish(item).changed is not (named == CHANGED):
                self.change(item, replace(self.wish(item), changed=named == CHANGED))
        self.ticked = {item.key for item in self.pack.items if self._belongs(item)}

    def toggle(self, item: PackItem) -> None:
        """Tick or untick a paper; one that is blocked stays as it is."""
        if not self.blocked(item):
            self.named = CHOSEN
            self.ticked ^= {item.key}

    def tick_all(self) -> None:
        """Tick everything that is not blocked."""
        self.named = CHOSEN
        self.ticked = {item.key for item in self.pack.items if not self.blocked(item)}

    def blocked(self, item: PackItem) -> bool:
        """Say whether something speaks against a paper."""
        made = self.made.get(item.key)
        return bool(item.blockers or (made is not None and not made.ready))

    def take(self, paper: PackPaper) -> None:
        """Keep what was made of a paper; one that cannot be printed loses its tick."""
        key = paper.item.key
        self.made[key] = paper
        if self.named != CHOSEN and self._belongs(paper.item):
            self.ticked.add(key)
        if self.blocked(paper.item):
            self.ticked.discard(key)

    def wish(self, item: PackItem) -> PackWish:
        """Return how a paper is wanted."""
        return self._wishes[item.key]

    def change(self, item: PackItem, wish: PackWish) -> None:
        """Want a paper otherwise; what was made of it is no longer it."""
        self._wishes[item.key] = wish
        self.made.pop(item.key, None)

    def printer(self, item: PackItem) -> str:
        """Return the printer that a paper goes to."""
        return self._printers.get(item.slug) or QPrinterInfo.defaultPrinterName()

    def send_to(self, item: PackItem, printer: str) -> None:
        """Print papers of this kind on another printer."""
        self._printers[item.slug] = printer

    def chosen(self) -> Iterator[Chosen]:
        """Yield what is ticked, in the order of printing."""
        for item in self.pack.items:
            if item.key in self.ticked:
                yield Chosen(item, self._wishes[item.key], self.printer(item))

    def papers(self) -> list[PackPaper]:
        """Return what was made of what is ticked."""
        return [self.made[each.item.key] for each in self.chosen() if each.item.key in self.made]

    @property
    def complete(self) -> bool:
        """Whether everything ticked has been made."""
        return self.ticked <= self.made.keys()

    def remember(self) -> None:
        """Keep on this desk how each paper of the day was printed (UX 10)."""
        rows = {row[0]: row for row in self._desk.settings.day_papers}
        for each in self.chosen():
            if each.item.day is not None:
                paper = each.wish.paper or each.item.papers[0]
                slug, copies = each.item.slug, each.wish.copies
                rows[slug] = (slug, each.printer, paper.value, copies)
        self._desk.change(day_papers=tuple(rows.values()))

    def _recall(self) -> None:
        known = set(QPrinterInfo.availablePrinterNames())
        kept = {row[0]: row[1:] for row in self._desk.settings.day_papers}
        for item in self.pack.items:
            printer, paper, copies = kept.get(item.slug, ("", "", 0))
            if printer in known:
                self._printers[item.slug] = printer
            if paper in item.papers and item.day is not None:
                last = None if item.printed else Paper(paper)  # compared with what lies there
                wish = PackWish(paper=last, copies=max(0, min(copies, 999)))
                self._wishes[item.key] = wish

    def _belongs(self, item: PackItem) -> bool:
        """Say whether a paper belongs to what is named."""
        if (self.blocked(item) and item.key in self.made) or item.blockers:
            return False
        made = self.made.get(item.key)
        return {
            FULL: item.usual,
            CHANGED: made is not None and made.partial,
            ORIGINALS: item.group is PaperGroup.ORIGINALS and item.usual,
            GUESTS: item.group is PaperGroup.GUESTS,
            CHOSEN: item.slug in self._slugs,
        }.get(self.named, False)

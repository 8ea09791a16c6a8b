"""The papers of an agreement to tick, originals first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.set_paper import SetPaper
from kunjungan.ui.screens.agreements.printing.print_plan import PrintItem
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group


class PrintList(QWidget):
    """Space or a click ticks; what is blocked cannot be ticked and says why.

    Where it is ``narrow``, the pages stand with each title, not beside it.

    Signals:
        ticked: Something was ticked or unticked.
        picked: Another paper is current; carries it.
    """

    ticked = Signal()
    picked = Signal(object)

    def __init__(
        self,
        items: Sequence[PrintItem],
        ticked: set[str],
        blocking: int,
        parent: QWidget,
        *,
        narrow: bool = False,
    ) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._items = items
        self._ticked = ticked
        self._blocking = blocking
        self._papers: dict[str, SetPaper] = {}
        columns: list[Column[PrintItem]] = [Column(tr("Document"), self._title)]
        if not narrow:
            width = 114 if blocking else 76
            columns.append(Column(tr("Pages"), self._pages, width=width, align=Align.RIGHT))
        self.table = DataTable(columns, key=lambda item: item.key, two_lines=True, parent=self)
        self.table.view.setAccessibleName(tr("Papers to choose from"))
        self.table.toggled.connect(self._on_toggled)
        self.table.opened.connect(self._on_toggled)
        self.table.picked.connect(self.picked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)
        self._refresh()
        self.table.select(next((item.key for item in self.items()), items[0].key))

    def items(self) -> list[PrintItem]:
        """Return what is ticked."""
        return [item for item in self._items if item.key in self._ticked]

    def show_papers(self, papers: dict[str, SetPaper]) -> None:
        """Show how many pages each paper has."""
        self._papers = papers
        self._refresh()

    def _refresh(self) -> None:
        self.table.show_rows(self._items, group=self._group)

    def _group(self, item: PrintItem) -> Group:
        if not item.original:
            return Group(tr("Drafts and copies"))
        ticked = sum(one.original for one in self.items())
        return Group(tr("Originals"), tr("{count} ticked", count=ticked))

    def _title(self, item: PrintItem) -> Cell:
        pages = self._pages(item) if self._narrow else Cell("")
        return Cell(
            " · ".join(filter(None, (item.title, pages.text))),
            chip=pages.chip,
            detail=tr("{note}, printed before", note=item.note) if item.printed else item.note,
            checked=item.key in self._ticked,
            quiet=item.blocked,
            tip=f"{item.title}, {item.note}",
        )

    def _pages(self, item: PrintItem) -> Cell:
        if item.blocked:
            words = tr("{count} blocking", count=self._blocking)
            return Cell("", chip=ChipText(words, Tone.BAD))
        paper = self._papers.get(item.key)
        return Cell(tr("{count} pp.", count=paper.pages) if paper else "", quiet=True)

    @Slot(object)
    def _on_toggled(self, item: PrintItem) -> None:
        if item.blocked:
            return
        self._ticked ^= {item.key}
        self._refresh()
        self.ticked.emit()

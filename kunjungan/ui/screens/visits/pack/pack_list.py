"""The papers of a pack to tick, group by group, and what keeps some of them back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from kunjungan.i18n import tr
from kunjungan.services.pack.contents import PackItem
from kunjungan.services.pack.making import PackPaper
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.pack.state import (
    CHANGED,
    CHOSEN,
    FULL,
    GUESTS,
    NOTHING,
    ORIGINALS,
    PackState,
)
from kunjungan.ui.screens.visits.pack.words import count_words, said
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import column, framed, row
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group


class PackList(QFrame):
    """Space or a click ticks; what is blocked cannot be ticked and says why.

    Where it is ``narrow``, how much comes out stands under each name, not beside it.

    Signals:
        ticked: Something was ticked or unticked.
        renamed: Another choice with a name was made; papers may have to be made anew.
        picked: Another paper is current; carries it.
        blockers_wanted: What keeps an original back is wanted; carries the original.
    """

    ticked = Signal()
    renamed = Signal()
    picked = Signal(object)
    blockers_wanted = Signal(object)

    def __init__(self, state: PackState, parent: QWidget, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self._state = state
        self._narrow = narrow
        self.named = ChoiceField(
            [
                (FULL, tr("Full event pack")),
                (CHANGED, tr("Changed since printed")),
                (ORIGINALS, tr("Originals")),
                (GUESTS, tr("Papers of the guests")),
                (NOTHING, tr("Nothing")),
                (CHOSEN, tr("Own choice")),
            ],
            self,
        )
        self.named.setAccessibleName(tr("What is printed"))
        columns: list[Column[PackItem]] = [Column(tr("Document"), self._title)]
        if not narrow:
            columns.append(Column(tr("Pages"), self._count, width=110, align=Align.RIGHT))
        self.table = DataTable(columns, key=lambda item: item.key, two_lines=narrow, parent=self)
        self.table.view.setAccessibleName(tr("Papers to choose from"))
        self._why = Notice(Tone.BAD, "", self)
        self._show = button(tr("Show why"), self._ask_why, kind="link", parent=self)
        self._foot = framed(row(self._why, self._show, margins=(12, 6, 12, 8)), self)
        remarks = [Notice(Tone.WARN, said(each), self) for each in state.pack.remarks]
        head = framed(column(self.named, *remarks, margins=(12, 8, 12, 8)), self)
        self.setLayout(column(head, self.table, self._foot, spacing=0))
        self.setFocusProxy(self.table)
        self._connect()
        self.refresh()
        self.table.settle()

    def refresh(self) -> None:
        """Show what is ticked, how much of each comes out, and what is blocked."""
        self.named.blockSignals(True)
        self.named.set_value(self._state.named)
        self.named.blockSignals(False)
        self.table.show_rows(self._state.pack.items, group=self._group)
        blocked = [item for item in self._state.pack.items if item.blockers]
        self._foot.setVisible(bool(blocked))
        if blocked:
            self._why.show_text(tr("{paper} is not ready.", paper=screen_side(blocked[0].name)))

    def _connect(self) -> None:
        self.named.changed.connect(self._on_named)
        self.table.toggled.connect(self._on_toggled)
        self.table.opened.connect(self._on_toggled)
        self.table.picked.connect(self.picked)
        every = QShortcut(QKeySequence.StandardKey.SelectAll, self.table, self._tick_all)
        every.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _group(self, item: PackItem) -> Group:
        own = [one for one in self._state.pack.items if one.group is item.group]
        ticked = sum(one.key in self._state.ticked for one in own)
        return Group(label(item.group), tr("{count} ticked", count=ticked))

    def _title(self, item: PackItem) -> Cell:
        blocked = self._state.blocked(item)
        return Cell(
            screen_side(item.name),
            detail=self._count(item).words if self._narrow else "",
            checked=item.key in self._state.ticked,
            quiet=blocked,
            tip=self._reasons(item) or screen_side(item.name),
        )

    def _count(self, item: PackItem) -> Cell:
        made = self._state.made.get(item.key)
        blockers = len(item.blockers) or (len(made.blockers) if made else 0)
        if blockers:
            chip = ChipText(tr("{count} blocking", count=blockers), Tone.BAD)
            return Cell("", chip=chip, tip=self._reasons(item))
        if made is None:
            return Cell("…", quiet=True)
        if not made.pages:
            return Cell(tr("unchanged"), quiet=True)
        if made.since.stale and not made.partial:
            words = tr("{count} changed", count=len(made.since.changed))
            return Cell("", chip=ChipText(words, Tone.WARN), tip=count_words(made))
        return Cell(count_words(made), quiet=True)

    def _reasons(self, item: PackItem) -> str:
        made: PackPaper | None = self._state.made.get(item.key)
        blockers = item.blockers or (made.blockers if made else ())
        return "\n".join(map(said, blockers))

    @Slot()
    def _on_named(self) -> None:
        self._state.choose(self.named.value())
        self.refresh()
        self.renamed.emit()

    @Slot()
    def _tick_all(self) -> None:
        self._state.tick_all()
        self.refresh()
        self.ticked.emit()

    @Slot(object)
    def _on_toggled(self, item: PackItem) -> None:
        self._state.toggle(item)
        self.refresh()
        self.ticked.emit()

    def _ask_why(self) -> None:
        blocked = [item for item in self._state.pack.items if item.blockers]
        if blocked:
            self.blockers_wanted.emit(blocked[0])

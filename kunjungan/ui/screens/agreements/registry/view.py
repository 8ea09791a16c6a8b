"""The register of agreements: every one, what state it is in, when it ends, what has to follow."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.life import AgreementStatus
from kunjungan.i18n import tr
from kunjungan.services.registry.lines import register_lines
from kunjungan.services.registry.narrowing import narrowed, search_text
from kunjungan.services.registry.reminders import due
from kunjungan.services.registry.row import RegisterRow
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.agreements.registry.bottom_card import REMINDERS, BottomCard
from kunjungan.ui.screens.agreements.registry.columns import columns
from kunjungan.ui.screens.agreements.registry.commands import RegistryCommands
from kunjungan.ui.screens.agreements.registry.exchange_commands import ExchangeCommands
from kunjungan.ui.screens.agreements.registry.filter_bar import FilterBar
from kunjungan.ui.widgets.column_memory import ColumnsDialog, remember_columns
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import CARD_GAP, PAGE_PAD
from kunjungan.ui.widgets.table_copy import rows_as_text

NAME = "register"
TABLES = frozenset(
    {"agreement", "agreement_visit", "party", "clause", "original", "signature", "register_entry",
     "institution", "setting", "visit", "task", "reminder"}
)  # fmt: skip
"""What the register is read from."""
MENU = (
    "agreement.renew", "agreement.end", "agreement.chain", "register.facts", None, "page.copy",
    "register.columns", None, "agreement.remove",
)  # fmt: skip
_BOTTOM, _SHARE, _MOST = 205, 0.42, 0.7
"""The card under the list: its usual height in pixels, and its share of a low and of any window."""
_PANES = "register.panes"


class RegisterView(QWidget):
    """All agreements, narrowed by state, kind, field, year and words, over what ends when.

    Signals:
        opened: An agreement was asked for; carries its id.
        picked: Another row is current; carries its row or None.
        changed: The agreements were read anew.
    """

    opened = Signal(object)
    picked = Signal(object)
    changed = Signal()

    def __init__(self, context: ScreenContext, commands: RegistryCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._commands = commands
        self.rows: Sequence[RegisterRow] = ()
        self.shown: Sequence[RegisterRow] = ()
        self.book: dict[UUID, RegisterRow] = {}
        self._keys: dict[object, str] = {}
        self.due = 0
        self.filters = FilterBar(context.desk, self)
        self.search = self.filters.search
        self.segments = self.filters.segments
        self.table = DataTable(columns(self.book), key=lambda row: row.id, parent=self)
        self.bottom = BottomCard(context, self)
        self.exchange = ExchangeCommands(context, lambda: self.shown, self)
        self._panes = QSplitter(Qt.Orientation.Vertical, self)
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read the agreements anew."""
        office = self._context.office
        self.rows = register_lines(office)
        reminders = due(office)
        self.due = len(reminders)
        self._keys = {}
        self.book.clear()
        self.book.update({row.id: row for row in self.rows})
        self.filters.show_rows(self.rows)
        self.bottom.show_rows(self.rows, reminders)
        self._show()
        self.changed.emit()

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what each command does here now."""
        found: dict[str, Callable[[], None]] = {
            "page.filter": self.search.setFocus,
            "page.refresh": self.reload,
            "register.columns": self._ask_columns,
            "register.reminders": self.show_reminders,
            "agreement.next_pane": partial(self._step, 1),
            "agreement.previous_pane": partial(self._step, -1),
            **self.exchange.answers(),
        }
        if self.filters.narrow:
            found["register.clear"] = self.filters.clear
        row = self.table.current()
        if row is not None:
            found |= self._commands.answers(row.id)
            found["page.copy"] = self._copy
        return found

    def show_reminders(self) -> None:
        """Show what is due, with the keyboard in it."""
        self.bottom.turn_to(REMINDERS)

    def remember(self) -> dict[str, object]:
        """Return words, selection and scroll; the filter is kept by itself."""
        return {"search": self.search.text(), "table": self.table.remember()}

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        words, table = state.get("search"), state.get("table")
        if isinstance(words, str) and words != self.search.text():
            self.search.setText(words)
            self._show()
        if isinstance(table, dict):
            self.table.recall(table)

    def _build(self) -> None:
        remember_columns(self.table, self._context.desk, NAME)
        self.table.set_menu(MENU, self._context.commands)
        self.table.view.addAction(self._context.commands["agreement.renew"])
        self._panes.addWidget(self.table)
        self._panes.addWidget(self.bottom)
        self._panes.setHandleWidth(CARD_GAP)
        self._panes.setStretchFactor(0, 1)
        self._panes.setStretchFactor(1, 0)
        self._panes.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_PAD, 2, PAGE_PAD, 12)
        layout.setSpacing(10)
        layout.addWidget(self.filters)
        layout.addWidget(self._panes, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filters.changed.connect(self._show)
        copying = QShortcut(
            QKeySequence(QKeySequence.StandardKey.Copy), self.table.view, self._copy
        )
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.table.opened.connect(lambda row: self.opened.emit(row.id))
        self.table.picked.connect(self.picked)
        self.bottom.opened.connect(self.opened)
        self.bottom.reminders.renewal_wanted.connect(self._commands.renew)
        self._context.news.new_day.connect(self._on_new_day)
        self._panes.splitterMoved.connect(self._keep_panes)

    @Slot()
    def _show(self) -> None:
        wanted = self.filters.wanted()
        if wanted.words and not self._keys:
            self._keys = {row.id: search_text(row) for row in self.rows}
        self.shown = narrowed(self.rows, wanted, self._keys or None)
        self._say_empty()
        self.table.show_rows(self.shown)
        if not self.rows:
            self.table.set_footer("")
            return
        words = tr("{shown} of {count} shown", shown=len(self.shown), count=len(self.rows))
        if self.table.arrangement().sort is None:
            words = tr("{shown} · what needs action first", shown=words)
        hints = [("Enter", tr("open")), ("P", tr("extend")), ("Ctrl+F", tr("filter"))]
        self.table.set_footer(words, hints=hints)

    def _say_empty(self) -> None:
        if self.rows:
            clear = self._context.commands["register.clear"]
            self.table.show_empty("search", tr("Nothing fits"), "", clear)
            return
        commands = self._context.commands
        self.table.show_empty(
            "document_edit",
            tr("No agreements yet"),
            tr("Import the old register from Excel, or draft an agreement."),
            commands["agreement.draft"],
        )

    def _copy(self) -> None:
        """Put the selected rows on the clipboard, a line each, cells apart by tabs."""
        QGuiApplication.clipboard().setText(rows_as_text(self.table))
        self._context.toast(tr("Copied"))

    def _ask_columns(self) -> None:
        dialog = ColumnsDialog(self.table, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _step(self, by: int) -> None:
        """Take the keyboard to the next of list, card and search."""
        steps = [self.table.setFocus, self.bottom.take_keyboard, self.search.setFocus]
        parts: list[QWidget] = [self.table, self.bottom, self.filters]
        here = next((at for at, part in enumerate(parts) if part.isAncestorOf(_focus(self))), -by)
        steps[(here + by) % len(steps)]()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        kept = [height for of, _, height, _ in self._context.desk.settings.columns if of == _PANES]
        room = self._panes.height()
        bottom = min(kept[0] if kept else _BOTTOM, round(room * (_MOST if kept else _SHARE)))
        self._panes.setSizes([room - bottom, bottom])

    @Slot()
    def _keep_panes(self, *_: int) -> None:
        """Keep the height of the card under the list for the next start."""
        others = [row for row in self._context.desk.settings.columns if row[0] != _PANES]
        height = self._panes.sizes()[1]
        self._context.desk.change(columns=(*others, (_PANES, "bottom", height, True)))

    @Slot()
    def _on_new_day(self) -> None:
        if self.isVisible():
            self.reload()


def summary_of(rows: Sequence[RegisterRow]) -> str:
    """Return the register in one line."""
    counts = Counter(row.status for row in rows)
    return tr(
        "{force} in force · {ending} ending soon · {drafts} in preparation",
        force=counts[AgreementStatus.IN_FORCE],
        ending=counts[AgreementStatus.ENDING],
        drafts=counts[AgreementStatus.DRAFT] + counts[AgreementStatus.IN_PROCESS],
    )


def _focus(parent: QWidget) -> QWidget:
    return parent.window().focusWidget() or parent

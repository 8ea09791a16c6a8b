"""The right side of the editor: paper, readiness and facts, as tabs or one over the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.preflight import Finding
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.agreements.facts.facts_pane import FactsPane
from kunjungan.ui.screens.agreements.findings.ready_pane import ReadyPane
from kunjungan.ui.screens.agreements.text.preview_pane import PreviewPane
from kunjungan.ui.widgets.layouts import rule
from kunjungan.ui.widgets.tabs import Tab, TabRow

PREVIEW, READY, FACTS = "preview", "ready", "facts"
KEYS = (PREVIEW, READY, FACTS)


class SidePane(QFrame):
    """Three panes; where the window is wide, paper and readiness are seen together.

    Signals:
        moved_to: Another tab is shown; carries its key.
    """

    moved_to = Signal(str)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "pane")
        self.preview = PreviewPane(context, self)
        self.ready = ReadyPane(self)
        self.facts = FactsPane(self)
        self._tabs = TabRow(self)
        self._tabs.tab_chosen.connect(self._on_tab)
        self._together = False
        self._blocking: int | None = None
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.preview)
        self._pages = QStackedWidget(self)
        for page in (self._split, self.ready, self.facts):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(rule(self))
        layout.addWidget(self._pages, 1)
        self._name_tabs()

    @property
    def tab(self) -> str:
        """The key of the tab shown."""
        return self._tabs.value()

    def show_tab(self, key: str) -> None:
        """Show a pane by its key; an unknown key changes nothing."""
        if key not in KEYS:
            return
        wanted = PREVIEW if self._together and key == READY else key
        self._tabs.set_value(wanted)
        self._show(wanted)

    def show_findings(self, findings: Sequence[Finding] | None, *, is_open: bool) -> None:
        """Show what stands before the originals, and count it on its tab; None is not known."""
        self._blocking = len(findings) if is_open and findings else None
        self.ready.show_findings(findings, is_open=is_open)
        self._name_tabs()

    def show_together(self, *, together: bool) -> None:
        """Show paper and readiness one over the other, or as tabs."""
        if together == self._together:
            return
        self._together = together
        tab = self.tab
        if together:
            self._split.addWidget(self.ready)
            self._split.setSizes([700, 300])
            self.ready.show()
        else:
            self._pages.insertWidget(1, self.ready)
        self._name_tabs()
        self.show_tab(tab)

    def step(self, by: int) -> None:
        """Go on to another tab."""
        self._tabs.step(by)

    def _name_tabs(self) -> None:
        tabs = [Tab(PREVIEW, tr("Preview")), Tab(FACTS, tr("Parties & data"))]
        if not self._together:
            tabs.insert(1, Tab(READY, tr("Ready to print?"), self._blocking))
        self._tabs.show_tabs(tabs)

    def _show(self, key: str) -> None:
        panes = {PREVIEW: self._split, READY: self.ready, FACTS: self.facts}
        self._pages.setCurrentWidget(panes[key])

    @Slot(str)
    def _on_tab(self, key: str) -> None:
        self._show(key)
        self.moved_to.emit(key)

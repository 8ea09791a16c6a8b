"""The three panes of an agreement's page: where there is room for which, and how wide."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from kunjungan.ui.screens.agreements.editor import Editor
from kunjungan.ui.screens.agreements.outline import WIDTH, Outline
from kunjungan.ui.screens.agreements.side_pane import SidePane

_TOGETHER_FROM = 1400
_OUTLINE_FROM = 1150
_SIDE, _WIDE_SIDE = 342, 500
_LETTERS, _WIDE_LETTERS = 13, 14


class Panes:
    """Structure, text and paper side by side; the structure goes first where it is narrow."""

    def __init__(self, outline: Outline, editor: Editor, side: SidePane, parent: QWidget) -> None:
        self._outline = outline
        self._editor = editor
        self._side = side
        self._wanted: bool | None = None
        self._wide = False
        self._width = 0
        self.split = QSplitter(Qt.Orientation.Horizontal, parent)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        for pane in (outline, editor, side):
            self.split.addWidget(pane)
        self.split.setSizes([WIDTH, 600, _SIDE])
        self.split.setStretchFactor(1, 1)
        outline.setMinimumWidth(140)
        side.setMinimumWidth(300)

    def step(self, by: int) -> None:
        """Bring the keyboard into the next pane."""
        rows = self._editor.rows
        panes = [pane for pane in (self._outline, rows, self._side) if pane.isVisible()]
        focus = self.split.window().focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), 1)
        panes[(here + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_outline(self) -> None:
        """Show the structure, or hide it."""
        self._wanted = not self._outline.isVisible()
        self.fit(self._width)

    def fit(self, width: int) -> None:
        """Show what there is room for in so many pixels."""
        self._width = width
        self._widen(wide=width >= _TOGETHER_FROM)
        wanted = self._wanted
        self._outline.setVisible(width >= _OUTLINE_FROM if wanted is None else wanted)

    def remember(self) -> dict[str, object]:
        """Return the widths and whether the structure was asked for."""
        return {"panes": self.split.sizes(), "outline": self._wanted}

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to what ``remember`` returned."""
        if isinstance(outline := state.get("outline"), bool):
            self._wanted = outline
            self.fit(self._width)
        if isinstance(panes := state.get("panes"), list):
            self.split.setSizes([panes[0] or WIDTH, *panes[1:]])

    def _widen(self, *, wide: bool) -> None:
        """Take the larger type and the larger paper where there is room, and go back from them."""
        if wide == self._wide:
            return
        self._wide = wide
        self._side.show_together(together=wide)
        side = _WIDE_SIDE if wide else _SIDE
        self.split.setSizes([WIDTH, self._width - WIDTH - side, side])
        self._editor.rows.set_zoom(_WIDE_LETTERS if wide else _LETTERS)

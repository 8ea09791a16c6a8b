"""The three panes of an agreement's page: where there is room for which, and how wide."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from kunjungan.ui.screens.agreements.text.editor import Editor
from kunjungan.ui.screens.agreements.text.outline import WIDTH, Outline
from kunjungan.ui.screens.agreements.text.side_pane import SidePane

_TOGETHER_FROM = 1600
SIDE_FROM = 1024
_OUTLINE_FROM = 1150
_SIDE, _WIDE_SIDE = 342, 520
_LETTERS, _WIDE_LETTERS = 13, 14


class Panes:
    """Structure, text and paper side by side; the structure goes first where it is narrow."""

    def __init__(self, outline: Outline, editor: Editor, side: SidePane, parent: QWidget) -> None:
        self._outline = outline
        self._editor = editor
        self._side = side
        self._wanted: bool | None = None
        self._side_wanted = False
        self._wide = False
        self._width = 0
        self._widths = [WIDTH, 600, _SIDE]
        self.split = QSplitter(Qt.Orientation.Horizontal, parent)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        for pane in (outline, editor, side):
            self.split.addWidget(pane)
        self.split.setSizes(self._widths)
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

    def turn_side(self) -> None:
        """Show paper, readiness and data, or hide them where there is no room for all."""
        self._side_wanted = not self._side.isVisible()
        self.fit(self._width)

    def open_side(self) -> None:
        """Show paper, readiness and data, however narrow it is."""
        if self._side.isHidden():
            self._side_wanted = True
            self.fit(self._width)

    def fit(self, width: int) -> None:
        """Show what there is room for in so many pixels of a window so wide as it is."""
        self._note_widths()
        self._width, window = width, self.split.window().width()
        self._widen(wide=window >= _TOGETHER_FROM)
        wanted = self._wanted
        self._outline.setVisible(width >= _OUTLINE_FROM if wanted is None else wanted)
        self._side.setVisible(window >= SIDE_FROM or self._side_wanted)

    def remember(self) -> dict[str, object]:
        """Return the widths and whether the structure was asked for."""
        self._note_widths()
        return {"panes": self._widths, "outline": self._wanted}

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to what ``remember`` returned."""
        if isinstance(outline := state.get("outline"), bool):
            self._wanted = outline
            self.fit(self._width)
        if isinstance(panes := state.get("panes"), list):
            self._widths = panes
            self.split.setSizes(panes)

    def _note_widths(self) -> None:
        """Note how wide each pane is; one that is hidden keeps the width it had."""
        pairs = zip(self.split.sizes(), self._widths, strict=True)
        self._widths = [now or before for now, before in pairs]

    def _widen(self, *, wide: bool) -> None:
        """Take the larger type and the larger paper where there is room, and go back from them."""
        if wide == self._wide:
            return
        self._wide = wide
        self._side.show_together(together=wide)
        side = _WIDE_SIDE if wide else _SIDE
        self.split.setSizes([WIDTH, self._width - WIDTH - side, side])
        self._editor.rows.set_zoom(_WIDE_LETTERS if wide else _LETTERS)

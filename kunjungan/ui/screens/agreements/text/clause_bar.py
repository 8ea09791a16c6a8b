"""The tools over the text: undo, emphasis, new rows, fields, and how far the translation is."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget
from typing_extensions import override

from kunjungan.i18n import later, tr
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.rows.third import Third
from kunjungan.ui.screens.agreements.text.panes import SIDE_FROM
from kunjungan.ui.screens.agreements.text.sections import Lack
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import CommandButton, icon_button
from kunjungan.ui.widgets.segmented import Option, Segmented

BOTH, THIRD, ALL = "both", "third", "all"
_SPACIOUS, _WIDE, _NARROW = 1400, 1080, 960
_SHARE = 84
_NEXT: Mapping[Lack, str] = MappingProxyType(
    {
        "untranslated": later("Not translated yet"),
        "stale": later("To review"),
        "found": later("To check"),
        "": later("All translated"),
    }
)
_ICON = 16


def _options(third: Third | None) -> list[Option]:
    """Return which languages can be seen together."""
    if third is None:
        return [Option(BOTH, tr("Parallel")), Option("id", "ID"), Option("en", "EN")]
    together = tr("All three")
    return [Option(BOTH, "ID EN"), Option(THIRD, f"ID {third.short}"), Option(ALL, together)]


class ClauseBar(QFrame):
    """A row of tools; pressing one leaves the cursor in the text.

    Signals:
        outline_wanted: The structure is to be shown or hidden.
        side_wanted: Paper, readiness and data are to be shown or hidden.
    """

    outline_wanted = Signal()
    side_wanted = Signal()

    def __init__(
        self, commands: Mapping[str, QAction], rows: ClauseRows, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("frame", "head")
        self._commands = commands
        self._rows = rows
        self._tools: list[QWidget] = []
        self._what = set_role(QLabel(self), TextRole.SMALL)
        self._count = set_role(QLabel(self), TextRole.STRONG)
        self._share = QProgressBar(self)
        self.sides = Segmented(_options(None), self)
        self._next = CommandButton(
            commands["agreement.next_problem"], icon="arrow_right", parent=self
        )
        self._insert = self._command("clause.field", tr("Insert data"), "tag")
        self._more = [
            self._command("clause.standard", tr("Standard clauses"), "book"),
            self._command("clause.terms", tr("Glossary"), ""),
        ]
        tip = tr("Preview and data")
        self._side = icon_button("document", tip, self.side_wanted.emit, self)
        self._progress = (0, 0)
        self._open = True
        self._build()
        self.show_next("")

    def show_third(self, third: Third | None) -> None:
        """Offer the columns of two languages, or of three."""
        self.sides.show_options(_options(third))

    def show_progress(self, done: int, total: int) -> None:
        """Say how many rows are translated."""
        self._progress = (done, total)
        words = tr("{done} of {total} rows are translated", done=done, total=total)
        self._count.setAccessibleName(words)
        self._count.setToolTip(words)
        self._share.setMaximum(max(total, 1))
        self._share.setValue(done)
        self._write_progress()

    def show_next(self, lack: Lack) -> None:
        """Say what the next problem is; nothing is left where there is none."""
        self._next.setText(tr(_NEXT[lack]))
        self._next.setAccessibleName(tr(_NEXT[lack]))
        self._next.updateGeometry()

    def set_open(self, *, is_open: bool) -> None:
        """Show the tools that change the text, or hide them."""
        self._open = is_open
        for tool in self._tools:
            tool.setVisible(is_open)
        self._fit()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(6)
        structure = icon_button("panel_left", tr("Structure"), self.outline_wanted.emit, self)
        layout.addWidget(structure)
        for name in ("edit.undo", "edit.redo"):
            layout.addWidget(self._stepper(name))
        layout.addWidget(self._line())
        for glyph, tip, sign in (
            ("text_bold", tr("Bold (Ctrl+B)"), "**"),
            ("text_italic", tr("Italic (Ctrl+I)"), "__"),
        ):
            layout.addWidget(self._tool(icon_button(glyph, tip, self._marking(sign), self)))
        layout.addWidget(self._stepper("clause.level"))
        layout.addWidget(self._line())
        for name, words, glyph in (
            ("clause.add_article", tr("Article"), "add"),
            ("clause.add", tr("Paragraph"), "add"),
        ):
            layout.addWidget(self._command(name, words, glyph))
        for made in (self._insert, *self._more, self.sides):
            layout.addWidget(made)
        layout.addStretch(1)
        self._share.setTextVisible(False)
        self._share.setFixedWidth(_SHARE)
        for made in (self._what, self._count, self._share, self._next, self._side):
            layout.addWidget(made)

    def _stepper(self, name: str) -> QWidget:
        made = QToolButton(self)
        made.setProperty("kind", "quiet")
        made.setDefaultAction(self._commands[name])
        made.setIconSize(QSize(_ICON, _ICON))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.pressed.connect(self._rows.flush)
        return self._tool(made)

    def _command(self, name: str, words: str, glyph: str) -> CommandButton:
        action = self._commands[name]
        made = CommandButton(action, text=words, icon=glyph, parent=self)
        made.show_keys("")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{words} ({keys})" if keys else words)
        self._tool(made)
        return made

    def _tool(self, made: QWidget) -> QWidget:
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tools.append(made)
        return made

    def _line(self) -> QWidget:
        made = QFrame(self)
        made.setProperty("frame", "edge")
        made.setFixedSize(1, 20)
        self._tools.append(made)
        return made

    def _marking(self, sign: str) -> Callable[[], None]:
        def mark() -> None:
            if (field := self._rows.field()) is not None:
                field.mark(sign)

        return mark

    def _write_progress(self) -> None:
        """Say how far the translation is in as many words as there is room for."""
        done, total = self._progress
        wide = self.width() >= _SPACIOUS
        if wide:
            words = tr("{done} of {total} paragraphs", done=done, total=total)
        elif self.width() >= _WIDE:
            words = tr("{done}/{total} paragraphs", done=done, total=total)
        else:
            words = f"{done}/{total}"
        self._count.setText(words)
        self._what.setText(tr("Translation"))
        self._what.setVisible(wide)
        self._share.setVisible(wide)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many tools and words as there is room for."""
        self._write_progress()
        for made in self._more:
            made.setVisible(self._open and self.width() >= _SPACIOUS)
        self._side.setVisible(self.window().width() < SIDE_FROM)
        for made in (self._next, self._insert):
            made.show_bare(bare=self.width() < _NARROW)

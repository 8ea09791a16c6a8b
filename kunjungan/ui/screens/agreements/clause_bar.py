"""The tools over the text: undo, emphasis, new rows, fields, and how far the translation is."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.screens.agreements.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.third import Third
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import CommandButton, icon_button
from kunjungan.ui.widgets.segmented import Option, Segmented

BOTH, THIRD, ALL = "both", "third", "all"
_WIDE, _NARROW = 1080, 960
_ICON = 16


def _options(third: Third | None) -> list[Option]:
    """Return which languages can be seen together."""
    if third is None:
        return [Option(BOTH, tr("Side by side")), Option("id", "ID"), Option("en", "EN")]
    together = tr("All three")
    return [Option(BOTH, "ID EN"), Option(THIRD, f"ID {third.short}"), Option(ALL, together)]


class ClauseBar(QFrame):
    """A row of tools; pressing one leaves the cursor in the text.

    Signals:
        outline_wanted: The structure is to be shown or hidden.
    """

    outline_wanted = Signal()

    def __init__(
        self, commands: Mapping[str, QAction], rows: ClauseRows, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("frame", "head")
        self._commands = commands
        self._rows = rows
        self._tools: list[QWidget] = []
        self._count = set_role(QLabel(self), TextRole.STRONG)
        self._what = set_role(QLabel(tr("rows translated"), self), TextRole.SMALL)
        self.sides = Segmented(_options(None), self)
        self._next = CommandButton(
            commands["agreement.next_problem"],
            text=tr("Next problem"),
            icon="arrow_right",
            parent=self,
        )
        self._insert = self._command("clause.field", tr("Insert data"), "tag")
        self._build()

    def show_third(self, third: Third | None) -> None:
        """Offer the columns of two languages, or of three."""
        self.sides.show_options(_options(third))

    def show_progress(self, done: int, total: int) -> None:
        """Say how many rows are translated."""
        self._count.setText(f"{done}/{total}")
        words = tr("{done} of {total} rows are translated", done=done, total=total)
        self._count.setAccessibleName(words)
        self._count.setToolTip(words)

    def set_open(self, *, is_open: bool) -> None:
        """Show the tools that change the text, or hide them."""
        for tool in self._tools:
            tool.setVisible(is_open)

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
        layout.addWidget(self._line())
        for name, words, glyph in (
            ("clause.add_article", tr("Article"), "add"),
            ("clause.add", tr("Paragraph"), "add"),
        ):
            layout.addWidget(self._command(name, words, glyph))
        layout.addWidget(self._insert)
        layout.addWidget(self.sides)
        layout.addStretch(1)
        layout.addWidget(self._count)
        layout.addWidget(self._what)
        layout.addWidget(self._next)

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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._what.setVisible(self.width() >= _WIDE)
        for made in (self._next, self._insert):
            made.show_bare(bare=self.width() < _NARROW)

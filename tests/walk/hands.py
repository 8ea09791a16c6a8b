"""The mouse and the keyboard of a person at the window, who finds things by what they say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kunjungan.ui.printing.paper_dialog import PaperDialog
from kunjungan.ui.screens.agreements.drafts.compare_dialog import CompareDialog
from kunjungan.ui.screens.agreements.printing.print_dialog import PrintDialog
from kunjungan.ui.screens.agreements.signing.signing_dialog import SigningDialog
from kunjungan.ui.screens.agreements.writing.paste_dialog import PasteDialog
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.confirm import MessageDialog
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.name_field import PersonNameField
from kunjungan.ui.widgets.search_picker import SearchPicker

CONTROL = Qt.KeyboardModifier.ControlModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
DIALOGS: tuple[type[QDialog], ...] = (
    FormDialog,
    MessageDialog,
    PrintDialog,
    SigningDialog,
    PasteDialog,
    CompareDialog,
    PaperDialog,
)

D = TypeVar("D", bound=QDialog)


class Hands:
    """Clicks and types; what a dialog will be told is agreed before the click that opens it."""

    def __init__(self, bot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bot = bot
        self.folder = Path()
        self.files: list[Path] = []
        self._agreed: list[Callable[[Any], object]] = []
        self._failed: BaseException | None = None
        for kind in DIALOGS:
            monkeypatch.setattr(kind, "exec", self._meeting())
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", self._choose_folder)
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", self._choose_files)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", self._choose_file)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._choose_file)

    def answer(self, *answers: Callable[[Any], object]) -> None:
        """Say how the next dialogs will be answered, the first to open first."""
        assert not self._agreed, "a dialog was expected and did not open"
        self._agreed = list(answers)

    def done(self) -> None:
        """Check that every dialog that was expected has been there."""
        self.until(lambda: not self._agreed)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for what the program does elsewhere, unless a dialog went wrong meanwhile."""
        self.bot.waitUntil(lambda: self._failed is not None or condition())
        if self._failed is not None:
            raise self._failed

    def to_front(self, window: QWidget) -> None:
        """Bring a window in front, as a window manager does, whatever else comes in between."""

        def in_front() -> bool:
            if not window.isActiveWindow():
                window.activateWindow()
            return window.isActiveWindow()

        self.until(in_front)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget, in its middle or at a place."""
        assert widget.isVisible(), widget.accessibleName()
        assert widget.isEnabled(), widget.accessibleName()
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def press(self, words: str, within: QWidget) -> None:
        """Click the button that says, or is called, these words."""
        QApplication.processEvents()  # what was just put into a layout shows itself a moment later
        self.click(button(words, within))

    def key(
        self, key: Qt.Key, within: QWidget, modifier: Qt.KeyboardModifier = NO_MODIFIER
    ) -> None:
        """Press a key, with a modifier perhaps."""
        self.bot.keyClick(within, key, modifier)

    def write(self, line: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Write into a line instead of what is there."""
        line.setFocus()
        line.selectAll()
        self.bot.keyClick(line, Qt.Key.Key_Delete)
        self.bot.keyClicks(line, text)

    def paste(self, line: QLineEdit, text: str) -> None:
        """Paste into an empty line."""
        QApplication.clipboard().setText(text)
        line.setFocus()
        self.key(Qt.Key.Key_V, line, CONTROL)

    def pick(self, picker: SearchPicker, text: str) -> None:
        """Type a part of a name and take the first that fits."""
        self.write(picker, text)
        self.bot.keyClick(picker, Qt.Key.Key_Return)

    def choose(self, choice: ChoiceField, words: str) -> None:
        """Go down the choices by the key until one is found that begins with these words."""
        choice.setFocus()
        while not choice.currentText().startswith(words):
            before = choice.currentIndex()
            self.key(Qt.Key.Key_Down, choice)
            assert choice.currentIndex() > before, f"there is no {words!r} to choose"

    def _choose_file(self, *_asked: object) -> tuple[str, str]:
        (file,) = self.files
        return str(file), ""

    def _choose_files(self, *_asked: object) -> tuple[list[str], str]:
        return [str(file) for file in self.files], ""

    def _choose_folder(self, *_asked: object) -> str:
        return str(self.folder)

    def _meeting(self) -> Callable[[QDialog], int]:
        def meet(dialog: QDialog) -> int:
            try:
                self._use(dialog)
            except (AssertionError, TimeoutError) as failure:
                self._failed = self._failed or failure
                dialog.hide()
            return dialog.result()

        return meet

    def _use(self, dialog: QDialog) -> None:
        """Let a dialog open, do what was agreed, and check that it is gone."""
        assert self._agreed, f"nobody expected this dialog: {told(dialog)}"
        with self.bot.waitExposed(dialog):
            dialog.show()
        self._agreed.pop(0)(dialog)
        assert not dialog.isVisible(), f"this dialog is still there: {told(dialog)}"
        if (parent := dialog.parentWidget()) is not None:
            self.to_front(parent.window())


@dataclass(frozen=True, slots=True)
class FormHands:
    """Fills in a form by the labels over its fields, and presses its verb."""

    hands: Hands
    form: FormDialog

    def field(self, label: str) -> QWidget:
        """Return the field under a label."""
        found = [w for w in self.form.findChildren(QWidget) if w.accessibleName() == label]
        assert found, f"no field {label!r}"
        return found[0]

    def write(self, label: str, text: str, english: str = "") -> "FormHands":
        """Write into the field under a label, into both sides where it has two."""
        field = self.field(label)
        match field:
            case BilingualField():
                self.hands.write(field.indonesian, text)
                self.hands.write(field.english, english)
            case DateField(line=line) | PersonNameField(name=line):
                self.hands.write(line, text)
            case QLineEdit() | QPlainTextEdit():
                self.hands.write(field, text)
            case _:
                pytest.fail(f"nothing can be written under {label!r}")
        return self

    def paste_name(self, label: str, text: str) -> "FormHands":
        """Paste a whole name with its titles into a name's field."""
        field = self.field(label)
        assert isinstance(field, PersonNameField)
        self.hands.paste(field.name, text)
        return self

    def pick(self, label: str, text: str) -> "FormHands":
        """Pick the first that fits a part of its name."""
        field = self.field(label)
        assert isinstance(field, SearchPicker)
        self.hands.pick(field, text)
        return self

    def choose(self, label: str, words: str) -> "FormHands":
        """Go down the choices under a label by the key until this one stands there."""
        field = self.field(label)
        assert isinstance(field, ChoiceField)
        self.hands.choose(field, words)
        return self

    def tick(self, words: str) -> "FormHands":
        """Tick or untick the box that says these words."""
        (box,) = (b for b in self.form.findChildren(CheckField) if b.text() == words)
        self.hands.click(box, QPoint(8, box.height() // 2))
        return self

    def press(self, verb: str) -> None:
        """Press the form's verb."""
        self.hands.press(verb, self.form)


def button(words: str, within: QWidget) -> QAbstractButton:
    """Return the button in sight that says, or is called, these words."""
    named = [
        b
        for b in within.findChildren(QAbstractButton)
        if words in {b.text().replace("&", ""), b.accessibleName()} and b.isVisible()
    ]
    assert named, f"no button {words!r} among {sorted(_said(within))}"
    return named[0]


def told(within: QWidget) -> list[str]:
    """Return what a dialog, or a part of a page, says."""
    return [text for label in within.findChildren(QWidget) if (text := _text(label))]


def rows(table: DataTable[Any], column: int = 0) -> list[str]:
    """Return what the lines of a table say in one column."""
    model = table.view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(line, column).data(role)) for line in range(model.rowCount())]


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) and widget.isVisible() else ""


def _said(within: QWidget) -> Iterator[str]:
    return (b.text() for b in within.findChildren(QAbstractButton) if b.isVisible() and b.text())

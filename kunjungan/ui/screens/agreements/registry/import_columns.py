"""Shows the columns of a table that is brought in, and asks what each of them is."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from kunjungan.domain.register_cells import Cell, text_of
from kunjungan.domain.register_heads import RegisterField, column_letters
from kunjungan.i18n import tr
from kunjungan.ui.screens.agreements.registry.import_words import field_choices
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.labels import ElidedLabel

MOST_SHOWN = 60
"""A list has fewer columns; those behind them are shown only where they are taken for something."""
_SAMPLES, _WIDTH, _HEIGHT = 2, 148, 108


class ColumnStrip(QScrollArea):
    """Every column with what it is, its head and its first cells, side by side.

    Signals:
        changed: A person said of a column what it is.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields: dict[int, ChoiceField] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(tr("What the columns are"))

    def show_columns(
        self,
        head: Sequence[Cell],
        samples: Sequence[Sequence[Cell]],
        columns: Mapping[int, RegisterField],
    ) -> None:
        """Show the columns under a head, with what each is taken for."""
        body = QWidget(self)
        body.setProperty("clear", "true")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        self._fields = {}
        for place, column in enumerate(_shown(head, samples, columns)):
            texts = [text_of(row[column]) if column < len(row) else "" for row in samples]
            title = text_of(head[column]) if column < len(head) else ""
            field = self._field(column, title, columns.get(column), body)
            grid.addWidget(field, 0, place)
            grid.addWidget(_line(title or column_letters(column), TextRole.STRONG, body), 1, place)
            for line, text in enumerate(texts[:_SAMPLES], 2):
                grid.addWidget(_line(text, TextRole.SMALL, body), line, place)
        grid.setColumnStretch(grid.columnCount(), 1)
        grid.setRowStretch(_SAMPLES + 2, 1)
        self.setWidget(body)

    def fields(self) -> list[ChoiceField]:
        """Return the fields from left to right."""
        return list(self._fields.values())

    def columns(self) -> dict[int, RegisterField]:
        """Return what the columns are said to be."""
        said = {column: field.value() for column, field in self._fields.items()}
        return {column: what for column, what in said.items() if what is not None}

    def say(self, column: int, what: RegisterField | None) -> None:
        """Say what a column is, as a person does."""
        self._fields[column].set_value(what)

    def _field(
        self, column: int, title: str, what: RegisterField | None, parent: QWidget
    ) -> ChoiceField:
        field = ChoiceField(field_choices(), parent)
        field.setFixedWidth(_WIDTH)
        field.set_value(what)
        letters = column_letters(column)
        field.setAccessibleName(tr("Column {letters}: {title}", letters=letters, title=title))
        field.changed.connect(partial(self._on_said, column))
        self._fields[column] = field
        return field

    def _on_said(self, column: int) -> None:
        """Take a meaning from the column that had it: no two columns are the same."""
        what = self._fields[column].value()
        for other, field in self._fields.items():
            if other != column and what is not None and field.value() == what:
                field.blockSignals(True)
                field.set_value(None)
                field.blockSignals(False)
        self.changed.emit()


def _shown(
    head: Sequence[Cell],
    samples: Sequence[Sequence[Cell]],
    columns: Mapping[int, RegisterField],
) -> list[int]:
    """Return the columns that hold anything, so many of them, and all that are taken."""
    rows = [head, *samples]
    filled = sorted({at for row in rows for at, cell in enumerate(row) if cell is not None})
    return sorted({*filled[:MOST_SHOWN], *columns})


def _line(text: str, role: TextRole, parent: QWidget) -> QLabel:
    label = ElidedLabel(text, parent)
    label.setMaximumWidth(_WIDTH)
    return set_role(label, role)

"""What narrows the register: words, states with their counts, kind, field, year, kept filters."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs, urlencode

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.domain.agreements import AgreementKind
from kunjungan.i18n import later, tr
from kunjungan.services.registry.narrowing import GROUPS, Narrowing, fields_known
from kunjungan.services.registry.row import RegisterRow
from kunjungan.ui.desk import Desk
from kunjungan.ui.labels import label
from kunjungan.ui.screens.agreements.registry.saved_filters import SavedFilters
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import GAP, framed, row
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.segmented import Option, Segmented

_GROUP_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "all": later("All"),
        "in_force": later("In force"),
        "ending": later("Ending soon"),
        "preparing": later("Being drafted"),
        "over": later("Over"),
    }
)
_NARROW_SEARCH, _WIDEST, _LIST = 130, 124, 220


class FilterBar(QWidget):
    """Two groups of fields, side by side where there is room, else under each other.

    Signals:
        changed: Something else is wanted now.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[RegisterRow] = ()
        self.saved = SavedFilters(desk, "register", self)
        self._text = self.saved.in_force
        self.search = SearchField(tr("Number, subject or partner"), self)
        self.segments = Segmented(self._options(), self)
        self.kind = ChoiceField([(None, tr("All kinds"))], self)
        self.field = ChoiceField([(None, tr("All fields"))], self)
        self.year = ChoiceField([(None, tr("All years"))], self)
        self._build()
        self.search.searched.connect(self.changed)
        self.segments.chosen.connect(self._on_changed)
        for choice in (self.kind, self.field, self.year):
            choice.changed.connect(self._on_changed)
        self.saved.chosen.connect(self.set_text)

    def show_rows(self, rows: Sequence[RegisterRow]) -> None:
        """Offer what there is among these agreements, with its counts."""
        self._rows = rows
        self.segments.show_options(self._options())
        kinds = {row.kind for row in rows}
        years = sorted({row.year for row in rows if row.year}, reverse=True)
        self._offer(self.kind, [(kind, label(kind)) for kind in AgreementKind if kind in kinds])
        self._offer(self.field, [(name, name) for name in fields_known(rows)])
        self._offer(self.year, [(year, str(year)) for year in years])
        self._choose(self._text)

    def wanted(self) -> Narrowing:
        """Return which agreements are wanted."""
        return Narrowing(
            GROUPS[self.segments.value() or "all"],
            self.kind.value(),
            self.field.value(),
            self.year.value(),
            words=self.search.text(),
        )

    @property
    def narrow(self) -> bool:
        """Whether anything at all is left out."""
        return bool(self._text or self.search.text().strip())

    def text(self) -> str:
        """Return the filter as text, without the words that are searched for."""
        return self._text

    def set_text(self, text: str) -> None:
        """Choose a filter as ``text`` gave it; what there is no more of is left out."""
        self._text = text
        self._choose(text)
        self._told()

    def clear(self) -> None:
        """Leave nothing out."""
        self.search.clear()
        self.set_text("")

    def _offer(self, field: ChoiceField, found: list[tuple[Any, str]]) -> None:
        every = (None, field.itemText(0))
        field.blockSignals(True)
        field.show_choices([every, *found])
        field.blockSignals(False)

    def _choose(self, text: str) -> None:
        values = {name: found[0] for name, found in parse_qs(text).items()}
        year = values.get("year", "")
        self.segments.set_value(values.get("state", "all"))
        chosen = (values.get("kind"), values.get("field"), int(year) if year.isdecimal() else None)
        for field, value in zip((self.kind, self.field, self.year), chosen, strict=True):
            field.blockSignals(True)
            field.set_value(value)
            field.blockSignals(False)

    def _options(self) -> list[Option]:
        states = Counter(row.status for row in self._rows)
        return [
            Option(key, tr(word), sum(states[state] for state in GROUPS[key]))
            for key, word in _GROUP_WORDS.items()
        ]

    def _build(self) -> None:
        for field, name in (
            (self.kind, tr("Kind")),
            (self.field, tr("Field")),
            (self.year, tr("Year")),
        ):
            field.setAccessibleName(name)
            field.setMinimumContentsLength(6)
            field.setMaximumWidth(_WIDEST)
            field.view().setMinimumWidth(_LIST)
        self.search.setMinimumWidth(_NARROW_SEARCH)
        first = framed(row(self.search, self.segments, None), self)
        second = framed(row(self.kind, self.field, self.year, self.saved, None), self)
        self._parts = (first, second)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._box.addWidget(first, 1)
        self._box.addWidget(second)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @Slot()
    def _on_changed(self) -> None:
        values = {
            "state": self.segments.value(),
            "kind": self.kind.value(),
            "field": self.field.value(),
            "year": self.year.value(),
        }
        known = {name: value for name, value in values.items() if value not in {None, "", "all"}}
        self._text = urlencode(known)
        self._told()

    def _told(self) -> None:
        self.saved.show_filter(self._text)
        self.changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        first, second = self._parts
        beside = first.minimumSizeHint().width() + GAP + second.sizeHint().width()
        direction = QBoxLayout.Direction
        fits = beside <= self.width()
        self._box.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

"""What narrows the guests: words, a party, an answer; and the columns they are shown in."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.guest_words import ATTENDANCES
from kunjungan.ui.labels import word_choices
from kunjungan.ui.screens.visits.guest_rows import Folds, GuestRow, folded, matching
from kunjungan.ui.screens.visits.words import region_name
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import GAP, row
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.segmented import Option, Segmented

ALL, _ARROW, _BARE = "all", 20, 60
"""The key of all parties; pixels of an arrow, and those that a button saves without its word."""


class GuestFilter(QWidget):
    """The line over the table.

    Signals:
        changed: Something else is to be shown.
    """

    changed = Signal()

    def __init__(self, columns: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(tr("Filter by name or post"), self)
        self.segments = Segmented([], self)
        self.parties = ChoiceField((), self)  # in their place where they have no room
        self.parties.setAccessibleName(tr("Institution"))
        self.answers = ChoiceField([(None, tr("Every answer")), *word_choices(ATTENDANCES)], self)
        self.answers.setAccessibleName(tr("Attendance"))
        self.answers.setMinimumWidth(self.answers.minimumSizeHint().width() + _ARROW)
        words = QLabel(tr("By institution, in order of precedence"), self)
        self._several = False
        self._words = set_role(words, TextRole.SMALL)
        self._columns = CommandButton(columns, text=tr("Columns"), icon="panel_left", parent=self)
        line = row(self.search, self.segments, self.parties, self.answers, None)
        line.addWidget(self._words)
        line.addWidget(self._columns)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.search.searched.connect(self._on_any)
        self.segments.chosen.connect(self._on_segment)
        self.parties.changed.connect(self._on_party)
        self.answers.changed.connect(self._on_any)

    @property
    def party(self) -> str:
        """The key of the party that alone is shown, or ``ALL``."""
        return self.segments.value() or ALL

    def show_parties(self, rows: Sequence[GuestRow]) -> None:
        """Offer each party with its guests, where there is more than one."""
        counts: dict[tuple[str, str], int] = {}
        for line in rows:
            named = (line.party.key, line.party.name)
            counts[named] = counts.get(named, 0) + len(line.guests)
        every = Option(ALL, tr("All"), sum(counts.values()))
        options = [Option(key, region_name(name), count) for (key, name), count in counts.items()]
        self.segments.show_options([every, *options])
        self.parties.show_choices(
            [(one.key, f"{one.text} {one.count}") for one in (every, *options)]
        )
        self._several = len(counts) > 1
        self._fit()

    def shown(self, rows: Sequence[GuestRow], folds: Folds) -> list[GuestRow]:
        """Return the lines to show; with words or an answer none is folded away."""
        words, answer = self.search.text(), self.answers.value()
        found = list(matching(rows, words, self.party, answer))
        return found if words.strip() or answer else folded(found, folds)

    def clear(self) -> None:
        """Show everybody again."""
        self.recall({"segment": ALL})
        self.changed.emit()

    def remember(self) -> dict[str, object]:
        """Return what the guests are narrowed by."""
        return {
            "search": self.search.text(),
            "segment": self.segments.value(),
            "answer": self.answers.value(),
        }

    def recall(self, state: Mapping[str, object]) -> None:
        """Narrow the guests as they were."""
        self.search.setText(str(state.get("search", "")))
        self.segments.set_value(str(state.get("segment", "")))
        self.parties.set_value(self.segments.value())
        self.answers.set_value(state.get("answer"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave words out where there is no room for them; a list stands for many parties."""
        self._columns.show_bare(bare=False)
        others = [self.search, self.answers, self._columns]
        left = self.width() - sum(part.sizeHint().width() + GAP for part in others)
        wide = self.segments.sizeHint().width() + GAP
        spare = self.search.sizeHint().width() - self.search.minimumWidth()
        narrow = self._several and wide > left + spare + _BARE
        if self._several:
            left -= self.parties.sizeHint().width() + GAP if narrow else wide
        self.segments.setVisible(self._several and not narrow)
        self.parties.setVisible(narrow)
        self._words.setVisible(left >= self._words.sizeHint().width())
        self._columns.show_bare(bare=left < 0)

    @Slot(str)
    def _on_segment(self, key: str) -> None:
        self.parties.set_value(key)
        self.changed.emit()

    @Slot()
    def _on_party(self) -> None:
        key = self.parties.value()
        if key is not None and key != self.segments.value():
            self.segments.set_value(key)
            self.changed.emit()

    @Slot()
    def _on_any(self, *_: object) -> None:
        self.changed.emit()

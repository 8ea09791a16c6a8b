"""The structure of an agreement at the editor's left: its parts and what each still lacks."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import (
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kunjungan.i18n import tr
from kunjungan.ui.screens.agreements.text.part_delegate import PAD, SECTION, PartDelegate
from kunjungan.ui.screens.agreements.text.sections import Section, section_at
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.chips import KeyHint
from kunjungan.ui.widgets.layouts import row, rule

WIDTH = 186


class Outline(QFrame):
    """Lists the parts of the text; the one that is being written in is marked.

    Signals:
        chosen: A part was chosen; carries the id of its first row, None for the data.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "pane")
        self._sections: Sequence[Section] = ()
        self._count = set_role(QLabel(self), TextRole.SMALL)
        self._list = QListWidget(self)
        self._list.setItemDelegate(PartDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setAccessibleName(tr("Structure"))
        self._list.itemClicked.connect(self._on_chosen)
        self._list.itemActivated.connect(self._on_chosen)
        self.setFocusProxy(self._list)
        head = set_role(QLabel(tr("Structure"), self), TextRole.CARD)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row(head, None, self._count, margins=(PAD, 7, PAD, 7)))
        layout.addWidget(self._list, 1)
        layout.addWidget(rule(self))
        layout.addLayout(self._keys())

    def show_sections(self, sections: Sequence[Section], current: UUID | None) -> None:
        """Show the parts of the text."""
        self._sections = sections
        articles = sum(section.article for section in sections)
        self._count.setText(tr("{count} articles", count=articles))
        while self._list.count() > len(sections):
            self._list.takeItem(self._list.count() - 1)
        while self._list.count() < len(sections):
            self._list.addItem(QListWidgetItem())
        for place, section in enumerate(sections):
            item = self._list.item(place)
            item.setData(SECTION, section)
            item.setText(_words(section))
            item.setToolTip(_words(section))
        self.show_current(current)

    def show_current(self, clause_id: UUID | None) -> None:
        """Mark the part that a row belongs to."""
        self._list.setCurrentRow(section_at(self._sections, clause_id))

    def _keys(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setContentsMargins(PAD, 8, PAD, 8)
        layout.setSpacing(4)
        for keys, does in (
            ("Alt+↑↓", tr("article")),
            ("Tab", tr("Indonesian ⇄ English")),
            ("Alt+Enter", tr("accept")),
        ):
            words = set_role(QLabel(does, self), TextRole.SMALL)
            layout.addLayout(row(KeyHint(keys, self), words, None, spacing=6))
        return layout

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(SECTION).key)


def _words(section: Section) -> str:
    """Return what a part says to whoever hears it."""
    parts = [section.title]
    if section.missing:
        parts.append(tr("{count} texts not translated", count=section.missing))
    if section.blocking:
        parts.append(tr("{count} blocking", count=section.blocking))
    if section.advice:
        parts.append(tr("{count} to consider", count=section.advice))
    return ", ".join(parts)

"""A line that offers what is known, and takes anything else that is typed as well."""

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from kunjungan.domain.cleaning import without_controls
from kunjungan.ui.widgets.search_picker import SearchPicker

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SuggestField(SearchPicker):
    """Offers items while one types; the value is the text, whether it was picked or typed.

    ``key`` is that of the item picked, as long as its title stands there.
    """

    @override
    def value(self) -> str:
        return without_controls(self.text()).strip()

    @override
    def set_value(self, key: Hashable | None) -> None:
        """Show a text."""
        self.setText(str(key or ""))
        self.setCursorPosition(0)

    def key(self) -> Hashable | None:
        """Return the key of the item picked, or None where something else stands."""
        chosen = self._chosen
        return chosen.key if chosen is not None and chosen.title == self.text() else None

    def pick(self, key: Hashable | None) -> None:
        """Show the item with this key."""
        super().set_value(key)

    @Slot(str)
    @override
    def _offer(self, text: str) -> None:
        super()._offer(text)
        self._popup.setCurrentIndex(QModelIndex())  # what is typed stands unless one is picked

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _ENTER and not self._popup.currentIndex().isValid():
            self._popup.hide()
            event.ignore()
            return
        super().keyPressEvent(event)

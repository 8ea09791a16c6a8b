"""What a list says when there is nothing in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.layouts import WidgetRow

_ICON = 40
_WIDTH = 420


class EmptyState(QWidget):
    """An icon, what is missing, what to do, and the buttons that do it, the main one first."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        action: QAction | None = None,
        more: Sequence[QAction] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self._title = set_role(QLabel(self), TextRole.SUBTITLE)
        self._text = set_role(QLabel(self), TextRole.SMALL)
        self._text.setWordWrap(True)
        self._text.setFixedWidth(_WIDTH)
        self._buttons = WidgetRow(parent=self)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(6)
        self._layout.addStretch(2)
        for label in (self._icon, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addStretch(3)
        self.show_words(icon, title, text, action, more)

    def show_words(
        self,
        icon: str,
        title: str,
        text: str = "",
        action: QAction | None = None,
        more: Sequence[QAction] = (),
    ) -> None:
        """Say something else."""
        tokens = current_tokens()
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap(icon, _ICON, tokens.text3, ratio))
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._text.setMinimumHeight(self._text.heightForWidth(_WIDTH) if text else 0)
        main = [] if action is None else [CommandButton(action, kind="primary", parent=self)]
        self._buttons.refill([*main, *(CommandButton(each, parent=self) for each in more)])

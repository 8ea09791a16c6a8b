"""The row over everything: menus, search, language, who sits here."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.action_list import ACTIONS
from kunjungan.ui.actions import INSIDE, MENUS, MenuKey, fill_menu, keys_text
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.chips import draw_key, key_width
from kunjungan.ui.widgets.segmented import Option, Segmented

HEIGHT = 38
_SEARCH = 380
_NAMED_FROM = 1180


class MenuRow(QFrame):
    """Menus from the list of commands; the search button opens the finder."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        user: str,
        language: str,
        speak: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("frame", "menu-row")
        self.setFixedHeight(HEIGHT)
        self.menus = QMenuBar(self)
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fill(actions)
        find = actions["window.find"]
        search = SearchButton(keys_text(find), self)
        search.clicked.connect(find.trigger)
        languages = Segmented([Option("id", "ID"), Option("en", "EN")], self, height=24)
        languages.set_value(language)
        languages.setAccessibleName(tr("Language of the screen"))
        languages.chosen.connect(speak)
        self._user = set_role(QLabel(user, self), TextRole.SMALL)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.menus)
        layout.addStretch(1)
        layout.addWidget(search, 4)
        layout.addStretch(1)
        layout.addWidget(languages)
        layout.addWidget(Initials(user, self))
        layout.addWidget(self._user)

    def _fill(self, actions: Mapping[str, QAction]) -> None:
        made: dict[MenuKey, QMenu] = {}
        for key, title in MENUS.items():
            above = made[INSIDE[key]] if key in INSIDE else self.menus
            menu = made[key] = above.addMenu(tr(title))
            menu.setToolTipsVisible(True)
            fill_menu(menu, [spec for spec in ACTIONS if spec.menu is key], actions)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._user.setVisible(self.width() >= _NAMED_FROM)


class SearchButton(QPushButton):
    """Looks like a field, opens the finder."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._hint = tr("Search, or run a command…")
        self.setAccessibleName(self._hint)
        self.setToolTip(self._hint)
        self.setAutoDefault(False)
        self.setFixedHeight(28)
        self.setMinimumWidth(120)
        self.setMaximumWidth(_SEARCH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SEARCH, 28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = current_tokens()
        painter = QPainter(self)
        middle = self.height() / 2
        image = pixmap("search", 16, tokens.text3, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(10, middle - 8), image)
        width = key_width(self._keys)
        at = QPointF(self.width() - width - 8, middle)
        draw_key(painter, at, self._keys, tokens.text3, tokens.neutral_line)
        painter.setFont(font(TextRole.BODY))
        painter.setPen(QColor(tokens.text3))
        room = QRectF(34, 0, at.x() - 42, self.height())
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(self._hint, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)


class Initials(QWidget):
    """The first letters of who sits here."""

    def __init__(self, user: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = "".join(word[0] for word in user.split()[:2]).upper() or "?"
        self.setFixedSize(26, 26)
        self.setToolTip(user)
        self.setAccessibleName(user)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawEllipse(self.rect())
        painter.setFont(font(TextRole.NOTE))
        painter.setPen(QColor(tokens.accent_text))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letters)

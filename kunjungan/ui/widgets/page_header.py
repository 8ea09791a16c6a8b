"""The head of a page: where one is, its name and state, what one can do here, its tabs."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.context import Address
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Banner, Buttons
from kunjungan.ui.widgets.buttons import Button, CommandButton, button, icon_button
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import PAGE_PAD, WidgetRow, column, row
from kunjungan.ui.widgets.tabs import Tab, TabRow

_TOP = 12
_ASIDE = 140
"""The narrowest that words beside the tabs may become, in logical pixels."""
_ONWARD = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"


class PageHeader(QFrame):
    """Tells where one is; the first action is the page's main one.

    Signals:
        tab_chosen: Another tab was chosen; carries its key.
        rearranged: Tabs came or went.
    """

    tab_chosen = Signal(str)
    rearranged = Signal()

    def __init__(
        self,
        commands: Mapping[str, QAction],
        navigate: Callable[[Address], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._navigate = navigate
        self._more: tuple[str, ...] = ()
        self._chips: list[Chip] = []
        self._banner: Banner | None = None
        self._switch: QWidget | None = None
        self._crumbs = WidgetRow(4, self)
        self._title = ElidedLabel(parent=self)
        self._subtitle = set_role(QLabel(self), TextRole.SMALL)
        self._actions = WidgetRow(parent=self)
        self.tabs = TabRow(self)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._aside = set_role(ElidedLabel(parent=self), TextRole.SMALL)
        self._build()
        self.tabs.tab_chosen.connect(self.tab_chosen)

    @property
    def title(self) -> str:
        """The page's name as shown."""
        return self._title.text()

    def show_title(
        self,
        title: str,
        *,
        subtitle: str = "",
        crumbs: Sequence[tuple[str, Address | None]] = (),
        chips: Sequence[ChipText] = (),
    ) -> None:
        """Say where one is; crumbs lead back up, chips tell the state."""
        self._title.setText(title)
        role = TextRole.SUBTITLE if crumbs else TextRole.TITLE
        self._title.setFont(font(role))
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._show_crumbs(crumbs)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(chip, self) for chip in chips]
        for place, made in enumerate(self._chips, start=1):
            self._title_row.insertWidget(place, made)

    def show_actions(self, *names: str | tuple[str, str], more: Sequence[str] = ()) -> None:
        """Show up to three commands, the main one first; ``more`` go behind the "…" button.

        A pair of name and words says it in other words than the menu.
        """
        made: list[QWidget] = []
        if more:
            self._more = tuple(more)
            made.append(icon_button("more_horizontal", tr("More"), self._open_more, self))
            made[0].setProperty("kind", "")
        for place, name in reversed(list(enumerate(names))):
            key, text = (name, "") if isinstance(name, str) else name
            made.append(self._action(key, text, main=place == 0))
        self._actions.refill(made)

    def show_switch(self, switch: QWidget | None) -> None:
        """Show a choice of views before the actions, or none; it stays its owner's."""
        if self._switch is not None:
            self._top_row.removeWidget(self._switch)
            self._switch.hide()
        self._switch = switch
        if switch is not None:
            self._top_row.insertWidget(1, switch, 0, Qt.AlignmentFlag.AlignVCenter)
            switch.show()

    def show_beside(self, steps: QWidget) -> None:
        """Put steps to and fro beside the title; they stay."""
        self._title_row.insertWidget(1, steps)

    def show_tabs(self, tabs: Sequence[Tab], aside: str = "") -> None:
        """Show the tabs of a record, and a few words at their right end."""
        self.tabs.show_tabs(tabs)
        self.tabs.setVisible(bool(tabs))
        self._aside.setText(aside)
        self._fit_aside()
        self._edge.setVisible(bool(tabs))
        margins = self._main.contentsMargins()
        margins.setBottom(0 if tabs else 10)
        self._main.setContentsMargins(margins)
        self.rearranged.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_aside()

    def _fit_aside(self) -> None:
        """Show the words beside the tabs where enough of them can be read."""
        room = self.width() - 2 * PAGE_PAD - self.tabs.sizeHint().width()
        needed = min(_ASIDE, self._aside.sizeHint().width())
        self._aside.setVisible(bool(self._aside.text()) and room >= needed)

    def show_banner(self, tone: Tone, text: str, buttons: Buttons = ()) -> None:
        """Show a bar over the page until ``hide_banner``."""
        self.hide_banner()
        self._banner = Banner(tone, text, buttons, self)
        self._outer.insertWidget(0, self._banner)

    def hide_banner(self) -> None:
        """Take the bar away, if there is one."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    def _build(self) -> None:
        self._main = QVBoxLayout()
        self._main.setSpacing(0)
        self._main.setContentsMargins(PAGE_PAD, _TOP, PAGE_PAD, 10)
        self._main.addLayout(self._top())
        tab_row = row(self.tabs, None, self._aside, margins=(0, 4, 0, 0))
        tab_row.setAlignment(self._aside, Qt.AlignmentFlag.AlignVCenter)
        self._main.addLayout(tab_row)
        self._edge = QFrame(self)
        self._edge.setProperty("frame", "edge")
        self._outer = column(self._main, self._edge, spacing=0)
        self.setLayout(self._outer)
        self.show_tabs(())
        self._crumbs.hide()
        self._subtitle.hide()

    def _top(self) -> QHBoxLayout:
        self._title.setFont(font(TextRole.TITLE))
        self._title_row = row(self._title, None, spacing=10)
        words = column(self._title_row, self._subtitle, spacing=1)
        words.insertWidget(0, self._crumbs, 0, Qt.AlignmentFlag.AlignLeft)
        self._top_row = row(words, spacing=12)
        self._top_row.setStretch(0, 1)
        self._top_row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)
        return self._top_row

    def _show_crumbs(self, crumbs: Sequence[tuple[str, Address | None]]) -> None:
        made: list[QWidget] = []
        for text, address in crumbs:
            if made:
                made.append(
                    set_role(
                        QLabel(_ONWARD, self),
                        TextRole.SMALL,
                    )
                )
            made.append(self._crumb(text, address))
        self._crumbs.refill(made)
        self._crumbs.setVisible(bool(crumbs))

    def _crumb(self, text: str, address: Address | None) -> QWidget:
        if address is None:
            return set_role(QLabel(text, self), TextRole.SMALL)
        link = button(text, lambda: self._navigate(address), kind="link", parent=self)
        link.setFont(font(TextRole.SMALL))
        link.set_quiet()
        link.setFixedHeight(16)
        return link

    def _action(self, name: str, text: str, *, main: bool) -> Button:
        action = self._commands[name]
        kind = "primary" if main else "plain"
        icon = str(action.property("icon_name") or "")
        return CommandButton(action, text=text, kind=kind, icon=icon, parent=self)

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self._more:
            menu.addAction(self._commands[name])
        corner = self._actions.mapToGlobal(self._actions.rect().bottomLeft())
        menu.popup(corner)

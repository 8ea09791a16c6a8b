"""A menu of what a row can be: article, paragraph, letter and so on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from kunjungan.domain.clauses import Level
from kunjungan.ui.labels import label

_LEVELS: tuple[Level | None, ...] = (
    Level.ARTICLE,
    Level.PARAGRAPH,
    Level.LETTER,
    Level.NUMBER,
    Level.SUBLETTER,
    Level.SUBNUMBER,
    Level.TEXT,
    Level.PARTY,
    Level.CLOSING,
    None,
    Level.ANNEX,
    Level.TABLE_HEAD,
    Level.TABLE_ROW,
)
"""As the menu lists them; None draws a line."""


def level_menu(
    set_level: Callable[[Level], object], parent: QWidget, now: Level | None = None
) -> QMenu:
    """Return the menu, ``now`` ticked in it; it goes when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for level in _LEVELS:
        if level is None:
            menu.addSeparator()
            continue
        action = menu.addAction(label(level), partial(set_level, level))
        action.setCheckable(now is not None)
        action.setChecked(level is now)
        if level is now:
            menu.setActiveAction(action)
    return menu

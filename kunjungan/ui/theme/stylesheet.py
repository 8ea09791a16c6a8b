"""The one stylesheet of the program, filled from the tokens.

Checkboxes, radio buttons, combo boxes and focus rings are drawn by ``HouseStyle`` instead:
a stylesheet could only show picture files there, which do not follow the theme.
"""

from dataclasses import asdict
from string import Template

from kunjungan.ui.theme.tokens import Tokens

_FRAME = """
QMainWindow, QDialog { background: $bg; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 6px; }
QSplitter::handle { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget[clear="true"] { background: transparent; border: 0; }
QStatusBar { background: $sunken; border-top: 1px solid $border; }
QStatusBar::item { border: 0; }
QFrame[frame="menu-row"] { background: $sunken; border: 0; border-bottom: 1px solid $border; }
QFrame[frame="sidebar"] { background: $sunken; border: 0; border-right: 1px solid $border; }
QFrame[frame="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[frame="edge"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }
QFrame[frame="card"] { background: $surface; border: 1px solid $border; border-radius: 7px; }
QFrame[frame="card"][tone="warn"] { border-color: $warn_line; }
QFrame[frame="card"][tone="info"] { border-color: $accent_line; }
QFrame[drop="true"] { border: 1px solid $accent_text; }
QFrame[frame="pane"] { background: $surface; border: 0; }
QFrame[frame="head"] { background: $bg; border: 0; border-bottom: 1px solid $border; }
QFrame[frame="band"] { background: $sunken; border: 0; border-bottom: 1px solid $border; }
QFrame[frame="sunken"] { background: $sunken; border: 0; border-top: 1px solid $border; }
QFrame[frame="preview"] { background: $preview_bg; border: 0; }
QFrame[frame="preview"] QScrollArea, QFrame[frame="preview"] QScrollArea > QWidget > QWidget {
    background: $preview_bg; border: 0;
}
QFrame[frame="note"] {
    background: $accent_soft; border: 1px solid $accent_line; border-radius: 7px;
}
QFrame[frame="toast"] { background: $text; border: 0; border-radius: 7px; }
QFrame[frame="toast"] QLabel { color: $bg; }
QFrame[frame="toast"] QPushButton {
    color: $toast_link; background: transparent; border: 0; font-weight: 600; padding: 0 8px;
}
QFrame[frame="toast"] QPushButton:hover { text-decoration: underline; }
QFrame[banner="info"] { background: $accent_soft; border: 0; border-bottom: 1px solid $accent_line;}
QFrame[banner="ok"] { background: $ok_soft; border: 0; border-bottom: 1px solid $ok_line; }
QFrame[banner="warn"] { background: $warn_soft; border: 0; border-bottom: 1px solid $warn_line; }
QFrame[banner="bad"] { background: $bad_soft; border: 0; border-bottom: 1px solid $bad_line; }
"""

_WORDS = """
QLabel { background: transparent; color: $text; }
QLabel[role="small"], QLabel[role="label"] { color: $text2; }
QLabel[role="note"] { color: $text3; }
QLabel[tone="neutral"] { color: $text2; }
QLabel[tone="info"] { color: $accent_text; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel:disabled { color: $text3; }
"""

_BUTTONS = """
QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $border; border-radius: 5px;
    padding: 0 12px; min-height: 28px;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $sunken; }
QPushButton:disabled, QToolButton:disabled { color: $text3; background: $sunken; }
QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:disabled {
    background: $sunken; color: $text3; border-color: $border;
}
QPushButton[kind="danger"] { color: $bad; border-color: $bad_line; }
QPushButton[kind="danger"]:hover { background: $bad_soft; }
QPushButton[kind="link"] {
    background: transparent; border: 0; color: $accent_text; padding: 0; min-height: 0;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:disabled { color: $text3; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    background: transparent; border: 1px solid transparent; padding: 0 6px; min-height: 24px;
}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $hover; }
QPushButton[part="status"] {
    background: transparent; border: 0; border-radius: 3px; padding: 0 4px; color: $text2;
    min-height: 20px; max-height: 20px;
}
QPushButton[part="status"]:hover { background: $neutral_line; }
QPushButton[part="status"][bad="true"] { color: $bad; }
QToolButton { padding: 0 6px; }
QToolButton::menu-indicator { image: none; }
QToolButton[part="segment"] {
    border: 1px solid $border; border-left-width: 0; border-radius: 0; padding: 0 10px;
    color: $text2; background: $surface; min-height: 0;
}
QToolButton[part="segment"][edge="only"] { border-left-width: 1px; border-radius: 5px; }
QToolButton[part="segment"][edge="first"] {
    border-left-width: 1px; border-top-left-radius: 5px; border-bottom-left-radius: 5px;
}
QToolButton[part="segment"][edge="last"] {
    border-top-right-radius: 5px; border-bottom-right-radius: 5px;
}
QToolButton[part="segment"]:hover { background: $hover; }
QToolButton[part="segment"]:checked {
    background: $accent_soft; color: $accent_text;
}
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox {
    background: $surface; color: $text; border: 1px solid $stroke; border-radius: 5px;
    padding: 0 8px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QAbstractSpinBox { min-height: 28px; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent_text; padding: 0 7px;
}
QLineEdit:focus, QAbstractSpinBox:focus { min-height: 26px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 4px; }
QLineEdit[bad="true"], QPlainTextEdit[bad="true"], QAbstractSpinBox[bad="true"] {
    border: 2px solid $bad; padding: 0 7px;
}
QLineEdit[bad="true"] { min-height: 26px; }
QPlainTextEdit[bad="true"] { padding: 3px 4px; }
QTextEdit[part="clause"], QTextEdit[part="clause"]:focus {
    border: 0; background: transparent; padding: 0;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled,
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {
    background: $sunken; border-color: $border; color: $text2;
}
QLineEdit[part="inner"], QLineEdit[part="inner"]:focus {
    border: 0; background: transparent; padding: 0; min-height: 24px;
}
QLineEdit QToolButton { background: transparent; border: 0; padding: 0; min-height: 0; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; min-height: 24px; }
"""

_VIEWS = """
QAbstractItemView {
    background: $surface; color: $text; border: 0; outline: 0;
    selection-background-color: $sel; selection-color: $text;
}
QTableView { gridline-color: $line; }
QHeaderView { background: $sunken; border: 0; }
QHeaderView[rounded="true"] { border-top-left-radius: 6px; border-top-right-radius: 6px; }
QHeaderView::section {
    background: transparent; color: $text2; border: 0; border-bottom: 1px solid $border;
    padding: 0 10px; font-size: 12px; font-weight: 600;
}
QComboBox QAbstractItemView, QListView[part="popup"] {
    border: 1px solid $border; padding: 3px;
}
QListView[part="popup"]::item { padding: 3px 6px; border-radius: 4px; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $neutral_line; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover { background: $stroke; }
QScrollBar::handle:vertical { min-height: 30px; }
QScrollBar::handle:horizontal { min-width: 30px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: 0; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""

_MENUS = """
QMenuBar { background: transparent; spacing: 2px; }
QMenuBar::item { background: transparent; padding: 5px 8px; border-radius: 5px; color: $text; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $neutral_line; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $text3; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QCalendarWidget QWidget { alternate-background-color: $surface; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton {
    background: transparent; border: 0; min-height: 26px; font-weight: 600; color: $text;
}
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent;
    selection-color: $on_accent; }
"""


def stylesheet(tokens: Tokens) -> str:
    """Return the stylesheet in the colours of one set."""
    colours = asdict(tokens) | {"toast_link": tokens.accent_line}
    return "".join(
        Template(part).substitute(colours)
        for part in (_FRAME, _WORDS, _BUTTONS, _INPUTS, _VIEWS, _MENUS)
    )

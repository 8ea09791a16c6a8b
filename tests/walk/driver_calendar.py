"""The calendar, home, a visit's tabs and the palette in the window, in sentences."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kunjungan.domain.attention import AttentionKind
from kunjungan.services.calendar.conflicts import ConflictLine
from kunjungan.ui.labels import said_words
from kunjungan.ui.screens.calendar.board import Box
from kunjungan.ui.screens.calendar.board_pointer import PointerBoard
from kunjungan.ui.screens.calendar.screen import CalendarScreen
from kunjungan.ui.screens.home.screen import HomeScreen
from kunjungan.ui.screens.visits.screen import VisitsScreen
from kunjungan.ui.screens.visits.tab import VisitTab
from kunjungan.ui.shell.palette import Palette
from tests.ui.calendar_case import drag, free_place, grab, let_go, pull
from tests.walk.driver import Desktop, Visits
from tests.walk.hands import CONTROL

T = TypeVar("T", bound=VisitTab)


class Home:
    """The first page: what needs attention."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop

    def attention(self) -> list[tuple[AttentionKind, str]]:
        """Return what needs attention: of which kind, and the words of its line."""
        self._at.go_to("Home")
        self._at.hands.until(lambda: bool(self._page.list.rows) and not self._page._reading)
        lines = [row.line for row in self._page.list.rows]
        return [(one.kind, said_words(one.title.message, one.title.values)) for one in lines]

    def mend(self, kind: AttentionKind) -> None:
        """Press the button of the first line of a kind."""
        (row, *_) = (row for row in self._page.list.rows if row.line.kind is kind)
        self._at.hands.until(row.button.isVisible)
        self._at.hands.click(row.button)

    @property
    def _page(self) -> HomeScreen:
        return self._at.page(HomeScreen)


class Calendar:
    """The calendar with its entries, dragged by the pointer and carried by keys."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop

    @property
    def page(self) -> CalendarScreen:
        """The page, which must be there."""
        return self._at.page(CalendarScreen)

    @property
    def board(self) -> PointerBoard:
        """The month or the week on screen."""
        board = self.page.body.views.board
        assert board is not None
        return board

    def show(self, day: date, key: Qt.Key) -> None:
        """Walk to a day by the arrows in the view of a letter."""
        self._at.go_to("Calendar")
        self.key(key)
        days = (day - self.board.day).days
        step = Qt.Key.Key_Right if days > 0 else Qt.Key.Key_Left
        for _ in range(abs(days)):
            self.key(step)
        assert self.board.day == day

    def key(self, *keys: Qt.Key) -> None:
        """Press keys on the board."""
        for key in keys:
            self._at.hands.key(key, self.board)

    def choose(self, title: str) -> None:
        """Step from entry to entry by the key until one is found that is called so."""
        if self.board.current() is not None:
            self.key(Qt.Key.Key_Escape)
        for _ in self.board.entries():
            self.key(Qt.Key.Key_Tab)
            one = self.board.current()
            if one is not None and one.title.id == title:
                return
        raise AssertionError(title)

    def box(self, title: str) -> Box:
        """Return where an entry is drawn."""
        (found,) = (box for box in self.board.boxes() if box.occasion.title.id == title)
        return found

    def drag(self, title: str, day: date) -> None:
        """Drag an entry to another day, as a hand does."""
        drag(self.board, self.box(title).seen.center(), free_place(self.board, day))

    def drag_and_give_up(self, title: str, day: date) -> str:
        """Drag an entry to another day, then press Esc; return what its card said before that."""
        board, start, end = self.board, self.box(title).seen.center(), free_place(self.board, day)
        grab(board, start)
        pull(board, start + QPointF(0, 12), end)
        self._at.hands.until(self.page.body.side.move_card.isVisible)
        told = self.page.body.side.move_card.accessibleDescription()
        self.key(Qt.Key.Key_Escape)
        let_go(board, end)
        return told

    def stretch(self, title: str, pixels: int) -> None:
        """Drag the lower edge of an entry."""
        rect = self.box(title).rect
        edge = QPointF(rect.center().x(), rect.bottom() - 2)
        drag(self.board, edge, edge + QPointF(0, pixels))

    def hours(self, title: str) -> tuple[date, str, str]:
        """Return the day and the hours of an entry as the page has it."""
        (one,) = (one for one in self.page.found.occasions if one.title.id == title)
        return one.on, f"{one.starts_at:%H.%M}", f"{one.ends_at:%H.%M}"

    def conflict(self) -> ConflictLine | None:
        """Return the conflict on the card, once the card is up to date."""
        self._at.hands.until(lambda: not self.page._clashes.isActive())
        return self.page.body.side.conflict.line

    def day_as_text(self) -> str:
        """Copy the agenda of the chosen day by the command and return it."""
        self._at.choose("Copy the day's agenda")
        return QApplication.clipboard().text()


class VisitTabs:
    """The visit on screen with its tabs."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop

    def show(self, key: str, kind: type[T]) -> T:
        """Go on by the key of tabs until this one is shown, and return it."""
        Visits(self._at).show_tab(key)
        tab = self._at.page(VisitsScreen).visit.currentWidget()
        assert isinstance(tab, kind)
        return tab


class Finder:
    """The palette of Ctrl+K."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop

    def find(self, text: str) -> list[str]:
        """Open it, type, and return the lines that it shows once the search is done."""
        self._at.key(Qt.Key.Key_K, CONTROL)
        self._at.hands.until(lambda: bool(self._there()))
        palette = self._palette
        self._at.hands.bot.keyClicks(palette.line, text)
        self._at.hands.until(lambda: palette._asked is None)
        return [row.title for row in palette.model.rows]

    def open(self, title: str) -> None:
        """Go down to a line by the key and open it."""
        palette = self._palette
        for _ in palette.model.rows:
            if palette.line.accessibleDescription().startswith(title):
                break
            self._at.hands.key(Qt.Key.Key_Down, palette.line)
        assert palette.line.accessibleDescription().startswith(title)
        self._at.hands.key(Qt.Key.Key_Return, palette.line)
        self._at.hands.until(lambda: not self._there())

    @property
    def _palette(self) -> Palette:
        (palette,) = self._there()
        return palette

    def _there(self) -> list[Palette]:
        return [made for made in self._at.window.findChildren(Palette) if made.isVisible()]


def said(within: QWidget) -> list[str]:
    """Return what the labels in sight say."""
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible()]

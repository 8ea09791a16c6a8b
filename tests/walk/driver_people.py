"""The people of a visit in the window: lists that come in, seats, papers of the day, history."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kunjungan.services.guests.participants import Participant
from kunjungan.services.pack.making import PackPaper
from kunjungan.ui.screens.visits.delegations import DelegationsTab
from kunjungan.ui.screens.visits.guest_import.dialog import ImportGuestsDialog
from kunjungan.ui.screens.visits.pack.dialog import PackDialog
from kunjungan.ui.screens.visits.seating.moves_dialog import MovesDialog
from kunjungan.ui.screens.visits.seating.order_rows import EqualRow, GuestRow, remark_words
from kunjungan.ui.screens.visits.seating.tab import SeatingTab
from kunjungan.ui.widgets.banner import Banner
from tests.ui.seating_case import LEFT, PLAIN, pull
from tests.walk.driver import Desktop
from tests.walk.driver_calendar import VisitTabs
from tests.walk.hands import CONTROL, told

CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


class Meetings:
    """Dialogs that are no forms: met as the hands meet every dialog."""

    def __init__(self, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
        self._at = desktop
        for kind in (ImportGuestsDialog, MovesDialog, PackDialog):
            monkeypatch.setattr(kind, "exec", desktop.hands._meeting())

    def ask(self, press: Callable[[], object], *answers: Callable[..., object]) -> None:
        """Press what opens dialogs, one after the other, and answer each."""
        self._at.hands.answer(*answers)
        press()
        self._at.hands.done()


class Guests:
    """The tab of the delegations."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop

    @property
    def tab(self) -> DelegationsTab:
        """The tab, gone to by its key."""
        return VisitTabs(self._at).show("delegations", DelegationsTab)

    def everybody(self) -> list[Participant]:
        """Return all guests as the table has them, the folded too."""
        return [guest for row in self.tab.list.rows for guest in row.guests]

    def choose(self, post: str, body: str) -> None:
        """Go down the table by the key until a guest of this post and body is current."""
        view = self.tab.table.view
        view.setFocus()
        self._at.hands.key(Qt.Key.Key_Home, view, CONTROL)
        for _ in self.everybody():
            guest = self.tab.list.current_guest()
            if guest is not None and guest.title.id == post and body in guest.body.id:
                return
            self._at.hands.key(Qt.Key.Key_Down, view)
        raise AssertionError(post)


class Importing:
    """The dialog that brings a list in, at the step where it stands."""

    def __init__(self, desktop: Desktop, dialog: ImportGuestsDialog) -> None:
        self._hands = desktop.hands
        self.dialog = dialog

    def settle(self) -> None:
        """Wait for what is read, judged or written elsewhere."""
        self._hands.until(lambda: not self.dialog.busy)

    def results(self) -> list[str]:
        """Return what becomes of every row that is shown."""
        table = self.dialog.parts.check.table
        model = table.model()
        last = model.columnCount() - 1
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(line, last).data(role)) for line in range(model.rowCount())]

    def key(self, key: Qt.Key) -> None:
        """Press a key on the rows."""
        self._hands.to_front(self.dialog)
        self._hands.key(key, self.dialog.parts.check.table)

    def find(self, words: str) -> None:
        """Go on by F8 until a row is asked about that offers this."""
        bar = self.dialog.parts.check.bar
        for _ in range(len(self.results()) + 1):
            QApplication.processEvents()
            if words in told(bar):
                return
            self.key(Qt.Key.Key_F8)
        raise AssertionError((words, self.results(), told(bar)))

    def press(self, words: str) -> None:
        """Press a button and wait for what follows."""
        self._hands.press(words, self.dialog)
        self.settle()

    def put_right_the_bad(self, text: str) -> None:
        """Go to the row with a fault and write into its wrong cell."""
        self.find("Edit the cell")
        self.key(Qt.Key.Key_F2)
        editor = self.dialog.parts.check.table.editor
        self._hands.write(editor, text)
        self._hands.key(Qt.Key.Key_Return, editor)
        self.settle()


class Seating:
    """The tab of the seats: the order at the left, the plan beside it."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop

    @property
    def tab(self) -> SeatingTab:
        """The tab, gone to by its key."""
        return VisitTabs(self._at).show("seating", SeatingTab)

    def remarks(self) -> list[str]:
        """Return what is said of guests of equal rank."""
        found = (row for row in self._rows if isinstance(row, EqualRow))
        return [" ".join(remark_words(row)) for row in found]

    def order(self) -> list[Participant]:
        """Return everybody by rank."""
        return [row.line.guest for row in self._rows if isinstance(row, GuestRow) and not row.loose]

    def click_remark(self, words: str) -> None:
        """Click on what is said of some equals."""
        place, _ = next(
            (place, row)
            for place, row in enumerate(self._rows)
            if isinstance(row, EqualRow) and words in " ".join(remark_words(row))
        )
        rows = self.tab.list.rows
        index = rows.model().index(place, 0)
        rows.scrollTo(index)
        QTest.mouseClick(rows.viewport(), LEFT, PLAIN, rows.visualRect(index).center())

    def seat_of(self, guest: UUID) -> str:
        """Return the key of a guest's seat on the plan shown."""
        seat = self.tab.canvas.seat_of(guest)
        return seat.place.key if seat is not None else ""

    def drag(self, start: str, end: str) -> None:
        """Drag whoever sits on a seat to another, as a hand does."""
        canvas = self.tab.canvas
        canvas.choose(end)
        one, other = canvas.card_of(start).center(), canvas.card_of(end).center()
        port = canvas.viewport()
        assert port.rect().contains(one.toPoint()), start
        assert port.rect().contains(other.toPoint()), end
        QTest.mousePress(port, LEFT, PLAIN, one.toPoint())
        for step in (0.1, 0.5, 1.0):
            pull(port, one + QPointF(other - one) * step)
        QTest.mouseRelease(port, LEFT, PLAIN, other.toPoint())

    def key(self, key: Qt.Key) -> None:
        """Press a key on the plan."""
        self._at.hands.key(key, self.tab.canvas)

    def wait_for(self, words: str) -> None:
        """Wait until a bar over the plan says this; the printed cards are looked through beside."""
        self._at.hands.until(lambda: any(words in bar for bar in self.bars()))

    def bars(self) -> list[str]:
        """Return what stands over the plan."""
        QApplication.processEvents()
        bars = [one for one in self.tab.remarks.findChildren(Banner) if one.isVisible()]
        return [" ".join(told(bar)) for bar in bars]

    @property
    def _rows(self) -> list[object]:
        return list(self.tab.list.rows._model.rows)


class Papers:
    """The dialog of the day's papers, which come out as PDF files."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop

    def settle(self, dialog: PackDialog) -> dict[str, PackPaper]:
        """Wait until every paper is made; return what will come out, by the papers' keys."""
        many = len(dialog.state.pack.items)
        self._at.hands.until(lambda: len(dialog.state.made) == many)
        return {paper.item.key: paper for paper in dialog.state.papers()}

    def save(self, dialog: PackDialog, folder: Path) -> None:
        """Save what is ticked into a folder, which ends the dialog."""
        folder.mkdir()
        self._at.hands.folder = folder
        self._at.hands.press("Save as PDF…", dialog)
        self._at.hands.until(lambda: not dialog.isVisible())

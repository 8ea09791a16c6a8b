"""The window of the workbench and a plain text beside it, watched until they have painted."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import perf_counter
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from typing_extensions import override

from benchmarks.workbench_offices import first_agreement
from kunjungan.app.window import Program
from kunjungan.services.clauses import ClauseLine, list_clauses
from kunjungan.services.office import Office
from kunjungan.settings import Settings
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.desk import Desk
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.screens.agreements.page import AgreementPage
from kunjungan.ui.theme.apply import ThemeChoice, dress

WIDTH, HEIGHT = 1366, 720
_LEAST_S, _MOST_S = 0.06, 0.18
_STROKE = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_RESTS = ((36, 2.2), (12, 0.5))
"""After so many keys so many seconds of rest: long enough for a check of all originals, and for
what was typed to be kept."""


class Bench:
    """The program on a copied office: its window, its agreement page, its long text."""

    def __init__(self, app: QApplication, program: Program, window: MainWindow) -> None:
        self.app = app
        self.window = window
        self._program = program

    @property
    def context(self) -> ScreenContext:
        """What every screen works with."""
        return self.window.frame.context

    @property
    def office(self) -> Office:
        """The office that is open."""
        return self.context.office

    @property
    def page(self) -> AgreementPage:
        """The page of an agreement, once one was opened."""
        return self.window.findChildren(AgreementPage)[0]

    def go(self, agreement: UUID | None = None) -> None:
        """Open an agreement, or the register for None."""
        self.window.frame.go(Address("agreements", agreement))

    def text(self) -> tuple[UUID, list[ClauseLine]]:
        """Return the longest agreement of the office and its rows."""
        agreement = first_agreement(self.office)
        return agreement, list_clauses(self.office, agreement)


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    """Open the window on an office, let it settle, and end it afterwards."""
    app = application()
    dress(app, ThemeChoice.LIGHT)
    program = Program(app, Desk(Settings(theme="light"), None, app))
    program.open(folder)
    window = program.window
    assert window is not None
    window.resize(WIDTH, HEIGHT)
    spin(1500)
    yield Bench(app, program, window)
    program.end()


def application() -> QApplication:
    """Return the one application of this process."""
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication([])


def spin(milliseconds: int) -> None:
    """Let the program run by itself for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(done: Callable[[], object], *, seconds: float = 30, look_ms: int = 2) -> None:
    """Let the program run by itself until something is so; TimeoutError when it never is."""
    loop, late = QEventLoop(), perf_counter() + seconds
    look = QTimer(interval=look_ms)
    look.timeout.connect(lambda: loop.quit() if done() or perf_counter() > late else None)
    look.start()
    loop.exec()
    look.stop()
    if not done():
        raise TimeoutError


class Paints(QObject):
    """Notes when a widget's window has painted it: every moment at which that was done."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times: list[float] = []
        self._watched: list[QWidget] = []
        self._watch(widget)

    def end(self) -> None:
        """Note nothing any more."""
        for widget in self._watched:
            widget.removeEventFilter(self)

    def _watch(self, widget: QWidget) -> None:
        self._watched.append(widget)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            done = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, done, Qt.EventPriority.HighEventPriority.value)
        return False

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.times.append(perf_counter())
            self.painted()
            return True
        return super().event(event)

    def painted(self) -> None:
        """Do nothing more at a paint."""


class Keys(Paints):
    """Types into a text from another thread, as a person does, and times each key to its paint.

    ``taken`` are milliseconds, ``last_due`` the moment of the last key. A key is due when the
    person presses it: whatever the program does then is waited for.
    """

    def __init__(self, field: QTextEdit) -> None:
        super().__init__(field.viewport())
        self.taken: list[float] = []
        self.last_due = 0.0
        self._field = field
        self._due: deque[float] = deque()
        self._seen: list[float] = []
        self._watch(field)

    def type(self, text: str, gaps: Sequence[float]) -> None:
        """Type letters, so many seconds after each of them; return when all are painted."""
        strokes = [[_key(kind, letter) for kind in _STROKE] for letter in text]
        typist = threading.Thread(target=self._press, args=(strokes, gaps))
        typist.start()
        until(lambda: len(self.taken) >= len(text), seconds=sum(gaps) + 30, look_ms=50)
        typist.join()
        self.end()

    def _press(self, strokes: Sequence[Sequence[QKeyEvent]], gaps: Sequence[float]) -> None:
        due = perf_counter()
        for stroke, gap in zip(strokes, gaps, strict=True):
            self._due.append(due)
            self.last_due = due
            for key in stroke:
                QCoreApplication.postEvent(self._field, key)
            due += gap
            time.sleep(max(due - perf_counter(), 0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self._seen.append(self._due.popleft())
        elif self._seen:
            return super().eventFilter(watched, event)
        return False

    @override
    def painted(self) -> None:
        self.taken += [(self.times[-1] - due) * 1000 for due in self._seen]
        self._seen.clear()


def _key(kind: QEvent.Type, letter: str) -> QKeyEvent:
    return QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)


def hurried(letters: int) -> list[float]:
    """Return seconds between keys as of a quick typist who rests now and then."""
    dice = Random(1)  # noqa: S311 - no secret
    rests = [next((s for n, s in _RESTS if not at % n), 0.0) for at in range(1, letters + 1)]
    return [dice.uniform(_LEAST_S, _MOST_S) + rest for rest in rests]


def plain_edit(lines: Sequence[ClauseLine]) -> QTextEdit:
    """Return a shown text of Qt's own that holds a whole agreement in both languages."""
    edit = QTextEdit()
    edit.setPlainText(
        "\n".join(f"{line.marker.id}\t{line.text.id}\n{line.text.en}" for line in lines)
    )
    edit.resize(WIDTH, HEIGHT)
    edit.show()
    return edit

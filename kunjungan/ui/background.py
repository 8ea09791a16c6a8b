"""Runs slow work off the screen's thread and brings the answer back to it."""

import gc
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from kunjungan.domain.errors import OfficeError

T = TypeVar("T")


_TIDY_MS = 1000
_TURN_S = 0.0005
"""How long the worker keeps the interpreter while a key waits; Python's own 5 ms add up to 50."""


class Background(QObject):
    """One worker, so that slow jobs queue up instead of meeting in the database.

    Beside it is one for quick reads that somebody waits for, such as a search.

    While it lives, Python's cyclic garbage is collected on this thread only: a collection that
    happens to start in the worker would destroy widgets there, and the program with them.
    """

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._quick = ThreadPoolExecutor(max_workers=1, thread_name_prefix="quick")
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        gc.disable()
        sys.setswitchinterval(_TURN_S)
        self._tidying = QTimer(self)
        self._tidying.timeout.connect(self._tidy)
        self._tidying.start(_TIDY_MS)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        refused: Callable[[OfficeError], None],
        owner: QObject,
        quick: bool = False,
    ) -> None:
        """Run ``work`` elsewhere, then ``done`` or ``refused`` on this thread.

        The answer is dropped when ``owner`` is gone by then. A bug in ``work`` is raised here.
        ``quick`` work does not wait for the slow; it only reads.
        """

        def answer(future: Future[T]) -> None:
            if not future.cancelled():
                self._answered.emit(partial(_answer, future, done, refused, owner))

        worker = self._quick if quick else self._worker
        worker.submit(work).add_done_callback(answer)

    def close(self) -> None:
        """Drop the jobs that wait, let the running one finish, and stop."""
        for worker in (self._quick, self._worker):
            worker.shutdown(cancel_futures=True)
        self._tidying.stop()
        gc.enable()

    @Slot()
    def _tidy(self) -> None:
        """Collect the oldest generation that is due, as Python would have."""
        pairs = list(zip(gc.get_count(), gc.get_threshold(), strict=True))
        due = [generation for generation, (count, most) in enumerate(pairs) if count > most]
        if due:
            gc.collect(due[-1])

    @Slot(object)
    def _deliver(self, answer: Callable[[], None]) -> None:
        answer()


def _answer(
    future: Future[Any],
    done: Callable[[Any], None],
    refused: Callable[[OfficeError], None],
    owner: QObject,
) -> None:
    if not isValid(owner):
        return
    try:
        result = future.result()
    except OfficeError as refusal:
        refused(refusal)
    else:
        done(result)

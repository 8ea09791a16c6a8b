"""Runs slow work off the screen's thread and brings the answer back to it."""

import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from kunjungan.domain.errors import OfficeError

T = TypeVar("T")


_TIDY_MS = 1000
_TURN_S = 0.0005
"""How long the worker keeps the interpreter while a key waits; Python's own 5 ms add up to 50."""


@dataclass(slots=True)
class _Job:
    """Work and whom to tell; ``result`` and ``error`` are what came of it."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    refused: Callable[[OfficeError], None]
    owner: QObject
    result: Any = None
    error: BaseException | None = None

    def do(self) -> None:
        """Do the work and keep what came of it."""
        try:
            self.result = self.work()
        except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
            self.error = error

    def tell(self) -> None:
        """Give the answer to who asked, who may be gone by now."""
        error, self.error = self.error, None  # its frames hold this job
        if not isValid(self.owner):
            return
        if isinstance(error, OfficeError):
            self.refused(error)
        elif error is not None:
            raise error
        else:
            self.done(self.result)


class Background(QObject):
    """One worker, so that slow jobs queue up instead of meeting in the database.

    Beside it is one for quick reads that somebody waits for, such as a search.

    What belongs to the screen must never die in the worker, which would take the program with it.
    So jobs are kept here, and a worker knows no more than a job's number; and while this lives,
    Python's cyclic garbage is collected on this thread only.
    """

    _answered = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._quick = ThreadPoolExecutor(max_workers=1, thread_name_prefix="quick")
        self._jobs: dict[int, _Job] = {}
        self._numbers = count()
        self._closed = False
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
        ``quick`` work does not wait for the slow; it only reads. What is asked after ``close`` is
        not done.
        """
        if self._closed:
            return
        number = next(self._numbers)
        self._jobs[number] = _Job(work, done, refused, owner)
        (self._quick if quick else self._worker).submit(self._do, number)

    def close(self) -> None:
        """Drop the jobs that wait and their answers, let the running one finish, and stop."""
        self._closed = True
        for worker in (self._quick, self._worker):
            worker.shutdown(cancel_futures=True)
        self._jobs.clear()
        self._tidying.stop()
        gc.enable()

    @Slot()
    def _tidy(self) -> None:
        """Collect the oldest generation that is due, as Python would have."""
        pairs = list(zip(gc.get_count(), gc.get_threshold(), strict=True))
        due = [generation for generation, (count, most) in enumerate(pairs) if count > most]
        if due:
            gc.collect(due[-1])

    def _do(self, number: int) -> None:
        """Do a job, in its worker, and forget it before anybody hears of it."""
        self._jobs[number].do()
        self._answered.emit(number)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        if (job := self._jobs.pop(number, None)) is not None:  # else it was closed meanwhile
            job.tell()

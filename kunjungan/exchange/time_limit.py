"""Lets work on a file of others last no longer than it may."""

import _thread
import ctypes
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")


class TimeUp(BaseException):
    """The work took too long and was stopped; no handler for errors of a file may swallow it."""


class _Stopped(BaseException):
    """What ends the work itself; apart from ``TimeUp``, so that no work inside it goes on."""


def within(seconds: float, work: Callable[[], T]) -> T:
    """Return what ``work`` returns, and raise what it raises.

    ``work`` is Python that touches nothing but its own values: when its time is up it is stopped
    wherever it is. It runs in a thread of its own, so that any thread may ask for it.

    Raises:
        TimeUp: it took longer than ``seconds``.
    """
    task = _Task(work)
    try:
        _thread.start_new_thread(task.run, ())  # who asks may be stopped, too, at any moment
        task.ended.acquire(timeout=seconds)
    finally:
        late = task.stop()
    if late:
        raise TimeUp
    if task.failed:
        raise task.failed[0]
    return task.done[0]


class _Task(Generic[T]):
    """Work that can be stopped while it runs; the thread round it is never hit by that."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._gate = _thread.allocate_lock()
        self._thread = 0
        self._stopped = False
        self.done: list[T] = []
        self.failed: list[BaseException] = []
        self.ended = _thread.allocate_lock()
        self.ended.acquire()

    def run(self) -> None:
        """Do the work, unless it has been stopped before it began."""
        with suppress(_Stopped):
            if self._turn(_thread.get_ident()):
                try:
                    self.done.append(self._work())
                except BaseException as error:  # noqa: BLE001 - raised where it was asked for
                    self.failed.append(error)
            self._turn(0)  # a stop sent a moment ago comes no later than here
        self.ended.release()

    def stop(self) -> bool:
        """Stop the work where it is and return whether it had not ended."""
        with self._gate:
            self._stopped = True
            if self._thread:
                number = ctypes.c_ulong(self._thread)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(number, ctypes.py_object(_Stopped))
            return bool(self._thread) or not (self.done or self.failed)

    def _turn(self, thread: int) -> bool:
        """Say in which thread the work runs, none once it has ended; return whether it may."""
        with self._gate:
            self._thread = thread
            return not self._stopped

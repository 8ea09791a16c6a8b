"""Lets work on a file of others last no longer than it may."""

import ctypes
import threading
from collections.abc import Callable
from typing import TypeVar

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
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again below, where it was asked for
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        thread.join(seconds)
    finally:
        late = _stop(thread)
    if late:
        raise TimeUp
    if failed:
        raise failed[0]
    return done[0]


def _stop(thread: threading.Thread) -> bool:
    """Stop a thread that still runs and return whether it did."""
    if not thread.is_alive() or thread.ident is None:
        return False
    number = ctypes.c_ulong(thread.ident)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(number, ctypes.py_object(_Stopped))
    return True

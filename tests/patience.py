"""A bot for window tests that waits as long as a busy machine needs."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot
from typing_extensions import override

PATIENCE_MS = 120_000
"""A wait ends when what it waits for is there; only a failing test ever waits this long."""


class PatientBot(QtBot):
    """The bot of pytest-qt, whose own 5 s are too few while other tests use every core."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **asked: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **asked)

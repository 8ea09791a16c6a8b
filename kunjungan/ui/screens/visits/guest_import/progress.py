"""Tells a window how far a long import has come, from the thread that does it."""

from PySide6.QtCore import QObject, Signal


class Watch(QObject):
    """Passes on how many rows are done, and stops the work when told to.

    Signals:
        came: So many of so many rows are done.
    """

    came = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on = True

    def start(self) -> None:
        """Let the next work go on."""
        self._on = True

    def stop(self) -> None:
        """Stop the work at its next rows; nothing of it is kept."""
        self._on = False

    def __call__(self, done: int, total: int) -> bool:
        """Tell how far the work has come; return whether to go on."""
        self.came.emit(done, total)
        return self._on

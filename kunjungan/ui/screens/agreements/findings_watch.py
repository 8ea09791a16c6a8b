"""Keeps finding what stands before the originals, away from the screen's own work."""

from collections.abc import Callable
from functools import cache
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kunjungan.domain.errors import OfficeError
from kunjungan.services.preflight import Finding, preflight
from kunjungan.services.printing import new_press
from kunjungan.ui.context import ScreenContext

PAUSE_MS = 300


class FindingsWatch(QObject):
    """Checks an agreement a moment after its last change, papers included, with its own press.

    Signals:
        found: The findings; carries the agreement's id and their list.
    """

    found = Signal(object, object)

    def __init__(self, context: ScreenContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._check = _checker(context)
        self._agreement: UUID | None = None
        self._turn = 0
        self._busy = False
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._run)

    @property
    def waiting(self) -> bool:
        """Whether what was found last may be out of date by now."""
        return self._busy or self._soon.isActive()

    def check(self, agreement: UUID) -> None:
        """Check soon; an answer to what was asked before is dropped."""
        self._agreement = agreement
        self._turn += 1
        self._soon.start()

    def stop(self) -> None:
        """Check no more."""
        self._agreement = None
        self._turn += 1
        self._soon.stop()

    @Slot()
    def _run(self) -> None:
        agreement, turn = self._agreement, self._turn
        if agreement is None or self._busy:
            return  # whoever is busy begins again when done
        self._busy = True
        self._context.background.run(
            lambda: self._check(agreement),
            done=lambda findings: self._on_done(turn, agreement, findings),
            refused=lambda _refusal: self._on_refused(turn, _refusal),
            owner=self,
        )

    def _on_done(self, turn: int, agreement: UUID, findings: list[Finding]) -> None:
        self._busy = False
        if turn == self._turn:
            self.found.emit(agreement, findings)
        elif not self._soon.isActive():
            self._run()

    def _on_refused(self, turn: int, _refusal: OfficeError) -> None:
        """Leave what was found before: the paper's own failure is told beside it."""
        self._busy = False
        if turn != self._turn and not self._soon.isActive():
            self._run()


def _checker(context: ScreenContext) -> Callable[[UUID], list[Finding]]:
    """Return what checks an agreement; its press is made at the first check and kept."""
    press = cache(new_press)
    return lambda agreement: preflight(context.office, press(), agreement)

"""Keeps finding what stands before the originals, away from the screen's own work."""

from collections.abc import Callable
from functools import cache
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kunjungan.domain.errors import OfficeError
from kunjungan.services.preflight import Finding, preflight, without_press
from kunjungan.services.printing import new_press
from kunjungan.services.set_paper import SetPaper
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.agreements.findings.refusing import refusing

PAUSE_MS = 300
WHOLE_MS = 1200
"""How long nobody types before all originals are set, too: the preview goes first."""


class FindingsWatch(QObject):
    """Checks data and text a moment after the last change, and later the papers, on its own press.

    ``paper_of`` gives the paper in sight, whose letters and room are checked at once.

    Signals:
        found: The findings; carries the agreement's id and their list.
    """

    found = Signal(object, object)

    def __init__(
        self,
        context: ScreenContext,
        paper_of: Callable[[UUID], SetPaper | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._paper_of = paper_of
        self._press = cache(new_press)
        self._agreement: UUID | None = None
        self._turn = 0
        self._busy = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._check_text)
        self._whole = QTimer(self, singleShot=True, interval=WHOLE_MS)
        self._whole.timeout.connect(self._check_papers)

    @property
    def waiting(self) -> bool:
        """Whether what was found last may be out of date by now."""
        return self._busy or self._soon.isActive()

    def check(self, agreement: UUID, *, at_once: bool = False) -> None:
        """Check soon; an answer to what was asked before is dropped."""
        self._agreement = agreement
        self._turn += 1
        self._whole.stop()
        self._soon.start(0 if at_once else PAUSE_MS)

    def hold(self) -> None:
        """Let somebody type: the papers wait until they pause."""
        if self._whole.isActive():
            self._whole.start()

    def stop(self) -> None:
        """Check no more."""
        self._agreement = None
        self._turn += 1
        self._soon.stop()
        self._whole.stop()

    @Slot()
    def _check_text(self) -> None:
        if (agreement := self._agreement) is not None:
            office, paper = self._context.office, self._paper_of(agreement)
            self._run(lambda: without_press(office, agreement, paper), then=self._whole.start)

    @Slot()
    def _check_papers(self) -> None:
        if (agreement := self._agreement) is not None:
            office, press = self._context.office, self._press
            self._run(lambda: preflight(office, press(), agreement), then=_nothing)

    def _run(self, work: Callable[[], list[Finding]], then: Callable[[], object]) -> None:
        if self._busy:
            return  # whoever is busy begins again when done
        self._busy, turn, agreement = True, self._turn, self._agreement

        def done(findings: list[Finding]) -> None:
            if self._is_now(turn):
                self.found.emit(agreement, findings)
                then()

        self._context.background.run(
            refusing(work),
            done=done,
            refused=lambda refusal: self._on_refused(turn, refusal),
            owner=self,
        )

    def _is_now(self, turn: int) -> bool:
        """Be idle again; say whether the answer is to what was asked last, else ask anew."""
        self._busy = False
        if turn != self._turn and not self._soon.isActive():
            self._check_text()
        return turn == self._turn

    def _on_refused(self, turn: int, _refusal: OfficeError) -> None:
        """Leave what was found before: the paper's own failure is told beside it."""
        self._is_now(turn)


def _nothing() -> None:
    """Follow on nothing."""

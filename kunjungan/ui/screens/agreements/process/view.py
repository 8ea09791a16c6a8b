"""How an agreement goes forward, as a page of cards: stages, drafts, files, originals, duties."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import NotFound
from kunjungan.services.agreement_view import AgreementView, agreement_view
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.agreements.drafts.clearance_card import ClearanceCard
from kunjungan.ui.screens.agreements.drafts.drafts_card import DraftsCard
from kunjungan.ui.screens.agreements.process.duties_card import DutiesCard
from kunjungan.ui.screens.agreements.process.files_card import FilesCard
from kunjungan.ui.screens.agreements.process.originals_card import OriginalsCard
from kunjungan.ui.screens.agreements.process.stages_card import StagesCard
from kunjungan.ui.widgets.layouts import CARD_GAP, PAGE_PAD, column, framed, scrolling

TABLES = frozenset(
    {
        "agreement", "agreement_step", "agreement_visit", "attachment", "clause", "clearance",
        "draft", "holiday", "original", "party", "print_run", "register_entry", "setting",
        "signature", "task", "visit",
    }
)  # fmt: skip
_BESIDE_FROM = 1000


class ProcessView(QWidget):
    """The page of cards, in two columns where there is room; it follows what changes by itself.

    Signals:
        commands_changed: Other commands are open now.
    """

    commands_changed = Signal()

    def __init__(
        self, context: ScreenContext, flush: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._flush = flush
        self._view: AgreementView | None = None
        self.stages = StagesCard(context, self)
        self.drafts = DraftsCard(context, self)
        self.clearance = ClearanceCard(context, self)
        self.files = FilesCard(context, self)
        self.originals = OriginalsCard(context, self)
        self.duties = DutiesCard(context, self)
        self._cards = (
            self.stages,
            self.drafts,
            self.clearance,
            self.files,
            self.originals,
            self.duties,
        )
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        for card in (self.stages, self.duties):
            card.commands_changed.connect(self.commands_changed)
        context.news.changed.connect(self._on_changed)

    @override
    def show(self, view: AgreementView) -> None:  # type: ignore[override]  # not Qt's own
        """Show how an agreement stands."""
        self._view = view
        for card in self._cards:
            card.show(view)
        self.commands_changed.emit()

    def reload(self) -> None:
        """Read the same agreement again; one that is gone stays as it was last seen."""
        if self._view is None:
            return
        try:
            self.show(agreement_view(self._context.office, self._view.id))
        except NotFound:
            self._view = None

    def open_stage(self, code: str) -> None:
        """Open a stage in sight, the keyboard on it; ``clearance`` is that of the text."""
        if code == "clearance":
            self._pane.ensureWidgetVisible(self.clearance)
            self.clearance.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.stages.open_stage(code)

    def answers(self) -> dict[str, Callable[[], object]]:
        """Return what each command does here; what is being typed is kept before it."""
        if self._view is None:
            return {}
        found: dict[str, Callable[[], object]] = {
            "agreement.next_pane": partial(self._step, 1),
            "agreement.previous_pane": partial(self._step, -1),
        }
        for card in self._cards:
            found |= card.answers()
        return {name: partial(self._kept, run) for name, run in found.items()}

    def _step(self, by: int) -> None:
        """Take the keyboard to the next card that has something to choose."""
        held = self.window().focusWidget()
        at = next((n for n, card in enumerate(self._cards) if card.isAncestorOf(held or self)), -by)
        for way in range(1, len(self._cards) + 1):
            card = self._cards[(at + by * way) % len(self._cards)]
            if _takes_keys(card):
                self._pane.ensureWidgetVisible(card)
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _kept(self, run: Callable[[], object]) -> None:
        if self._flush():
            run()

    def _build(self) -> None:
        left = framed(column(self.stages, None, spacing=CARD_GAP))
        right = framed(column(*self._cards[1:], None, spacing=CARD_GAP))
        self._box.setSpacing(CARD_GAP)
        self._box.setContentsMargins(PAGE_PAD, 12, PAGE_PAD, PAGE_PAD)
        self._box.addWidget(left, 6)
        self._box.addWidget(right, 5)
        self._pane = scrolling(framed(self._box), self)
        self._pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(column(self._pane))
        self.setFocusProxy(self.stages)

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if self.isVisible() and tables & TABLES:
            self.reload()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where two would be too narrow."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


def _takes_keys(widget: QWidget) -> bool:
    """Whether what a widget hands the keyboard on to is in sight; an empty table is not."""
    while (heir := widget.focusProxy()) is not None:
        widget = heir
    return widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus

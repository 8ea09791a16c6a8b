"""What every tab of a visit has in common."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kunjungan.services.overview import VisitOverview
from kunjungan.ui.context import ScreenContext

Commands = Mapping[str, Callable[[], None]]


class VisitTab(QWidget):
    """One tab: it shows a visit and answers some commands.

    ``title`` is its untranslated word in the row of tabs. ``main`` are the commands at the head of
    the page, the first of them the main one; ``more`` are behind its "…" button.

    Signals:
        commands_changed: ``commands()`` would answer differently now.
    """

    commands_changed = Signal()
    title: str = ""
    main: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.seen = seen

    @staticmethod
    def count(_seen: VisitOverview) -> int | None:
        """Return how much is in the tab, for its word in the row; None for nothing to count."""
        return None

    def show_visit(self, seen: VisitOverview) -> None:
        """Show a visit, or the same one again after a change; selection and place stay."""
        self.seen = seen
        self.refresh()

    def refresh(self) -> None:
        """Draw what is seen of the visit."""

    def commands(self) -> Commands:
        """Return what this tab answers now, by the names of ``action_list``."""
        return {}

    def remember(self) -> dict[str, object]:
        """Return selection and scroll as plain values."""
        return {}

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""

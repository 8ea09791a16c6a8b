"""Over the plan: which plan is shown, from which side, and how large."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kunjungan.domain.seating import View
from kunjungan.i18n import tr
from kunjungan.services.seating import PlanLine
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.seating.lens import Lens
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import command_icon
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import row
from kunjungan.ui.widgets.segmented import Option, Segmented

_TIGHT, _ASIDE = 560, 250
_SEGMENTS = 3


class PlanBar(QWidget):
    """The plans of a visit side by side, or as a list where there are many; view and zoom.

    Signals:
        chosen: Another plan was asked for; carries its id.
    """

    chosen = Signal(object)

    def __init__(self, commands: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[UUID] = []
        self._few, self._many = Segmented((), self, height=26), ChoiceField()
        self._many.setAccessibleName(tr("Seating plan"))
        self._side = set_role(QLabel(self), TextRole.SMALL)
        self._zoom = set_role(QLabel(self), TextRole.SMALL)
        self._zoom.setFixedWidth(40)
        buttons = {
            name: command_icon(commands[name], icon, tip, self)
            for name, icon, tip in (
                ("seating.new", "add", tr("New seating plan")),
                ("seating.mirror", "arrow_swap", tr("See from the other side (V)")),
                ("seating.zoom_out", "zoom_out", tr("Smaller (-)")),
                ("seating.zoom_in", "zoom_in", tr("Larger (+)")),
            )
        }
        self.setFixedHeight(42)
        self.setLayout(
            row(
                self._few,
                self._many,
                buttons["seating.new"],
                None,
                self._side,
                buttons["seating.mirror"],
                buttons["seating.zoom_out"],
                self._zoom,
                buttons["seating.zoom_in"],
                margins=(12, 0, 12, 0),
            )
        )
        self._few.chosen.connect(lambda key: self.chosen.emit(UUID(key)))
        self._many.activated.connect(lambda _: self.chosen.emit(self._many.value()))

    def show_plans(self, plans: Sequence[PlanLine], shown: UUID) -> None:
        """Show which plans there are and which is on screen."""
        self._ids = [plan.id for plan in plans]
        self._few.show_options([Option(str(plan.id), screen_side(plan.name)) for plan in plans])
        self._few.set_value(str(shown))
        self._many.show_choices([(plan.id, screen_side(plan.name)) for plan in plans])
        self._many.set_value(shown)
        self._arrange()

    def show_lens(self, lens: Lens) -> None:
        """Say from which side and how large the plan is drawn."""
        self._side.setText(label(View.SEATED if lens.from_stage else View.AUDIENCE))
        self._zoom.setText(f"{round(lens.zoom * 100)}%")
        self._arrange()

    def _arrange(self) -> None:
        wide = self._few.sizeHint().width() + _ASIDE + self._side.sizeHint().width() <= self.width()
        few = len(self._ids) <= _SEGMENTS and wide
        self._few.setVisible(few)
        self._many.setVisible(not few)
        self._side.setVisible(self.width() >= _TIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

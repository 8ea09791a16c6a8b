"""What a session can be given: rooms and vehicles of the office, its own officials, delegations."""

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.visit_words import ResourceKind
from kunjungan.i18n import tr
from kunjungan.services.calendar.resources import list_resources
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.services.visits import visit_form
from kunjungan.ui.screens.visits.words import body_name, joined
from kunjungan.ui.widgets.fields import CheckField
from kunjungan.ui.widgets.search_picker import Item
from kunjungan.ui.widgets.suggest_field import SuggestField


def resource_field(office: Office, kind: ResourceKind, hint: str) -> SuggestField:
    """Return a line that offers the office's rooms with their seats, or its vehicles."""
    field = SuggestField(hint)
    field.set_items(
        [
            Item(line.name, line.name, joined(_seats(line.seats), line.place, line.plate))
            for line in list_resources(office)
            if line.kind is kind and line.active
        ]
    )
    return field


def hosting_institution(office: Office, visit_id: UUID) -> UUID | None:
    """Return whose officials receive: the visit's host, else the own institution."""
    return visit_form(office, visit_id).host_id or office_settings(office).own_institution


class DelegationsField(QWidget):
    """Which delegations something is for; none ticked is everybody.

    Signals:
        changed: One was ticked or unticked.
    """

    changed = Signal()

    def __init__(self, lines: Sequence[DelegationLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {line.id: CheckField(body_name(line), self) for line in lines}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for box in self._boxes.values():
            layout.addWidget(box)
            box.changed.connect(self.changed)
        for box in reversed(self._boxes.values()):
            self.setFocusProxy(box)

    def value(self) -> tuple[UUID, ...]:
        """Return those ticked."""
        return tuple(key for key, box in self._boxes.items() if box.value())

    def set_value(self, chosen: Collection[UUID]) -> None:
        """Tick these and no others."""
        for key, box in self._boxes.items():
            box.set_value(key in chosen)


def _seats(count: int | None) -> str:
    return "" if count is None else tr("{count} seats", count=count)

"""What tests of a visit's guests look at and add."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.delegations import AttendeeForm, add_attendee
from kunjungan.services.guests.participants import Participant, participants
from kunjungan.services.people import PersonForm
from tests.ui.visits_case import Case


def guests(case: Case, visit: UUID) -> dict[str, Participant]:
    """Everybody of a visit by name, or by post while the name is to come."""
    return {one.name.plain or one.title.id: one for one in participants(case.office, visit)}


def names(case: Case) -> list[str]:
    """What the column of names says."""
    model = case.delegations.table.view.model()
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def more(case: Case, visit: UUID, count: int) -> None:
    """Add so many confirmed members to the first delegation."""
    (line,) = list_delegations(case.office, visit)
    form = AttendeeForm(PersonForm(""), "Staf", "Staff", attendance="confirmed")
    for _ in range(count):
        add_attendee(case.office, line.id, form)


def focus(widget: QWidget) -> None:
    """Bring the keyboard to a widget."""
    widget.window().activateWindow()
    widget.setFocus()

"""The tabs of a visit when another one is opened: what they still keep is kept, they go."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from kunjungan.services.office import Office
from kunjungan.services.tasks import TaskForm, add_task, list_tasks
from tests.builders import a_visit
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, a_full_visit, visits_window

pytestmark = QUIET


class KeepsWhenHidden(QObject):
    """A field that keeps what was typed only at the moment its tab is taken away."""

    def __init__(self, office: Office, visit: UUID) -> None:
        super().__init__()
        self._office, self._visit = office, visit

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Change the visit once the tab is hidden."""
        if event.type() is QEvent.Type.Hide:
            add_task(self._office, self._visit, TaskForm("Terakhir"))
        return False


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


def test_what_a_tab_keeps_while_it_goes_does_not_show_it_again(case: Case) -> None:
    visit, other = a_full_visit(case.office), a_visit(case.office, "Studi lain", "2021-12")
    case.go(visit)
    gone = case.tab
    keeps = KeepsWhenHidden(case.office, visit)
    gone.installEventFilter(keeps)
    case.go(other)
    assert list_tasks(case.office, visit)[-1].title.id == "Terakhir"
    assert case.tab is not gone
    assert case.page.header.title == "Studi lain"

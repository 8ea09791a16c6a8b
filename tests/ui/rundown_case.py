"""A rundown in a window: what it shows, and typing and dragging in it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kunjungan.ui.screens.visits.rundown.rows import Row
from kunjungan.ui.screens.visits.rundown.tab import RundownTab
from kunjungan.ui.widgets.rows_model import Group
from tests.ui.visits_case import Case


def tab(case: Case) -> RundownTab:
    assert isinstance(case.tab, RundownTab)
    return case.tab


def lines(case: Case) -> list[str]:
    """Return what the table shows: times with titles, sessions between brackets."""
    model = tab(case).table.view.model()
    found = []
    for row in range(model.rowCount()):
        item = model.item(row)  # type: ignore[attr-defined]  # our RowsModel
        if isinstance(item, Group):
            found.append(f"[{item.title}]")
            continue
        assert isinstance(item, Row)
        found.append(f"{item.at.starts_at:%H.%M} {item.line.title.id}")
    return found


def middle(case: Case, title: str, *, low: bool = False) -> QPoint:
    """Return a point in the upper or the lower half of a row."""
    view = tab(case).table.view
    model = view.model()
    for row in range(model.rowCount()):
        item = model.item(row)  # type: ignore[attr-defined]  # our RowsModel
        if isinstance(item, Row) and item.line.title.id == title:
            rect = view.visualRect(model.index(row, 3))
            return QPoint(rect.left() + 30, rect.bottom() - 4 if low else rect.top() + 4)
    raise LookupError(title)


def drag(case: Case, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    """Press at a point, go to another in steps, and let go."""
    port = tab(case).table.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(port, start + (end - start) * step / 5)
    if let_go:
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def typed(case: Case, field: str, text: str) -> None:
    """Type into a field of the inspector as a person does, without leaving it."""
    line = getattr(tab(case).inspector, field)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)

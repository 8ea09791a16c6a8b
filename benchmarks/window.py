"""Measures the window: start to first usable window, scrolling a long list, and memory.

Run: ``python -m benchmarks.window``. The start is held against a bare PySide6 window with a
table of a hundred rows, each in a process of its own, in turn.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTableView, QTableWidget, QTableWidgetItem, QWidget

from benchmarks.measure import interleaved, report
from benchmarks.office import fill, open_bench
from kunjungan.app.desk import new_sample
from kunjungan.services.visit_lists import VisitLine, list_visits
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Cell, Column

ROUNDS = 9
BARE = """
import resource, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem
app = QApplication([])
window, table = QMainWindow(), QTableWidget(100, 6)
for row in range(100):
    for column in range(6):
        table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
window.setCentralWidget(table)
window.resize(1366, 728)
window.show()
app.processEvents()
window.grab()
print(time.time() - float(sys.argv[1]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
OURS = """
import gc, resource, sys, time
gc.disable()
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kunjungan.app.window import Program
from kunjungan.settings import Settings, settings_file
from kunjungan.ui.desk import Desk
from kunjungan.ui.theme.apply import ThemeChoice, dress
gc.freeze()  # both as cli.window does
app = QApplication([])
dress(app, ThemeChoice.LIGHT)
program = Program(app, Desk(Settings(), Path(sys.argv[2]) / "desk.json", app))
assert program.open(Path(sys.argv[2]))
app.processEvents()
program.window.grab()
print(time.time() - float(sys.argv[1]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
program.end()
"""


def main() -> None:
    """Time the start, then the scrolling."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        _start(new_sample(Path(name) / "office"))
    with tempfile.TemporaryDirectory() as name:
        office = open_bench(Path(name))
        fill(Path(name) / "kunjungan.db")
        _scrolling(list_visits(office))
        office.store.close()


def _start(folder: Path) -> None:
    ways = {
        "bare PySide6 window": (BARE,),
        "the same, SQLModel imported": (f"import sqlmodel\n{BARE}",),
        "Kunjungan": (OURS, str(folder)),
    }
    runs: dict[str, list[tuple[float, int]]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            runs[name].append(_run(*way))
    times = {name: statistics.median(t for t, _ in taken) * 1000 for name, taken in runs.items()}
    report("Start to first usable window", times, against="bare PySide6 window", aim="at most 2")
    for name, taken in runs.items():
        print(f"  {name:<34} {statistics.median(m for _, m in taken) / 1024:9.0f} MB at its peak")


def _run(code: str, *more: str) -> tuple[float, int]:
    command = [sys.executable, "-c", code, str(time.time()), *more]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    seconds, memory = done.stdout.split()[-2:]
    return float(seconds), int(memory)


def _scrolling(lines: list[VisitLine]) -> None:
    app = QApplication.instance() or QApplication([])
    columns = [Column[VisitLine]("Kunjungan", lambda line: Cell(line.title, bold=True))]
    ours = DataTable(columns, key=lambda line: line.id)
    ours.show_rows(lines)
    plain = QTableWidget(len(lines), 1)
    for row, line in enumerate(lines):
        plain.setItem(row, 0, QTableWidgetItem(line.title))
    view = ours.findChild(QTableView)
    assert isinstance(view, QTableView)
    for widget in (ours, plain):
        widget.resize(800, 600)
        widget.show()
    app.processEvents()
    ways = {
        "QTableWidget, plain text": lambda: _scroll(plain, plain),
        "our table": lambda: _scroll(ours, view),
    }
    aim = "at most 3 times"
    report(
        f"Scroll {len(lines):,} rows in 40 leaps",
        interleaved(ways),
        against="QTableWidget, plain text",
        aim=aim,
    )


def _scroll(widget: QWidget, view: QTableView) -> None:
    bar = view.verticalScrollBar()
    for step in range(40):
        bar.setValue(bar.maximum() * step // 40)
        widget.grab()


if __name__ == "__main__":
    main()

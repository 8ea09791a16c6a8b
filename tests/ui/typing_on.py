"""A program in which somebody types on and on, to be killed: ``python -m tests.ui.typing_on``.

Takes the office's folder, an agreement and a row; says each letter once it is typed.
"""

import sys
from itertools import cycle
from pathlib import Path
from string import ascii_lowercase
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kunjungan.app.window import Program
from kunjungan.settings import Settings
from kunjungan.ui.context import Address
from kunjungan.ui.desk import Desk
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows

EVERY_MS = 100
"""Less than the pause at which words are kept."""


def main() -> None:
    """Type letter by letter without a pause until killed, or for a minute."""
    app = QApplication([])
    program = Program(app, Desk(Settings(language="en", theme="light"), None))
    folder, agreement, clause = Path(sys.argv[1]), UUID(sys.argv[2]), UUID(sys.argv[3])
    assert program.open(folder)
    assert program.window is not None
    program.window.frame.go(Address("agreements", agreement))
    (rows,) = program.window.findChildren(ClauseRows)
    rows.go_to(clause, "en")
    field = rows.field()
    assert field is not None
    field.selectAll()

    letters = cycle(ascii_lowercase)

    def type_on() -> None:
        letter = next(letters)
        QTest.keyClicks(field, letter)
        sys.stdout.write(letter)
        sys.stdout.flush()

    timer = QTimer()
    timer.timeout.connect(type_on)
    timer.start(EVERY_MS)
    QTimer.singleShot(60_000, app.quit)
    app.exec()


if __name__ == "__main__":
    main()

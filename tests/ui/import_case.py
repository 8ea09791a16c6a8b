"""The import of a guest list, open over a visit's delegations, as its tests use it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from pytestqt.qtbot import QtBot

from kunjungan.services.delegation_lines import list_delegations
from kunjungan.ui.screens.visits.guest_import.dialog import ImportGuestsDialog
from tests.ui.visits_case import Case


@contextmanager
def import_open(case: Case, visit: UUID) -> Iterator[ImportGuestsDialog]:
    """Yield the import for the only delegation of a visit whose delegations are on screen."""
    (line,) = list_delegations(case.office, visit)
    made = ImportGuestsDialog(
        case.delegations.context, case.delegations.seen, str(line.id), case.delegations
    )
    made.show()
    yield made
    made.done(0)


def read(dialog: ImportGuestsDialog, source: Path | str, qtbot: QtBot) -> None:
    """Read a list and wait until its rows are judged."""
    dialog.read(source)
    settle(dialog, qtbot)


def settle(dialog: ImportGuestsDialog, qtbot: QtBot) -> None:
    """Wait until nothing is read, judged or written any more."""
    qtbot.waitUntil(lambda: not dialog.busy)

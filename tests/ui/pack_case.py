"""The dialog of a visit's pack, opened for tests."""

from pytestqt.qtbot import QtBot
from sqlmodel import col, select

from kunjungan.services.office import Office
from kunjungan.services.pack.contents import PackItem, pack_of
from kunjungan.store.tables import PrintRun
from kunjungan.ui.screens.visits.pack.dialog import PackDialog
from tests.day_case import Day
from tests.ui.visits_case import Case


def opened(case: Case, day: Day, qtbot: QtBot, *slugs: str) -> PackDialog:
    """Return the dialog once it has made every paper."""
    pack = pack_of(case.office, day.visit)
    dialog = PackDialog(case.window.frame.context, pack, list(slugs), case.window)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.state.made) == len(pack.items))
    return dialog


def item(dialog: PackDialog, slug: str) -> PackItem:
    return next(each for each in dialog.state.pack.items if each.slug == slug)


def ticked(dialog: PackDialog) -> list[str]:
    return [each.item.slug for each in dialog.state.chosen()]


def runs(office: Office) -> list[PrintRun]:
    with office.store.read() as session:
        return list(session.exec(select(PrintRun).order_by(col(PrintRun.at))).all())

"""What comes after a visit in a real window: how it went, promises, gifts, partner, papers."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.services.office import Office
from kunjungan.services.visit_day.aftermath import aftermath
from kunjungan.services.visiting.gifts import list_gifts
from kunjungan.services.visiting.promises import list_promises
from kunjungan.services.visiting.visit_files import visit_files
from kunjungan.ui.partner_dialog import PartnerDialog
from kunjungan.ui.screens.visits.gifts.dialog import GiftDialog
from kunjungan.ui.screens.visits.gifts.money_field import MoneyField
from kunjungan.ui.screens.visits.reporting.dialogs import CameDialog, PromiseDialog, RealDialog
from kunjungan.ui.screens.visits.reporting.file_pane import FilePane
from kunjungan.ui.screens.visits.reporting.tab import ReportTab
from tests.services.visit_day.case import Day, a_day
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, answer, visits_window

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def day(case: Case) -> Day:
    made = a_day(case.office)
    case.go(made.visit, "report")
    return made


def tab(case: Case) -> ReportTab:
    assert isinstance(case.tab, ReportTab)
    return case.tab


def look_at(case: Case, key: str) -> None:
    """Show one of the lists."""
    tab(case).segments.set_value(key)
    tab(case)._show()


def test_how_an_item_went_is_noted_from_its_row(
    case: Case, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: RealDialog) -> None:
        assert dialog.began.value() == time(12)
        dialog.began.set_value(time(12, 15))
        dialog.ended.set_value(time(12, 50))
        dialog.remark.set_value("Listrik padam")

    answer(monkeypatch, fill)
    case.run("report.item")
    item = aftermath(case.office, day.visit).items[0]
    assert (item.late, item.remark) == (15, "Listrik padam")
    case.run("report.planned")
    assert not case.can("report.planned")


def test_guests_are_counted_beside_the_list(
    case: Case, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: CameDialog) -> None:
        for field, count in zip(dialog._fields.values(), (19, 14), strict=True):
            field.set_value(count)

    answer(monkeypatch, fill)
    case.run("report.came")
    assert [line.came for line in aftermath(case.office, day.visit).came] == [19, 14]


def test_a_promise_is_noted_and_ticked(
    case: Case, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_at(case, "promises")

    def fill(dialog: PromiseDialog) -> None:
        dialog.title.set_value("Kirim modul")
        dialog.whom.set_value(day.delegations[1])

    answer(monkeypatch, fill)
    case.run("promise.add")
    pane = tab(case).panes["promises"]
    pane.table.toggled.emit(pane.lines[0])
    (line,) = list_promises(case.office, day.visit)
    assert (line.delegation_id, line.done_on is not None) == (day.delegations[1], True)


def test_a_gift_is_entered_with_its_worth_and_reported(
    case: Case, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_at(case, "gifts")

    def fill(dialog: GiftDialog) -> None:
        assert not dialog.reported.isEnabled()
        dialog.what.set_value("Kain songket")
        dialog.direction.set_value("received")
        dialog.money.setText("rp 1.500.000")

    answer(monkeypatch, fill)
    case.run("gift.add")
    (line,) = list_gifts(case.office, visit_id=day.visit)
    assert line.value == 1_500_000
    case.run("gift.report")
    assert list_gifts(case.office)[0].reported_on is not None
    assert not case.can("gift.report")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("", None), ("350000", 350_000), ("Rp350.000", 350_000), ("Rp. 1.250.000,-", 1_250_000)],
)
def test_money_is_read_as_it_is_written(qtbot: QtBot, typed: str, meant: int | None) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.value() == meant


def test_photos_are_kept_in_the_background(
    qtbot: QtBot, case: Case, day: Day, tmp_path: Path
) -> None:
    look_at(case, "files")
    photo = tmp_path / "foto.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    pane = tab(case).panes["files"]
    assert isinstance(pane, FilePane)
    pane.attach([photo])
    qtbot.waitUntil(lambda: len(pane.lines) == 1)
    assert [line.name for line in visit_files(case.office, day.visit)] == ["foto.png"]
    case.run("photo.remove")
    assert visit_files(case.office, day.visit) == []


def test_the_partners_of_a_visit_have_a_card_each(
    case: Case, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[list[str]] = []

    def look(dialog: PartnerDialog) -> int:
        cards = list(dialog._cards.values())
        shown.append([card.name.id for card in cards])
        assert day.visit not in {line.id for card in cards for line in card.visits}
        return 0

    monkeypatch.setattr(PartnerDialog, "exec", look)
    case.run("partner.show")
    names = ["Pemerintah Kota Prabumulih", "Pemerintah Kabupaten Ogan Ilir"]
    assert shown == [names]

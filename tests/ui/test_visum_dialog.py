"""The visum register: ticks of the signed list, a batch, corrections, forms."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.services.office import Office
from kunjungan.services.visum.forms import list_forms, own_forms
from kunjungan.services.visum.recording import VisumBatch, record_visums
from kunjungan.services.visum.register import VisumLine, visum_register
from kunjungan.ui.screens.visits.visum import command
from kunjungan.ui.screens.visits.visum.dialog import VisumDialog
from kunjungan.ui.screens.visits.visum.entry_dialog import EntryDialog
from kunjungan.ui.screens.visits.visum.form_dialog import VisumFormDialog
from kunjungan.ui.screens.visits.visum.forms_dialog import FormsDialog
from tests.day_case import Day, a_day
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, visits_window

pytestmark = QUIET
ON = date(2022, 8, 25)


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office, ON.isoformat())


@pytest.fixture
def case(qapp: QApplication, day: Day) -> Iterator[Case]:
    with visits_window(qapp, day.office) as opened:
        opened.go(day.visit)
        yield opened


@pytest.fixture
def dialog(case: Case, day: Day) -> VisumDialog:
    made = VisumDialog(case.window.frame.context, day.visit, case.window)
    made.show()
    return made


def lines(day: Day) -> list[VisumLine]:
    return visum_register(day.office, day.visit)


def test_space_ticks_who_signed_and_the_verb_counts_them(
    dialog: VisumDialog, day: Day, qtbot: QtBot
) -> None:
    assert not dialog._record.isEnabled()
    qtbot.keyClick(dialog.table.view, Qt.Key.Key_Space)
    assert [line.signed for line in lines(day)] == [True, False, False]
    assert dialog._record.text() == "Record 1 visum"
    qtbot.keyClick(dialog.table.view, Qt.Key.Key_Space)
    assert not any(line.signed for line in lines(day))


def test_a_batch_is_recorded_for_those_who_signed(dialog: VisumDialog, day: Day) -> None:
    day.sign_in(*day.guests[:2])
    dialog.reload()
    dialog.arrived.show_day(ON)
    dialog.departed.show_day(ON)
    dialog._record.click()
    assert [line.departed_on for line in lines(day)] == [ON, ON, None]
    assert dialog._print.isEnabled()


def test_impossible_days_are_refused_inside_the_dialog(dialog: VisumDialog, day: Day) -> None:
    day.sign_in(*day.guests)
    dialog.reload()
    dialog.arrived.show_day(ON)
    dialog.departed.show_day(date(2022, 8, 20))
    dialog._record.click()
    assert dialog._notice.isVisible()
    assert not any(line.id for line in lines(day))


def test_a_travel_order_is_numbered_before_there_is_a_visum(
    dialog: VisumDialog, day: Day, case: Case
) -> None:
    asked = EntryDialog(case.office, day.visit, lines(day)[0], dialog)
    asked.order.set_value("090/77/2022")
    asked.save()
    assert lines(day)[0].travel_order == "090/77/2022"


def test_one_visum_is_corrected_alone(dialog: VisumDialog, day: Day, case: Case) -> None:
    day.sign_in(*day.guests)
    record_visums(day.office, day.visit, VisumBatch(day.guests, day.host.head, ON, ON))
    asked = EntryDialog(case.office, day.visit, lines(day)[1], dialog)
    asked.departed.show_day(date(2022, 8, 26))
    asked.save()
    assert [line.departed_on for line in lines(day)] == [ON, date(2022, 8, 26), ON]


def test_print_hands_over_to_the_pack(
    case: Case, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    day.sign_in(*day.guests)
    record_visums(day.office, day.visit, VisumBatch(day.guests, day.host.head, ON, ON))
    asked: list[object] = []
    action = case.window.frame.context.commands["pack.open"]
    action.triggered.disconnect()
    action.triggered.connect(lambda: asked.append(action.data()))

    def printed(dialog: VisumDialog) -> int:
        dialog._print.click()
        return 1

    monkeypatch.setattr(VisumDialog, "exec", printed)
    command.open_visum(case.window.frame.context, day.visit, case.window)
    assert asked == ["visum"]


def test_a_form_is_moved_as_a_whole(dialog: VisumDialog, case: Case) -> None:
    form = list_forms(case.office)[0]
    asked = VisumFormDialog(form, dialog)
    asked.moved[0].set_value(2)
    asked.moved[1].set_value(-1.5)
    moved = asked.value()
    for field, spot in form.fields.items():
        assert (moved.fields[field].x, moved.fields[field].y) == (spot.x + 2, spot.y - 1.5)


def test_a_shipped_form_is_copied_for_a_region_and_removed(
    dialog: VisumDialog, case: Case, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kunjungan.ui.widgets.form_dialog import FormDialog  # noqa: PLC0415

    monkeypatch.setattr(FormDialog, "exec", lambda self: self.submit())
    forms = FormsDialog(case.window.frame.context, day.visit, dialog)
    forms.copy()
    assert len(own_forms(case.office)) == 1
    (slug,) = own_forms(case.office)
    forms.table.select(slug)
    forms.remove()
    assert own_forms(case.office) == frozenset()


def test_a_form_that_is_opened_and_kept_changes_no_measure(dialog: VisumDialog, case: Case) -> None:
    form = list_forms(case.office)[0]
    fine = {field: replace(spot, x=spot.x + 0.25) for field, spot in form.fields.items()}
    form = replace(form, fields=fine)
    assert VisumFormDialog(form, dialog).value() == form


def test_tab_goes_on_from_the_list_with_what_stands_under_it(
    dialog: VisumDialog, case: Case, day: Day, qtbot: QtBot
) -> None:
    forms = FormsDialog(case.window.frame.context, day.visit, dialog)
    forms.show()
    for shown in (dialog, forms):
        assert shown.focusWidget() is shown.table.view
        qtbot.keyClick(shown.table.view, Qt.Key.Key_Tab)
        after = shown.focusWidget()
        assert after is not None
        assert after.property("text") == "Close"


def test_the_calibration_page_is_written(case: Case, tmp_path: Path) -> None:
    from kunjungan.services.visum.calibrating import write_calibration  # noqa: PLC0415

    file = write_calibration(list_forms(case.office)[0], tmp_path)
    assert file.name == "Halaman uji visum Formulir umum F4.pdf"

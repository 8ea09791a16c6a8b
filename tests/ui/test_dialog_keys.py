"""Dialogs by the keyboard alone: where it starts, where Tab goes, what Enter presses."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kunjungan.domain.names import PersonName
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.confirm import MessageDialog
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.name_field import PersonNameField
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    dressed(qapp)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[FormDialog]:
    """A dialog of a place, a name and a day, on screen."""
    made = FormDialog("Guest", "Save guest")
    made.add("Place", LineField(), needed=True)
    made.add("Person", PersonNameField())
    made.add("Day", DateField())
    made.show()
    qtbot.waitActive(made)
    yield made
    delete(made)


def walked(window: QWidget, keys: int) -> list[str]:
    names = []
    for _ in range(keys):
        here = window.focusWidget()
        assert here is not None
        names.append(here.accessibleName())
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return names


def test_a_dialog_starts_in_its_first_field(dialog: FormDialog) -> None:
    here = dialog.focusWidget()
    assert isinstance(here, LineField)
    assert here.accessibleName() == "Place"


def test_tab_goes_over_every_field_in_reading_order(dialog: FormDialog) -> None:
    assert walked(dialog, 8) == [
        "Place",
        "Titles before",
        "Name",
        "Titles after",
        "Day",
        "Pick a day",
        dialog._cancel.accessibleName(),
        dialog._verb.accessibleName(),
    ]
    assert dialog.focusWidget() is dialog.findChild(LineField)


def test_enter_on_cancel_does_not_save(dialog: FormDialog) -> None:
    saved: list[bool] = []
    dialog._save = lambda: saved.append(True)
    place = dialog.findChild(LineField)
    assert place is not None
    place.setText("Balai Kota")
    dialog._changed = False
    dialog._cancel.setFocus()
    QTest.keyClick(dialog._cancel, Qt.Key.Key_Return)
    assert not saved
    assert not dialog.isVisible()


def test_a_refused_name_is_marked_where_one_types_it(dialog: FormDialog) -> None:
    person = dialog.findChild(PersonNameField)
    place = dialog.findChild(LineField)
    assert person is not None
    assert place is not None
    place.setText("Balai Kota")
    dialog._form.set_needed(person)
    assert not dialog.submit()
    assert dialog.focusWidget() is person.name
    assert person.name.property("bad") == "true"


def test_enter_presses_the_answer_that_has_the_keyboard(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = MessageDialog(parent, "Remove?", "", Tone.WARN)
    box.add_choice("Cancel", safe=True)
    box.add_choice("Remove", kind="danger")
    box.show()
    qtbot.waitActive(box)
    first = box.focusWidget()
    assert first is not None
    QTest.keyClick(first, Qt.Key.Key_Tab)
    second = box.focusWidget()
    assert second is not None
    assert second is not first
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert box.result() == MessageDialog.DialogCode.Accepted


def test_nothing_stands_between_a_name_and_what_is_said_of_it(qtbot: QtBot) -> None:
    field = PersonNameField()
    qtbot.addWidget(field)
    field.show()
    low = field.sizeHint().height()
    field.set_value(PersonName("Nama Contoh"))
    assert field.sizeHint().height() > low

from datetime import time
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.domain.names import PersonName
from kunjungan.ui.widgets import form_dialog
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    LineField,
    NumberField,
    TextField,
    TimeField,
)
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.name_field import PersonNameField
from kunjungan.ui.widgets.search_picker import Item, SearchPicker
from kunjungan.ui.widgets.suggest_field import SuggestField
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET

FIELDS: list[tuple[type[QWidget], object]] = [
    (LineField, "Kota Bandung"),
    (TextField, "Baris satu\nBaris dua"),
    (NumberField, 34),
    (NumberField, None),
    (TimeField, time(9)),
    (TimeField, None),
    (DateField, PartialDate(2022, 9, 1)),
    (DateField, None),
    (BilingualField, Bilingual("Wali Kota", "Mayor")),
    (PersonNameField, PersonName("Nama Contoh", ("Dr.", "H."), ("S.T.", "M.Si."))),
]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    dressed(qapp)


def visible_words(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


@pytest.mark.parametrize(("field", "value"), FIELDS)
def test_a_field_gives_back_what_it_was_given(
    field: type[QWidget], value: object, qtbot: QtBot
) -> None:
    made = field()
    qtbot.addWidget(made)
    made.set_value(value)  # type: ignore[attr-defined]  # every field has it
    assert made.value() == value  # type: ignore[attr-defined]  # every field has it


@pytest.mark.parametrize("kind", [LineField, SuggestField, TextField])
def test_controls_that_were_pasted_unseen_are_not_kept(kind: type[Any], qtbot: QtBot) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.set_value("Nama\x00 \x1bContoh")
    assert field.value() == "Nama Contoh"


def test_choices_keep_the_choice_where_it_still_is_one(qtbot: QtBot) -> None:
    field = ChoiceField([(1, "satu"), (2, "dua")])
    qtbot.addWidget(field)
    changes: list[object] = []
    field.changed.connect(lambda: changes.append(field.value()))
    field.set_value(2)
    field.show_choices([(2, "dua"), (3, "tiga")])
    assert (field.value(), changes) == (2, [2])
    ticked = CheckField("Ya")
    qtbot.addWidget(ticked)
    ticked.set_value(value=True)
    assert ticked.value() is True


def test_a_number_outside_its_bounds_is_refused(qtbot: QtBot) -> None:
    field = NumberField(low=1, high=99)
    qtbot.addWidget(field)
    for text in ("0", "100", "tiga", "-1"):
        field.setText(text)
        with pytest.raises(RuleBroken):
            field.value()


@pytest.mark.parametrize(("width", "said"), [(320, "Thu, 1 Sep 2022"), (150, "Thu")])
def test_the_day_in_words_is_never_cut_in_the_middle(qtbot: QtBot, width: int, said: str) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.set_value(PartialDate(2022, 9, 1))
    field.resize(width, 32)
    field.show()
    words = field.findChild(ElidedLabel)
    assert words is not None
    assert words.cut() == said


def test_a_date_typed_in_words_is_tidied_and_named(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.show()
    field.line.setText("1 September 2022")
    assert "Thu, 1 Sep 2022" in visible_words(field)
    field.line.editingFinished.emit()
    assert field.line.text() == "01-09-2022"


def test_only_a_partial_date_field_takes_a_month(qtbot: QtBot) -> None:
    whole, part = DateField(), DateField(partial=True)
    for field in (whole, part):
        qtbot.addWidget(field)
        field.line.setText("Des 2021")
    assert part.value() == PartialDate(2021, 12)
    with pytest.raises(RuleBroken):
        whole.value()


def test_the_calendar_starts_on_monday_and_fills_the_field(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.show()
    field.set_value(PartialDate(2022, 9, 1))
    field._open_calendar()
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2022, 9, 1)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    calendar.clicked.emit(QDate(2022, 9, 2))
    assert field.value() == PartialDate(2022, 9, 2)
    for menu in field.findChildren(QMenu):
        menu.close()


def test_a_pasted_name_is_taken_apart_and_a_typed_one_is_not(qtbot: QtBot) -> None:
    field = PersonNameField()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.name, "Dr")
    assert field.value() == PersonName("Dr")
    field.name.setText("")
    field.name.textEdited.emit("")
    field.name.setText("Dr. H. Nama Contoh, S.T., M.Si.")
    field.name.textEdited.emit(field.name.text())
    assert field.value() == PersonName("Nama Contoh", ("Dr.", "H."), ("S.T.", "M.Si."))
    assert "Written as: Dr. H. Nama Contoh, S.T., M.Si." in visible_words(field)


@pytest.fixture
def picker(qtbot: QtBot) -> SearchPicker:
    made = SearchPicker("Cari", new_text="Add “{text}”")
    qtbot.addWidget(made)
    cities = ["Kota Bandung", "Kabupaten Bandung", "Kota São Paulo"]
    made.set_items([Item(place, name, f"32.{place}") for place, name in enumerate(cities)])
    made.show()
    return made


def test_a_picker_finds_every_word_in_any_order_and_without_accents(picker: SearchPicker) -> None:
    assert [item.title for item in picker.matches("bandung kota")] == ["Kota Bandung"]
    assert [item.title for item in picker.matches("sao")] == ["Kota São Paulo"]
    assert [item.key for item in picker.matches("32.1")] == [1]


def test_a_picker_offers_first_what_holds_the_words_as_they_were_typed(
    picker: SearchPicker,
) -> None:
    regencies = ["Kabupaten Ogan Komering Ilir", "Kabupaten Ogan Ilir"]
    picker.set_items([Item(name, name) for name in regencies])
    assert [item.title for item in picker.matches("kabupaten ogan ilir")] == regencies[::-1]


def test_a_picker_tells_of_a_change_also_where_the_whole_title_was_typed(
    picker: SearchPicker, qtbot: QtBot
) -> None:
    QTest.keyClicks(picker, "Kota Bandung")
    with qtbot.waitSignal(picker.changed):
        QTest.keyClick(picker, Qt.Key.Key_Return)
    assert picker.value() == 0


def test_a_picker_is_driven_by_the_keyboard(picker: SearchPicker, qtbot: QtBot) -> None:
    QTest.keyClicks(picker, "bandung")
    QTest.keyClick(picker, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as picked:
        QTest.keyClick(picker, Qt.Key.Key_Return)
    assert (picked.args, picker.value(), picker.text()) == ([1], 1, "Kabupaten Bandung")


def test_a_picker_refuses_what_was_only_typed(picker: SearchPicker) -> None:
    QTest.keyClicks(picker, "Bandung")
    with pytest.raises(RuleBroken):
        picker.value()
    picker.clear()
    assert picker.value() is None


def test_a_picker_offers_to_add_what_is_missing(picker: SearchPicker, qtbot: QtBot) -> None:
    QTest.keyClicks(picker, "Kota Suwon")
    with qtbot.waitSignal(picker.wanted_new) as wanted:
        QTest.keyClick(picker, Qt.Key.Key_Return)
    assert wanted.args == ["Kota Suwon"]


@pytest.fixture
def dialog(qtbot: QtBot) -> FormDialog:
    made = FormDialog("Tamu", "Tambah tamu")
    qtbot.addWidget(made)
    made.add("Nama", LineField(), needed=True)
    made.add("Tanggal", DateField())
    return made


def test_a_dialog_saves_once_every_field_can_be_read(
    dialog: FormDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[str] = []
    name, day = dialog.findChild(LineField), dialog.findChild(DateField)
    assert name is not None
    assert day is not None

    def fill(_dialog: FormDialog) -> int:
        dialog.show()
        assert not dialog.submit()
        assert "Fill in this field." in visible_words(dialog)
        name.set_value("Nama Contoh")
        day.line.setText("31-02-2022")
        assert not dialog.submit()
        assert "There is no such date: 31-02-2022." in visible_words(dialog)
        assert "Fill in this field." not in visible_words(dialog)
        day.set_value(None)
        assert dialog.submit()
        return dialog.result()

    monkeypatch.setattr(FormDialog, "exec", fill)
    assert dialog.run(lambda: saved.append(name.value()))
    assert saved == ["Nama Contoh"]


def test_a_refused_save_is_told_inside_and_nothing_typed_is_lost(dialog: FormDialog) -> None:
    def refuse() -> None:
        raise Conflict("Someone else changed {what}.", what="tamu")

    name = dialog.findChild(LineField)
    assert name is not None
    name.set_value("Nama Contoh")
    dialog._save = refuse
    dialog.show()
    assert not dialog.submit()
    assert "Someone else changed tamu." in visible_words(dialog)
    assert dialog.isVisible()
    assert name.value() == "Nama Contoh"
    dialog.hide()


@pytest.mark.parametrize("discard", [True, False])
def test_leaving_asks_only_after_something_was_entered(
    discard: bool, dialog: FormDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(*_args: object, **_words: object) -> bool:
        asked.append("asked")
        return discard

    monkeypatch.setattr(form_dialog, "confirm", answer)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (asked, dialog.isVisible()) == ([], False)
    dialog.show()
    name = dialog.findChild(LineField)
    assert name is not None
    QTest.keyClicks(name, "N")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (asked, dialog.isVisible()) == (["asked"], not discard)
    dialog.hide()


def test_a_long_form_scrolls_and_keeps_its_verb_in_sight(qtbot: QtBot) -> None:
    dialog = FormDialog("Tamu", "Simpan")
    qtbot.addWidget(dialog)
    for number in range(30):
        dialog.add(f"Isian {number}", LineField())
    dialog.show()
    assert dialog.height() <= 480
    verb = next(b for b in dialog.findChildren(QWidget) if b.property("kind") == "primary")
    assert verb.mapTo(dialog, verb.rect().bottomRight()).y() < dialog.height()

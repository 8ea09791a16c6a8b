from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kunjungan.domain.errors import OfficeError, RuleBroken, Unavailable
from kunjungan.ui import messages
from kunjungan.ui.background import Background
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Banner
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.confirm import MessageDialog
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.footer import Footer
from kunjungan.ui.widgets.layouts import SidePanes
from kunjungan.ui.widgets.page_header import PageHeader
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.segmented import Option, Segmented
from kunjungan.ui.widgets.stepper import Step, Stepper, StepState
from kunjungan.ui.widgets.tabs import Tab, TabRow
from kunjungan.ui.widgets.toast import ToastBar
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET

Table = DataTable[str]
CITIES = ["Bandung", "Cimahi", "Prabumulih"]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    dressed(qapp)


def test_chips_and_steps_tell_their_words(qtbot: QtBot) -> None:
    chip = Chip(ChipText("Hadir", Tone.OK, "checkmark"))
    stepper = Stepper()
    qtbot.addWidget(chip)
    qtbot.addWidget(stepper)
    assert chip.accessibleName() == "Hadir"
    stepper.show_steps([Step("Surat masuk", "10 Agu", StepState.DONE)])
    assert stepper.accessibleName() == "Surat masuk 10 Agu"


def test_segments_keep_the_choice_and_tell_only_people(qtbot: QtBot) -> None:
    segments = Segmented([Option("a", "Semua", 3), Option("b", "Aktif")])
    qtbot.addWidget(segments)
    chosen: list[str] = []
    segments.chosen.connect(chosen.append)
    segments.set_value("b")
    segments.show_options([Option("a", "Semua", 4), Option("b", "Aktif", 1)])
    assert (segments.value(), chosen) == ("b", [])
    segments.findChildren(QAbstractButton)[0].click()
    assert (segments.value(), chosen) == ("a", ["a"])


def test_searching_waits_for_the_last_key_and_esc_clears(qtbot: QtBot) -> None:
    field = SearchField("Nama")
    qtbot.addWidget(field)
    searched: list[str] = []
    field.searched.connect(searched.append)
    with qtbot.waitSignal(field.searched):
        QTest.keyClicks(field, " ban ")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert searched == ["ban", ""]


def test_tabs_tell_their_key_and_keep_it_over_new_counts(qtbot: QtBot) -> None:
    tabs = TabRow()
    qtbot.addWidget(tabs)
    chosen: list[str] = []
    tabs.tab_chosen.connect(chosen.append)
    tabs.show_tabs([Tab("a", "Ringkasan"), Tab("b", "Delegasi", 34)])
    assert (tabs.value(), chosen) == ("a", [])
    tabs.step(1)
    tabs.show_tabs([Tab("a", "Ringkasan"), Tab("b", "Delegasi", 35), Tab("c", "Naskah")])
    assert (tabs.value(), chosen, tabs.tabText(1)) == ("b", ["b"], "Delegasi 35")


def test_facts_show_a_dash_for_what_is_unknown_and_open_links(qtbot: QtBot) -> None:
    opened: list[str] = []
    facts = FactsList()
    qtbot.addWidget(facts)
    facts.show_facts([Fact("Tempat", ""), Fact("Surat", "2 surat", lambda: opened.append("x"))])
    assert "—" in {label.text() for label in facts.findChildren(QLabel)}
    facts.findChildren(QAbstractButton)[0].click()
    assert opened == ["x"]


def test_side_cards_go_below_where_there_is_no_room(qtbot: QtBot) -> None:
    main, side = QWidget(), QWidget()
    panes = SidePanes(main, side)
    qtbot.addWidget(panes)
    panes.show()
    panes.resize(1000, 500)
    qtbot.waitUntil(lambda: side.mapTo(panes, QPoint()).x() > 600)
    panes.resize(800, 500)
    qtbot.waitUntil(lambda: side.mapTo(panes, QPoint()).y() > 200)


def test_a_banner_offers_what_to_do(qtbot: QtBot) -> None:
    done: list[str] = []
    banner = Banner(Tone.BAD, "Hanya baca.", [("Coba lagi", lambda: done.append("again"))])
    qtbot.addWidget(banner)
    banner.findChildren(QAbstractButton)[0].click()
    assert done == ["again"]


def test_a_toast_undoes_once_and_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    undone: list[str] = []
    toast = ToastBar(lambda: undone.append("x"), window)
    window.resize(800, 400)
    window.show()
    toast.say("Kunjungan dipindah", undo=True)
    assert toast.isVisible()
    toast.findChildren(QAbstractButton)[0].click()
    assert (undone, toast.isVisible()) == (["x"], False)


def test_a_button_runs_without_qts_checked_argument(qtbot: QtBot) -> None:
    ran: list[tuple[object, ...]] = []
    made = button("Buka", lambda *args: ran.append(args))
    qtbot.addWidget(made)
    made.click()
    assert ran == [()]


@pytest.fixture
def background(qapp: QApplication) -> Background:
    return Background(qapp)


def test_background_work_answers_on_this_thread(qtbot: QtBot, background: Background) -> None:
    answers: list[int] = []
    owner = QWidget()
    qtbot.addWidget(owner)
    background.run(lambda: 42, done=answers.append, refused=_never, owner=owner)
    qtbot.waitUntil(lambda: answers == [42])
    background.close()


def test_background_refusals_come_back(qtbot: QtBot, background: Background) -> None:
    refusals: list[OfficeError] = []
    owner = QWidget()
    qtbot.addWidget(owner)
    background.run(_refuse(RuleBroken("no")), done=_never, refused=refusals.append, owner=owner)
    qtbot.waitUntil(lambda: len(refusals) == 1)
    background.close()


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, background: Background) -> None:
    gone, stays = QWidget(), QWidget()
    qtbot.addWidget(stays)
    answers: list[str] = []
    background.run(lambda: "late", done=answers.append, refused=_never, owner=gone)
    delete(gone)
    background.run(lambda: "end", done=answers.append, refused=_never, owner=stays)
    qtbot.waitUntil(lambda: "end" in answers)
    background.close()
    assert answers == ["end"]


@pytest.mark.parametrize("kind", [RuleBroken, Unavailable])
def test_a_refusal_is_told_and_a_bug_is_not(
    kind: type[OfficeError], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(MessageDialog, "exec", lambda dialog: told.append(dialog.words))
    parent = QWidget()
    qtbot.addWidget(parent)
    with refusals_shown(parent):
        _refuse(kind("The disk is full: {where}.", where="D:"))()
    assert told == ["The disk is full: D:."]
    with pytest.raises(ZeroDivisionError), refusals_shown(parent):
        raise ZeroDivisionError


def test_asking_names_the_thing_and_leaves_the_safe_answer_under_enter(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[MessageDialog] = []
    parent = QWidget()
    qtbot.addWidget(parent)

    def press_enter(dialog: MessageDialog) -> int:
        asked.append(dialog)
        dialog.show()
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(MessageDialog, "exec", press_enter)
    verb = "Hapus 3 tamu"
    assert not messages.ask(parent, "Hapus tamu?", "3 tamu dihapus.", verb=verb)
    assert verb in {answer.text() for answer in asked[0].findChildren(QAbstractButton)}


def _refuse(refusal: OfficeError) -> Callable[[], int]:
    def work() -> int:
        raise refusal

    return work


def _never(_value: object) -> None:
    pytest.fail("must not be called")


def test_tabs_stay_whole_beside_words_that_are_too_long(qtbot: QtBot) -> None:
    header = PageHeader({}, lambda _address: None)
    qtbot.addWidget(header)
    header.resize(700, 100)
    header.show_tabs(
        [Tab("a", "Ringkasan"), Tab("b", "Delegasi"), Tab("c", "Naskah")], "Jalan " * 60
    )
    header.show()
    assert header.tabs.width() >= header.tabs.sizeHint().width()


def test_what_people_write_is_never_taken_for_markup(qtbot: QtBot) -> None:
    facts = FactsList(80)
    qtbot.addWidget(facts)
    facts.show_facts([Fact("Tema", "<b>Tema</b> & lain")])
    labels = [label for label in facts.findChildren(QLabel) if "Tema" in label.text()]
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_a_footer_shows_its_newest_keys_only(qtbot: QtBot) -> None:
    footer = Footer()
    qtbot.addWidget(footer)
    footer.show()
    footer.show_words("2 visits", [("Enter", "open")])
    footer.show_words("3 visits", [("Enter", "open")])
    QApplication.processEvents()
    assert [label.text() for label in footer.findChildren(QLabel) if label.isVisible()] == [
        "3 visits",
        "open",
    ]


def test_keys_give_way_to_the_words_of_a_footer(qtbot: QtBot) -> None:
    footer = Footer()
    qtbot.addWidget(footer)
    footer.show_words("34 guests and all that there is to say of them", [("Enter", "details")])
    footer.resize(800, 32)
    footer.show()
    assert footer._hints.isVisible()
    footer.resize(300, 32)
    assert not footer._hints.isVisible()


def test_side_cards_stay_beside_in_a_low_window(qtbot: QtBot) -> None:
    main, side = QWidget(), QWidget()
    panes = SidePanes(main, side)
    qtbot.addWidget(panes)
    panes.resize(812, 300)
    panes.show()
    qtbot.waitUntil(lambda: main.height() == panes.height())

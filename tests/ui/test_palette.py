"""The palette by its keys: finds, offers, opens, and never makes the typing wait."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.app.hits import hits
from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.sample import make_sample
from kunjungan.services.search import search
from kunjungan.ui.context import Address
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.shell.palette import Palette
from kunjungan.ui.shell.palette.frame import Veil
from kunjungan.ui.shell.palette.rows import Entry, Heading, words_of
from kunjungan.ui.shell.palette.source import AGREEMENTS, PEOPLE, TEXT, VISITS
from kunjungan.ui.shell.parts import Hit, WindowParts
from tests.ui.shared import QUIET, UndoDesk
from tests.ui.shell_case import KNOWN, SettingsPage, parts_of, shown_window, visits

pytestmark = QUIET

SPBE = Hit(
    "Studi SPBE", "1 Sep 2022", "people_community", Address("visits", KNOWN), VISITS, ((6, 10),)
)
BODY = Hit("Pemkot SPBE", "", "building_government", Address("settings"), PEOPLE, ((7, 11),))
CLAUSE = Hit("Pasal 6: “SPBE”", "", "document", Address("settings"), TEXT, ((10, 14),))
NUMBER = Hit("KB", "KS-1", "document_edit", Address("settings"), AGREEMENTS)


def found(text: str) -> Sequence[Hit]:
    return [CLAUSE, BODY, NUMBER, SPBE] if "spbe" in text else []


@pytest.fixture
def parts(qapp: QApplication, office: Office) -> Iterator[WindowParts]:
    with parts_of(qapp, office, UndoDesk()) as made:
        yield replace(made, find=found)


@pytest.fixture
def window(qtbot: QtBot, parts: WindowParts) -> MainWindow:
    return active_window(qtbot, parts)


def active_window(qtbot: QtBot, parts: WindowParts) -> MainWindow:
    """The window, with the keyboard."""
    made = shown_window(qtbot, parts)
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def opened(window: MainWindow) -> Palette:
    """The palette, opened by its key."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = (made for made in window.findChildren(Palette) if made.isVisible())
    return palette


def typed(qtbot: QtBot, palette: Palette, text: str) -> list[str]:
    """What the palette shows for a text, once the search is done; headings in capitals."""
    palette.line.clear()
    QTest.keyClicks(palette.line, text)
    qtbot.waitUntil(lambda: palette._asked is None)
    return shown(palette)


def shown(palette: Palette) -> list[str]:
    return [
        row.title.upper() if isinstance(row, Heading) else row.title for row in palette.model.rows
    ]


def marked(palette: Palette) -> str:
    """What the marked line says, as a screen reader is told."""
    return palette.line.accessibleDescription()


def press(palette: Palette, key: Qt.Key) -> None:
    QTest.keyClick(palette.line, key)


def test_the_sign_for_commands_alone_offers_all_of_them(window: MainWindow, qtbot: QtBot) -> None:
    lines = typed(qtbot, opened(window), ">")
    assert lines[0] == "COMMANDS"
    assert len(lines) > 3


def test_what_is_found_stands_in_groups_and_a_new_visit_is_the_last_offer(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window)
    assert typed(qtbot, palette, "spbe") == [
        *("VISITS", "Studi SPBE", "AGREEMENTS", "KB", "PEOPLE AND INSTITUTIONS", "Pemkot SPBE"),
        *("TEXT OF AGREEMENTS", "Pasal 6: “SPBE”", "COMMANDS", "New visit for “spbe”"),
    ]
    assert palette._foot._found.text().startswith("5 results · ")
    assert marked(palette) == "Studi SPBE, 1 Sep 2022"


def test_enter_opens_what_is_marked(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    typed(qtbot, palette, "spbe")
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: visits(window).record == KNOWN)
    assert not window.findChildren(Veil)


def test_enter_before_the_search_is_done_waits_for_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    QTest.keyClicks(palette.line, "spbe")
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: visits(window).record == KNOWN)


def test_arrows_step_over_headings_and_stop_at_the_ends(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    typed(qtbot, palette, "spbe")
    press(palette, Qt.Key.Key_Down)
    assert marked(palette) == "KB, KS-1"
    press(palette, Qt.Key.Key_PageDown)
    assert marked(palette) == "New visit for “spbe”, Ctrl+N"
    press(palette, Qt.Key.Key_Down)
    assert marked(palette) == "New visit for “spbe”, Ctrl+N"
    press(palette, Qt.Key.Key_PageUp)
    press(palette, Qt.Key.Key_Up)
    assert marked(palette) == "Studi SPBE, 1 Sep 2022"


def test_a_click_opens_a_line(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    typed(qtbot, palette, "spbe")
    row = shown(palette).index("Pemkot SPBE")
    place = palette._list.visualRect(palette.model.index(row, 0)).center()
    QTest.mouseClick(palette._list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: isinstance(window.frame.page, SettingsPage))


@pytest.mark.parametrize("way", ["esc", "veil", "beside"])
def test_it_closes_and_leaves_everything_as_it_was(
    window: MainWindow, qtbot: QtBot, way: str
) -> None:
    palette = opened(window)
    if way == "esc":
        press(palette, Qt.Key.Key_Escape)
    elif way == "veil":
        QTest.mouseClick(window.findChildren(Veil)[0], Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    else:
        at = QPoint(20, palette.height() - 2)
        typed(qtbot, palette, "xyz")
        QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: not window.findChildren(Palette))
    assert not window.findChildren(Veil)
    assert visits(window).record is None


def test_nothing_found_offers_a_visit_of_that_name(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    assert typed(qtbot, palette, "xyz") == ["NO RESULTS FOR “XYZ”", "New visit for “xyz”"]
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChildren(Palette))
    current = window._history.current
    assert current is not None
    assert current.address == Address("visits", None, "new:xyz")


def test_commands_are_found_by_words_in_any_order_with_their_keys(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window)
    assert "New visit" in typed(qtbot, palette, "vis new")
    rows = typed(qtbot, palette, "language spbe")
    assert rows[-1] == "New visit for “language spbe”"
    assert typed(qtbot, palette, ">new visit") == ["COMMANDS", "New visit"]
    assert marked(palette) == "New visit, Ctrl+N"
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: visits(window).ran == ["new"])


@pytest.mark.parametrize("text", ["settings", ">settings"])
def test_a_place_of_the_window_is_found_by_its_name(
    window: MainWindow, qtbot: QtBot, text: str
) -> None:
    palette = opened(window)
    assert typed(qtbot, palette, text)[:2] == ["COMMANDS", "Open Settings"]
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.frame.page, SettingsPage))


def test_signs_narrow_to_people_and_agreements_without_commands(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window)
    assert typed(qtbot, palette, "@spbe")[-1] == "Pasal 6: “SPBE”"
    assert "COMMANDS" not in shown(palette)
    assert typed(qtbot, palette, "@") == ["TYPE A PERSON'S NAME OR OFFICE"]
    assert typed(qtbot, palette, "#") == ["TYPE A NUMBER, A SUBJECT OR WORDS"]
    assert typed(qtbot, palette, "#xyz") == ["NO RESULTS FOR “#XYZ”"]


def test_before_anything_is_typed_it_offers_what_was_opened_last(window: MainWindow) -> None:
    window.frame.go(Address("visits", KNOWN))
    window.frame.go(Address("settings"))
    palette = opened(window)
    rows = palette.model.rows
    assert [words_of(row) for row in rows[:3]] == [
        *("Opened last", "SPBE 1 September 2022, Visits", "Commands")
    ]
    assert sum(isinstance(row, Entry) for row in rows) > 10
    press(palette, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert visits(window).record == KNOWN


def test_a_slow_search_never_makes_the_typing_wait(qtbot: QtBot, parts: WindowParts) -> None:
    go_on, asked = threading.Event(), []

    def slow(text: str) -> Sequence[Hit]:
        asked.append(text)
        go_on.wait(5)
        return found(text)

    window = active_window(qtbot, replace(parts, find=slow))
    palette = opened(window)
    QTest.keyClicks(palette.line, "spbe")
    assert palette.line.text() == "spbe"
    go_on.set()
    qtbot.waitUntil(lambda: palette._asked is None and "Studi SPBE" in shown(palette))
    assert asked == ["s", "spbe"], "what was typed over meanwhile is not searched for"


def test_a_search_that_is_refused_says_why_and_offers_commands(
    qtbot: QtBot, parts: WindowParts
) -> None:
    def broken(_text: str) -> Sequence[Hit]:
        raise Unavailable(later("The database does not answer."))

    window = active_window(qtbot, replace(parts, find=broken))
    palette = opened(window)
    assert typed(qtbot, palette, "new visit")[0] == "THE DATABASE DOES NOT ANSWER."
    assert "New visit" in shown(palette)


@pytest.mark.parametrize("size", [(900, 500), (1093, 576), (1366, 720)])
def test_it_fits_into_every_window(window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    window.resize(*size)
    palette = opened(window)
    frame = window.geometry()
    assert frame.contains(palette.geometry())
    assert palette._card.height() <= size[1] - 60
    typed(qtbot, palette, "a very long text that somebody has pasted from a letter of request")
    assert palette._head._hint.isHidden()


# With a real office


def test_hits_lead_to_where_the_window_opens_them(office: Office) -> None:
    make_sample(office)
    by_group: dict[str, Hit] = {}
    for hit in hits(office, "ogan"):
        by_group.setdefault(hit.group, hit)
    assert by_group[VISITS].address.place == "visits"
    assert by_group[AGREEMENTS].address.place == "agreements"
    assert by_group[PEOPLE].address.place == "institutions"
    detail = by_group[PEOPLE]
    (a, b) = detail.detail_places[0]
    assert detail.detail[a:b] == "Ogan"


def test_a_clause_leads_to_its_row(office: Office) -> None:
    make_sample(office)
    (line, *_) = search(office, "pihak", kinds=["clause"])
    address = next(hit.address for hit in hits(office, "#pihak") if hit.group == TEXT)
    assert address.place == "agreements"
    assert isinstance(address.record, UUID)
    assert address.tab == f"row:{line.id}"


def test_a_real_office_is_searched_while_one_types(qtbot: QtBot, parts: WindowParts) -> None:
    make_sample(parts.office)
    window = active_window(qtbot, replace(parts, find=partial(hits, parts.office)))
    palette = opened(window)
    assert typed(qtbot, palette, "widjaja panca")[:2] == [
        *("PEOPLE AND INSTITUTIONS", "Panca Wijaya Akbar")
    ]
    assert marked(palette) == "Panca Wijaya Akbar, Bupati Ogan Ilir"
    visit = typed(qtbot, palette, "prabumulih kota spbe")[1]
    assert visit == "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir"

"""The people of the true case in a real window: a list comes in, seats, a substitute, papers."""

from datetime import date, timedelta
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt

from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.ui.screens.history.screen import HistoryScreen
from kunjungan.ui.screens.visits.guest_import.dialog import ImportGuestsDialog
from kunjungan.ui.screens.visits.pack.dialog import PackDialog
from kunjungan.ui.screens.visits.seating.moves_dialog import MovesDialog
from tests.services.visit_day.case import everything
from tests.ui.shared import QUIET
from tests.walk.clock import Clock
from tests.walk.driver import Desktop
from tests.walk.driver_calendar import Calendar
from tests.walk.driver_people import CONTROL_SHIFT, Guests, Importing, Meetings, Papers, Seating
from tests.walk.hands import CONTROL, FormHands, told

pytestmark = QUIET

DAY = date(2022, 9, 1)
HEADS = ("NAMA LENGKAP", "JABATAN/INSTANSI", "GOL", "NO. HP", "KET.")
ROWS = (
    ("Panca Wijaya Akbar", "Bupati Ogan Ilir", "", "081200000141", ""),
    ("(menyusul)", "Ka. Dinas Perhubungan", "IV/b", "081300000088", "Vegetarian"),
    ("(menyusul)", "Kabid Aplikasi Informatika", "IV/a", "0812-33", "Halal"),
    ("(menyusul)", "Kepala Dinas Perhubungan", "IV/b", "081300000088", ""),
    ("(menyusul)", "Pranata Komputer", "III/c", "087800003031", ""),
)
REASON = "Urutan surat datang (contoh)"
MAYOR, SECRETARY = "Wali Kota Prabumulih", "Sekretaris Daerah"


def a_list(folder: Path) -> Path:
    """Write a list as delegations send it: a title, an empty row, the heads, the rows."""
    path = folder / "Daftar rombongan Ogan Ilir.xlsx"
    over = (("DAFTAR ROMBONGAN", "", "", "", ""), ("", "", "", "", ""))
    path.write_bytes(xlsx_of([SheetOut("Peserta", ("",), (*over, HEADS, *ROWS))]))
    return path


def open_the_visit(desktop: Desktop) -> None:
    """Go to the visit by its session in the calendar."""
    calendar = Calendar(desktop)
    calendar.show(DAY, Qt.Key.Key_B)
    calendar.choose("Kabupaten Ogan Ilir")
    calendar.key(Qt.Key.Key_Return)


def bring_a_list_in(desktop: Desktop, meetings: Meetings, file: Path) -> None:
    """Bring a list in, in three steps: one row put right, two joined."""
    guests = Guests(desktop)
    guests.choose("Bupati Ogan Ilir", "Ogan Ilir")
    before = len(guests.everybody())
    desktop.hands.files = [file]

    def walk(dialog: ImportGuestsDialog) -> None:
        step = Importing(desktop, dialog)
        step.press("Choose a file…")
        assert len(step.results()) == len(ROWS)
        assert len(guests.everybody()) == before
        step.find("Join")
        step.press("Join")
        step.put_right_the_bad("081200003399")
        step.press(dialog.parts.verb.text())
        assert dialog.brought is not None
        assert len(dialog.brought.added) == 3
        step.press("Close")

    meetings.ask(lambda: desktop.key(Qt.Key.Key_I, CONTROL), walk)
    assert len(guests.everybody()) == before + 3


def take_the_import_back_the_next_day(
    desktop: Desktop, clock: Clock, before: object, after: object
) -> None:
    """Undo the import from the history of another day, and do it again."""
    desktop.close()
    clock.day += timedelta(days=1)
    desktop.start()
    desktop.go_to("History")
    assert desktop.page(HistoryScreen).table.current() is not None
    desktop.press("Undo")
    assert everything(desktop.office) == before
    desktop.press("Redo")
    assert everything(desktop.office) == after


def order_the_heads(desktop: Desktop) -> None:
    """Put the regent ahead of the mayor, of equal rank, and say why."""
    seating = Seating(desktop)
    heads = [one.title.id for one in seating.order() if one.role == "head" and not one.host]
    assert heads == [MAYOR, "Bupati Ogan Ilir"]

    def decide(form: FormHands) -> None:
        desktop.hands.press("Down", form.form)
        form.write("Reason", REASON)
        form.press("Keep this order")

    desktop.ask(lambda: seating.click_remark("Ridho Yahya"), decide)
    heads = [one.title.id for one in seating.order() if one.role == "head" and not one.host]
    assert heads == ["Bupati Ogan Ilir", MAYOR]
    assert any(REASON in words for words in seating.remarks())


def seat_by_hand(desktop: Desktop) -> None:
    """Arrange by rank, drag one to a neighbour's seat, and lock it."""
    seating = Seating(desktop)
    desktop.key(Qt.Key.Key_A, CONTROL_SHIFT)
    one, other = (each.id for each in seating.order()[-2:])
    first, second = seating.seat_of(one), seating.seat_of(other)
    seating.drag(first, second)
    assert (seating.seat_of(one), seating.seat_of(other)) == (second, first)
    seating.key(Qt.Key.Key_L)
    desktop.key(Qt.Key.Key_A, CONTROL_SHIFT)
    assert seating.seat_of(one) == second


def print_all(desktop: Desktop, meetings: Meetings, papers: Papers, folder: Path) -> None:
    """Print everything that belongs to the pack."""

    def go(dialog: PackDialog) -> None:
        made = papers.settle(dialog)
        assert {"badges", "tents", "attendance", "seating", "place_labels"} <= set(made)
        papers.save(dialog, folder)

    meetings.ask(lambda: desktop.key(Qt.Key.Key_P, CONTROL_SHIFT), go)
    assert sum(len(pypdfium2.PdfDocument(file)) for file in folder.glob("*.pdf")) > 30


def let_the_secretary_come(desktop: Desktop, meetings: Meetings) -> None:
    """Let the secretary come for the mayor; see who moves and arrange anew."""
    guests, seating = Guests(desktop), Seating(desktop)
    guests.choose(MAYOR, "Prabumulih")

    def choose(form: FormHands) -> None:
        assert "Regional Secretary" in told(form.form), "the next of the party is offered first"
        form.press("Replace guest")

    desktop.ask(lambda: desktop.key(Qt.Key.Key_R, CONTROL), choose)
    mayor, secretary = (
        next(one for one in guests.everybody() if one.title.id == post and not one.host)
        for post in (MAYOR, SECRETARY)
    )
    assert (mayor.attendance, secretary.represents_id) == ("represented", mayor.id)
    assert mayor.id not in [one.id for one in seating.order()]
    assert any("No longer coming: Ridho Yahya." in bar for bar in seating.bars())

    def look(dialog: MovesDialog) -> None:
        words = "\n".join(told(dialog))
        assert "Ridho Yahya leaves" in words
        assert "Take away: Name tents" in words
        desktop.hands.press("Arrange by rank", dialog)

    meetings.ask(lambda: desktop.hands.press("What moved", seating.tab.remarks), look)
    assert seating.seat_of(mayor.id) == ""
    seating.wait_for("must be printed")


def print_what_changed(desktop: Desktop, meetings: Meetings, papers: Papers, folder: Path) -> None:
    """Print only the cards and sheets that changed."""

    def go(dialog: PackDialog) -> None:
        made = papers.settle(dialog)
        assert {"seating", "place_labels"} <= set(made)
        assert all(paper.partial for paper in made.values())
        papers.save(dialog, folder)

    seating = Seating(desktop)
    meetings.ask(lambda: desktop.hands.press("Print them", seating.tab.remarks), go)
    desktop.hands.until(lambda: not any("must be printed" in bar for bar in seating.bars()))


def arrange_the_luncheon_too(desktop: Desktop) -> None:
    """Go to the other plan that the mayor was in; its sheet and labels alone are then due."""
    seating = Seating(desktop)
    desktop.hands.press("Luncheon", seating.tab.remarks)
    desktop.hands.press("Arrange by rank", seating.tab.remarks)
    due = {"seating", "place_labels"}
    desktop.hands.until(lambda: {card.slug for card in seating.tab.moves.cards} == due)
    labels = [card for card in seating.tab.moves.cards if card.slug == "place_labels"]
    assert all("(Luncheon)" in card.name.en for card in labels)
    assert not any("No longer coming" in bar or "other plans" in bar for bar in seating.bars())


def test_a_list_comes_in_guests_are_seated_one_is_replaced_and_only_his_changes_are_reprinted(
    before_the_day: Desktop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desktop = before_the_day
    meetings, papers = Meetings(desktop, monkeypatch), Papers(desktop)
    open_the_visit(desktop)
    before = everything(desktop.office)
    bring_a_list_in(desktop, meetings, a_list(tmp_path))
    clock = Clock(monkeypatch, date(2022, 8, 29))
    take_the_import_back_the_next_day(desktop, clock, before, everything(desktop.office))
    open_the_visit(desktop)
    order_the_heads(desktop)
    seat_by_hand(desktop)
    print_all(desktop, meetings, papers, tmp_path / "pack")
    let_the_secretary_come(desktop, meetings)
    print_what_changed(desktop, meetings, papers, tmp_path / "again")
    arrange_the_luncheon_too(desktop)
    assert desktop.office.store.verify() == []

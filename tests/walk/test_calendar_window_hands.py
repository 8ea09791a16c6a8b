"""The calendar in a real window: dragged, found, written, printed, and brought back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from kunjungan.domain.attention import AttentionKind
from kunjungan.domain.visit_letters import LetterState
from kunjungan.services.letters.letters import list_letters
from kunjungan.services.visit_lists import list_visits
from kunjungan.ui.printing.paper_dialog import PaperDialog
from kunjungan.ui.screens.agreements.screen import AgreementsScreen
from kunjungan.ui.screens.calendar.screen import CalendarScreen
from kunjungan.ui.screens.visits.letters.tab import LettersTab
from kunjungan.ui.screens.visits.rundown.print_dialog import RundownPrintDialog
from kunjungan.ui.screens.visits.rundown.tab import RundownTab
from kunjungan.ui.screens.visits.screen import VisitsScreen
from tests.documents.reading import words
from tests.services.visit_day.case import everything
from tests.ui.shared import QUIET
from tests.walk.calendar_days import AUDITORIUM, VISIT
from tests.walk.driver import Desktop, Visits
from tests.walk.driver_calendar import Calendar, Finder, Home, VisitTabs
from tests.walk.hands import CONTROL, FormHands, Hands

pytestmark = QUIET

TO = "\N{EN DASH}"
OGAN_ILIR = "Kabupaten Ogan Ilir"
CIMAHI = "Kunjungan Kota Cimahi"
ALT = Qt.KeyboardModifier.AltModifier
K = Qt.Key


def open_visit(desktop: Desktop) -> VisitTabs:
    """Open the visit from the palette."""
    finder = Finder(desktop)
    finder.find("prabumulih ogan kunjungan")
    finder.open(VISIT)
    desktop.hands.until(lambda: desktop.page(VisitsScreen).header.title == VISIT)
    return VisitTabs(desktop)


def saved(hands: Hands, file: Path, version: str = "") -> Callable[[PaperDialog], None]:
    """Let the next dialog of a paper save a file once its pages are there."""

    def save(dialog: PaperDialog) -> None:
        if isinstance(dialog, RundownPrintDialog):
            hands.choose(dialog.version, version)
        hands.until(lambda: bool(dialog._pdf))
        hands.files = [file]
        hands.press("Save as PDF…", dialog)

    return save


def test_a_visit_is_dragged_in_the_month_given_up_by_esc_and_brought_back_by_undo(
    before_the_day: Desktop,
) -> None:
    desktop, calendar = before_the_day, Calendar(before_the_day)
    Visits(desktop).schedule(CIMAHI, ("Studi", "Study"), "6-9-2022")
    calendar.show(date(2022, 9, 6), K.Key_B)
    stored = everything(desktop.office)
    told = calendar.drag_and_give_up(CIMAHI, date(2022, 9, 8))
    assert "Thursday 8 Sep" in told
    assert everything(desktop.office) == stored
    calendar.drag(CIMAHI, date(2022, 9, 8))
    assert calendar.box(CIMAHI).occasion.on == date(2022, 9, 8)
    assert desktop.in_menu("Undo") == "Undo: Move in the calendar"
    desktop.key(K.Key_Z, CONTROL)
    assert everything(desktop.office) == stored
    assert calendar.box(CIMAHI).occasion.on == date(2022, 9, 6)
    calendar.show(date(2022, 9, 6), K.Key_B)
    calendar.choose(CIMAHI)
    calendar.key(K.Key_M, K.Key_Right, K.Key_Return)
    assert calendar.box(CIMAHI).occasion.on == date(2022, 9, 7)


def test_an_entry_is_stretched_in_the_week_and_brought_back(before_the_day: Desktop) -> None:
    desktop, calendar = before_the_day, Calendar(before_the_day)
    rehearsal, day = "Gladi penandatanganan", date(2022, 8, 31)
    calendar.show(day, K.Key_P)
    stored = everything(desktop.office)
    calendar.stretch(rehearsal, 56)
    assert calendar.hours(rehearsal) == (day, "09.00", "12.00")
    desktop.key(K.Key_Z, CONTROL)
    assert everything(desktop.office) == stored
    calendar.choose(rehearsal)
    calendar.key(K.Key_S, K.Key_Down, K.Key_Down, K.Key_Escape)
    assert everything(desktop.office) == stored
    calendar.key(K.Key_S, K.Key_Down, K.Key_Down, K.Key_Return)
    assert calendar.hours(rehearsal) == (day, "09.00", "11.30")


def test_a_conflict_is_solved_by_a_free_room_and_comes_back_by_undo(
    before_the_day: Desktop,
) -> None:
    desktop, calendar, home = before_the_day, Calendar(before_the_day), Home(before_the_day)
    conflict = (AttentionKind.CONFLICT, f"Conflict: {AUDITORIUM}")
    assert conflict in home.attention()
    home.mend(AttentionKind.CONFLICT)
    line = calendar.conflict()
    assert line is not None
    card = calendar.page.body.side.conflict
    room = card.chosen_room()
    desktop.hands.press("Move", card)
    assert calendar.conflict() is None
    (moved,) = (one for one in calendar.page.found.occasions if one.title.id == OGAN_ILIR)
    assert moved.room == room != AUDITORIUM
    assert conflict not in home.attention()
    desktop.key(K.Key_Z, CONTROL)
    assert conflict in home.attention()


def test_the_palette_leads_to_visits_and_clauses_and_keys_lead_back(
    before_the_day: Desktop,
) -> None:
    desktop, finder = before_the_day, Finder(before_the_day)
    desktop.go_to("Calendar")
    lines = finder.find("ogan")
    assert {VISIT, "Studi SPBE Kabupaten Ogan Ilir", "Panca Wijaya Akbar"} <= set(lines)
    finder.open("Studi SPBE")
    desktop.hands.until(lambda: desktop.page(VisitsScreen).header.title.startswith("Studi SPBE"))
    (clause, *_) = (line for line in finder.find("kewenangan") if "kewenangan" in line)
    finder.open(clause)
    desktop.hands.until(lambda: isinstance(desktop.frame.page, AgreementsScreen))
    desktop.key(K.Key_Left, ALT)
    assert desktop.page(VisitsScreen).header.title.startswith("Studi SPBE")
    desktop.key(K.Key_Left, ALT)
    assert isinstance(desktop.frame.page, CalendarScreen)
    desktop.key(K.Key_Right, ALT)
    desktop.key(K.Key_Right, ALT)
    assert isinstance(desktop.frame.page, AgreementsScreen)


def test_a_letter_is_answered_and_printed(before_the_day: Desktop, tmp_path: Path) -> None:
    desktop, hands = before_the_day, before_the_day.hands
    letters = open_visit(desktop).show("letters", LettersTab)
    visit, file = list_visits(desktop.office)[0].id, tmp_path / "jawaban.pdf"
    (late,) = (
        one for one in list_letters(desktop.office, visit) if one.state is LetterState.OVERDUE
    )
    letters.table.select(late.id)

    def answer(form: FormHands) -> None:
        form.write("Day", "28-8-2022")
        form.press("Mark as answered")

    desktop.ask(lambda: desktop.choose("Mark as answered…"), answer)
    states = {one.id: one.state for one in list_letters(desktop.office, visit)}
    assert states[late.id] is LetterState.ANSWERED
    hands.answer(saved(hands, file))
    desktop.key(K.Key_P, CONTROL)
    hands.done()
    text = words(file.read_bytes())
    assert "Yth. Bupati Ogan Ilir" in text
    assert f"13.00{TO}15.00 WIB" in text


def test_the_rundown_is_edited_by_keys_and_printed_for_guests_and_operators(
    before_the_day: Desktop, tmp_path: Path
) -> None:
    desktop, hands = before_the_day, before_the_day.hands
    rundown = open_visit(desktop).show("rundown", RundownTab)
    rundown.table.select(rundown.plan.items[-2].id)
    stored = everything(desktop.office)
    hands.key(K.Key_Return, rundown.table.view)
    hands.write(rundown.inspector.minutes, "25")
    hands.key(K.Key_Return, rundown.inspector.minutes)
    assert [f"{item.starts_at:%H.%M}" for item in rundown.plan.items[-2:]] == ["13.25", "13.50"]
    papers = {}
    for version in ("Programme", "Rundown"):
        file = tmp_path / f"{version}.pdf"
        hands.answer(saved(hands, file, version))
        desktop.key(K.Key_P, CONTROL)
        hands.done()
        papers[version] = words(file.read_bytes())
    assert f"13.25{TO}13.50" in papers["Programme"]
    assert "Undang kedua kepala daerah" not in papers["Programme"]
    assert "Undang kedua kepala daerah" in papers["Rundown"]
    desktop.key(K.Key_Z, CONTROL)
    assert everything(desktop.office) == stored

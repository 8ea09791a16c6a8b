"""The true case in a real window: the afternoon slips by 20 minutes, with all that follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from kunjungan.domain.attention import AttentionKind
from kunjungan.domain.rundown_checks import Check
from kunjungan.domain.visit_letters import LetterState
from kunjungan.services.letters.letters import list_letters
from kunjungan.services.rundown.items import list_items
from kunjungan.services.visit_lists import list_visits
from kunjungan.ui.screens.visits.board.slip_dialog import SlipDialog
from kunjungan.ui.screens.visits.day.tab import DayTab
from kunjungan.ui.screens.visits.letters.tab import LettersTab
from kunjungan.ui.screens.visits.rundown.tab import RundownTab
from kunjungan.ui.screens.visits.summary import SummaryTab
from tests.services.visit_day.case import everything
from tests.ui.shared import QUIET
from tests.walk.calendar_days import AFTERNOON, AUDITORIUM, EARLIER, SLIPPED
from tests.walk.driver import Desktop
from tests.walk.driver_calendar import Calendar, Home, VisitTabs, said
from tests.walk.hands import CONTROL, FormHands, button, rows

pytestmark = QUIET

DAY = date(2022, 9, 1)
TO = "\N{EN DASH}"
BEFORE, AFTER = f"13.00{TO}15.00", f"13.20{TO}15.20"
OGAN_ILIR = "Kabupaten Ogan Ilir"
CONTROL_ALT = CONTROL | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Told:
    """What the whole program says of the afternoon."""

    items: tuple[tuple[str, str], ...]
    conflict: str
    letters: list[LetterState]
    attention: set[AttentionKind]
    day: str


def told(desktop: Desktop) -> Told:
    """Go round the program and note what it says."""
    calendar, visit = Calendar(desktop), list_visits(desktop.office)[0].id
    attention = {kind for kind, _ in Home(desktop).attention()}
    calendar.show(DAY, Qt.Key.Key_B)
    line = calendar.conflict()
    assert line is not None
    assert line.name == AUDITORIUM
    items = list_items(desktop.office, visit)
    times = ((f"{item.starts_at:%H:%M}", f"{item.ends_at:%H:%M}") for item in items)
    return Told(
        tuple(times),
        f"{line.since:%H.%M}{TO}{line.until:%H.%M}",
        [letter.state for letter in list_letters(desktop.office, visit)],
        attention,
        calendar.day_as_text(),
    )


def open_the_visit(desktop: Desktop) -> None:
    """Go from home to the conflict, and from the session in the calendar to its visit."""
    home, calendar = Home(desktop), Calendar(desktop)
    assert (AttentionKind.CONFLICT, f"Conflict: {AUDITORIUM}") in home.attention()
    home.mend(AttentionKind.CONFLICT)
    line = calendar.conflict()
    assert line is not None
    assert line.since.date() == DAY == calendar.page.day
    calendar.choose(OGAN_ILIR)
    calendar.key(Qt.Key.Key_Return)
    summary = VisitTabs(desktop).show("summary", SummaryTab)
    assert {"Dec 2021", "linked"} <= set(said(summary))
    assert button(EARLIER, summary).isEnabled()


def both_stand_side_by_side(desktop: Desktop) -> DayTab:
    """See both delegations beside each other, what they share, and the time to turn round."""
    day = VisitTabs(desktop).show("day", DayTab)
    assert day._board is not None
    (shown,) = day._board.days
    morning, break_, afternoon = shown.sessions
    left, right = (day.canvas.box_of(each.line.id) for each in (morning, afternoon))
    assert left.right() < right.left()
    assert left.bottom() < right.top()
    assert break_.joint
    assert [(gap.room, gap.minutes, gap.enough) for gap in shown.turnarounds] == [
        (AUDITORIUM, 90, True)
    ]
    day.canvas.setFocus()
    for _ in shown.sessions:
        desktop.hands.key(Qt.Key.Key_Right, day.canvas)
    assert day.canvas.current() == afternoon.line.id
    words = day.canvas.accessibleDescription()
    assert "room shared · host shared · crew shared" in words
    assert BEFORE in words
    return day


def slip(desktop: Desktop, day: DayTab) -> None:
    """Let the chosen session slip by the key; see in the dialog what will follow."""

    def look(form: FormHands) -> None:
        assert isinstance(form.form, SlipDialog)
        words = said(form.form)
        assert any(BEFORE in each and AFTER in each for each in words)
        assert "Items of the rundown that move along: 4" in words
        assert any("Rakor Diskominfo" in each for each in words)
        assert any("rundown was sent on" in each for each in words)
        form.press("Slip")

    desktop.ask(lambda: desktop.key(Qt.Key.Key_S, CONTROL_ALT), look)
    assert AFTER in day.canvas.accessibleDescription()


def see_what_followed(desktop: Desktop, before: Told) -> None:
    """Check each place that tells of the afternoon."""
    tabs = VisitTabs(desktop)
    crew = " ".join(f"{cell}" for cell in rows(tabs.show("day", DayTab).crew.table))
    assert AFTER in crew
    assert BEFORE not in crew
    rundown = tabs.show("rundown", RundownTab)
    assert Check.SENT in {finding.check for finding in rundown.state.findings}
    letters = tabs.show("letters", LettersTab)
    assert any("1 to be sent again" in each for each in said(letters))
    after = told(desktop)
    assert after.items == (*before.items[:-4], *SLIPPED)
    assert (before.conflict, after.conflict) == (f"13.00{TO}14.30", f"13.20{TO}14.30")
    assert after.letters.count(LetterState.RESEND) == 1
    assert after.attention - before.attention == {AttentionKind.RUNDOWN}
    assert "To be sent again: Reception of the Visit" in str(Home(desktop).attention())
    assert (BEFORE in before.day, AFTER in after.day, BEFORE in after.day) == (True, True, False)


def all_rows(desktop: Desktop) -> Mapping[str, object]:
    """Return every row of the office."""
    return everything(desktop.office)


def test_the_afternoon_slips_by_twenty_minutes_and_one_undo_brings_all_back(
    before_the_day: Desktop,
) -> None:
    walked = before_the_day
    open_the_visit(walked)
    VisitTabs(walked).show("rundown", RundownTab)
    walked.choose("Mark as sent to guests")
    before, stored = told(walked), all_rows(walked)
    assert before.items[-4:] == AFTERNOON
    walked.go_to("Visits")
    Calendar(walked).show(DAY, Qt.Key.Key_B)
    Calendar(walked).choose(OGAN_ILIR)
    Calendar(walked).key(Qt.Key.Key_Return)
    slip(walked, both_stand_side_by_side(walked))
    assert walked.in_menu("Undo") == "Undo: Slip a session"
    see_what_followed(walked, before)
    walked.key(Qt.Key.Key_Z, CONTROL)
    assert all_rows(walked) == stored
    assert told(walked) == before
    assert walked.office.store.verify() == []


def test_a_fixed_point_stays_when_its_session_slips(before_the_day: Desktop) -> None:
    desktop = before_the_day
    Home(desktop).attention()
    open_the_visit(desktop)
    rundown = VisitTabs(desktop).show("rundown", RundownTab)
    rundown.table.select(rundown.plan.items[-1].id)
    desktop.ask(
        lambda: desktop.key(Qt.Key.Key_F2),
        lambda form: form.tick("Keeps its time").press("Save item"),
    )
    stored = everything(desktop.office)
    both_stand_side_by_side(desktop)

    def look(form: FormHands) -> None:
        assert "“Diskusi teknis SPBE” is a fixed point and stays at 13.40." in said(form.form)
        form.press("Slip")

    desktop.ask(lambda: desktop.key(Qt.Key.Key_S, CONTROL_ALT), look)
    items = list_items(desktop.office, list_visits(desktop.office)[0].id)
    starts = [f"{item.starts_at:%H.%M}" for item in items if item.starts_at.hour >= 13]
    assert sorted(starts) == ["13.20", "13.30", "13.40", "13.45"]
    desktop.key(Qt.Key.Key_Z, CONTROL)
    assert everything(desktop.office) == stored

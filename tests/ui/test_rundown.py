"""The rundown in a window: typing ripples and is saved as one change, or not at all."""

from collections.abc import Iterator
from datetime import time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kunjungan.domain.rundown_checks import Check
from kunjungan.domain.visit_words import ItemKind
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.store.tables import AgendaItem
from kunjungan.ui import messages
from kunjungan.ui.screens.visits.rundown.inspector import Inspector
from tests.services.rundown.case import Signing, a_signing
from tests.ui.rundown_case import lines, tab, typed
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, visits_window

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def visit(case: Case) -> Signing:
    """A visit without a rundown yet, opened at it."""
    made = a_signing(case.office)
    case.go(made.visit, "rundown")
    return made


@pytest.fixture
def three(visit: Signing) -> list[UUID]:
    """Three items on the screen."""
    return [
        visit.add("09.00", 10, "Buka", kind=ItemKind.OPENING),
        visit.add("09.10", 15, "Paparan"),
        visit.add("09.25", 5, "Foto"),
    ]


@pytest.mark.usefixtures("visit")
def test_an_empty_rundown_says_what_to_do(case: Case) -> None:
    assert lines(case) == []
    assert case.can("rundown.template")
    assert not case.can("rundown.remove")
    said = [label.text() for label in tab(case).table.findChildren(QLabel)]
    assert "No rundown yet" in said


@pytest.mark.usefixtures("three")
def test_items_stand_under_their_sessions(case: Case, visit: Signing) -> None:
    break_ = add_session(case.office, visit.visit, SessionForm("Jeda", "Break", starts_at=time(11)))
    visit.add("11.00", 30, "Kopi", session_id=break_)
    assert lines(case) == [
        "[Session 1 · City of Prabumulih]",
        "09.00 Buka",
        "09.10 Paparan",
        "09.25 Foto",
        "[Break]",
        "11.00 Kopi",
    ]


def test_times_ripple_while_one_types_and_are_saved_as_one_change(
    case: Case, visit: Signing, three: list[UUID]
) -> None:
    tab(case).table.select(three[1])
    typed(case, "minutes", "35")
    assert lines(case)[1:] == ["09.00 Buka", "09.10 Paparan", "09.45 Foto"]
    assert tab(case).inspector.ends.text() == "09.45"
    assert visit.times() == ["09.00+10", "09.10+15", "09.25+5"]
    QTest.keyClick(tab(case).inspector.minutes, Qt.Key.Key_Return)
    assert visit.times() == ["09.00+10", "09.10+35", "09.45+5"]
    undo(case.office)
    assert visit.times() == ["09.00+10", "09.10+15", "09.25+5"]


def test_the_end_fixes_the_duration(case: Case, visit: Signing, three: list[UUID]) -> None:
    tab(case).table.select(three[2])
    typed(case, "ends", "0940")
    assert tab(case).inspector.minutes.text() == "15 min"
    QTest.keyClick(tab(case).inspector.ends, Qt.Key.Key_Return)
    assert visit.times()[-1] == "09.25+15"


def test_esc_lets_the_times_be(case: Case, visit: Signing, three: list[UUID]) -> None:
    tab(case).table.select(three[1])
    typed(case, "starts", "0930")
    assert "09.45 Foto" in lines(case)
    QTest.keyClick(tab(case).inspector.starts, Qt.Key.Key_Escape)
    assert lines(case)[1:] == ["09.00 Buka", "09.10 Paparan", "09.25 Foto"]
    assert visit.times() == ["09.00+10", "09.10+15", "09.25+5"]


def test_another_item_is_shown_though_what_was_typed_in_a_time_is_none(
    case: Case, visit: Signing, three: list[UUID]
) -> None:
    tab(case).table.select(three[1])
    typed(case, "starts", "t")
    tab(case).table.select(three[2])
    assert tab(case).inspector.starts.text() == "09.25"
    assert visit.times() == ["09.00+10", "09.10+15", "09.25+5"]


def test_what_is_being_typed_survives_a_change_elsewhere(
    case: Case, visit: Signing, three: list[UUID]
) -> None:
    tab(case).table.select(three[0])
    typed(case, "minutes", "25")
    visit.add("10.00", 10, "Lain")
    assert tab(case).inspector.minutes.text() == "25"
    assert lines(case)[1:] == ["09.00 Buka", "09.25 Paparan", "09.40 Foto", "10.15 Lain"]


def test_what_was_typed_is_saved_once_when_a_key_leads_elsewhere(
    case: Case, visit: Signing, three: list[UUID]
) -> None:
    visit.add("09.28", 10, "Tumpang")
    tab(case).table.select(three[0])
    typed(case, "minutes", "12")
    case.run("rundown.next_problem")
    assert visit.times() == ["09.00+12", "09.12+15", "09.27+5", "09.30+10"]
    undo(case.office)
    assert visit.times()[0] == "09.00+10"


def test_what_is_refused_leaves_what_is_saved_on_the_screen(
    case: Case, visit: Signing, three: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda *said: told.append(said[2]))
    tab(case).table.select(three[0])
    typed(case, "starts", "2350")
    tab(case).inspector.minutes.setText("10")
    QTest.keyClick(tab(case).inspector.starts, Qt.Key.Key_Return)
    assert "past midnight" in told[0]
    assert tab(case).inspector.starts.text() == "09.00"
    assert visit.times() == ["09.00+10", "09.10+15", "09.25+5"]


def test_without_the_tick_the_others_stay(case: Case, visit: Signing, three: list[UUID]) -> None:
    tab(case).table.select(three[0])
    tab(case).inspector.shift.setChecked(False)
    typed(case, "minutes", "30")
    QTest.keyClick(tab(case).inspector.minutes, Qt.Key.Key_Return)
    assert visit.times() == ["09.00+30", "09.10+15", "09.25+5"]


def test_what_is_no_time_is_marked_and_not_saved(
    case: Case, visit: Signing, three: list[UUID]
) -> None:
    tab(case).table.select(three[1])
    typed(case, "starts", "99")
    QTest.keyClick(tab(case).inspector.starts, Qt.Key.Key_Return)
    assert tab(case).inspector.starts.property("bad") == "true"
    assert visit.times() == ["09.00+10", "09.10+15", "09.25+5"]


def test_an_office_that_is_only_looked_at_takes_nothing_beside_the_table(case: Case) -> None:
    assert Inspector(case.office, case.window).isEnabled()
    case.office.store.read_only = True
    closed = Inspector(case.office, case.window)
    assert not closed.isEnabled()
    assert not closed.details.isEnabled()


def test_an_item_past_midnight_from_elsewhere_is_shown_on_the_next_day_s_clock(
    case: Case, visit: Signing
) -> None:
    late = visit.add("23.40", 10, "Penutup")
    with case.office.store.change("As files of others have it") as session:
        session.get_one(AgendaItem, late).minutes = 40
    case.go(visit.visit, "rundown")
    model = tab(case).table.view.model()
    assert "23.40\N{EN DASH}00.20" in model.item(0).note  # type: ignore[attr-defined]  # our RowsModel
    (told,) = [f for f in tab(case).state.findings if f.check is Check.HOURS]
    assert not told.mend  # a session ends by midnight

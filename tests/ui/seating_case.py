"""A signing with seated guests in a real window, and a hand that drags and presses keys there."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.paper import Paper
from kunjungan.domain.precedence import Group
from kunjungan.services.day_papers.made import Wish
from kunjungan.services.day_papers.papers import make_day_paper
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    add_to_own_party,
)
from kunjungan.services.guests.participants import participants
from kunjungan.services.office import Office
from kunjungan.services.pack.changes import as_marks
from kunjungan.services.pack.log import list_day_prints
from kunjungan.services.people import PersonForm
from kunjungan.services.seating import SeatView, new_plan, plan_view
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.tables import PrintRun
from kunjungan.ui.screens.visits.seating.tab import SeatingTab
from tests.builders import bandung, prabumulih
from tests.ui.visits_case import Case

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
POSTS = (
    ("Sekretaris Daerah", Group.SECRETARY),
    ("Kepala Dinas Komunikasi dan Informatika", Group.AGENCY_HEADS),
    ("Inspektur", Group.AGENCY_HEADS),
    ("Kepala Bagian Hukum", Group.DIVISION_HEADS),
)


@dataclass(slots=True)
class Seating:
    """A visit of Prabumulih to Bandung, its plan, and the guests by name."""

    office: Office
    visit: UUID
    delegation: UUID
    plan: UUID
    guests: dict[str, UUID]

    def seat_of(self, name: str) -> str:
        """Return the key of the seat that a guest has in the office's memory; "" for none."""
        view = plan_view(self.office, self.plan)
        found = (s.place.key for s in view.seats if s.guest and _called(s) == name)
        return next(found, "")

    def who(self, key: str) -> str:
        """Return who sits on a seat in the office's memory; "" for nobody."""
        view = plan_view(self.office, self.plan)
        seat = next(seat for seat in view.seats if seat.place.key == key)
        return _called(seat) if seat.guest else ""


def a_seating(office: Office, room: str = "signing-2") -> Seating:
    """A signing with both heads, their secretaries, and three more guests, seated by rank."""
    host, body = bandung(office), prabumulih(office)
    on = PartialDate.parse("2022-09-01")
    form = VisitForm("Kunjungan SPBE", on, host_id=host.id, host_tenure_id=host.head)
    visit = schedule_visit(office, form)
    delegation = add_delegation(office, visit, DelegationForm(body.id, body.head))
    guests = {}
    for title, group in POSTS:
        guest = AttendeeForm(PersonForm(f"Tamu {title}"), title, title, group)
        guests[title] = add_attendee(office, delegation, guest)
    own = AttendeeForm(PersonForm("Sekda Tuan Rumah"), "Sekretaris Daerah", "", Group.SECRETARY)
    guests["host"] = add_to_own_party(office, visit, own)
    return Seating(office, visit, delegation, new_plan(office, visit, room), guests)


def open_seating(case: Case, room: str = "signing-2") -> Seating:
    """Make a seating and open the window on it."""
    made = a_seating(case.office, room)
    case.go(made.visit, "seating")
    QApplication.processEvents()
    tab(case).canvas.zoom_to(0.4)  # all seats in sight
    return made


def tab(case: Case) -> SeatingTab:
    """Return the tab, which must be on screen."""
    assert isinstance(case.tab, SeatingTab)
    return case.tab


def middle(case: Case, key: str) -> QPointF:
    """Return the middle of a seat on screen."""
    card = tab(case).canvas.card_of(key)
    assert card.isValid(), key
    return card.center()


def an_empty_seat(case: Case) -> str:
    """Return the best seat that nobody has."""
    view = tab(case).view
    assert view is not None
    return next(s.place.key for s in view.seats if s.guest is None and not s.place.behind)


def drag(case: Case, start: QPointF, end: QPointF, *, release: bool = True) -> None:
    """Drag over the plan as a hand does."""
    port = tab(case).canvas.viewport()
    QTest.mousePress(port, LEFT, PLAIN, start.toPoint())
    for step in (0.1, 0.5, 1.0):
        pull(port, start + (end - start) * step)
    if release:
        QTest.mouseRelease(port, LEFT, PLAIN, end.toPoint())
    QApplication.processEvents()


def pull(over: QWidget, at: QPointF) -> None:
    """Move the pointer to a point with the left button held down."""
    where = QPointF(over.mapToGlobal(at.toPoint()))
    move = QMouseEvent(QEvent.Type.MouseMove, at, where, Qt.MouseButton.NoButton, LEFT, PLAIN)
    QApplication.sendEvent(over, move)


def press(case: Case, *keys: Qt.Key) -> None:
    """Press keys in the plan one after the other."""
    for key in keys:
        QTest.keyClick(tab(case).canvas, key)
        QApplication.processEvents()


def guest_named(seating: Seating, name: str) -> UUID:
    """Return the attendee of a name."""
    people = participants(seating.office, seating.visit)
    return next(one.id for one in people if one.name.plain == name)


def printed(seating: Seating, *slugs: str) -> None:
    """Note that papers were printed as they are now."""
    wish, before = Wish(visit_id=seating.visit), len(list_day_prints(seating.office))
    marks = {slug: as_marks(make_day_paper(seating.office, slug, wish).marks) for slug in slugs}
    with seating.office.store.change("Print") as session:
        for slug in slugs:
            session.add(
                PrintRun(
                    visit_id=seating.visit,
                    what=slug,
                    paper=Paper.A4,
                    pages=1,
                    fingerprint="",
                    marks=marks[slug],
                    at=seating.office.now() + timedelta(minutes=before),
                    by="test",
                )
            )


def run(case: Case, name: str) -> None:
    """Do a command and let the screen follow."""
    case.run(name)
    QApplication.processEvents()


def _called(seat: SeatView) -> str:
    return seat.guest.guest.name.plain if seat.guest else ""

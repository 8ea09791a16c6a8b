"""Times a seat given by hand, the tabs that show it, and how ranking and seating grow.

    python -m benchmarks.people_seats

The floor of an edit writes the same seat by raw SQL, durably; that of reading reads the same
guests, people and seats as records and does nothing with them. ``main`` is called by
``python -m benchmarks.people``.
"""

import gc
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from uuid import UUID

from sqlmodel import col, select

from benchmarks.measure import interleaved, report
from benchmarks.office import open_bench
from benchmarks.workbench_desk import bench
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.protocol_groups import Group
from kunjungan.domain.seating_parts import PartKind
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.precedence.order import ranking
from kunjungan.services.seating import (
    arrange,
    edit_plan,
    make_room,
    new_plan,
    plan_form,
    plan_view,
    seat_guest,
    seating_state,
)
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.files import DATABASE
from kunjungan.store.tables import Attendee, Person, Seat
from kunjungan.ui.context import Address
from kunjungan.ui.screens.visits.delegations import DelegationsTab
from kunjungan.ui.screens.visits.seating.tab import SeatingTab

GUESTS, BODIES, ROW = 1_000, 20, 50
GROWTH = (500, GUESTS, 2_000, 5_000)
OWN = 7
"""Every seventh guest is of the host's own party."""
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Case:
    """An office with one visit of many guests, all of them seated in one plan."""

    folder: Path
    visit: UUID
    plan: UUID


def main() -> None:
    """Print the times of an edit and of the tabs, then the growth by the guest."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gc.disable()  # as the window does; see ui/background.py
    with TemporaryDirectory() as name:
        case = _case(Path(name) / "office", GUESTS)
        _edits(case)
        _tabs(case)
        print("\nGrowth of ranking and seating   (aim: the same for each guest)")
        for count in GROWTH:
            _growth(_case(Path(name) / str(count), count), count)


def _edits(case: Case) -> None:
    office = open_bench(case.folder)
    taken = [seat for seat in plan_view(office, case.plan).seats if seat.guest is not None]
    guest = taken[5].guest
    assert guest is not None
    places = cycle([seat.place.key for seat in taken[10:30]])
    raw = sqlite3.connect(case.folder / DATABASE, isolation_level=None)
    raw.execute("pragma synchronous = FULL")
    seat_id = raw.execute("select id from seat limit 1").fetchone()[0]
    ways: dict[str, Work] = {
        "raw SQL, one seat, and records read": lambda: _write(raw, seat_id) + _read(office, case),
        "seat_guest": lambda: seat_guest(office, case.plan, guest.guest.id, next(places)),
        "seating_state": lambda: seating_state(office, case.visit, case.plan),
    }
    _report(f"Seat a guest among {GUESTS:,}, and read the seating anew", ways)
    raw.close()
    office.store.close()


def _tabs(case: Case) -> None:
    with bench(case.folder) as desk:
        desk.window.frame.go(Address("visits", case.visit, "seating"))
        seating = desk.window.findChild(SeatingTab)
        desk.window.frame.go(Address("visits", case.visit, "delegations"))
        guests = desk.window.findChild(DelegationsTab)
        assert isinstance(seating, SeatingTab)
        assert isinstance(guests, DelegationsTab)
        ways: dict[str, Work] = {
            "records read": lambda: _read(desk.office, case),
            "seating tab, shown anew": seating.refresh,
            "delegation tab, shown anew": guests.refresh,
        }
        _report(f"Show {GUESTS:,} guests anew", ways)


def _report(what: str, ways: dict[str, Work]) -> None:
    times = interleaved(ways, clock=process_time)
    report(what, times, against=next(iter(ways)), aim="under 250 ms of the processor")


def _write(raw: sqlite3.Connection, seat_id: str) -> int:
    raw.execute("begin immediate")
    written = raw.execute("update seat set version = version where id = ?", (seat_id,)).rowcount
    raw.execute("commit")
    return written


def _read(office: Office, case: Case) -> int:
    """Read the guests, their people and their seats, and return how many records there are."""
    with office.store.read() as session:
        by_person = col(Attendee.person_id) == col(Person.id)
        guests = session.exec(select(Attendee, Person).join(Person, by_person)).all()
        seats = session.exec(select(Seat).where(Seat.plan_id == case.plan)).all()
        return len(guests) + len(seats)


def _growth(case: Case, count: int) -> None:
    office = open_bench(case.folder)
    ways: dict[str, Work] = {
        "ranked": lambda: ranking(office, case.visit),
        "arranged": lambda: arrange(office, case.plan),
        "seating read": lambda: seating_state(office, case.visit, case.plan),
    }
    times = interleaved(ways, rounds=3, clock=process_time)
    told = "   ".join(f"{name} {taken:7.1f} ms" for name, taken in times.items())
    print(f"  {count:>6,} guests   {told}   {times['seating read'] / count * 1000:.0f} us a guest")
    office.store.close()


def _case(folder: Path, count: int) -> Case:
    folder.mkdir()
    office = open_bench(folder)
    visit = schedule_visit(office, VisitForm("Kunjungan", PartialDate(2026, 1, 2)))
    delegations = [_delegation(office, visit, number) for number in range(BODIES)]
    groups = [None, *Group]
    with office.store.change("Fill") as session:
        for n in range(count):
            person = Person(name=f"Tamu Contoh {n}")
            own = n % OWN == 0
            guest = Attendee(
                person_id=person.id,
                visit_id=visit if own else None,
                delegation_id=None if own else delegations[n % BODIES],
                title_id=f"Kepala Seksi {n % 90}",
                precedence_group=groups[n * 31 % len(groups)],
            )
            session.add_all([person, guest])
    plan = new_plan(office, visit, "signing-2")
    form = plan_form(office, plan)
    wide = [replace(p, seats=ROW) if p.kind is PartKind.ROWS else p for p in form.parts]
    edit_plan(office, plan, replace(form, parts=tuple(wide)))
    make_room(office, plan)
    office.store.close()
    return Case(folder, visit, plan)


def _delegation(office: Office, visit: UUID, number: int) -> UUID:
    name = f"Pemerintah Kota Contoh {number}"
    body = add_institution(office, InstitutionForm(InstitutionKind.REGION, name))
    return add_delegation(office, visit, DelegationForm(body))


if __name__ == "__main__":
    main()

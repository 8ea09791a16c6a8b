"""Measures a big office (20,000 visits, 200,000 guests) against the same work in raw SQL.

Run: ``python -m benchmarks.office``. Ratios are what counts; times depend on the machine.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from benchmarks.measure import interleaved, report
from kunjungan.domain.days import PartialDate
from kunjungan.services.office import Office
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.database import open_office

VISITS, GUESTS_EACH = 20_000, 10
AIM = "at most 3 times raw SQL"
LIST = """
select v.id, v.title, v."on", v.until, v.stage, v.direction, v.place,
  (select group_concat(i.name_id) from delegation d join institution i on i.id = d.institution_id
   where d.visit_id = v.id),
  (select count(*) from delegation d join attendee a on a.delegation_id = d.id
   where d.visit_id = v.id),
  (select count(*) from agreement_visit x where x.visit_id = v.id),
  (select count(*) from task t where t.visit_id = v.id),
  (select count(t.done_on) from task t where t.visit_id = v.id)
from visit v order by v."on" desc, v.title
"""


def main() -> None:
    """Build the office, then time the list and one write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = open_bench(folder)
        fill(folder / "kunjungan.db")
        raw = sqlite3.connect(folder / "kunjungan.db", isolation_level=None)
        raw.execute("pragma synchronous = FULL")
        print(f"{VISITS:,} visits, {VISITS * GUESTS_EACH:,} guests")
        _lists(office, raw)
        _writes(office, raw)
        raw.close()
        office.store.close()


def _lists(office: Office, raw: sqlite3.Connection) -> None:
    times = interleaved(
        {
            "raw SQL, all visits with counts": lambda: raw.execute(LIST).fetchall(),
            "list_visits": lambda: list_visits(office),
        }
    )
    report("Open the list of visits", times, against="raw SQL, all visits with counts", aim=AIM)


def _writes(office: Office, raw: sqlite3.Connection) -> None:
    form = VisitForm("Kunjungan baru", PartialDate(2026, 1, 2))
    times = interleaved(
        {
            "raw SQL, insert and commit": lambda: _insert(raw),
            "schedule_visit": lambda: schedule_visit(office, form),
        },
        rounds=51,
    )
    report("Write one visit, durably", times, against="raw SQL, insert and commit", aim=AIM)


def _insert(raw: sqlite3.Connection) -> None:
    raw.execute("begin immediate")
    visit = uuid4().hex
    raw.execute(_VISIT, _visit_row(visit, 1))
    raw.execute(
        'insert into visit_step (id, version, visit_id, stage, "on", reason) '
        "values (?, 1, ?, 'letter', '2026-01-02', '')",
        (uuid4().hex, visit),
    )
    raw.execute("commit")


_VISIT = (
    "insert into visit (id, version, title, kind, theme_id, theme_en, direction, stage, "
    '"on", zone, abroad, place, room, note, report, rundown_sent, sample) values '
    "(?, 1, ?, 'study', '', '', 'incoming', ?, ?, 'wib', '', ?, '', '', '', '', 0)"
)


def _visit_row(visit: str, number: int) -> tuple[str, ...]:
    day = date(2010, 1, 1) + timedelta(days=number % 6000)
    return visit, f"Kunjungan {number}", "reported", day.isoformat(), "Balai Kota Bandung"


def open_bench(folder: Path) -> Office:
    """Open an office in a folder, with a clock that stands still."""

    def now() -> datetime:
        return datetime(2026, 1, 2, tzinfo=UTC)

    opened = open_office(folder, user="benchmark", now=now)
    return Office(opened.store, opened.archive, folder, "benchmark", lambda: date(2026, 1, 2), now)


def fill(path: Path) -> None:
    """Write the visits and their guests straight into the database file."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("begin")
    body = uuid4().hex
    raw.execute(
        "insert into institution (id, version, kind, name_id, name_en, short_name, address_id, "
        "address_en, full_style_id, full_style_en, city_id, list_columns, note) "
        "values (?, 1, 'region', 'Pemerintah Kota Contoh', '', '', '', '', '', '', '', '[]', '')",
        (body,),
    )
    visits = [uuid4().hex for _ in range(VISITS)]
    raw.executemany(_VISIT, (_visit_row(key, n) for n, key in enumerate(visits)))
    delegations = [uuid4().hex for _ in visits]
    raw.executemany(
        "insert into delegation (id, version, visit_id, institution_id, rank, letter_number, "
        "agenda_number, proposed, contact, contact_phone, note) "
        "values (?, 1, ?, ?, 'a0', '', '', '[]', '', '', '')",
        ((d, v, body) for d, v in zip(delegations, visits, strict=True)),
    )
    raw.executemany(_PERSON, ((f"{n:032x}", f"Tamu {n}") for n in range(VISITS * GUESTS_EACH)))
    raw.executemany(
        "insert into attendee (id, version, delegation_id, person_id, title_id, title_en, "
        "capacity, former, role, attendance, vehicle, travel_order, note) values "
        "(?, 1, ?, ?, 'Staf', 'Staff', 'definitive', 0, 'member', 'confirmed', '', '', '')",
        _guests(delegations),
    )
    raw.execute("commit")
    raw.close()


_PERSON = (
    "insert into person (id, version, name, titles_front, titles_back, known_as, card_name, "
    "pronunciation, honorific, diet, access, note) "
    "values (?, 1, ?, '[]', '[]', '', '', '', '', '', '', '')"
)


def _guests(delegations: list[str]) -> Iterator[tuple[str, str, str]]:
    for number, delegation in enumerate(delegations):
        for guest in range(GUESTS_EACH):
            yield uuid4().hex, delegation, f"{number * GUESTS_EACH + guest:032x}"


if __name__ == "__main__":
    main()

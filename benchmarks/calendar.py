"""Times the calendar with 10,000 events, each part against the least that it could cost.

    python -m benchmarks.calendar [--json] [PART ...]

The conflict scan is held against a sweep over a plain list of tuples in the same run, reading a
month against the same rows in raw SQL, painting against an empty picture. All in milliseconds;
ratios are what to trust.
"""

import argparse
import json
import os
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from benchmarks import calendar_search
from benchmarks.calendar_office import DAYS, FIRST, MONTH, fill
from benchmarks.measure import interleaved
from benchmarks.office import open_bench
from kunjungan.domain.bookings import Booking
from kunjungan.domain.conflicts import clashes
from kunjungan.services.calendar.bookings import bookings, gaps_of
from kunjungan.services.calendar.conflicts import list_conflicts
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.calendar.occasions import occasions
from kunjungan.services.calendar.planner import Planner
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.store.files import DATABASE

Figures = dict[str, float]
Plain = list[tuple[tuple[str, str], datetime, datetime, int]]
Pair = tuple[datetime, datetime, tuple[str, str], int, int]
_MONTH = (MONTH.replace(day=1), MONTH.replace(day=1) + timedelta(days=35))
_ALL = (FIRST, FIRST + timedelta(days=DAYS))


@dataclass(frozen=True, slots=True)
class Part:
    """What is timed, what it is held against, and the most that it may come to.

    ``most`` is in milliseconds, ``times`` in times of ``against``.
    """

    title: str
    run: Callable[[Office], Figures]
    against: str = ""
    most: Mapping[str, float] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)


def scanning(office: Office) -> Figures:
    """Time finding all clashes among all events, and the same with reading them."""
    booked, gaps = bookings(office, *_ALL), gaps_of(office_settings(office))
    plain = _plain(booked)
    reach = timedelta(minutes=gaps.turnaround)
    return interleaved(
        {
            "plain sweep": lambda: _sweep(plain, reach),
            "clashes": lambda: clashes(booked, gaps),
            "read and list": lambda: list_conflicts(office, *_ALL),
        },
        clock=time.process_time,
    )


def dragging(office: Office) -> Figures:
    """Time the check of one step of a drag, in a month and in all days at once."""
    month, everything = Planner(office, *_MONTH), Planner(office, *_ALL)
    ref = next(one.ref for one in occasions(office, *_MONTH) if one.ref.source == "visit")
    steps = count()

    def slot() -> Slot:
        day = MONTH + timedelta(days=next(steps) % 15)
        return Slot(day, day)

    return interleaved(
        {
            "check in a month": lambda: month.check(ref, slot()),
            "check in all": lambda: everything.check(ref, slot()),
            "free rooms": lambda: everything.free_rooms(ref, slot(), 40),
        },
        rounds=51,
    )


def reading(office: Office) -> Figures:
    """Time reading the occasions of a month, and its bookings."""
    raw = sqlite3.connect(office.folder / DATABASE)
    first, last = (day.isoformat() for day in _MONTH)
    figures = interleaved(
        {
            "raw SQL": lambda: [raw.execute(query, (first, last)).fetchall() for query in _ROWS],
            "bookings": lambda: bookings(office, *_MONTH),
            "occasions": lambda: occasions(office, *_MONTH),
            "planner": lambda: Planner(office, *_MONTH),
        }
    )
    raw.close()
    return figures


def painting(office: Office) -> Figures:
    """Time painting the month."""
    from benchmarks.calendar_paint import month_painting  # noqa: PLC0415 (Qt, only where asked)

    return month_painting(office, MONTH)


def carrying(office: Office) -> Figures:
    """Time a step of a drag with the month painted behind it."""
    from benchmarks.calendar_paint import drag_steps  # noqa: PLC0415 (Qt, only where asked)

    return drag_steps(office, MONTH)


PARTS = {
    "scan": Part("All conflicts of 10,000 events", scanning, "plain sweep", times={"clashes": 3}),
    "drag": Part(
        "One step of a drag",
        dragging,
        most={"check in a month": 16, "check in all": 16, "free rooms": 16},
    ),
    "month": Part("Read a month", reading, "raw SQL"),
    "paint": Part(
        "Paint a month",
        painting,
        "an empty picture",
        {"paint again": 100, "lay out and paint": 100, "read, lay out, paint": 100},
    ),
    "carry": Part("A step of a drag, painted", carrying, most={"check": 16, "step": 16}),
}
SEARCH = "search"
_ROWS = (
    'select * from visit where "on" between ? and ?',
    (
        "select s.* from visit_session s join visit v on v.id = s.visit_id "
        'where v."on" between ? and ?'
    ),
    'select * from calendar_entry where "on" between ? and ?',
)


def main() -> None:
    """Fill an office, run the parts that were asked for, and print each figure with its aim."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--json", action="store_true", help="print one JSON object")
    words.add_argument("parts", nargs="*", metavar="PART", help=", ".join([*PARTS, SEARCH]))
    asked = words.parse_args()
    if unknown := set(asked.parts) - {*PARTS, SEARCH}:
        words.error(f"no such part: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = asked.parts or [*PARTS, SEARCH]
    found = _measured([name for name in wanted if name in PARTS])
    if asked.json:
        print(json.dumps(found))
    else:
        for name, figures in found.items():
            _show(PARTS[name], figures)
        if SEARCH in wanted:
            print()
            calendar_search.main()


def _measured(names: list[str]) -> dict[str, Figures]:
    with tempfile.TemporaryDirectory() as folder:
        open_bench(Path(folder)).store.close()
        fill(Path(folder) / DATABASE)
        office = open_bench(Path(folder))
        found = {name: PARTS[name].run(office) for name in names}
        office.store.close()
    return found


def _show(part: Part, figures: Figures) -> None:
    print(f"\n{part.title}")
    base = figures.get(part.against)
    for name, value in figures.items():
        ratio = f"x{value / base:.2f}" if base else ""
        print(f"  {name:<24} {value:9.2f} {ratio:>9}  {_aims(part, name, value, base)}".rstrip())


def _aims(part: Part, name: str, value: float, base: float | None) -> str:
    aims = []
    if name in part.most:
        aims.append((f"aim: at most {part.most[name]:g} ms", value <= part.most[name]))
    if name in part.times and base:
        aims.append((f"aim: at most x{part.times[name]:g}", value / base <= part.times[name]))
    return "; ".join(words if met else f"{words}, MISSED" for words, met in aims)


def _plain(booked: list[Booking]) -> Plain:
    return [
        (claim.one, one.span.starts, one.span.ends, number)
        for number, one in enumerate(booked)
        for claim in one.claims
    ]


def _sweep(events: Plain, reach: timedelta) -> list[Pair]:
    """Find which pairs want what within so many minutes, and when, with lists and tuples only."""
    lists: dict[tuple[str, str], list[tuple[datetime, datetime, int]]] = defaultdict(list)
    for key, starts, ends, number in events:
        lists[key].append((starts, ends, number))
    pairs: list[Pair] = []
    for key, uses in lists.items():
        uses.sort()
        running: list[tuple[datetime, datetime, int]] = []
        for use in uses:
            since = use[0] - reach
            running = [one for one in running if one[1] > since]
            pairs += [(use[0], min(one[1], use[1]), key, one[2], use[2]) for one in running]
            running.append(use)
    return sorted(pairs)


if __name__ == "__main__":
    main()

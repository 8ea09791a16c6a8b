"""Times a guest list of 10,000 rows from Excel until it is stored, against reading and raw inserts.

The floor reads the file with the same library and inserts the same guests with nothing judged, no
journal and no index for finding; a second one also writes those rows of the journal and the index
that any record of this office has.
"""

import gc
import sqlite3
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import python_calamine
import xlsxwriter

from benchmarks.measure import forget_peak, peak_mb, resident_mb
from benchmarks.office import open_bench
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.guest_import.columns import guess
from kunjungan.services.guest_import.judged import Target
from kunjungan.services.guest_import.judging import Table, judge
from kunjungan.services.guest_import.lists import open_list
from kunjungan.services.guest_import.writing import bring_in
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.files import DATABASE

ROWS, ROUNDS = 10_000, 2
HEADS = ("No", "Nama lengkap", "Jabatan", "NIP", "Gol", "No. HP", "Ket")
_FIRST = ("Adi", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko")
_LAST = ("Santoso", "Wijaya", "Lestari", "Pratama", "Nugroho", "Siregar", "Saputra", "Utami")
_POSTS = ("Analis Kebijakan", "Kabid Statistik", "Pranata Komputer", "Kasubag Umum", "Staf")


def main() -> None:
    """Print how long each step takes, its ratio to the floors, and the memory held."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        target = _office(folder / "office")
        file = folder / "tamu.xlsx"
        file.write_bytes(workbook())
        runs = [_round(folder, target, file, number) for number in range(ROUNDS)]
    best = {step: _best(step, [run[step] for run in runs]) for step in runs[0]}
    floor, whole = best["read + insert people"], best["the same with journal and index"]
    print(f"\nImport {ROWS:,} guests from Excel   (aim: at most 3 times the floor)")
    for step, taken in best.items():
        unit = "" if step.endswith("MB") else f"x{taken / floor:6.2f}  x{taken / whole:.2f}"
        print(f"  {step:<34} {taken:9.1f} {unit}")


def _best(step: str, figures: list[float]) -> float:
    """Return the least time of a step, or the most memory."""
    return max(figures) if step.endswith("MB") else min(figures)


def workbook() -> bytes:
    """Return the list: names with titles, posts, numbers as text, phones."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False})
    page = book.add_worksheet("Peserta")
    page.write_row(0, 0, HEADS)
    for n in range(ROWS):
        page.write_row(n + 1, 0, _row(n))
    book.close()
    return out.getvalue()


def _row(n: int) -> tuple[object, ...]:
    name = f"Dr. {_FIRST[n % 10]} {_LAST[n // 10 % 8]} {_word(n)}, S.T., M.Si."
    return n + 1, name, _POSTS[n % 5], f"19800101{n:010}", "IV/a", f"0812{n:08}", ""


def _word(n: int) -> str:
    """Return a word of its own for each number."""
    letters = ""
    for _ in range(4):
        n, place = divmod(n, 15)
        letters += "bcdfghjklmnprst"[place] + "aiueo"[(n + place) % 5]
    return letters.capitalize()


def _office(folder: Path) -> Target:
    folder.mkdir()
    office = open_bench(folder)
    body = add_institution(
        office, InstitutionForm(InstitutionKind.REGION, "Pemerintah Kota Contoh")
    )
    visit = schedule_visit(office, VisitForm("Kunjungan", PartialDate(2026, 1, 2)))
    delegation = add_delegation(office, visit, DelegationForm(body))
    office.store.build_index()
    office.store.close()
    return Target(visit, delegation)


def _round(folder: Path, target: Target, file: Path, number: int) -> dict[str, float]:
    bare, ours = folder / f"bare{number}", folder / f"ours{number}"
    copytree(folder / "office", bare)
    copytree(folder / "office", ours)
    steps = _ours(ours, target, file)
    floors = _floors(ours / DATABASE, bare / DATABASE, file)
    return {**floors, **steps}


def _ours(folder: Path, target: Target, file: Path) -> dict[str, float]:
    office = open_bench(folder)
    gc.disable()  # as the window does; see ui/background.py
    forget_peak()
    before = resident_mb()
    times = [process_time()]
    sheet = open_list(file, most=None).best
    times.append(process_time())
    table = Table(sheet, sheet.head, guess(sheet, sheet.head))
    told: list[float] = []

    def progress(*_: int) -> bool:
        told.append(process_time())
        return True

    judged = judge(office, target, table, progress=progress)
    times.append(process_time())
    brought = bring_in(office, judged, progress)
    times.append(process_time())
    gc.enable()
    assert len(brought.added) == ROWS, (len(brought.added), judged.counts)
    office.store.close()
    read, looked, wrote = ((b - a) * 1000 for a, b in pairwise(times))
    held = peak_mb() - before
    waits = [(after - one) * 1000 for one, after in pairwise(told)]
    return {
        "read": read, "look through": looked, "bring in": wrote,
        "import, all of it": read + looked + wrote, "between two words of progress": max(waits),
        "journal, index and commit": (times[-1] - told[-1]) * 1000, "memory at most, MB": held,
    }  # fmt: skip


def _floors(full: Path, bare: Path, file: Path) -> dict[str, float]:
    """Return what reading and raw inserts of the same guests take, with and without journal."""
    started = process_time()
    rows = python_calamine.load_workbook(str(file)).get_sheet_by_index(0).to_python()[1:]
    read = (process_time() - started) * 1000
    whole = sqlite3.connect(full)
    kept = {table: _kept(whole, table) for table in _TABLES}
    whole.close()
    raw = sqlite3.connect(bare, isolation_level=None)
    raw.execute("pragma synchronous = FULL")
    with TemporaryDirectory(dir=bare.parent) as name:
        other = Path(name) / DATABASE
        copytree(bare.parent, Path(name), dirs_exist_ok=True, ignore=lambda *_: [Path(name).name])
        alone = sqlite3.connect(other, isolation_level=None)
        alone.execute("pragma synchronous = FULL")
        people = _timed(lambda: _insert(alone, {key: kept[key] for key in _TABLES[:2]}))
        alone.close()
    same = _timed(lambda: _insert(raw, kept))
    raw.close()
    assert len(rows) == ROWS
    return {
        "read + insert people": read + people,
        "the same with journal and index": read + same,
    }


_TABLES = ("person", "attendee", "jr_txn", "jr_change", "finding_doc")
Rows = tuple[str, list[tuple[Any, ...]]]


def _kept(whole: sqlite3.Connection, table: str) -> Rows:
    """Return the statement that inserts the rows which the import made, and the rows."""
    only = {
        "jr_txn": "where seq = (select max(seq) from jr_txn)",
        "jr_change": "where txn = (select id from jr_txn order by seq desc limit 1)",
        "finding_doc": "where id in (select id from person)",
    }
    found = whole.execute(f"select * from {table} {only.get(table, '')}")  # noqa: S608
    names = ", ".join(f'"{column[0]}"' for column in found.description)
    rows = found.fetchall()
    places = ", ".join("?" * len(found.description))
    return f"insert into {table} ({names}) values ({places})", rows  # noqa: S608


def _insert(raw: sqlite3.Connection, kept: dict[str, Rows]) -> None:
    raw.execute("begin immediate")
    for table, (statement, rows) in kept.items():
        raw.executemany(statement, rows)
        if table == "finding_doc":
            raw.execute(
                "insert into finding_words (rowid, exact, folded) "
                "select n, exact, folded from finding_doc"
            )
    raw.execute("commit")


def _timed(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return (process_time() - started) * 1000


if __name__ == "__main__":
    main()

"""The register's part of ``benchmarks/workbench.py``: its list, its screen, in and out of Excel."""

import gc
import sqlite3
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import copytree
from statistics import median
from time import perf_counter, process_time
from uuid import uuid4

import python_calamine
import xlsxwriter
from PySide6.QtWidgets import QTableView, QTableWidget, QTableWidgetItem

from benchmarks.measure import interleaved
from benchmarks.workbench_desk import HEIGHT, WIDTH, Paints, bench, spin, until
from benchmarks.workbench_offices import HEADS, IMPORTED, entries
from kunjungan.app.desk import open_desk
from kunjungan.services.registry.exporting import register_sheet, write_register
from kunjungan.services.registry.importing import apply_plan, open_register
from kunjungan.services.registry.lines import register_lines
from kunjungan.services.registry.row import RegisterRow
from kunjungan.store.files import DATABASE
from kunjungan.ui.screens.agreements.registry.view import RegisterView

Figures = dict[str, float]
_QUERIES = (
    """select id, kind, stage, draft_no, signing_on, reference, field, unit, end_reason, note,
    subject_id, subject_en, parent_id, renews_id, starts_on, ends_on, ended_on from agreement""",
    """select p.agreement_id, p.number, p.number_on, p.institution_id, i.name_id, i.name_en,
    i.short_name, i.parent_id from party p join institution i on i.id = p.institution_id
    order by p.seq""",
    """select c.agreement_id, count(*) from clause c join agreement a on a.id = c.agreement_id
    where a.stage = 'draft' and c.text_en = '' and c.text_id <> '' group by c.agreement_id""",
    """select o.agreement_id, max(s."on") from original o join signature s on s.original_id = o.id
    group by o.agreement_id""",
    'select agreement_id, year, no, "on", kept_at from register_entry',
    """select agreement_id, kept_at, lent_to, due_back_on from original
    where kept_at <> '' or lent_to <> ''""",
    """select x.agreement_id, v."on", v.until from agreement_visit x join visit v
    on v.id = x.visit_id""",
)
"""The columns of the register in raw SQL."""


def listing(folder: Path) -> Figures:
    """Time the list of 20,000 agreements against the same columns in raw SQL, in milliseconds."""
    office, _ = open_desk(folder, "write")
    raw = sqlite3.connect(folder / DATABASE)
    gc.disable()  # as the window does; see ui/background.py
    times = interleaved(
        {
            "raw SQL": lambda: [raw.execute(query).fetchall() for query in _QUERIES],
            "register_lines": lambda: register_lines(office),
        },
        rounds=5,
        clock=process_time,
    )
    raw.close()
    office.store.close()
    return times


def screen(folder: Path) -> Figures:
    """Time the register's screen until it is painted, against a QTableWidget of its cells."""
    with bench(folder) as desk:
        rows = register_lines(desk.office)
        table = median(_table(rows) for _ in range(3))
        started = perf_counter()
        desk.go()
        register = desk.window.findChildren(RegisterView)[0]
        first = _until_painted(register.table.view, started)
        spin(1000)
        again = []
        for _ in range(3):
            started = perf_counter()
            register.reload()
            again.append(_until_painted(register.table.view, started))
            spin(500)
        return {"QTableWidget": table, "first time": first, "read anew": median(again)}


def importing(folder: Path) -> Figures:
    """Time a register of 2,000 rows from Excel until it is stored, against raw inserts."""
    file = folder.with_name("register.xlsx")
    _write_raw(file)
    ours, theirs, looked = [], [], []
    for number in range(3):
        place = folder.with_name(f"import{number}")
        copytree(folder, place)
        office, _ = open_desk(place, "write")
        started = process_time()
        plan = open_register(office, file)
        looked.append((process_time() - started) * 1000)
        done = apply_plan(office, plan)
        ours.append((process_time() - started) * 1000)
        assert len(done.agreements) == IMPORTED, (len(done.agreements), plan.refused[:1])
        office.store.close()
        theirs.append(_import_raw(file, place / DATABASE))
    return {
        "calamine and raw SQL": median(theirs),
        "look through": median(looked),
        "look through and take": median(ours),
    }


def exporting(folder: Path) -> Figures:
    """Time 2,000 rows into a workbook against xlsxwriter writing the same cells."""
    office, _ = open_desk(folder, "write")
    rows = register_lines(office)[:IMPORTED]
    sheet = register_sheet(rows, "id")
    times = interleaved(
        {
            "xlsxwriter": lambda: _book([sheet.head, *sheet.rows]),
            "to .xlsx": lambda: write_register(rows, folder.with_name("out.xlsx")),
            "to .csv": lambda: write_register(rows, folder.with_name("out.csv")),
        },
        rounds=5,
        clock=process_time,
    )
    office.store.close()
    return times


def _until_painted(view: QTableView, started: float) -> float:
    paints = Paints(view.viewport())
    view.viewport().update()
    until(lambda: paints.times)
    paints.end()
    return (paints.times[0] - started) * 1000


def _table(rows: list[RegisterRow]) -> float:
    started = perf_counter()
    table = QTableWidget(len(rows), 6)
    for place, row in enumerate(rows):
        cells = (
            row.own.number, row.partners[0].short, row.subject.id, row.kind, row.status,
            str(row.ends_on),
        )  # fmt: skip
        for column, cell in enumerate(cells):
            table.setItem(place, column, QTableWidgetItem(cell))
    table.resize(WIDTH, HEIGHT)
    table.show()
    paints = Paints(table.viewport())
    until(lambda: paints.times)
    table.close()
    return (paints.times[0] - started) * 1000


def _write_raw(file: Path) -> None:
    file.write_bytes(_book([HEADS, *entries(IMPORTED)]))


def _book(rows: list[tuple[object, ...]]) -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd-mm-yyyy"})
    page = book.add_worksheet("Register")
    for place, row in enumerate(rows):
        page.write_row(place, 0, row)
    book.close()
    return out.getvalue()


def _import_raw(file: Path, database: Path) -> float:
    """Read the file and insert agreement and parties with no rule looked at, in one commit."""
    raw = sqlite3.connect(database, isolation_level=None)
    raw.row_factory = sqlite3.Row
    models = {
        table: dict(raw.execute(f"select * from {table} limit 1").fetchone())  # noqa: S608
        for table in ("agreement", "party")
    }
    started = process_time()
    sheet = python_calamine.load_workbook(str(file)).get_sheet_by_index(0)
    raw.execute("pragma synchronous = FULL")
    raw.execute("begin immediate")
    insert = {table: _inserter(raw, table, model) for table, model in models.items()}
    for number, row in enumerate(sheet.to_python()[1:]):
        key, days = uuid4().hex, [str(day) for day in row[5:8] if isinstance(day, date)]
        insert["agreement"](id=key, subject_id=row[3], reference=f"R-{number}", signing_on=days[0])
        for seq in (1, 2):
            insert["party"](id=uuid4().hex, agreement_id=key, seq=seq, number=row[seq - 1])
    raw.execute("commit")
    taken = (process_time() - started) * 1000
    raw.close()
    return taken


def _inserter(
    raw: sqlite3.Connection, table: str, model: dict[str, object]
) -> Callable[..., object]:
    names = ", ".join(f'"{name}"' for name in model)
    words = f"insert into {table} ({names}) values ({', '.join('?' * len(model))})"  # noqa: S608
    return lambda **values: raw.execute(words, tuple({**model, **values}.values()))

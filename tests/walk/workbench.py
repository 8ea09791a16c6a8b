"""The workbench's office for the walks: a text with two faults, mended, and an old register."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import xlsxwriter

from tests.walk.program import Program

WORKBENCH = Path(__file__).with_name("workbench.json")
"""An office with the agreement of ``paste/`` written down by hand; all of it is invented."""
REPLICATION, EARLIER = "KS-2022-001", "KS-2017-001"
LANGUAGES = ("id", "en")
FIRST, SECOND = ("2022-03-10", "Contoh"), ("2022-03-14", "Teladan")
"""The days and places of signing: each side signs at home."""
CLEARED_ON = ("2022-02-01", "2022-02-03", "2022-02-07")
POWER = ("--authority", "090/KUASA-SAMPLE/2022", "--authority-on", "2022-03-11")
PASSED = "Kerangka acuan kerja disusun bersama (SAMPLE)."
REASON = "Wali Kota Teladan mendampingi kunjungan kerja Menteri (SAMPLE)."
WRONG = "Rp205,000,000.00 (two hundred and five million rupiah)"
RIGHT = "Rp250,000,000.00 (two hundred and fifty million rupiah)"
CONFIDENTIALITY = (
    "CONFIDENTIALITY",
    "The PARTIES shall keep confidential the personal data obtained from carrying out this {kind}.",
    "The obligation as referred to in paragraph (1) lasts 5 (five) years after this {kind} ends.",
)
ERASED = {
    "id": "Data pribadi dihapus paling lambat 30 (tiga puluh) Hari Kerja setelah {kind} berakhir.",
    "en": "Personal data are erased no later than 30 (thirty) Working Days after the {kind} ends.",
}
HEADS = ("No", "Mitra", "Tentang", "Jenis", "Nomor", "Tanggal", "Tanggal Berakhir")
OLD_ROWS: tuple[tuple[object, ...], ...] = (
    (1, "Pemerintah Kota Teladan", "Pertukaran Pegawai", "Kesepakatan Bersama",
     "415.4/011-SAMPLE/2019", date(2019, 4, 3), date(2022, 4, 3)),
    (2, "PT Contoh Sejahtera", "Pengelolaan Sampah", "PKS",
     "415.4/012-SAMPLE/2020", date(2020, 5, 13), date(2020, 5, 13)),
    (3, "Universitas Contoh", "Kuliah Kerja Nyata", "Nota Kesepakatan",
     "415.4/013-SAMPLE/2020", "09/13/2020", "13-09-2023"),
    (4, "Pemerintah Kota Teladan", "=1+1", "Kesepakatan Bersama",
     "415.4/014-SAMPLE/2021", "1 Februari 2021", "01-02-2024"),
)  # fmt: skip
"""A good row, one that ends when it starts, one with day and month swapped, a hostile good one."""

LETTER = b"%PDF-1.4 (SAMPLE)"
"""A letter that calls itself a PDF and is none."""

Agreement = dict[str, Any]
Clauses = list[dict[str, Any]]


def event() -> dict[str, Any]:
    """The office as plain data."""
    read: dict[str, Any] = json.loads(WORKBENCH.read_text(encoding="utf-8"))
    return read


def agreement_in(office: dict[str, Any], reference: str = REPLICATION) -> Agreement:
    """One agreement of an office in plain data."""
    (found,) = (one for one in office["agreements"] if one["reference"] == reference)
    agreement: Agreement = found
    return agreement


def mend(clauses: Clauses) -> None:
    """Mend a text as a person does: write what is missing, put right, add, move and strike out."""
    for clause in clauses:
        clause.pop("rank", None)
    missing = [clause for clause in clauses if "en" not in clause["text"]]
    for clause, english in zip(missing, CONFIDENTIALITY, strict=True):
        clause["text"]["en"] = english
    paid = _beginning(clauses, "PIHAK KEDUA menyediakan")
    paid["text"]["en"] = paid["text"]["en"].replace(WRONG, RIGHT)
    clauses.insert(clauses.index(missing[-1]) + 1, {"level": "paragraph", "text": ERASED})
    plan = _beginning(clauses, "Rencana kerja disetujui")
    clauses.remove(plan)
    clauses.insert(clauses.index(_beginning(clauses, "Tim teknis sebagaimana")), plan)
    clauses.remove(_beginning(clauses, "Perubahan alamat"))


def changed(
    file: Path, change: Callable[[dict[str, Any]], object], *, of: Path = WORKBENCH
) -> Path:
    """Write an office anew with something changed in it."""
    office = json.loads(of.read_text(encoding="utf-8"))
    change(office)
    file.write_text(json.dumps(office), encoding="utf-8")
    return file


def today() -> date:
    """The day that the program goes by."""
    return datetime.now().astimezone().date()


def ending(office: dict[str, Any], *, days: int) -> None:
    """Let the earlier agreement end so many days from today."""
    end = today() + timedelta(days)
    earlier = agreement_in(office, EARLIER)
    earlier["ends_on"] = end.isoformat()


def _beginning(clauses: Clauses, words: str) -> dict[str, Any]:
    (found,) = (clause for clause in clauses if clause["text"].get("id", "").startswith(words))
    return found


@dataclass(frozen=True, slots=True)
class Bench:
    """An office in which the agreement was mended after its first draft was kept."""

    program: Program
    folder: Path

    @property
    def papers(self) -> Path:
        """Where its papers go."""
        return self.folder / "papers"


@dataclass(frozen=True, slots=True)
class Processed:
    """What was told on the way: by a clearance of another draft, by the last one, of the stages."""

    bench: Bench
    early: dict[str, Any]
    cleared: dict[str, Any]
    sheet: Path
    stages: list[dict[str, Any]]
    remark: str

    @property
    def program(self) -> Program:
        """The office in which the agreement stands in the register."""
        return self.bench.program


def mended(folder: Path) -> Bench:
    """Import the office, keep its first draft, and carry it mended into an office of its own."""
    first = Program(folder / "first", folder / "desk")
    first.does("import", "office", WORKBENCH)
    first.does("drafts", REPLICATION, "--keep", "--note", "As both sides sent it")
    first.does("export", "office", folder / "first.json")
    file = changed(
        folder / "mended.json",
        lambda office: mend(agreement_in(office)["clauses"]),
        of=folder / "first.json",
    )
    second = first.elsewhere(folder / "office")
    report = second.tells("import", "office", file)
    assert (report["refused"], report["differing"], report["missing_files"]) == ([], [], [])
    return Bench(second, folder)


def process(bench: Bench) -> Processed:
    """Clear the mended text on both sides, prove its stages, and print, sign and register it."""
    program, letter = bench.program, bench.folder / "Surat penawaran.pdf"
    step = ("clearance", REPLICATION, "--json", "--step")
    early = json.loads(program.does(*step, 3, "--on", "2022-01-31", "--draft", 1))
    told = [
        json.loads(program.does(*step, no, "--on", day)) for no, day in enumerate(CLEARED_ON, 1)
    ]
    (sheet,) = program.tells("print", "clearance", REPLICATION, "--out", bench.papers)
    letter.write_bytes(LETTER)
    offer = ("--stage", "K20", "--document", "surat_penawaran", "--number", "005/1")
    remark = program.run("attach", REPLICATION, letter, *offer, "--on", "2022-01-12").stderr
    program.does("stage", REPLICATION, "K10", "pass", "--reason", PASSED)
    stages = program.tells("list", "stages", REPLICATION)
    program.does("print", "agreement", REPLICATION, "--out", bench.papers)
    _sign(program)
    kept = ("--kept-at", "Lemari 3 (SAMPLE)")
    assert program.does("register", "agreement", REPLICATION, *kept) == "2022/001\n"
    return Processed(bench, early, told[-1], Path(sheet["file"]), stages, remark)


def _sign(program: Program) -> None:
    """Record the signatures of two days and places, those of the partner by a substitute."""
    sign = ("sign", "agreement", REPLICATION)
    ours = program.does(*sign, "--party", 1, "--on", FIRST[0], "--place", FIRST[1])
    assert ours.startswith("2 signatures were recorded.\nStill due: Pemerintah Kota Teladan")
    theirs = ("--party", 2, "--on", SECOND[0], "--place", SECOND[1], "--medium", "electronic")
    by = ("--signed-by", "Contoh Nakula", *POWER, "--reason", REASON)
    done = program.does(*sign, *theirs, *by)
    assert done.startswith("2 signatures were recorded.\nThe head signs such an agreement")


def old_register(file: Path) -> Path:
    """Write the register that the office kept before, as a workbook under a title of its own."""
    with xlsxwriter.Workbook(str(file), {"strings_to_formulas": False}) as book:
        page, day = book.add_worksheet("Register"), book.add_format({"num_format": "dd-mm-yyyy"})
        page.write(0, 0, "REGISTER KERJA SAMA (SAMPLE)")
        page.write_row(2, 0, HEADS)
        for place, row in enumerate(OLD_ROWS, 3):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(place, column, cell, day)
                else:
                    page.write(place, column, cell)
    return file


def sheet_xml(file: Path) -> bytes:
    """The cells of a workbook's first sheet as the file has them."""
    with ZipFile(file) as workbook:
        return workbook.read("xl/worksheets/sheet1.xml")


def locked_pdf() -> bytes:
    """A PDF that opens only with a password."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out, encryption=pikepdf.Encryption(owner="pemilik", user="pembaca"))
    return out.getvalue()

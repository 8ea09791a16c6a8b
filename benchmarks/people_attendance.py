"""Times the attendance list against ReportLab's LongTable with the same rows, and its growth.

    python -m benchmarks.people_attendance

Names and posts wrap in both: LongTable's cells are paragraphs there. LongTable with plain words,
which wraps nothing, stands beside it. ``main`` is called by ``python -m benchmarks.people``.
"""

import time
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

from benchmarks.measure import forget_peak, interleaved, peak_mb, report, resident_mb
from kunjungan.documents.office.sign_list import SignColumn, SignList, SignPaper
from kunjungan.documents.office.sign_list_pdf import sign_list_pdf
from kunjungan.documents.sheet import MM
from kunjungan.domain.bilingual import Bilingual
from kunjungan.resources import resource

ROWS = 10_000
GROWTH = (1_000, 2_500, 5_000, ROWS)
Row = tuple[str, str, str, str]
_FONT, _SIZE = "NaskahBonum-Regular", 8.6
_COLUMNS = (
    SignColumn(Bilingual("No.", "No."), 6, "middle"),
    SignColumn(Bilingual("Nama", "Name"), 27),
    SignColumn(Bilingual("Jabatan", "Position"), 34),
    SignColumn(Bilingual("Tanda tangan", "Signature"), 33, "zigzag"),
)
_WIDTHS = [175 * MM * column.share / 100 for column in _COLUMNS]


def rows_of(count: int) -> list[Row]:
    """Return so many rows of sample guests."""
    return [
        (
            str(n),
            f"Dr. Nama Contoh {n}, S.T., M.Si.",
            f"Kepala Seksi {n % 90} Dinas Komunikasi dan Informatika Kota Contoh",
            f"{n}.",
        )
        for n in range(1, count + 1)
    ]


def own_list(rows: list[Row]) -> bytes:
    """Return the rows as the office's attendance list."""
    title = Bilingual("DAFTAR HADIR", "ATTENDANCE LIST")
    return sign_list_pdf(SignPaper((SignList(title, _COLUMNS, rows),))).pdf


def long_table(rows: list[Row], *, wrapped: bool) -> bytes:
    """Return the rows as a LongTable, names and posts as paragraphs where they are wrapped."""
    file = BytesIO()
    style = ParagraphStyle("cell", fontName=_FONT, fontSize=_SIZE, leading=11.2)
    cells: list[list[object]] = [[column.head.id for column in _COLUMNS]]
    for number, name, post, signature in rows:
        middle = [Paragraph(name, style), Paragraph(post, style)] if wrapped else [name, post]
        cells.append([number, *middle, signature])
    table = LongTable(cells, colWidths=_WIDTHS, repeatRows=1)
    table.setStyle(
        TableStyle(
            [("GRID", (0, 0), (-1, -1), 0.35, (0, 0, 0)), ("FONT", (0, 0), (-1, -1), _FONT, _SIZE)]
        )
    )
    page = SimpleDocTemplate(file, pagesize=(215 * MM, 330 * MM), leftMargin=20 * MM)
    page.build([table])
    return file.getvalue()


def main() -> None:
    """Print the list's time against LongTable's, its growth by the row, and its memory."""
    registerFont(TTFont(_FONT, str(resource(f"fonts/{_FONT}.ttf"))))
    rows = rows_of(ROWS)
    memory = _memory(rows)
    times = interleaved(
        {
            "attendance list": lambda: own_list(rows),
            "LongTable, wrapped": lambda: long_table(rows, wrapped=True),
            "LongTable, plain words": lambda: long_table(rows, wrapped=False),
        },
        rounds=3,
        clock=time.process_time,
    )
    report(f"Attendance list of {ROWS:,} rows", times, against="LongTable, wrapped", aim="x0.4")
    plain = times["attendance list"] / times["LongTable, plain words"]
    print(f"  attendance list against plain words {plain:26.2f}")
    print(f"  memory of the list at its peak        {memory:6.0f} MB")
    print("\nGrowth of the attendance list   (aim: the same for each row)")
    for count in GROWTH:
        taken = _taken(rows_of(count))
        print(f"  {count:>6,} rows {taken:34.2f} ms   {taken / count * 1000:.1f} us a row")


def _memory(rows: list[Row]) -> float:
    """Return the MB that a list takes at its peak over what is held before it."""
    own_list(rows[:10])
    before = resident_mb()
    forget_peak()
    own_list(rows)
    return peak_mb() - before


def _taken(rows: list[Row]) -> float:
    """Return the median time of a list in milliseconds."""
    return interleaved({"": lambda: own_list(rows)}, rounds=3, clock=time.process_time)[""]


if __name__ == "__main__":
    main()

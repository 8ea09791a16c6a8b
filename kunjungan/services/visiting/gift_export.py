"""Takes the gift log out: as a workbook or as CSV."""

from collections.abc import Sequence
from pathlib import Path

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.date_words import day_month_year
from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.sheet_writer import SheetOut, write_sheet
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.visiting.gifts import GiftLine

_TITLE = Bilingual("Daftar cendera mata", "Gift log")
_HEAD = (
    Bilingual("Tanggal", "Date"),
    Bilingual("Kunjungan", "Visit"),
    Bilingual("Mitra", "Partner"),
    Bilingual("Arah", "Direction"),
    Bilingual("Barang", "Item"),
    Bilingual("Jumlah", "Pieces"),
    Bilingual("Nilai (rupiah)", "Value (rupiah)"),
    Bilingual("Pemberi", "Giver"),
    Bilingual("Penerima", "Receiver"),
    Bilingual("Disimpan di", "Kept at"),
    Bilingual("Batas pelaporan", "Report due"),
    Bilingual("Dilaporkan", "Reported"),
    Bilingual("Catatan", "Note"),
)
DIRECTIONS = {
    "given": Bilingual("Diberikan", "Given"),
    "received": Bilingual("Diterima", "Received"),
}


def write_gifts(lines: Sequence[GiftLine], path: Path, language: Language = "id") -> Path:
    """Write the gift log in its order as a workbook or CSV, by the file's suffix.

    Raises:
        RuleBroken: the file has another suffix.
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    refused = later("A gift log is written as .xlsx or .csv, not as “{name}”. Nothing was written.")
    return write_sheet(path, gift_sheet(lines, language), refused)


def gift_sheet(lines: Sequence[GiftLine], language: Language) -> SheetOut:
    """Return the log as a table: days as days, amounts as numbers."""
    head = tuple(each.side(language) for each in _HEAD)
    return SheetOut(_TITLE.side(language), head, tuple(_row(line, language) for line in lines))


def gifts_name(office: Office, language: Language) -> str:
    """Return what a file of the log is called: ``Daftar cendera mata 02-09-2022.xlsx``."""
    return safe_file_name(f"{_TITLE.side(language)} {day_month_year(office.today())}", ".xlsx")


def _row(line: GiftLine, language: Language) -> tuple[Cell, ...]:
    return (
        line.on,
        line.visit,
        line.partner.side(language) or line.partner.id,
        DIRECTIONS[line.direction].side(language),
        line.what,
        line.count,
        line.value,
        line.giver,
        line.receiver,
        line.kept_at,
        line.due_on,
        line.reported_on,
        line.note,
    )

"""Takes the list of visits out: as a workbook or as CSV, with what it was narrowed by."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.date_words import clock, day_month_year
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.register_cells import Cell
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import VisitKind
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole
from kunjungan.exchange.sheet_writer import SheetOut, csv_of, xlsx_of
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.visit_lists import VisitLine

_TITLE = Bilingual("Kunjungan", "Visits")
_FILTER = Bilingual("Saringan", "Filter")
_TAKEN = Bilingual("Diambil", "Taken")
_COUNT = Bilingual("Jumlah kunjungan", "Visits")
_ABOUT = Bilingual("Keterangan", "About this file")
_ALL = Bilingual("semua kunjungan", "all visits")

STAGES: Mapping[VisitStage, Bilingual] = MappingProxyType(
    {
        VisitStage.LETTER: Bilingual("Surat masuk", "Letter received"),
        VisitStage.APPROVED: Bilingual("Disetujui pimpinan", "Approved"),
        VisitStage.SCHEDULED: Bilingual("Dijadwalkan", "Scheduled"),
        VisitStage.PREPARING: Bilingual("Persiapan", "Preparing"),
        VisitStage.READY: Bilingual("Siap", "Ready"),
        VisitStage.RUNNING: Bilingual("Berlangsung", "Under way"),
        VisitStage.REPORTED: Bilingual("Laporan & arsip", "Reported & filed"),
        VisitStage.POSTPONED: Bilingual("Ditunda", "Postponed"),
        VisitStage.CANCELLED: Bilingual("Dibatalkan", "Cancelled"),
        VisitStage.NO_SHOW: Bilingual("Tidak hadir", "Did not come"),
    }
)
KINDS: Mapping[VisitKind, Bilingual] = MappingProxyType(
    {
        VisitKind.STUDY: Bilingual("Studi tiru", "Study visit"),
        VisitKind.COUNCIL: Bilingual("Kunjungan DPRD", "Council visit"),
        VisitKind.COURTESY: Bilingual("Kunjungan kehormatan", "Courtesy call"),
        VisitKind.SIGNING: Bilingual("Penandatanganan", "Agreement signing"),
        VisitKind.FOREIGN: Bilingual("Tamu luar negeri", "Foreign guests"),
        VisitKind.SCHOOL: Bilingual("Kunjungan sekolah atau umum", "School or public visit"),
        VisitKind.OTHER: Bilingual("Kunjungan lain", "Another visit"),
    }
)
_DIRECTIONS = MappingProxyType(
    {"incoming": Bilingual("masuk", "incoming"), "outgoing": Bilingual("keluar", "outgoing")}
)


@dataclass(frozen=True, slots=True)
class _Column:
    head: Bilingual
    cell: Callable[[VisitLine, Language], Cell]


def write_visits(
    office: Office, lines: Sequence[VisitLine], path: Path, language: Language, narrowed: str = ""
) -> Path:
    """Write visits in their order as a workbook or CSV, by the file's suffix.

    The file tells when it was made and what the list was ``narrowed`` by: a workbook on a sheet of
    its own, CSV in its last line.

    Raises:
        RuleBroken: the file has another suffix.
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    sheet = _sheet(lines, language)
    about = _about(office, len(lines), language, narrowed)
    match path.suffix.casefold():
        case ".xlsx":
            page = SheetOut(_ABOUT.side(language), (_ABOUT.side(language), ""), about)
            return write_whole(path, xlsx_of([sheet, page]))
        case ".csv":
            note = "; ".join(f"{name}: {value}" for name, value in about)
            blank = ("",) * (len(sheet.head) - 1)
            noted = SheetOut(sheet.name, sheet.head, (*sheet.rows, (note, *blank)))
            return write_whole(path, csv_of(noted).encode("utf-8-sig"))
    raise RuleBroken(
        later("A list is written as .xlsx or .csv, not as “{name}”. Nothing was written."),
        name=path.name,
    )


def visits_file_name(office: Office, language: Language) -> str:
    """Return what a file of the list is called: ``Kunjungan 26-08-2022.xlsx``."""
    return safe_file_name(f"{_TITLE.side(language)} {day_month_year(office.today())}", ".xlsx")


def _sheet(lines: Sequence[VisitLine], language: Language) -> SheetOut:
    rows = tuple(tuple(column.cell(line, language) for column in _COLUMNS) for line in lines)
    return SheetOut(
        _TITLE.side(language), tuple(column.head.side(language) for column in _COLUMNS), rows
    )


def _about(
    office: Office, count: int, language: Language, narrowed: str
) -> tuple[tuple[str, str], ...]:
    now = office.now()
    moment = f"{day_month_year(now.date())} {clock(now.time())}"
    return (
        (_FILTER.side(language), narrowed or _ALL.side(language)),
        (_COUNT.side(language), str(count)),
        (_TAKEN.side(language), moment),
    )


def _day(line: VisitLine, _: Language) -> Cell:
    return line.on.full or str(line.on)


def _until(line: VisitLine, _: Language) -> Cell:
    return (line.until.full or str(line.until)) if line.until else None


def _bodies(line: VisitLine, language: Language) -> Cell:
    return "; ".join(body.side(language) or body.id for body in line.bodies)


_COLUMNS = (
    _Column(Bilingual("Tanggal", "Date"), _day),
    _Column(Bilingual("Sampai", "Until"), _until),
    _Column(Bilingual("Kunjungan", "Visit"), lambda line, _: line.title),
    _Column(Bilingual("Jenis", "Kind"), lambda line, side: KINDS[line.kind].side(side)),
    _Column(Bilingual("Arah", "Direction"), lambda line, s: _DIRECTIONS[line.direction].side(s)),
    _Column(Bilingual("Delegasi", "Delegations"), _bodies),
    _Column(Bilingual("Tamu", "Guests"), lambda line, _: line.guests),
    _Column(Bilingual("Naskah", "Agreements"), lambda line, _: line.agreements),
    _Column(Bilingual("Tempat", "Place"), lambda line, _: line.place),
    _Column(Bilingual("Tahap", "Stage"), lambda line, side: STAGES[line.stage].side(side)),
    _Column(Bilingual("Langkah selesai", "Steps done"), lambda line, _: line.steps_done),
    _Column(Bilingual("Langkah", "Steps"), lambda line, _: line.steps),
)

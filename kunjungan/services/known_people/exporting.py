"""Writes the people out: as a workbook, CSV or JSON; personal data only where it is asked for."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.date_words import day_month_year
from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole
from kunjungan.exchange.sheet_writer import SheetOut, write_sheet
from kunjungan.i18n import later
from kunjungan.services.known_people.listing import KnownPerson, known_people
from kunjungan.services.office import Office

_TITLE = Bilingual("Orang yang dikenal", "People known")
_REFUSED = later(
    "People are written as .xlsx, .csv or .json, not as “{name}”. Nothing was written."
)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the list: its name in JSON, its head on a sheet, what it holds of a person."""

    key: str
    head: Bilingual
    cell: Callable[[KnownPerson], str]
    personal: bool = False


_COLUMNS = (
    _Column("name", Bilingual("Nama", "Name"), lambda p: p.name.plain),
    _Column(
        "titles_front",
        Bilingual("Gelar depan", "Titles before"),
        lambda p: " ".join(p.name.front),
    ),
    _Column(
        "titles_back",
        Bilingual("Gelar belakang", "Titles after"),
        lambda p: ", ".join(p.name.back),
    ),
    _Column("known_as", Bilingual("Dikenal sebagai", "Known as"), lambda p: p.known_as),
    _Column("card_name", Bilingual("Nama di kartu", "Name on cards"), lambda p: p.card_name),
    _Column("pronunciation", Bilingual("Lafal", "Pronunciation"), lambda p: p.pronunciation),
    _Column("post", Bilingual("Jabatan", "Post"), lambda p: _each(p, "post", "id")),
    _Column(
        "post_en",
        Bilingual("Jabatan (Inggris)", "Post (English)"),
        lambda p: _each(p, "post", "en"),
    ),
    _Column("institution", Bilingual("Instansi", "Institution"), lambda p: _each(p, "body", "id")),
    _Column("rank", Bilingual("Pangkat", "Rank"), lambda p: p.rank),
    _Column("grade", Bilingual("Golongan", "Grade"), lambda p: p.grade),
    _Column(
        "last_visit",
        Bilingual("Kunjungan terakhir", "Last visit"),
        lambda p: str(p.last_visit or ""),
    ),
    _Column("nip", Bilingual("NIP", "NIP"), lambda p: p.nip, personal=True),
    _Column("phone", Bilingual("Telepon", "Telephone"), lambda p: p.phone, personal=True),
    _Column("email", Bilingual("Surel", "E-mail"), lambda p: p.email, personal=True),
    _Column("diet", Bilingual("Pantangan makan", "Diet"), lambda p: p.diet, personal=True),
    _Column("access", Bilingual("Kebutuhan khusus", "Access"), lambda p: p.access, personal=True),
)


def write_people(
    office: Office, path: Path, language: Language = "id", *, personal: bool = False
) -> Path:
    """Write everybody with a name as a workbook, CSV or JSON, by the file's suffix.

    NIP, contacts, diet and access are left out unless ``personal`` asks for them (UU 27/2022).

    Raises:
        RuleBroken: the file has another suffix.
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    columns = [column for column in _COLUMNS if personal or not column.personal]
    people = known_people(office, most=None).people
    if path.suffix.casefold() == ".json":
        rows = [{column.key: column.cell(person) for column in columns} for person in people]
        return write_whole(path, json.dumps(rows, ensure_ascii=False, indent=2).encode())
    cells: tuple[tuple[Cell, ...], ...] = tuple(
        tuple(column.cell(person) for column in columns) for person in people
    )
    heads = tuple(column.head.side(language) for column in columns)
    return write_sheet(path, SheetOut(_TITLE.side(language), heads, cells), _REFUSED)


def people_name(office: Office, language: Language) -> str:
    """Return what a file of the people is called."""
    title = f"{_TITLE.side(language)} {day_month_year(office.today())}"
    return safe_file_name(title, ".xlsx")


def _each(person: KnownPerson, what: str, side: Language) -> str:
    """Return one side of each office held now, else what the last list says in Indonesian."""
    pairs = [post.title if what == "post" else post.body for post in person.posts]
    if not pairs and side == "id":
        return person.guest_as if what == "post" else person.guest_of
    return "; ".join(dict.fromkeys(pair.side(side) for pair in pairs if pair.side(side)))

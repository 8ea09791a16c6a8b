"""What the columns of somebody's guest list are, told by their heads and by what stands in them.

The heads are those that offices use (office practice); the first of each pair is what the program
writes itself, so that its own lists come back as they were.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.guest_cells import (
    holds_diet,
    holds_email,
    holds_grade,
    holds_name,
    holds_nip,
    holds_phone,
    holds_post,
)
from kunjungan.domain.register_cells import Cell, text_of
from kunjungan.domain.register_heads import plain_heads
from kunjungan.i18n import later, tr


class GuestField(StrEnum):
    """What a column of a guest list may hold."""

    NAME = "name"
    FAMILY_NAME = "family_name"
    TITLE = "title"
    TITLE_EN = "title_en"
    BODY = "body"
    CAPACITY = "capacity"
    GROUP = "precedence_group"
    LOCAL_RANK = "local_rank"
    RANK = "rank"
    GRADE = "grade"
    NIP = "nip"
    PHONE = "phone"
    EMAIL = "email"
    ROLE = "role"
    ATTENDANCE = "attendance"
    REPRESENTS = "represents"
    COMPANION_OF = "companion_of"
    HONORIFIC = "honorific"
    TITLES_FRONT = "titles_front"
    TITLES_BACK = "titles_back"
    KNOWN_AS = "known_as"
    CARD_NAME = "card_name"
    PRONUNCIATION = "pronunciation"
    DIET = "diet"
    ACCESS = "access"
    SINCE = "since"
    VEHICLE = "vehicle"
    TRAVEL_ORDER = "travel_order"
    NOTE = "note"


F = GuestField
FIELD_HEADS: Mapping[GuestField, Bilingual] = MappingProxyType(
    {
        F.NAME: Bilingual("Nama", later("Name")),
        F.FAMILY_NAME: Bilingual("Nama keluarga", later("Family name")),
        F.TITLE: Bilingual("Jabatan", later("Position")),
        F.TITLE_EN: Bilingual("Jabatan (Inggris)", later("Position in English")),
        F.BODY: Bilingual("Instansi", later("Institution")),
        F.CAPACITY: Bilingual("Kapasitas", later("Capacity")),
        F.GROUP: Bilingual("Kelas protokol", later("Precedence class")),
        F.LOCAL_RANK: Bilingual(
            "Tambahan tata tempat setempat", later("Local addition to precedence")
        ),
        F.RANK: Bilingual("Pangkat", later("Rank")),
        F.GRADE: Bilingual("Golongan", later("Grade")),
        F.NIP: Bilingual("NIP", later("NIP")),
        F.PHONE: Bilingual("Telepon", later("Phone")),
        F.EMAIL: Bilingual("Surel", later("Email")),
        F.ROLE: Bilingual("Peran", later("Role")),
        F.ATTENDANCE: Bilingual("Kehadiran", later("Attendance")),
        F.REPRESENTS: Bilingual("Mewakili", later("Represents")),
        F.COMPANION_OF: Bilingual("Mendampingi", later("Accompanies")),
        F.HONORIFIC: Bilingual("Sapaan", later("Form of address")),
        F.TITLES_FRONT: Bilingual("Gelar depan", later("Titles in front")),
        F.TITLES_BACK: Bilingual("Gelar belakang", later("Titles behind")),
        F.KNOWN_AS: Bilingual("Nama panggilan", later("Known as")),
        F.CARD_NAME: Bilingual("Nama di kartu", later("Name on cards")),
        F.PRONUNCIATION: Bilingual("Lafal", later("Pronunciation")),
        F.DIET: Bilingual("Menu khusus", later("Special menu")),
        F.ACCESS: Bilingual("Kebutuhan khusus", later("Access needs")),
        F.SINCE: Bilingual("TMT jabatan", later("In office since")),
        F.VEHICLE: Bilingual("Kendaraan", later("Vehicle")),
        F.TRAVEL_ORDER: Bilingual("Nomor SPPD", later("Travel order number")),
        F.NOTE: Bilingual("Catatan", later("Note")),
    }
)
"""What each field is called as the head of a column; the English is the screen's own word."""
_HEADS: tuple[tuple[GuestField, str], ...] = (
    (F.TITLES_FRONT, r"gelar\s*(di\s*)?depan|titles? (in )?front"),
    (F.TITLES_BACK, r"gelar\s*(di\s*)?belakang|titles? behind|^gelar$"),
    (F.KNOWN_AS, r"panggilan|known as|nickname|alias"),
    (F.CARD_NAME, r"nama (di |pada )?(kartu|tanda pengenal|badge)|badge name|name on"),
    (F.PRONUNCIATION, r"lafal|pelafalan|cara baca|pronunc"),
    (F.TITLE_EN, r"(jabatan|position|title).*(inggris|english|\ben\b)"),
    (F.SINCE, r"\btmt\b|sejak|since"),
    (F.TRAVEL_ORDER, r"\bsppd\b|\bspd\b|surat (tugas|perjalanan)|travel order"),
    (F.NIP, r"^(?!nama).*\b(n\.?\s?i\.?\s?p|nrp)\b"),
    (F.GRADE, r"^gol(ongan|\.)?(\s*(/|dan)?\s*ruang)?$|^gol\b(?!.*pangkat)|^grade"),
    (F.CAPACITY, r"^kapasitas|^capacity"),
    (F.LOCAL_RANK, r"tambahan tata tempat|local (addition|rank)"),
    (F.GROUP, r"kelas protokol|precedence"),
    (F.RANK, r"pangkat|^rank"),
    (F.ROLE, r"^peran|^role|sebagai|keikutsertaan"),
    (F.ATTENDANCE, r"kehadiran|konfirmasi|attendance|^status$"),
    (F.HONORIFIC, r"sapaan|form of address|^salutation|^honorific|kelamin|^l p$|gender|^sex$"),
    (F.PHONE, r"\bhp\b|hand\s?phone|telp|telepon|\btlp\b|ponsel|phone|mobile|whats\s?app|\bwa\b"),
    (F.EMAIL, r"e\s?-?mail|surel"),
    (F.ACCESS, r"kebutuhan|disabilitas|akses|access|mobilitas"),
    (F.DIET, r"menu|diet|makan|alergi|pantang|food|meal"),
    (F.VEHICLE, r"kendaraan|mobil\b|vehicle|no\.? pol|nopol|^bus\b"),
    (F.TITLE, r"jabatan|^position|^posisi|^post$|job"),
    (
        F.BODY,
        r"instansi|unit kerja|\bopd\b|\bskpd\b|lembaga|institution|organi[sz]ation|perusahaan",
    ),
    (F.FAMILY_NAME, r"^(family|last|sur)\s?name|^nama (keluarga|belakang)"),
    (F.NAME, r"^nama\b|^name\b|full name|^peserta$|nama (lengkap|peserta|tamu|pejabat|pegawai)"),
    (F.NAME, r"^(first|given) name"),
    (F.TITLE, r"^title"),
    (F.HONORIFIC, r"^title"),
    (F.NOTE, r"^ket\b|keterangan|catatan|note|remark"),
)
_CONTENT: tuple[tuple[GuestField, Callable[[str], bool]], ...] = (
    (F.NIP, holds_nip),
    (F.EMAIL, holds_email),
    (F.PHONE, holds_phone),
    (F.GRADE, holds_grade),
    (F.DIET, holds_diet),
    (F.TITLE, holds_post),
    (F.NAME, holds_name),
)
_SEARCHED = 30
"""So many rows may stand over the table: crests, titles, an empty line."""
_LOOKED = 40
"""So many rows tell what a column without a telling head holds."""
_MOST = 0.6
"""So large a part of a column must look like a field."""
LEAST_HEADS = 2
"""A row that names so many columns is the head of the table."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds; ``sure`` when its own head says so or a person did, else a guess."""

    field: GuestField
    sure: bool = True


Columns = Mapping[int, Column]
"""What the columns are, by their place from 0; a column that is not named is left out."""


def field_word(what: GuestField) -> str:
    """Return what a field is called on the screen."""
    return tr(FIELD_HEADS[what].en)


def head_columns(row: Sequence[Cell]) -> dict[int, Column]:
    """Return which columns a head names, each field once, the first column that fits."""
    heads = {place: head for place, head in enumerate(plain_heads(row)) if head}
    found: dict[int, Column] = {}
    for field, words in _OWN + _HEADS:
        if all(column.field is not field for column in found.values()):
            fitting = (place for place, head in heads.items() if re.search(words, head))
            if (place := next(fitting, None)) is not None:
                found[place] = Column(field)
                del heads[place]
    return found


def find_head(rows: Sequence[Sequence[Cell]]) -> int:
    """Return the place of the row that names most columns among the first 30, or -1.

    It is the first of several tables, where those below it name more.
    """
    counts = [_named(row) for row in rows[:_SEARCHED]]
    best = max(counts, default=0)
    if best < LEAST_HEADS:
        return -1
    place = counts.index(best)
    heads = (at for at in range(place) if is_head_line(rows[at]))
    return next((at for at in heads if any(map(_is_filled, rows[at + 1 : place]))), place)


def is_head_line(row: Sequence[Cell]) -> bool:
    """Say whether a row is the head of a table: it names people, and nothing else stands there."""
    columns = head_columns(row)
    others = [
        text_of(cell) for at, cell in enumerate(row) if cell is not None and at not in columns
    ]
    people = any(column.field in {F.NAME, F.TITLE} for column in columns.values())
    return people and _named(row) >= LEAST_HEADS and all(map(_is_apart, others))


def _named(row: Sequence[Cell]) -> int:
    """Return how many columns a row names; that of the numbers counts beside names."""
    fields = [column.field for column in head_columns(row).values()]
    numbered = any(_is_apart(text_of(cell)) for cell in row[:_SEARCHED] if cell is not None)
    return len(fields) + (F.NAME in fields and numbered)


def _is_filled(row: Sequence[Cell]) -> bool:
    """Say whether a row tells something below a head, and is no head itself."""
    return sum(cell is not None for cell in row) >= LEAST_HEADS and _named(row) < LEAST_HEADS


def guess_columns(rows: Sequence[Sequence[Cell]], head: int) -> dict[int, Column]:
    """Return what the columns are: as their heads say, else as what stands below looks.

    ``head`` is the place of the head among the rows, -1 where there is none. A column of notes in
    which only diets stand is one of diets.
    """
    found = _heads(rows, head) if head >= 0 else {}
    below = rows[head + 1 : head + 1 + _LOOKED]
    width = max((len(row) for row in below), default=0)
    titled = set(range(len(rows[head]))) if head >= 0 else set()
    for place in range(min(width, _WIDEST)):
        known = found.get(place)
        named = place in titled and text_of(rows[head][place])
        if known is None and named and _is_apart(named):
            continue
        if known is None or known.field is F.NOTE:
            taken = {column.field for column in found.values()}
            guess = _by_content([text_of(_at(row, place)) for row in below], taken)
            if guess is not None:
                found[place] = Column(guess, sure=False)
    return found


_WIDEST = 200
"""Columns further to the right are named by their heads alone."""
_OWN = tuple(
    (field, f"^({'|'.join(re.escape(head) for head in plain_heads((pair.id, pair.en)))})$")
    for field, pair in FIELD_HEADS.items()
)


def is_all_heads(row: Sequence[Cell]) -> bool:
    """Say whether a row is nothing but heads: below "Kontak" the words "HP" and "Surel"."""
    filled = [cell for cell in row if cell is not None]
    return bool(filled) and len(head_columns(filled)) == len(filled)


def _heads(rows: Sequence[Sequence[Cell]], head: int) -> dict[int, Column]:
    """Return the columns that a head names, and those that a line below or above it names.

    The line above counts where it has several words, and where the head itself has none: "Ket"
    stands there alone when its cell is merged downwards.
    """
    found = head_columns(rows[head])
    second = rows[head + 1] if head + 1 < len(rows) else ()
    if is_all_heads(second):
        _add(found, second)
    above = rows[head - 1] if head else ()
    if sum(cell is not None for cell in above) >= LEAST_HEADS:
        _add(found, [None if _at(rows[head], at) else cell for at, cell in enumerate(above)])
    return found


def _add(found: dict[int, Column], row: Sequence[Cell]) -> None:
    """Add what another line of a head names, no field twice."""
    named = {column.field for column in found.values()}
    more = head_columns(row).items()
    found |= {at: one for at, one in more if at not in found and one.field not in named}


def _by_content(texts: Sequence[str], taken: set[GuestField]) -> GuestField | None:
    filled = [text for text in texts if text]
    if not filled:
        return None
    for field, holds in _CONTENT:
        if field not in taken and sum(map(holds, filled)) >= _MOST * len(filled):
            return field
    return None


def _is_apart(head: str) -> bool:
    return re.fullmatch(r"(?i)(no|nomor|nr|#)\.?( urut)?|baris|row|alasan|reason", head) is not None


def _at(row: Sequence[Cell], place: int) -> Cell:
    return row[place] if place < len(row) else None

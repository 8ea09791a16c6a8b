"""What the kitchen and the ushers must know: special menus and needs, without telephone numbers."""

from pathlib import Path
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.sheet_writer import SheetOut, write_sheet
from kunjungan.i18n import later
from kunjungan.services.guests.participants import Participant, participants
from kunjungan.services.office import Office

_TITLE = Bilingual("Daftar menu khusus", "Catering list")
_HEAD = (
    Bilingual("Menu", "Menu"),
    Bilingual("Jumlah", "Number"),
    Bilingual("Nama", "Name"),
    Bilingual("Jabatan", "Post"),
    Bilingual("Instansi", "Institution"),
    Bilingual("Kebutuhan lain", "Other needs"),
)
_USUAL = Bilingual("Menu biasa", "Usual menu")


def catering_sheet(office: Office, visit_id: UUID, language: Language = "id") -> SheetOut:
    """Return who comes, by menu: one line for the usual one, then a line for each special guest.

    The numbers add up to everybody who is to be fed, the host's own party too. Nothing personal
    but name, post and need is in it.
    """
    coming = [one for one in participants(office, visit_id) if one.comes]
    special = [one for one in coming if one.diet or one.access]
    usual = (_USUAL.side(language), len(coming) - len(special), "", "", "", "")
    special.sort(key=lambda one: (one.diet.casefold(), one.body.id))
    return SheetOut(
        _TITLE.side(language),
        tuple(each.side(language) for each in _HEAD),
        (usual, *(_row(one, language) for one in special)),
    )


def write_catering(office: Office, visit_id: UUID, path: Path, language: Language = "id") -> Path:
    """Write the catering list as a workbook or CSV, by the file's suffix.

    Raises:
        RuleBroken: the file has another suffix.
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    refused = later("A list is written as .xlsx or .csv, not as “{name}”. Nothing was written.")
    return write_sheet(path, catering_sheet(office, visit_id, language), refused)


def catering_text(office: Office, visit_id: UUID, language: Language = "id") -> str:
    """Return the catering list as lines of cells that a spreadsheet or a message takes."""
    sheet = catering_sheet(office, visit_id, language)
    return "\n".join("\t".join(map(str, row)) for row in (sheet.head, *sheet.rows))


def catering_name(title: str, language: Language) -> str:
    """Return what a file of the list is called."""
    return safe_file_name(f"{_TITLE.side(language)} {title}", ".csv")


def _row(one: Participant, language: Language) -> tuple[str | int, ...]:
    return (
        one.diet or _USUAL.side(language),
        1,
        one.name.full if one.known else "",
        one.title.side(language) or one.title.id,
        one.body.side(language),
        one.access,
    )

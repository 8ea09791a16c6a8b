"""A delegation's list as an office sends it, and files that only look like one."""

import zipfile
from io import BytesIO
from pathlib import Path

import xlsxwriter

from tests.exchange.old_books import xls

GUESTS = 34
SHEET = "Peserta"
HEADS = ("NO", "NAMA LENGKAP", "JABATAN", "NIP", "NO. HP")
POSTS = ("Ka. Dinas Kominfo", "Kepala Bagian Hukum")
"""Two that the sample office awaits without a name; everybody else is new."""
NAMES = (
    *("Anggrek", "Beringin", "Cempaka", "Dahlia", "Enau", "Flamboyan", "Gaharu", "Hanjuang"),
    *("Ijuk", "Jati", "Kenanga", "Lontar", "Melati", "Nangka", "Oleander", "Pala", "Kemuning"),
    *("Rambai", "Sawo", "Teratai", "Ulin", "Vanili", "Waru", "Puspa", "Yasmin", "Zaitun"),
    *("Akasia", "Bakau", "Cendana", "Damar", "Eboni", "Trembesi", "Gambir", "Rasamala"),
)


def nip_of(number: int) -> str:
    """Return the NIP of the guest with a number: 18 figures."""
    return f"1980010120050110{number:02d}"


def phone_of(number: int) -> str:
    """Return the telephone number of the guest with a number; it begins with a zero."""
    return f"0812 0000 {number:04d}"


def written(path: Path) -> Path:
    """Write the list: a note, the 34 guests, one of them once more, and one without a name."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Catatan").write(0, 0, "CONTOH")
        sheet = book.add_worksheet(SHEET)
        sheet.write(0, 0, "DAFTAR PESERTA (CONTOH)")
        sheet.write_row(2, 0, HEADS)
        for number, name in enumerate(NAMES, start=1):
            post = POSTS[number - 1] if number <= len(POSTS) else "Analis Kebijakan"
            row = (number, f"{name} Contoh, S.T.", post, nip_of(number), phone_of(number))
            sheet.write_row(2 + number, 0, row)
        again = (GUESTS + 1, "Ir. Anggrek Contoh", POSTS[0], nip_of(1), phone_of(1))
        sheet.write_row(3 + GUESTS, 0, again)
        sheet.write_row(4 + GUESTS, 0, (GUESTS + 2, "", "Analis Kebijakan", "", phone_of(99)))
    return path


def _changed(path: Path, old: bytes, new: bytes) -> bytes:
    """Return the list with something in its second sheet put differently."""
    out = BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(old, new) if name.endswith("sheet2.xml") else data)
    return out.getvalue()


def bad_files(good: Path) -> dict[str, tuple[str, bytes, str]]:
    """Return files that cannot be lists: name and content, and what is said about each."""
    locked = xls([(0, 0, 1.0)]).replace("Workbook".encode("utf-16-le"), b"W\0" * 8)
    return {
        "locked": (
            "kunci.xlsx", locked + "EncryptedPackage".encode("utf-16-le"), "locked with a password"
        ),
        "empty": ("kosong.xlsx", b"", "holds no rows"),
        "half": ("separuh.xlsx", good.read_bytes()[:3000], "separuh.xlsx"),
        "picture": ("foto.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "foto.xlsx” cannot be read"),
        "huge": ("raksasa.xlsx", _changed(good, b'r="B4"', b'r="XFD1048576"'), "claims more cells"),
        "headless": ("lain.csv", b"Buah;Warna\r\nApel;Merah\r\n", "names the columns"),
    }  # fmt: skip

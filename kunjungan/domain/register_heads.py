"""What the columns of somebody else's register are, told by their heads.

The columns are those of published registers: year, partner, kind, both numbers, term, start, end,
status, file (domain practice).
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from kunjungan.domain.register_cells import Cell, text_of


class RegisterField(StrEnum):
    """What a column of a register may hold."""

    OWN_NUMBER = "own_number"
    PARTNER_NUMBER = "partner_number"
    PARTNER = "partner"
    SUBJECT = "subject"
    KIND = "kind"
    SIGNED_ON = "signed_on"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    TERM = "term"
    STATUS = "status"
    FIELD = "field"
    UNIT = "unit"
    KEPT_AT = "kept_at"
    NOTE = "note"


F = RegisterField
_HEADS: tuple[tuple[RegisterField, str], ...] = (
    (F.PARTNER_NUMBER, r"(nomor|no\.?|number).*(mitra|pihak\s*(2|ii|kedua)|partner)"),
    (F.PARTNER_NUMBER, r"(mitra|partner).*(nomor|no\.|number)"),
    (
        F.OWN_NUMBER,
        r"(nomor|no\.?|number).*(pihak\s*(1|i|kesatu|pertama)|daerah|pemda|own|sendiri)",
    ),
    (F.OWN_NUMBER, r"^(nomor|number|document number)$"),
    (F.OWN_NUMBER, r"^(nomor|no\.?)\s*(naskah|dokumen|register|perjanjian|kerja\s?sama|surat)"),
    (F.ENDS_ON, r"selesai|berakhir|akhir|\bend|expir"),
    (F.STARTS_ON, r"mulai|berlaku sejak|awal|\bstart"),
    (F.SIGNED_ON, r"(tanggal|tgl).*(tanda|ttd|naskah|perjanjian)|tanda\s?tangan|^tanggal$|signed"),
    (F.TERM, r"jangka|masa berlaku|durasi|\bterm\b"),
    (F.KIND, r"^jenis|bentuk|^kind|^type"),
    (F.SUBJECT, r"tentang|judul|perihal|subject|title"),
    (F.FIELD, r"bidang|urusan|objek|^field|sector"),
    (F.UNIT, r"\bopd\b|\bskpd\b|perangkat daerah|pelaksana|unit|carried out"),
    (F.KEPT_AT, r"lokasi|arsip|disimpan|naskah asli|^original|kept"),
    (F.STATUS, r"status|^state$"),
    (F.NOTE, r"keterangan|catatan|link|tautan|note|remark"),
    (F.PARTNER, r"^(nama\s+)?(mitra|daerah|lembaga|instansi)|partner|para pihak"),
    (F.PARTNER, r"pihak\s*(2|ii|kedua|ketiga)"),
)
_PLAIN = re.compile(r"[^a-z0-9.]+")
_SEARCHED = 30
"""So many rows may stand over the table: crests, titles, an empty line."""
LEAST_HEADS = 2
"""A row that names so many columns is the head of the table."""


def plain_heads(row: Sequence[Cell]) -> tuple[str, ...]:
    """Return the heads of columns as they are compared: small letters, figures, single blanks."""
    return tuple(_PLAIN.sub(" ", text_of(cell).casefold()).strip() for cell in row)


def guess_heads(row: Sequence[Cell]) -> dict[int, RegisterField]:
    """Return which columns of a head are what, each field once, the first column that fits."""
    found: dict[int, RegisterField] = {}
    heads = {column: head for column, head in enumerate(plain_heads(row)) if head}
    for what, words in _HEADS:
        if what not in found.values():
            fitting = (column for column, head in heads.items() if re.search(words, head))
            if (column := next(fitting, None)) is not None:
                found[column] = what
                del heads[column]
    return found


def head_row(rows: Sequence[Sequence[Cell]]) -> int:
    """Return the place of the row that names most columns among the first 30, or -1."""
    counts = [len(guess_heads(row)) for row in rows[:_SEARCHED]]
    best = max(counts, default=0)
    return counts.index(best) if best >= LEAST_HEADS else -1


def column_letters(column: int) -> str:
    """Return what a table program calls a column, from 0: A, B, …, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_place(letters: str) -> int:
    """Return the place of a column from 0 by its letters, of any case; -1 for none such."""
    small = letters.casefold()
    if not re.fullmatch("[a-z]{1,3}", small):
        return -1
    place = 0
    for letter in small:
        place = place * 26 + ord(letter) - ord("a") + 1
    return place - 1

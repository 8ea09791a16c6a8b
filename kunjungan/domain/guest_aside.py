"""What stands in the table of a guest list and is no guest: sums, notes, who signed the list.

The forms are those of offices (office practice). What looks like a guest is never set aside.
"""

import re
from collections.abc import Iterator, Sequence

from kunjungan.domain.date_claims import MONTHS
from kunjungan.domain.guest_cells import (
    Unsaved,
    grade_of,
    holds_body,
    holds_name,
    holds_post,
    is_nothing,
)
from kunjungan.domain.guest_heads import Columns, GuestField
from kunjungan.domain.register_cells import Cell, text_of

Rows = Sequence[Sequence[Cell]]
_NUMBERING = re.compile(r"(?i)\(?(\d{1,5}|[ivxlc]+|[a-z])[.)]*")
_COUNT = re.compile(
    r"(?i)[(\s]*\d{1,5}[\s.)]*(\([a-z ]+\)\s*)?"
    r"((orang|org|pax|peserta|tamu|people|persons?)\b[.)]*)?"
)
_SUM = re.compile(
    r"(?i)(grand\s+|sub\s*-?)?(jumlah|total)\b(\s+(jumlah|total|keseluruhan|seluruh\w*|semua|peserta"
    r"|tamu|rombongan|delegasi|orang|org|guests?|people))*[\s:.=]*(?P<more>.{0,60})"
)
_MAYBE_SUM = ("jumlah", "total")
"""What is quick to look for, and without which nothing adds up."""
_WORDED = re.compile(r"(?i)\(?[a-z ]*(orang|belas|puluh|ratus|ribu)[a-z ]*\)?")
_NOTE = re.compile(r"(?i)(catatan|keterangan|ket|nb|n\.b\.?|notes?)\s*[:.]\s*\S.*|\*+\)?\s*\S.*")
_ASKED = re.compile(
    r"(?i)(mengetahui|menyetujui|diketahui|disetujui|mengesahkan|disahkan|dibuat oleh"
    r"|hormat (kami|saya)|tertanda|yang membuat|(acknowledged|approved|prepared) by)\b.{0,30}"
)
_MONTH = "|".join(sorted({name for side in MONTHS.values() for name in side}, key=len)[::-1])
_DAY = re.compile(
    rf"(?i)(?P<place>[a-z][a-z .'()-]{{1,40}}?)(,\s*|\s+)(tanggal\s+)?"
    rf"([\d.\u2026_]{{0,20}}\s*({_MONTH})\s+[\d.\u2026_]+|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}"
    rf"|[.\u2026_]{{3,}}\s*\d{{0,4}})\s*"
)
_RANK = re.compile(
    r"(?i)(pembina|penata|pengatur|juru)\b.{0,30}|(ttd|tertanda|cap)\b.{0,10}|(a\.?n|u\.?b)\b.*"
)
"""What stands beside a signature and is no name: a rank, "ttd.", on whose behalf."""
_NIP = re.compile(r"(?i)nip\b.*|(\d[ .]?){18}")
_WIDEST = 4
"""A row of a signature block has so few cells: two or three people sign beside each other."""
_WIDE = 200
"""A longer row holds no sum of guests."""
_ROOM = 8
"""So many empty lines are left for a signature."""


def rows_aside(rows: Rows, first: int, columns: Columns) -> dict[int, str]:
    """Return the rows from ``first`` on that are no guests, by place, each in its own words."""
    found = set(_signed(rows, first, columns))
    for place in range(first, len(rows)):
        if _is_sum(rows[place]) or _is_note(rows[place]):
            found.add(place)
    return {place: row_words(rows[place]) for place in sorted(found)}


def row_words(cells: Sequence[Cell]) -> str:
    """Return a row as one line of words."""
    return " ".join(text_of(cell) for cell in cells if cell is not None)


def only_numbers(cells: Sequence[Cell]) -> bool:
    """Say whether nothing but the number of a row stands in it, or nothing at all."""
    texts = _texts(cells).values()
    return all(is_nothing(text) or _NUMBERING.fullmatch(text) for text in texts)


def _texts(cells: Sequence[Cell]) -> dict[int, str]:
    """Return the cells that hold anything, by their place."""
    texts = ((at, text_of(cell)) for at, cell in enumerate(cells) if cell is not None)
    return {at: text for at, text in texts if text}


def _is_sum(cells: Sequence[Cell]) -> bool:
    """Say whether a row adds up: "JUMLAH", perhaps of what, and numbers alone beside it."""
    line = "\n".join(cell for cell in cells if isinstance(cell, str)).casefold()
    if len(cells) > _WIDE or not any(word in line for word in _MAYBE_SUM):
        return False
    said = {at: text for at, text in _texts(cells).items() if not isinstance(cells[at], Unsaved)}
    counts = {at for at, text in said.items() if _COUNT.fullmatch(text)}
    words = {at: text for at, text in said.items() if at not in counts}
    sums = {at: found["more"] for at, text in words.items() if (found := _SUM.fullmatch(text))}
    if len(sums) != 1 or not all(at in sums or _WORDED.fullmatch(words[at]) for at in words):
        return False
    [(at, more)] = sums.items()
    return not more or max(counts, default=-1) > at or _COUNT.fullmatch(more) is not None


def _is_note(cells: Sequence[Cell]) -> bool:
    texts = _texts(cells) if sum(cell is not None for cell in cells) == 1 else {}
    return any(_NOTE.fullmatch(text) for text in texts.values())


def _signed(rows: Rows, first: int, columns: Columns) -> Iterator[int]:
    """Yield the places of the rows in which somebody signs the list, to the next guest."""
    inside, named = False, set[int]()
    for place in range(first, len(rows)):
        if _opens(rows, place) and not _tells(rows[place], columns, set()):
            inside, named = True, set()
        elif inside:
            inside = not _tells(rows[place], columns, named)
        if inside and any(cell is not None for cell in rows[place]):
            named |= {at for at, text in _texts(rows[place]).items() if _is_name(text)}
            yield place


def _opens(rows: Rows, place: int) -> bool:
    """Say whether a signature begins in a row: a place and a day, "Mengetahui", or a post."""
    cells = rows[place]
    if not 0 < sum(cell is not None for cell in cells) <= _WIDEST:
        return False
    texts = _texts(cells)
    said = any(_ASKED.fullmatch(text) or _is_day(text) for text in texts.values())
    return said or (len(texts) == 1 and _is_post_above(rows, place))


def _is_day(text: str) -> bool:
    """Say whether a text is where and when a list was signed, and not a day of the visit."""
    found = _DAY.fullmatch(text)
    return found is not None and found["place"].strip(" ,").casefold() not in _WEEKDAYS


def _is_post_above(rows: Rows, place: int) -> bool:
    """Say whether a post stands alone, and below it room, a name and a NIP in the same column."""
    [(at, text)] = _texts(rows[place]).items()
    if not holds_post(text):
        return False
    below = [_texts(cells) for cells in rows[place + 1 : place + 4 + _ROOM]]
    name = next((line for line, texts in enumerate(below) if texts), 0)
    alone = all(set(texts) <= {at} for texts in below[name : name + 2])
    numbers = (texts.get(at, "") for texts in below[name + 1 : name + 3])
    return 0 < name <= _ROOM and alone and any(_NIP.fullmatch(text) for text in numbers)


def _tells(cells: Sequence[Cell], columns: Columns, named: set[int]) -> bool:
    """Say whether a row below a signature tells of a guest again, or begins another table."""
    texts = _texts(cells)
    if len(texts) > _WIDEST or _numbered(texts):
        return True
    said = {column.field: texts[at] for at, column in columns.items() if at in texts}
    name, post = said.get(GuestField.NAME, ""), said.get(GuestField.TITLE, "")
    again = any(at in named and _is_name(text) for at, text in texts.items())
    return again or (_is_name(name) and holds_post(post))


def _numbered(texts: dict[int, str]) -> bool:
    first = next(iter(texts.values()), "")
    return len(texts) > 1 and _NUMBERING.fullmatch(first) is not None


def _is_name(text: str) -> bool:
    apart = text.endswith((",", ":")) or grade_of(text) or holds_body(text)
    signing = _ASKED.fullmatch(text) or _is_day(text) or _RANK.fullmatch(text)
    return holds_name(text) and not apart and not signing


_WEEKDAYS = frozenset(
    {"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"hari", "tanggal", "pukul", "day", "date"}
)

"""A guest list as it was pasted from a messenger, a letter or a sheet: its rows, and what is left.

Tables keep their columns. Of a list every numbered line is a guest, and one without a number that
plainly is; without numbers, every line that looks like one. A heading names the institution of the
guests below it. What is no guest is handed back and never dropped in silence.
"""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from io import StringIO

from kunjungan.domain.guest_cells import TO_COME, holds_body, holds_post, is_to_come
from kunjungan.domain.guest_heads import FIELD_HEADS, GuestField
from kunjungan.domain.guest_line import (
    Guest,
    add_to,
    clean,
    guest_of,
    guests_of,
    labelled,
    mark_of,
    words_of_name,
)
from kunjungan.domain.guest_pairs import pairs_joined
from kunjungan.domain.guest_words import role_of_post
from kunjungan.domain.register_cells import Cell

F = GuestField
_TITLE = re.compile(
    r"(?i)^(?:(?:berikut|daftar|nama|nama-nama|list|rombongan|delegasi|peserta|tamu|undangan|kunjungan"
    r"|kerja|studi|tiru|dari|yang|hadir)\s+)+"
)
_TITLED = re.compile(r"(?i)(?:berikut|daftar|list|nama-nama)\b")
_SENTENCE = re.compile(r"(?i).*\b(?:rombongan|delegasi)\s+((?:dari\s+)?(?:pem|kab|kota|prov).+):$")
"""A sentence that ends with whose delegation follows: "berikut rombongan Kab. Contoh:"."""
_NUMBERED = re.compile(r"(?m)^([ ]*(?:\(?\d{1,4}[.)]|[a-z][.)]|[\u2022\uf0b7\uf0a7\u25aa-]))\t")
"""How an office program hands out the number before a paragraph of a list."""
_APART = re.compile(
    r"(?i)(narahubung|kontak|contact( person)?|cp|pic|penanggung jawab|tembusan|kepada|dari"
    r"|mengetahui|menyetujui|demikian|terima ?kasih|hormat|salam|wassalam|ttd|a\.?n)\b"
)
"""How lines round a list begin, which name a post or somebody and no guest."""
_ADDRESSED = re.compile(r"(?i)(kepada|yth)\b")
"""How a letter begins; it names a post, and no guest unless somebody's name follows."""
_TELLING = frozenset({F.TITLE, F.PHONE, F.NIP, F.EMAIL, F.DIET})
"""What a line without a name may add to the guest above it."""
_LONGEST = 120
"""A longer line without a number is prose."""


@dataclass(frozen=True, slots=True)
class PastedList:
    """The rows of a pasted list, the first one their heads where they have any; lines left over.

    ``paired`` guests were two lines each, a post and a name.
    """

    rows: tuple[tuple[Cell, ...], ...]
    left: tuple[str, ...] = ()
    paired: int = 0


def pasted_rows(text: str) -> PastedList:
    """Return the rows of a pasted table or list, none where it names nobody."""
    text = _NUMBERED.sub(r"\1 ", text)
    delimiter = _delimiter(text)
    if delimiter:
        return PastedList(tuple(_table(text, delimiter)))
    reader = _Reader()
    clear = [clean(line) for line in text.replace("\r\n", "\n").replace("\x0b", "\n").split("\n")]
    lines, paired = pairs_joined(clear, _is_heading, _is_prose)
    reader.numbered = sum(bool(mark_of(line)[0]) for line in lines) >= 2
    for line in lines:
        reader.take(line)
    return PastedList(_rows(reader.guests), tuple(reader.left), paired)


def _delimiter(text: str) -> str:
    """Return what parts the cells of a pasted table, empty for a list."""
    lines = [line for line in text.splitlines() if line.strip()]
    if sum("\t" in line for line in lines) * 2 > len(lines):
        return "\t"
    for mark in "|;":
        counts = Counter(line.count(mark) for line in lines)
        count, alike = max(counts.items(), key=lambda pair: pair[1], default=(0, 0))
        if count >= 1 and alike * 5 >= len(lines) * 4 and len(lines) > 1:
            return mark
    return ""


def _table(text: str, delimiter: str) -> list[tuple[Cell, ...]]:
    found: list[tuple[Cell, ...]] = []
    for row in _parted(text, delimiter):
        cells = [cell.strip() or None for cell in row]
        if delimiter == "|" and len(cells) > 2 and cells[0] is None and cells[-1] is None:
            cells = cells[1:-1]
        if not all(cell is None or re.fullmatch(r"[:\-]+", cell) for cell in cells):
            found.append(tuple(cells))
    return found


def _parted(text: str, delimiter: str) -> list[list[str]]:
    """Return the cells of a table; between bars, and where a quote never ends, none is quoted."""
    if delimiter != "|":
        with suppress(csv.Error):
            return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    return [line.split(delimiter) for line in text.splitlines()]


def _rows(guests: Sequence[Guest]) -> tuple[tuple[Cell, ...], ...]:
    """Return guests as rows under the heads of the fields that any of them has."""
    fields = [what for what in F if any(what in guest for guest in guests)]
    if not guests:
        return ()
    heads = tuple(FIELD_HEADS[what].id for what in fields)
    return (heads, *(tuple(guest.get(what) for what in fields) for guest in guests))


@dataclass(slots=True)
class _Reader:
    """The reading of a list: the guests so far, whose institution it is, and what was left."""

    guests: list[Guest] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    numbered: bool = False
    body: str = ""
    open: Guest | None = None

    def take(self, line: str) -> None:
        """Read one more line."""
        if not line:
            self.open = None
            return
        mark, text = mark_of(line)
        if not text:
            return
        if self._goes_on(mark, text):
            return
        if _is_heading(text, marked=bool(mark)):
            self.body, self.open = _body(text), None
        elif mark or self._tells(text):
            for guest in guests_of(text):
                self._begin(guest)
        else:
            self.left.append(text)

    def _tells(self, text: str) -> bool:
        """Say whether a line without a number is a guest's; in a numbered list it must be plain."""
        if _APART.match(text):
            return False
        return _is_plainly_guest(text) if self.numbered else _looks_like_guest(text)

    def _begin(self, guest: Guest) -> None:
        if self.body and F.BODY not in guest:
            guest[F.BODY] = self.body
        self.guests.append(guest)
        self.open = guest

    def _goes_on(self, mark: str, text: str) -> bool:
        """Add a line to the guest above it where it tells more of the same one."""
        said = labelled(text)
        if said is not None:
            return self._labelled(mark, *said)
        if mark or self.open is None:
            return False
        more = guest_of(text)
        named = not is_to_come(more.pop(F.NAME, TO_COME))
        if named or not _TELLING & more.keys() or (F.TITLE in more and F.TITLE in self.open):
            return False
        for what, value in more.items():
            add_to(self.open, what, value)
        return True

    def _labelled(self, mark: str, what: GuestField, text: str) -> bool:
        """Take a line such as "Jabatan: Kepala Dinas"; a name begins the next guest."""
        if what is F.NAME or (self.open is not None and mark and what in self.open):
            self._begin({what: text})
        elif self.open is None:
            return False
        else:
            add_to(self.open, what, text)
        return True


def _is_heading(text: str, *, marked: bool = False) -> bool:
    """Say whether a line names the institution of the guests below it."""
    if holds_post(text) or len(text) > _LONGEST or re.search(r"\d", text):
        return False
    bare = _body(text)
    if not holds_body(bare) or any(sign in bare for sign in (" - ", " \u2013 ", "(", ",")):
        return False
    return not marked or holds_body(" ".join(bare.split()[:2]))


def _is_prose(text: str) -> bool:
    """Say whether a line stands round a list: its title, an address, a greeting."""
    titled = _TITLED.match(text) or _TITLE.fullmatch(f"{text} ")
    return bool(titled or _APART.match(text)) or text.endswith((":", "?", "!"))


def _body(text: str) -> str:
    """Return the institution that a heading names: what follows "Daftar rombongan"."""
    after = _SENTENCE.match(text)
    return _TITLE.sub("", (after[1] if after else text).rstrip(" :.")).strip()


def _looks_like_guest(text: str) -> bool:
    """Say whether a line without a number is a guest's and not prose."""
    if len(text) > _LONGEST or text.endswith((":", "?", "!")):
        return False
    guest = guest_of(text)
    name = guest.get(F.NAME, "")
    if is_to_come(name):
        return F.TITLE in guest and not _ADDRESSED.match(text)
    words = words_of_name(name)
    return bool(words) and (F.TITLE in guest or F.PHONE in guest or 1 < len(words) < 9)


def _is_plainly_guest(text: str) -> bool:
    """Say whether a line among numbered ones tells a name with a post, or how many drivers come."""
    guest, *others = guests_of(text)
    name, post = guest.get(F.NAME, ""), guest.get(F.TITLE, "")
    if len(text) > _LONGEST or not holds_post(post):
        return False
    if is_to_come(name):
        return ":" in text or bool(others and role_of_post(post))
    words = words_of_name(name)
    return len(words) > 1 or (len(words) == 1 and re.search("[:(]", text) is not None)

"""Tells Indonesian from English, and a text in both apart: side by side or one after the other."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kunjungan.domain.bilingual import Language
from kunjungan.domain.marking import without_marks
from kunjungan.domain.paste_marks import read_mark
from kunjungan.domain.pasting import Block, Grid, Paragraph

_INDONESIAN = frozenset(
    {
        "yang", "dan", "dengan", "untuk", "dalam", "pada", "ini", "dari", "oleh", "atau",
        "adalah", "para", "pihak", "kepada", "sebagai", "dapat", "tidak", "akan", "tersebut",
        "serta", "pasal", "ayat", "huruf", "antara", "tentang", "atas", "secara", "bahwa",
        "dimaksud", "berdasarkan", "kerja", "sama", "wali", "kota", "pemerintah", "selanjutnya",
        "disebut", "apabila", "setelah", "perjanjian", "kesepakatan", "maksud", "tujuan", "ruang",
        "lingkup", "pelaksanaan", "pembiayaan", "jangka", "waktu", "penyelesaian", "perselisihan",
        "perubahan", "penutup", "hak", "kewajiban", "keadaan", "kahar", "lampiran", "demikian",
    }
)  # fmt: skip
_ENGLISH = frozenset(
    {
        "the", "and", "of", "to", "in", "for", "this", "by", "or", "is", "are", "shall", "with",
        "as", "be", "party", "parties", "article", "paragraph", "letter", "between", "on", "that",
        "which", "hereinafter", "referred", "agreement", "cooperation", "may", "not", "any",
        "will", "mayor", "city", "government", "if", "after", "purpose", "objectives", "scope",
        "implementation", "financing", "term", "settlement", "disputes", "amendment", "closing",
        "rights", "obligations", "force", "majeure", "annex", "witness", "whereof", "under",
        "each",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_SAME_LINE = re.compile(r"(?P<id>pasal\s+\d+)\s*[/|]\s*(?P<en>article\s+\d+)", re.IGNORECASE)


_HEADING = re.compile(
    r"(?:pasal|bab|bagian|lampiran|article|section|clause|chapter|annex)\s+\w+\W*", re.IGNORECASE
)


@dataclass(slots=True)
class TwoTexts:
    """The blocks of a text by language; ``side_by_side`` where a table said which is which."""

    id: list[Block] = field(default_factory=list)
    en: list[Block] = field(default_factory=list)
    side_by_side: bool = False

    @property
    def both(self) -> bool:
        """Whether there is something in either language."""
        return bool(self.id and self.en)


def language_of(text: str) -> Language | None:
    """Return the language of some words, None where they do not tell.

    >>> language_of("the Parties shall")
    'en'
    """
    words = _WORD.findall(text[:2000].casefold())
    own = sum(word in _INDONESIAN for word in words)
    other = sum(word in _ENGLISH for word in words)
    if own == other:
        return None
    return "id" if own > other else "en"


def told_apart(blocks: Sequence[Block]) -> TwoTexts:
    """Return blocks by language; without a sign of its own a block is like the one before it.

    A title is in the language of its number above. A table of two columns with a language each is
    the text itself, not a table of it.
    """
    found = TwoTexts()
    last: Language = _first_language(blocks)
    titled = False
    for block in blocks:
        if isinstance(block, Grid):
            sides = _sides_of(block)
            if sides is not None:
                found.id += sides[0]
                found.en += sides[1]
                found.side_by_side = True
                continue
            last = language_of(" ".join(part.text for part in block.paragraphs)) or last
        elif same := _SAME_LINE.fullmatch(without_marks(block.text).strip()):
            found.id.append(replace(block, text=same["id"]))
            found.en.append(replace(block, text=same["en"]))
            continue
        else:
            words = without_marks(f"{block.mark} {block.text}").strip()
            last = last if titled else language_of(words) or last
            titled = _HEADING.fullmatch(words) is not None
        (found.id if last == "id" else found.en).append(block)
    return found


def _first_language(blocks: Iterable[Block]) -> Language:
    for block in blocks:
        text = block.text if isinstance(block, Paragraph) else ""
        if found := language_of(without_marks(text)):
            return found
    return "id"


def _sides_of(grid: Grid) -> tuple[list[Block], list[Block]] | None:
    """Return the paragraphs of both columns of a table, None if it is no text in two languages."""
    columns = _columns(grid)
    sides = [(at, _language_of(column)) for at, column in enumerate(columns)]
    told = [(at, language) for at, language in sides if language is not None]
    if grid.columns > 3 or {language for _, language in told} != {"id", "en"} or len(told) != 2:
        return None
    numbers = next((column for at, column in enumerate(columns) if at not in dict(told)), None)
    found: dict[Language, list[Block]] = {"id": [], "en": []}
    for row in range(len(grid.rows)):
        for at, language in told:
            found[language] += _numbered(columns[at][row], numbers[row] if numbers else ())
    return found["id"], found["en"]


def _columns(grid: Grid) -> list[list[tuple[Paragraph, ...]]]:
    return [[row[at] if at < len(row) else () for row in grid.rows] for at in range(grid.columns)]


def _language_of(column: Iterable[tuple[Paragraph, ...]]) -> Language | None:
    return language_of(" ".join(without_marks(part.text) for cell in column for part in cell))


def _numbered(cell: Sequence[Paragraph], number: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs of a cell, the first with the number from the column of numbers."""
    mark = number[0].text.strip() if len(number) == 1 else ""
    if not cell or cell[0].mark or read_mark(mark) is None:
        return list(cell)
    return [replace(cell[0], mark=mark), *cell[1:]]

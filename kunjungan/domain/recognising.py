"""Finds the rows of an agreement in paragraphs: articles, paragraphs, lists, parties, closing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kunjungan.domain.clauses import Level
from kunjungan.domain.marking import join_marked, split_marked, without_marks
from kunjungan.domain.numerals import from_roman
from kunjungan.domain.paste_lists import Lists
from kunjungan.domain.paste_marks import BULLET, PasteMark, read_mark, typed_mark
from kunjungan.domain.pasted_parts import MAX_TITLE, in_parts
from kunjungan.domain.pasting import Block, Grid, Paragraph, PastedRow, cell_text, with_words

_NUMBER = r"(?P<number>\d{1,3}|[IVX]{1,6})(?![\w(]|\.\d)"
_DASHES = r"[.:\-\u2013\u2014]"
_ARTICLE = re.compile(
    rf"(?:pasal|article|section|clause|artikel)\s+{_NUMBER}\s*(?P<sep>{_DASHES}?)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ANNEX = re.compile(
    rf"(?:lampiran|annex|appendix|attachment)(?:\s+{_NUMBER})?\s*(?P<sep>{_DASHES}?)\s*"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CHAPTER = re.compile(
    rf"(?:BAB|CHAPTER|BAGIAN|PART)\s+(?:{_NUMBER}|KE\w+)\s*{_DASHES}?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_FORMS = ((Level.ARTICLE, _ARTICLE), (Level.ANNEX, _ANNEX), (Level.TEXT, _CHAPTER))
_GOES_ON = re.compile(r"(?:ayat|huruf|angka|paragraph|letter|of|in|dan|and|or|atau)\b|[a-z(,;]")
"""What follows a number that is pointed to, and not a heading's."""
_CLOSING = re.compile(
    r"(?:demikian(?:lah)?\b|sebagai bukti\b|dibuat dalam rangkap|in witness whereof\b"
    r"|done (?:in|at)\b)",
    re.IGNORECASE,
)
_PARTY = re.compile(
    r"selanjutnya\s+(?:dalam .{0,60})?disebut|hereinafter\s+(?:referred to|called)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Heading:
    level: Level
    number: int
    rest: str
    mark: str


def rows_of(blocks: Iterable[Block], article_form: str = "") -> list[PastedRow]:
    """Return the rows that paragraphs and tables make; ``article_form`` as "제{n}조" is one more.

    Numbers are taken out of the words, a heading under an article's number becomes its title, and
    the only paragraph of an article is one even without a number.
    """
    reader = _Reader(list(with_words(blocks)), article_form)
    return in_parts(reader.rows())


class _Reader:
    """Goes through the blocks once, with the lists that are open."""

    def __init__(self, blocks: Sequence[Block], article_form: str) -> None:
        self._blocks = blocks
        self._lists = Lists()
        self._rows: list[PastedRow] = []
        self._untitled = False
        self._in_articles = False
        self._forms = [*_FORMS, *_own_form(article_form)]

    def rows(self) -> list[PastedRow]:
        """Return the rows of all blocks, in order."""
        for at, block in enumerate(self._blocks):
            if isinstance(block, Grid):
                self._table(block)
            else:
                self._paragraph(at, block)
        return self._rows

    def _table(self, grid: Grid) -> None:
        self._untitled = False
        if grid.columns == 1:
            for row in grid.rows:
                for part in row[0]:
                    self._paragraph(len(self._blocks), part)
            return
        for place, row in enumerate(grid.rows):
            text = " | ".join(cell_text(cell) for cell in row)
            level = Level.TABLE_ROW if place else Level.TABLE_HEAD
            self._rows.append(PastedRow(level, without_marks(text) if not place else text))
        self._lists.begin(Level.TEXT)

    def _paragraph(self, at: int, part: Paragraph) -> None:
        text = part.text.strip()
        if (heading := self._heading(part)) is not None:
            self._add_heading(heading)
        elif self._is_title(part):
            words, last = _bare_title(text), self._rows[-1]
            words = f"**{words}**" if last.level is Level.TEXT else words
            self._rows[-1] = replace(last, text=join_marked(last.text, words))
            self._untitled = part.heading and without_marks(text).isupper()
        elif not self._marked(part):
            self._unmarked(at, part)

    def _heading(self, part: Paragraph) -> _Heading | None:
        """Return what a paragraph is the heading of; a place that is pointed to is none."""
        words = " ".join(without_marks(f"{part.mark} {part.text}").split())
        if len(words) > 2000:
            return None
        for level, form in self._forms:
            if found := form.fullmatch(words):
                return self._read_heading(level, found, part)
        return None

    def _read_heading(self, level: Level, found: re.Match[str], part: Paragraph) -> _Heading | None:
        marks, rest = found.groupdict(), found["rest"]
        separated = bool(marks.get("sep")) or part.heading
        if rest and (_GOES_ON.match(rest) or (not separated and _is_sentence(rest))):
            return None
        if level is not Level.ARTICLE and (_is_sentence(rest) or not _is_capital(found, part)):
            return None
        number = marks.get("number") or "0"
        value = int(number) if number.isdigit() else from_roman(number.upper())
        return _Heading(level, value, rest, found[0][: found.start("rest")].strip())

    def _add_heading(self, heading: _Heading) -> None:
        level = heading.level
        self._lists.begin(level)
        self._in_articles = self._in_articles or level is Level.ARTICLE
        if level is Level.TEXT:
            words = f"{heading.mark} {heading.rest}".strip()
            self._rows.append(PastedRow(level, f"**{words}**", mark=heading.mark))
            self._untitled = not heading.rest
            return
        title, body = heading.rest, ""
        if _is_sentence(title):
            title, body = "", heading.rest
        self._rows.append(PastedRow(level, title, heading.number, heading.mark))
        self._untitled = not heading.rest
        if body:
            self._rows.append(PastedRow(Level.TEXT, body))

    def _is_title(self, part: Paragraph) -> bool:
        """Say whether a paragraph is the title of the heading above it, or its next line."""
        untitled, self._untitled = self._untitled, False
        words = without_marks(part.text).strip()
        if not untitled or part.mark or typed_mark(part.text) or _is_sentence(words):
            return False
        first = not self._rows[-1].text or self._rows[-1].level is Level.TEXT
        return first or (part.heading and words.isupper())

    def _marked(self, part: Paragraph) -> bool:
        """Add a paragraph that has a number; False if it has none."""
        mark, text, written = _mark_of(part)
        level = self._level(mark, text) if mark else None
        if mark is None or level is None:
            return False
        shown = BULLET if mark.style.startswith(BULLET) else written
        self._rows.append(PastedRow(level, text, self._lists.value, shown))
        return True

    def _level(self, mark: PasteMark, text: str) -> Level | None:
        level = self._lists.level(mark)
        party = not self._in_articles and level in (Level.NUMBER, Level.LETTER)
        return Level.PARTY if party and _PARTY.search(text) else level

    def _unmarked(self, at: int, part: Paragraph) -> None:
        """Add a paragraph without a number, or its words to the item of a list that it goes on."""
        text = part.text.strip()
        if part.mark and read_mark(part.mark, part.depth) is None:
            text = f"{part.mark} {text}".strip()
        last = self._rows[-1] if self._rows else None
        if last is not None and part.soft and last.level not in (Level.ARTICLE, Level.ANNEX):
            self._rows[-1] = replace(last, text=join_marked(last.text, text))
            return
        if last is not None and self._list_goes_on(at):
            self._rows[-1] = replace(last, text=f"{last.text}\n{text}")
            return
        closing = self._in_articles and _CLOSING.match(without_marks(text))
        self._rows.append(PastedRow(Level.CLOSING if closing else Level.TEXT, text))
        self._lists.begin(Level.TEXT)

    def _list_goes_on(self, at: int) -> bool:
        """Say whether the next numbered paragraph is one more item of a list that is open."""
        for block in self._blocks[at + 1 : at + 6]:
            if isinstance(block, Grid) or self._heading(block) is not None:
                return False
            mark, _, _ = _mark_of(block)
            if mark is not None:
                level = self._lists.continues(mark)
                return level not in (None, Level.PARAGRAPH, Level.PARTY)
        return False


def _mark_of(part: Paragraph) -> tuple[PasteMark | None, str, str]:
    """Return a paragraph's number, its words without it, and how the number was written."""
    text, written = part.text.strip(), part.mark.strip()
    if written:
        return read_mark(written, part.depth), text, written
    found = typed_mark(text)
    if found is None:
        return None, text, ""
    mark, end = found
    return mark, split_marked(text, end)[1], without_marks(text[:end]).strip("*_ ")


def _own_form(article_form: str) -> list[tuple[Level, re.Pattern[str]]]:
    """Return how another language writes the heading of an article."""
    before, number, after = (re.escape(part) for part in article_form.partition("{n}"))
    if not number:
        return []
    form = rf"{before}\s*(?P<number>\d{{1,3}})\s*{after}\s*(?P<sep>{_DASHES}?)\s*(?P<rest>.*)"
    return [(Level.ARTICLE, re.compile(form, re.DOTALL | re.IGNORECASE))]


def _is_sentence(words: str) -> bool:
    """Say whether words are more than a heading: long, or with an end of their own."""
    return len(words) > MAX_TITLE or words.rstrip().endswith((".", ";", ":", ","))


def _is_capital(found: re.Match[str], part: Paragraph) -> bool:
    """Say whether an annex or a chapter begins here: in capitals, alone, or set as a heading."""
    word = found[0].split()[0]
    return word.isupper() or part.heading or not found["rest"] or bool(found.groupdict().get("sep"))


def _bare_title(text: str) -> str:
    return " ".join(without_marks(text).split())

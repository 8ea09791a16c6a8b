"""The lists round a pasted paragraph: which of them its number goes on with, and how deep it is."""

from dataclasses import dataclass

from kunjungan.domain.clauses import Level
from kunjungan.domain.paste_marks import BULLET, PasteMark


@dataclass(slots=True)
class _Open:
    style: str
    value: int
    level: Level
    depth: int = 0


_DEEPER = {Level.LETTER: Level.NUMBER, Level.NUMBER: Level.SUBLETTER}
_FIXED = {
    "I.": Level.PARTY,
    "I)": Level.PARTY,
    "1.1": Level.PARAGRAPH,
    "1.1.1": Level.LETTER,
    "1.1.1.1": Level.NUMBER,
}
_NUMBERED = ("1.", "1)", "i.", "i)", "(i)")


class Lists:
    """The lists that are open round a paragraph; each new one goes one level deeper."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._base = Level.TEXT

    def begin(self, base: Level) -> None:
        """Close all lists: what comes next stands under a heading or a text."""
        self._open, self._base = [], base

    @property
    def value(self) -> int:
        """What the number of the innermost list has come to."""
        return self._open[-1].value

    def continues(self, mark: PasteMark) -> Level | None:
        """Return the level of the open list that a mark goes on with, None if it begins one."""
        found = self._list_of(mark)
        return self._open[found].level if found is not None else None

    def level(self, mark: PasteMark) -> Level | None:
        """Return the level of a marked paragraph, None where its mark is rather part of its words.

        An initial such as "H." begins no list; a list begins with its first letter, or in the
        middle where nothing else is open.
        """
        at = self._list_of(mark)
        if at is not None:
            del self._open[at + 1 :]
            self._open[at].value = self._value(self._open[at].style, mark)
            return self._open[at].level
        if mark.style[0] == "A" and mark.value != 1 and mark.roman != 1:
            return None
        if mark.depth:
            self._open = [own for own in self._open if own.depth < mark.depth]
        style = _own_style(mark)
        level = self._new_level(style)
        self._open.append(_Open(style, self._value(style, mark), level, mark.depth))
        return level

    def _list_of(self, mark: PasteMark) -> int | None:
        """Return which open list a mark goes on with, the innermost first."""
        for at in reversed(range(len(self._open))):
            own = self._open[at]
            same = own.depth == mark.depth
            if same and own.style in (mark.style, _roman_style(mark.style)):
                value = self._value(own.style, mark)
                next_one = value == own.value + 1 or (value > own.value and mark.roman != 1)
                if next_one or (not value and mark.style.startswith(BULLET)):
                    return at
        last = len(self._open) - 1
        if last < 0 or self._open[last].depth != mark.depth:
            return None
        return last if self._open[last].style == _own_style(mark) else None

    @staticmethod
    def _value(style: str, mark: PasteMark) -> int:
        return mark.roman if "i" in style or "I" in style else mark.value

    def _new_level(self, style: str) -> Level:
        parent = self._open[-1].level if self._open else self._base
        paragraphs = any(own.level is Level.PARAGRAPH for own in self._open)
        if (style == "(1)" and not paragraphs) or (style == "1." and parent is Level.ARTICLE):
            return Level.PARAGRAPH
        if style.startswith(BULLET) and parent in _DEEPER:
            return _DEEPER[parent]
        numbered = style in (*_NUMBERED, "(1)")
        return _FIXED.get(style) or _below(parent, Level.NUMBER if numbered else Level.LETTER)


def _below(parent: Level, level: Level) -> Level:
    """Return a list's level under another: the deeper one of its kind inside its own kind."""
    deep = {Level.LETTER: Level.SUBLETTER, Level.NUMBER: Level.SUBNUMBER}
    inner = (Level.NUMBER, Level.SUBLETTER, Level.SUBNUMBER)
    if parent in inner or parent is level:
        return deep[level]
    return level


def _own_style(mark: PasteMark) -> str:
    """Return the form of a list that a mark begins: "i." begins a Roman one."""
    return _roman_style(mark.style) if mark.roman == 1 or not mark.value else mark.style


def _roman_style(style: str) -> str:
    return style.replace("a", "i").replace("A", "I")

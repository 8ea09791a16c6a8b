"""Lines that stand centred: titles, headings, names; broken so that none is left with one word."""

import re

from kunjungan.documents.faces import FaceCase, FaceKey, printable
from kunjungan.documents.lines import Line, Word

_GAPS = re.compile(r"[ \t\r\n]+")


def single_line(faces: FaceCase, text: str, key: FaceKey, size: float) -> Line:
    """Return a text as one line with natural spaces."""
    return _line(faces, _words(faces, text, key), size)


def line_width(faces: FaceCase, line: Line) -> float:
    """Return the width of a line in points."""
    letters = sum(faces[key].width(text, line.size) for word in line.words for key, text in word)
    return (letters + line.space * max(0, len(line.words) - 1)) * line.scale


def fitted_line(faces: FaceCase, text: str, key: FaceKey, size: float, width: float) -> Line:
    """Return a text as one line no wider than ``width``: narrowed a little, then cut short."""
    line = single_line(faces, text, key, size)
    natural = line_width(faces, line)
    if natural <= width:
        return line
    while natural * _NARROWEST > width and len(text) > 1:
        text = text.rpartition(" ")[0] or text[: len(text) * 9 // 10]
        line = single_line(faces, f"{text} …", key, size)
        natural = line_width(faces, line)
    line.scale = min(1.0, width / natural)
    return line


_NARROWEST = 0.85


def balanced_lines(
    faces: FaceCase, text: str, key: FaceKey, size: float, width: float
) -> list[Line]:
    """Return a text in as few lines as fit the width, all about equally long."""
    words = [part for word in _words(faces, text, key) for part in _cut(faces, word, size, width)]
    lines = [_line(faces, part, size) for part in _greedy(faces, words, size, width)]
    if len(lines) < 2:
        return lines
    longest = max(line_width(faces, line) for line in lines)
    narrow = longest / 2
    while longest - narrow > size / 10:
        tried = (longest + narrow) / 2
        parts = _greedy(faces, words, size, tried)
        if len(parts) > len(lines) or any(
            line_width(faces, _line(faces, part, size)) > tried for part in parts
        ):
            narrow = tried
        else:
            longest = tried
    return [_line(faces, part, size) for part in _greedy(faces, words, size, longest)]


def _greedy(
    faces: FaceCase, words: list[Word], size: float, width: float
) -> list[tuple[Word, ...]]:
    parts: list[tuple[Word, ...]] = []
    for word in words:
        longer = (*parts[-1], word) if parts else (word,)
        if parts and line_width(faces, _line(faces, longer, size)) <= width:
            parts[-1] = longer
        else:
            parts.append((word,))
    return parts


def _words(faces: FaceCase, text: str, key: FaceKey) -> tuple[Word, ...]:
    parts = _GAPS.split(printable(text))
    return tuple(tuple(faces.runs(key, word)) for word in parts if word)


def _cut(faces: FaceCase, word: Word, size: float, width: float) -> list[Word]:
    """Cut a word that is wider than the line, letter by letter."""
    if sum(faces[key].width(text, size) for key, text in word) <= width:
        return [word]
    parts: list[Word] = []
    at = width
    for key, text in word:
        for char in text:
            at += faces[key].width(char, size)
            if at > width:
                parts.append(())
                at = faces[key].width(char, size)
            parts[-1] = (
                (*parts[-1][:-1], (key, parts[-1][-1][1] + char))
                if (parts[-1] and parts[-1][-1][0] == key)
                else (*parts[-1], (key, char))
            )
    return parts


def _line(faces: FaceCase, words: tuple[Word, ...], size: float) -> Line:
    key = words[0][0][0] if words else "regular"
    return Line(words, size, faces[key].space * size / 1000, 1.0, 1.0, 0.0, spaced=True)

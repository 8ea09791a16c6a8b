"""From a clause as it is shown back to the text that is stored, its faces as ``**`` and ``__``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kunjungan.domain.marking import marked
from kunjungan.domain.richtext import Span

_TOKEN = re.compile(r"\w+|\W+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters in one face, or a field by its name."""

    text: str
    bold: bool = False
    italic: bool = False
    field: str = ""


def stored(pieces: Sequence[Piece]) -> str:
    """Return the text that reads as these pieces do; italics take whole words."""
    if any(piece.italic for piece in pieces):
        pieces = _whole_words([token for piece in pieces for token in _tokens(piece)])
    return marked(
        Span(f"{{{piece.field}}}" if piece.field else piece.text, piece.bold, piece.italic)
        for piece in pieces
    )


def _tokens(piece: Piece) -> Iterator[Piece]:
    """Yield words and what stands between them one by one; a field stays whole."""
    if piece.field:
        yield piece
        return
    for text in _TOKEN.findall(piece.text):
        yield Piece(text, piece.bold, piece.italic)


def _whole_words(tokens: Sequence[Piece]) -> list[Piece]:
    """Return the tokens with each word that begins or goes on in italics all in italics."""
    found: list[Piece] = []
    at = 0
    while at < len(tokens):
        end = at + 1
        while end < len(tokens) and _in_word(tokens[end - 1]) and _in_word(tokens[end]):
            end += 1
        italic = any(token.italic for token in tokens[at:end])
        found += [t if t.italic == italic else replace(t, italic=italic) for t in tokens[at:end]]
        at = end
    return found


def _in_word(token: Piece) -> bool:
    return not token.field and (token.text[0].isalnum() or token.text[0] == "_")

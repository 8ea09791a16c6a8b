"""Paragraphs and signatures of a plain office paper."""

from collections.abc import Sequence

from kunjungan.documents.office.blocks import Block, Cell, Setter
from kunjungan.documents.office.content import Passage, Said, Signature
from kunjungan.documents.office.sheet import LEAD

_OVER, _BETWEEN = 12.0, 4.0
_NUMBER = 18.0
_ROOM = 58.0
"""Room for a signature, in points."""
_GUTTER = 24.0


def passage(setter: Setter, part: Passage) -> list[Block]:
    """Return a title and its paragraphs, each on its own."""
    blocks = [] if part.title is None else [setter.heading(part.title, _OVER)]
    for number, words in enumerate(part.paragraphs, 1):
        over = _BETWEEN if blocks else _OVER
        blocks.append(_paragraph(setter, words, str(number) if part.numbered else "", over))
    return blocks


def signed(setter: Setter, signatures: Sequence[Signature]) -> list[Block]:
    """Return room for signatures, two beside each other, a single one at the right."""
    blocks: list[Block] = []
    pairs = [signatures[at : at + 2] for at in range(0, len(signatures), 2)]
    for pair in pairs:
        sides = [1] if len(pair) == 1 else [0, 1]
        placed = list(zip(sides, pair, strict=True))
        blocks += [
            _row(setter, [(side, one.over) for side, one in placed], over=18.0),
            _row(setter, [(side, one.post) for side, one in placed]),
            Block((), LEAD, least=_ROOM, keep=True),
            _row(setter, [(side, one.name) for side, one in placed], bold=True, keep=False),
        ]
    return blocks


def _paragraph(setter: Setter, words: Said, number: str, over: float) -> Block:
    sheet = setter.sheet
    if not number:
        return Block((Cell(sheet.left, sheet.measure, setter.said(words, sheet.measure)),), LEAD,
                     over=over)  # fmt: skip
    wide = sheet.measure - _NUMBER
    counted = Cell(sheet.left, _NUMBER, setter.said(f"{number}.", _NUMBER))
    return Block((counted, Cell(sheet.left + _NUMBER, wide, setter.said(words, wide))), LEAD,
                 over=over)  # fmt: skip


def _row(
    setter: Setter,
    said: Sequence[tuple[int, Said]],
    *,
    over: float = 0.0,
    bold: bool = False,
    keep: bool = True,
) -> Block:
    """Return words in the halves of the measure, 0 at the left, in the middle of each."""
    sheet = setter.sheet
    wide = (sheet.measure - _GUTTER) / 2
    cells = (
        Cell(sheet.left + side * (wide + _GUTTER), wide, setter.said(words, wide, bold=bold),
             "middle")
        for side, words in said
    )  # fmt: skip
    return Block(tuple(cells), LEAD, over=over, keep=keep)

"""Pairs rows that no number pairs: those between the same neighbours, each in its turn."""

from collections.abc import Iterator, Sequence

from kunjungan.domain.clauses import Level
from kunjungan.domain.in_step import in_turn
from kunjungan.domain.pasting import PastedRow


def gaps_closed(
    pairs: Sequence[tuple[int | None, int | None]],
    one: Sequence[PastedRow],
    two: Sequence[PastedRow],
) -> Iterator[tuple[int | None, int | None]]:
    """Yield pairs; between two of them rows without a partner stand together in turn.

    All of them if they are as many, else those of words without a number.
    """
    left: list[int] = []
    right: list[int] = []
    for first, second in [*pairs, (None, None)]:
        if second is None and first is not None:
            left.append(first)
        elif first is None and second is not None:
            right.append(second)
        else:
            if len(left) != len(right):
                words = ([n for n in left if _plain(one[n])], [n for n in right if _plain(two[n])])
                yield from in_turn(left, right, list(zip(*words, strict=False)))
            else:
                yield from zip(left, right, strict=True)
            left, right = [], []
            if first is not None:
                yield first, second


def _plain(row: PastedRow) -> bool:
    return not row.number and row.level in (Level.TEXT, Level.PARAGRAPH, Level.CLOSING)

"""Divides the blocks of an agreement over its pages, the signatures between text and annexes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from kunjungan.documents.page.rows import Block, Part
from kunjungan.documents.sheet import Sheet

_HAIR = 1e-6


@dataclass(slots=True)
class Page:
    """One page: its parts, and the signature bands (number and top) that stand on it."""

    parts: list[Part] = field(default_factory=list)
    bands: list[tuple[int, float]] = field(default_factory=list)


class Pager:
    """Fills pages from the top; a block that cannot be divided moves to the next page."""

    def __init__(
        self, sheet: Sheet, head: tuple[int, float], bands: Sequence[float], gap: float
    ) -> None:
        """Take how many pages the head fills and where it ends on the last of them.

        ``bands`` are the heights of the signature bands, ``gap`` is the white above the first.
        """
        self._sheet = sheet
        self._bands = bands
        self._gap = gap
        self._headed, self._y = head
        self._full = sheet.top - sheet.bottom
        self._blocks: Sequence[Block] = ()
        self._tail = 0.0
        self.pages = [Page() for _ in range(self._headed)]

    def fill(self, blocks: Sequence[Block]) -> list[Page]:
        """Return the pages of all blocks and bands; what begins a page of its own comes last."""
        annexes = next((at for at, block in enumerate(blocks) if block.fresh), len(blocks))
        self._blocks = blocks[:annexes]
        self._tail = self._tail_height(self._blocks)
        for at in range(annexes):
            self._place(at)
        self._sign()
        self._blocks, self._tail = blocks[annexes:], 0.0
        for at, block in enumerate(self._blocks):
            if block.fresh:
                self._turn()
            self._place(at)
        return self.pages

    def _tail_height(self, blocks: Sequence[Block]) -> float:
        """Return what signatures must follow the text on its page: all, the first band, or none.

        As many as fit under the closing and what clings to it: its heading, a lead-in.
        """
        last = list(takewhile(lambda block: block.closing, reversed(blocks)))
        before = islice(reversed(blocks), len(last), len(last) + 2)
        alone = sum(block.count for block in last) < 2
        last += takewhile(lambda block: block.keep_next or alone, before)
        clinging = sum(block.before + block.height(0, _end(block)) for block in last)
        tails = (self._gap + sum(self._bands), self._gap + sum(self._bands[:1]), 0.0)
        return next((tail for tail in tails if clinging + tail <= self._full), 0.0)

    def _place(self, at: int) -> None:
        block, start = self._blocks[at], 0
        while True:
            if self._fresh:
                for head in block.head:
                    self._add(head, 0, head.count, again=True)
            taken = self._fitting(at, start)
            if taken:
                self._y -= self._gap_above(block, start)
                self._add(block, start, start + taken)
                start += taken
                if start >= block.count:
                    return
            self._turn()

    def _add(self, block: Block, start: int, stop: int, *, again: bool = False) -> None:
        self.pages[-1].parts.append(Part(block, start, stop, self._y, again))
        self._y -= block.height(start, stop)

    def _gap_above(self, block: Block, start: int) -> float:
        return 0.0 if start or self._fresh else block.before

    def _fitting(self, at: int, start: int) -> int:
        """Return how many lines of a block go on this page; 0 sends it to the next."""
        block, count = self._blocks[at], self._blocks[at].count
        room = self._y - self._sheet.bottom - self._gap_above(block, start) + _HAIR
        if block.height(start, count) + self._needed_after(at) <= room:
            return count - start
        most = block.most(start, room)
        if most or not (self._alone or block.height(start, count) > self._full):
            return most
        fitting = (stop for stop in range(count, start, -1) if block.height(start, stop) <= room)
        forced = next(fitting, start) - start
        return max(1, forced) if self._alone or forced > 1 else 0

    @property
    def _fresh(self) -> bool:
        """True at the top of a page that holds nothing yet."""
        return not self.pages[-1].parts and len(self.pages) > self._headed

    @property
    def _alone(self) -> bool:
        """True when turning the page would give no more room."""
        return len(self.pages) > self._headed and all(part.again for part in self.pages[-1].parts)

    def _needed_after(self, at: int) -> float:
        """Return the room that must be left under a block that is placed whole."""
        block = self._blocks[at]
        if at + 1 == len(self._blocks):
            return self._tail
        if not self._clings(at):
            return 0.0
        needed = self._least(at + 1)
        if block.height(0, _end(block)) + needed <= self._full:
            return needed
        following = self._blocks[at + 1]
        return following.before + following.height(0, min(2, following.count))

    def _clings(self, at: int) -> bool:
        """True when the beginning of the next block must stand on the same page."""
        block = self._blocks[at]
        return block.keep_next or block.closing or self._too_little_to_sign(at + 1)

    def _too_little_to_sign(self, at: int) -> bool:
        """True for a closing of one line: two lines of text stand on the page of signatures."""
        return self._blocks[at].closing and sum(each.count for each in self._blocks[at:]) < 2

    def _least(self, at: int) -> float:
        """Return the least height that block ``at`` needs to begin on a page."""
        height = 0.0
        while height <= self._full:
            block = self._blocks[at]
            lines = block.least()
            height += block.before + block.height(0, lines)
            if lines < block.count:
                return height
            if at + 1 == len(self._blocks):
                return height + self._tail
            if not self._clings(at):
                return height
            at += 1
        return height

    def _turn(self) -> None:
        self.pages.append(Page())
        self._y = self._sheet.top

    def _sign(self) -> None:
        """Stack the bands under the last block, turning the page where one does not fit."""
        self._y -= self._gap
        turns = self._turns()
        for number, height in enumerate(self._bands):
            if number in turns:
                self._turn()
            self.pages[-1].bands.append((number, self._y))
            self._y -= height

    def _turns(self) -> list[int]:
        """Return the bands that begin a page; the last page has two of them if it can."""
        room, turns, page = self._y - self._sheet.bottom + _HAIR, list[int](), self.pages[-1]
        begun = len(self.pages) == self._headed or bool(page.parts)
        for number, height in enumerate(self._bands):
            if height > room and begun:
                turns.append(number)
                room = self._full + _HAIR
            room -= height
            begun = True
        last = len(self._bands) - 1
        before = [0, *turns][-2] if turns else last
        if turns[-1:] == [last] and last - before > 1 and sum(self._bands[-2:]) <= self._full:
            turns[-1] -= 1
        return turns


def _end(block: Block) -> int:
    """Return how many lines of a block must stand before what clings to it."""
    return block.count if block.closing or block.least() == block.count else 2

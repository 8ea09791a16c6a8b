"""Whose hand signs which original in which round at a signing table, and who hands it to whom.

Everybody begins with the original that goes to the next party: it is the one that is signed over
the stamp where stamps go cross-wise. After each round every folder goes on by one seat; in the
end all are back and are handed over (office practice, domain notes 7.3).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kunjungan.domain.words import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheTable:
    """An original that is to be signed; parties count from 1.

    ``first`` is the party named first, who signs at the reader's side ``first_signs``.
    """

    no: int
    holder: int
    stamps: tuple[int, ...]
    first: int
    first_signs: Side
    language: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """A party's signature: on which original, at which side, over the stamp or not.

    ``side`` is empty where more than two sign.
    """

    party: int
    original: int
    over_stamp: bool
    side: Side | None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """What is signed at one time, a hand for each party that has an original before it."""

    hands: tuple[Hand, ...]

    def of(self, party: int) -> Hand | None:
        """Return what a party signs in this round."""
        return next((hand for hand in self.hands if hand.party == party), None)


@dataclass(frozen=True, slots=True)
class Handing:
    """An original that one party hands to the one that keeps it."""

    original: int
    giver: int
    taker: int
    language: str = ""


def signing_rounds(originals: Sequence[OnTheTable], parties: int) -> tuple[Round, ...]:
    """Return the rounds in which all parties sign all originals, one language after the other."""
    return tuple(
        Round(tuple(_hands(stack, parties, turn)))
        for stack in _stacks(originals)
        for turn in range(parties)
    )


def handings(originals: Sequence[OnTheTable], parties: int) -> tuple[Handing, ...]:
    """Return who hands which original to whom in the end."""
    return tuple(
        Handing(
            original.no, (original.holder - 2) % parties + 1, original.holder, original.language
        )
        for stack in _stacks(originals)
        for original in stack.values()
    )


def _stacks(originals: Sequence[OnTheTable]) -> list[Mapping[int, OnTheTable]]:
    """Return the originals that are signed together, by their keepers: one for each at most."""
    stacks: defaultdict[tuple[str, int], dict[int, OnTheTable]] = defaultdict(dict)
    for original in sorted(originals, key=lambda each: each.no):
        place = 0
        while original.holder in stacks[original.language, place]:
            place += 1
        stacks[original.language, place][original.holder] = original
    return [stack for stack in stacks.values() if stack]


def _hands(stack: Mapping[int, OnTheTable], parties: int, turn: int) -> Iterator[Hand]:
    for party in range(1, parties + 1):
        original = stack.get((party + turn) % parties + 1)
        if original is not None:
            stamped = party in original.stamps
            side = _side(original, party) if parties == 2 else None
            yield Hand(party, original.no, stamped, side, original.language)


def _side(original: OnTheTable, party: int) -> Side:
    if party == original.first:
        return original.first_signs
    return "right" if original.first_signs == "left" else "left"

"""The signing cue card, as content: who sits where, whose hand signs what, what comes then."""

from dataclasses import dataclass

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Tongue


@dataclass(frozen=True, slots=True)
class CardSeat:
    """Somebody at the table: name and how it is said, post, party, the folder before the seat."""

    name: str
    said: str
    post: Bilingual
    party: Bilingual
    folder: Bilingual


@dataclass(frozen=True, slots=True)
class CardHand:
    """What a hand signs: the original, at which side of the page, over the stamp or not."""

    original: Bilingual
    where: Bilingual
    stamp: Bilingual
    over_stamp: bool


@dataclass(frozen=True, slots=True)
class CardStep:
    """A step: words for all, or a hand for each seat in its order (None: that one waits)."""

    words: Bilingual
    hands: tuple[CardHand | None, ...] = ()


@dataclass(frozen=True, slots=True)
class SigningCard:
    """One agreement's card; ``seats`` and ``flags`` stand from the audience's left to its right."""

    key: str
    title: Bilingual
    about: Bilingual
    facts: tuple[tuple[Bilingual, Bilingual], ...]
    seats: tuple[CardSeat, ...]
    flags: tuple[Bilingual, Bilingual]
    steps: tuple[CardStep, ...]
    notes: tuple[Bilingual, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class SigningCards:
    """The cards of a visit, each on a page of its own."""

    cards: tuple[SigningCard, ...]
    language: Tongue
    paper: Paper
    author: str = ""

"""What stands on cards, labels, signs and certificates; every word is decided already."""

from dataclasses import dataclass

from kunjungan.domain.bilingual import Language


@dataclass(frozen=True, slots=True)
class Said:
    """Words and the language that they are in."""

    language: Language
    text: str


Words = tuple[Said, ...]
"""One thing said in each language of the card, the main one first."""


@dataclass(frozen=True, slots=True)
class Emblem:
    """An emblem: a picture, or else the initials of a name on a drawn shield."""

    logo: bytes | None
    shield: str
    government: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A coloured band with a word on it; ``body`` stands at its left. Colours as ``#RRGGBB``."""

    body: Words
    word: Words
    colour: str
    ink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What somebody wears: the event, the name large, the post, a code to be scanned.

    ``photo`` is a PNG or JPEG; only upright badges have room for it.
    """

    key: str
    event: tuple[Words, ...]
    big: Words
    small: tuple[Words, ...]
    band: Band
    code: str
    emblem: Emblem | None = None
    photo: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tent:
    """What stands folded on a table; both faces say the same.

    Where the name is not ``known`` its place is taken by the post, and by the body under it.
    """

    key: str
    name: Words
    post: tuple[Words, ...]
    emblem: Emblem | None = None
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What is stuck on a chair or a folder; ``mark`` is a seat or the number of an original."""

    key: str
    big: Words
    small: tuple[Words, ...]
    over: tuple[Words, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What is read from afar, behind a windscreen or on a door."""

    key: str
    event: tuple[Words, ...]
    big: Words
    small: tuple[Words, ...]
    band: Band
    emblem: Emblem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A certificate; an empty ``name`` leaves a rule to write it on, as ``number`` does.

    ``signer`` is printed without titles (Permendagri 1/2023 art 44(4)).
    """

    key: str
    body: Words
    title: Words
    number: str
    given: Words
    name: str
    post: tuple[Words, ...]
    text: Words
    place: Words
    signer_post: Words
    signer: str
    emblem: Emblem | None = None


Card = Badge | Tent | Label | Sign | Certificate

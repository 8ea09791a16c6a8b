"""What an agreement's paper is made from, and what comes back besides the PDF."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import Rich


class State(StrEnum):
    """What a printed agreement is."""

    ORIGINAL = "original"
    DRAFT = "draft"
    COPY = "copy"
    TRANSLATION = "translation"
    """An unofficial English text at home: no numbers, no stamp, no room to sign."""


Texts = tuple[str, ...]
"""One text in each language of the paper, in the order of ``AgreementContent.languages``."""

RichTexts = tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class PartyBlock:
    """One party as head, signature block and foot show it."""

    label: Texts
    """Over its signature: PIHAK KESATU at home, FOR THE GOVERNMENT OF ... abroad."""
    government: Texts
    office: Texts
    name: Texts
    number: str | None
    """The party's own number; None leaves a rule to write it on."""
    logo: bytes | None
    """A PNG or JPEG; None, or one that cannot be read, becomes a drawn shield with initials."""
    stamp: bool
    """True when the duty stamp goes to this party's signature."""
    paraf: str = ""
    """What its box for initials is called."""

    shield: str = ""
    """The name whose initials a drawn shield shows, in every language the same."""

    def side(self, number: int, *, stamped: bool) -> "PartyBlock":
        """Return it in one of its languages, without a stamp where there is to be none."""
        return replace(
            self,
            label=(self.label[number],),
            government=(self.government[number],),
            office=(self.office[number],),
            name=(self.name[number],),
            stamp=self.stamp and stamped,
        )


@dataclass(frozen=True, slots=True)
class WitnessBlock:
    """Who signs without being a party: under what word, in what office, by what name."""

    caption: Texts
    """SAKSI / WITNESS or MENGETAHUI / ACKNOWLEDGED BY."""
    office: Texts
    name: Texts

    def side(self, number: int) -> "WitnessBlock":
        """Return it in one of its languages."""
        return WitnessBlock((self.caption[number],), (self.office[number],), (self.name[number],))


@dataclass(frozen=True, slots=True)
class Piece:
    """One clause in every language of the paper, with the number printed before it.

    A row of a table has ``cells``, from left to right, instead of a text.
    """

    level: Level
    marker: Texts
    text: RichTexts
    cells: tuple[RichTexts, ...] = ()

    def side(self, number: int) -> "Piece":
        """Return it in one of its languages."""
        return Piece(
            self.level,
            (self.marker[number],),
            (self.text[number],) if self.text else (),
            tuple((cell[number],) for cell in self.cells),
        )


@dataclass(frozen=True, slots=True)
class AgreementContent:
    """A whole agreement in printed order: who stands first is decided already.

    Two languages in COLUMNS stand side by side; in SEQUENCE one follows the other, each with its
    own head and signatures; a volume has one language.
    """

    paper: Paper
    layout: Layout
    languages: tuple[str, ...]
    official: tuple[bool, ...]
    """For each language whether its text is signed; what is not is a marked translation."""
    title: Texts
    between: Texts
    joining: Texts
    about: Texts
    subject: Texts
    parties: tuple[PartyBlock, ...]
    pieces: tuple[Piece, ...]
    state: State
    original_no: int
    originals: int
    holder: Texts | None
    draft_no: int
    printed_at: str
    reference: str
    stamp_form: StampForm
    first_signs: Literal["left", "right"]
    fingerprint: str
    witnesses: tuple[WitnessBlock, ...] = ()
    logos: bool = True
    numbers: bool = True
    agreement: str = ""
    """The first 8 hex digits of the agreement's id, for the code in the foot."""
    data: bytes = b""
    """The agreement as JSON, attached to the file."""
    author: str = ""

    def side(self, number: int) -> "AgreementContent":
        """Return the paper of one of its languages alone.

        The duty stamp goes on the first text that is signed: UU 10/2020 art 4, once per document.
        """

        def own(texts: Texts) -> Texts:
            return (texts[number],)

        stamped = True in self.official and number == self.official.index(True)
        return replace(
            self,
            languages=(self.languages[number],),
            official=(self.official[number],),
            title=own(self.title),
            between=own(self.between),
            joining=own(self.joining),
            about=own(self.about),
            subject=own(self.subject),
            parties=tuple(each.side(number, stamped=stamped) for each in self.parties),
            witnesses=tuple(each.side(number) for each in self.witnesses),
            pieces=tuple(each.side(number) for each in self.pieces),
            holder=own(self.holder) if self.holder else None,
            numbers=self.numbers and self.official[number],
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause, or its part on one page, stands; mm from the top of the page."""

    piece: int
    page: int
    top_mm: float
    bottom_mm: float
    language: str = ""
    """Whose text stands there; empty where both columns do."""


@dataclass(frozen=True, slots=True)
class StampPlace:
    """Where a duty stamp goes; mm from the left and the top of the page."""

    party: int
    page: int
    x_mm: float
    y_mm: float
    w_mm: float
    h_mm: float


@dataclass(frozen=True, slots=True)
class Overflow:
    """Something that did not fit its room and was cut or narrowed beyond reading."""

    what: Literal["signature", "head", "cell"]
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished paper: the file, and where things stand in it (pages count from 1)."""

    pdf: bytes
    pages: int
    places: tuple[Place, ...]
    stamps: tuple[StampPlace, ...]
    missing: tuple[str, ...]
    """Characters that no bundled face can draw; a box stands in their place."""
    marks: tuple[str, ...] = ()
    """8 hex digits for each page that change with any word or figure on it but the foot."""
    overflows: tuple[Overflow, ...] = ()

"""What an agreement's paper is made from, and what comes back besides the PDF."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.domain.originals import StampForm
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import Rich


class State(StrEnum):
    """What a printed agreement is."""

    ORIGINAL = "original"
    DRAFT = "draft"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class PartyBlock:
    """One party as head and signature block show it."""

    label: Bilingual
    government: Bilingual
    office: Bilingual
    name: str
    number: str | None
    """The party's own number; None leaves a rule to write it on."""
    logo: bytes | None
    """A PNG or JPEG; None, or one that cannot be read, becomes a drawn shield with initials."""
    stamp: bool
    """True when the duty stamp goes to this party's signature."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One clause, in both languages, with the number printed before it."""

    level: Level
    marker: Bilingual
    id: Rich
    en: Rich


@dataclass(frozen=True, slots=True)
class AgreementContent:
    """A whole agreement in printed order: who stands first is decided already."""

    paper: Paper
    title: Bilingual
    connective: tuple[Bilingual, Bilingual]
    subject: Bilingual
    parties: tuple[PartyBlock, ...]
    pieces: tuple[Piece, ...]
    state: State
    original_no: int
    originals: int
    holder: Bilingual | None
    draft_no: int
    printed_at: str
    reference: str
    stamp_form: StampForm
    first_signs: Literal["left", "right"]
    fingerprint: str
    logos: bool = True
    numbers: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause, or its part on one page, stands; mm from the top of the page."""

    piece: int
    page: int
    top_mm: float
    bottom_mm: float


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
class Typeset:
    """A finished paper: the file, and where things stand in it (pages count from 1)."""

    pdf: bytes
    pages: int
    places: tuple[Place, ...]
    stamps: tuple[StampPlace, ...]
    missing: tuple[str, ...]
    """Characters that no bundled face can draw; a box stands in their place."""

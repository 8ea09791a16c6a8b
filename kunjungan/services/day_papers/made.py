"""What is asked of a paper of the day, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A paper as it is asked for.

    Without a session it is about the whole visit. ``only`` names the cards wanted (empty: all of
    them), ``sheet`` a label sheet by its slug, ``first`` the first label that is still free on it,
    from 1. ``delegation_id`` asks for one delegation where a paper is made for each. Cards that
    are not to be ``drawn`` are told by their marks alone.
    """

    visit_id: UUID
    session_id: UUID | None = None
    delegation_id: UUID | None = None
    paper: Paper = Paper.A4
    language: Tongue = "id"
    only: frozenset[str] = frozenset()
    sheet: str = ""
    first: int = 1
    guides: bool = True
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that did not go well with a card: whose it is, and an untranslated sentence."""

    who: str
    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that is ready to be printed.

    ``marks`` has a fingerprint for each card by its key, or for each page of a paper without
    cards by its number: what differs from what was printed must be printed again.
    """

    pdf: bytes
    pages: int
    marks: Mapping[str, str]
    warnings: tuple[Warned, ...] = ()
    blockers: tuple[Warned, ...] = ()

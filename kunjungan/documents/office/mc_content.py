"""What an MC reads from, as content: a script of sessions with items; every word is decided."""

from dataclasses import dataclass
from enum import StrEnum

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import Rich
from kunjungan.domain.visit_words import Tongue


class How(StrEnum):
    """What is done with a paragraph."""

    SAY = "say"
    GREET = "greet"
    """One line of the salutations."""
    WAIT = "wait"
    """A note that is not read out."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of the MC in Indonesian and in English; a note of the office is in one of them."""

    id: Rich
    en: Rich
    how: How = How.SAY


@dataclass(frozen=True, slots=True)
class ScriptItem:
    """An item with what is said at it; ``key`` names its card, ``note`` is the office's own cue."""

    key: str
    time: str
    title: Bilingual
    paragraphs: tuple[Paragraph, ...]
    note: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class ScriptSession:
    """A session's name with its day, and its items in order."""

    title: Bilingual
    items: tuple[ScriptItem, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """A whole script; ``facts`` are what it is about, ``foot`` stands at the foot of its pages."""

    title: Bilingual
    facts: tuple[tuple[Bilingual, Bilingual], ...]
    sessions: tuple[ScriptSession, ...]
    language: Tongue
    paper: Paper
    foot: str
    author: str = ""

"""What became of the rows of a guest list before anything is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from kunjungan.domain.guest_entry import GuestEntry
from kunjungan.domain.guest_heads import Columns, GuestField
from kunjungan.domain.register_cells import Cell
from kunjungan.i18n import later


class State(StrEnum):
    """How it stands with a row.

    READY will be added, UPDATE changes a guest who is listed already, SAME says nothing new, TWIN
    may be somebody else's double, BAD stays out until it is put right.
    """

    READY = "ready"
    UPDATE = "update"
    SAME = "same"
    TWIN = "twin"
    BAD = "bad"


STATES: Mapping[State, str] = MappingProxyType(
    {
        State.READY: later("Ready"),
        State.UPDATE: later("Listed already, updated"),
        State.SAME: later("Listed already"),
        State.TWIN: later("May be a double"),
        State.BAD: later("To be put right"),
    }
)
"""What each state is called."""


class Decision(StrEnum):
    """What a person says of a row that may be a double, or that changes a known guest.

    JOIN: it is the same person; APART: it is another; SKIP: leave the row out.
    """

    JOIN = "join"
    APART = "apart"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose for a list.

    ``split`` takes titles off names and spells posts out; ``remember`` keeps the columns for this
    institution; ``announced`` takes rows without any name as "(menyusul)". ``decisions`` are by
    row number, ``doubtful`` holds for the rows without one; ``edits`` are cells put right, by row
    number and column. With ``overwrite`` a list may change what is known, else only fill gaps.
    """

    split: bool = True
    remember: bool = True
    announced: bool = False
    overwrite: bool = True
    doubtful: Decision = Decision.APART
    decisions: Mapping[int, Decision] = field(default_factory=dict)
    edits: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def decided(self, number: int, decision: Decision) -> "Choices":
        """Return the choices with one row decided."""
        return replace(self, decisions={**self.decisions, number: decision})

    def edited(self, number: int, column: int, text: str) -> "Choices":
        """Return the choices with one cell put right."""
        return replace(self, edits={**self.edits, (number, column): text})


@dataclass(frozen=True, slots=True)
class Target:
    """Where guests go: into a delegation, or by the institution of each row, or the own party.

    Without ``delegation_id`` each row goes to the delegation of the institution that it names;
    with ``own`` all are of the host's own party.
    """

    visit_id: UUID
    delegation_id: UUID | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a row names: in whose place, or with whom, a guest comes.

    ``text`` is what stands there; it is the guest of another row of the list (its number), or one
    who is listed already.
    """

    what: GuestField
    text: str
    row: int | None = None
    guest: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRow:
    """A row with its number in the sheet (from 1), and how it stands with it.

    ``reason`` is a sentence for ``tr(reason, **values)``, empty for a row that needs none;
    ``column`` is the cell that it is about (from 0; None: the whole row). ``twin_of`` is the
    number of the row that it doubles and ``asked`` the one by which a decision on it is kept;
    ``known`` names the guest or person that it may be. ``changes`` are field, old and new text of
    an update, ``links`` whom it names beside. ``writes`` says whether it comes in.
    """

    number: int
    cells: tuple[Cell, ...]
    state: State
    reason: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    column: int | None = None
    twin_of: int | None = None
    asked: int | None = None
    known: str = ""
    changes: tuple[tuple[GuestField, str, str], ...] = ()
    writes: bool = False
    entry: GuestEntry | None = None
    delegation_id: UUID | None = None
    attendee_id: UUID | None = None
    person_id: UUID | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A whole list looked through: what ``bring_in`` would write, and what stays out and why.

    ``seen`` are the guests that the visit had when it was looked through; ``aside`` are the rows
    that are no guests, such as a sum or a signature, each in its own words by its number.
    """

    target: Target
    titles: tuple[Cell, ...]
    columns: Columns
    rows: tuple[JudgedRow, ...]
    choices: Choices
    seen: frozenset[UUID] = frozenset()
    aside: Mapping[int, str] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[State, int]:
        """How many rows are in each state; two rows that may be one person are one twin."""
        first = (row.state is State.TWIN and (row.twin_of or 0) > row.number for row in self.rows)
        return Counter(
            State.READY if is_first else row.state
            for row, is_first in zip(self.rows, first, strict=True)
        )

    @property
    def writes(self) -> int:
        """How many rows come in: the number on the button "Impor N baris"."""
        return sum(row.writes for row in self.rows)

    @property
    def left(self) -> Sequence[JudgedRow]:
        """The rows that stay out although they say something new."""
        return [row for row in self.rows if not row.writes and row.state is not State.SAME]

    @property
    def problems(self) -> Sequence[JudgedRow]:
        """The rows that a person should look at, in their order."""
        return [row for row in self.rows if row.state in (State.TWIN, State.BAD)]


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in: the guests added and changed, and how many rows stayed out."""

    added: tuple[UUID, ...] = ()
    updated: tuple[UUID, ...] = ()
    skipped: int = 0

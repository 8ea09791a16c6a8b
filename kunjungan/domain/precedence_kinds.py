"""Guests as precedence sees them, and what puts one ahead of another."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.protocol_groups import Group


class HostPlace(StrEnum):
    """Where the host's own head stands among guests: an explicit choice of the office.

    First among equals, beside the highest guest (art 13(b)), or by the letter of art 11(2), which
    puts even a visiting deputy ahead of the host.
    """

    EQUALS = "equals"
    BESIDE = "beside"
    LITERAL = "literal"


class Why(StrEnum):
    """What puts one guest ahead of the next."""

    DECISION = "decision"
    SPOUSE = "spouse"
    GROUP = "group"
    LEADS = "leads"
    HOST = "host"
    FOREIGN = "foreign"
    CAPACITY = "capacity"
    SENIORITY = "seniority"
    LETTER = "letter"
    REGION_NAME = "region_name"
    LISTED = "listed"
    UNDECIDED = "undecided"


TIE_RULES = (Why.CAPACITY, Why.SENIORITY, Why.LETTER, Why.REGION_NAME)
"""Office practice: a setting, in the office's own order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A guest as precedence sees one; ``group`` is that of the office in its own region.

    ``local`` names a local addition right after that group; ``leads`` whoever leads a delegation.
    """

    key: str
    group: Group | None = None
    local: str = ""
    visiting: bool = False
    foreign: bool = False
    former: bool = False
    leads: bool = False
    spouse_of: str | None = None
    capacity: Capacity = Capacity.DEFINITIVE
    since: PartialDate | None = None
    letter_on: date | None = None
    region: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """The office's own word that one guest goes ahead of another, and why."""

    before: str
    after: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """What puts a guest ahead of the next; keys of guests."""

    before: str
    after: str
    why: Why
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ordered:
    """Guests in order, with the reason between each and the next.

    ``undecided`` are pairs of equal rank whom no rule and no decision tells apart: neighbours, and
    those between whom a guest from the other side of the alternation stands.
    """

    guests: tuple[Guest, ...]
    reasons: tuple[Reason, ...]
    undecided: tuple[tuple[str, str], ...] = ()

"""What needs somebody's attention, and in which order it is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID


class AttentionKind(StrEnum):
    """What a line of the home page is about, the gravest kind first."""

    TRANSLATION = "translation"
    READINESS = "readiness"
    GUESTS = "guests"
    CONFLICT = "conflict"
    REQUEST = "request"
    LETTER = "letter"
    RUNDOWN = "rundown"
    REPORT = "report"
    GIFT = "gift"
    DUTY = "duty"
    ENDING = "ending"
    BACKUP = "backup"
    HOLIDAYS = "holidays"


class AttentionArea(StrEnum):
    """The part of the office that a line belongs to."""

    VISITS = "visits"
    TEXTS = "texts"
    SYSTEM = "system"


_TEXTS = frozenset({AttentionKind.TRANSLATION, AttentionKind.DUTY, AttentionKind.ENDING})
_SYSTEM = frozenset({AttentionKind.BACKUP, AttentionKind.HOLIDAYS})
_ORDER = {kind: place for place, kind in enumerate(AttentionKind)}


@dataclass(frozen=True, slots=True)
class Said:
    """An untranslated sentence and the values of its places."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Something that needs attention: what it is, what it comes from, by when.

    ``what`` names it, so that it can be put off; a ``blocking`` one cannot. The ids say where it
    is mended.
    """

    kind: AttentionKind
    what: str
    title: Said
    cause: Said
    due_on: date | None = None
    blocking: bool = False
    visit_id: UUID | None = None
    agreement_id: UUID | None = None

    @property
    def area(self) -> AttentionArea:
        """The part of the office that it belongs to."""
        if self.kind in _SYSTEM:
            return AttentionArea.SYSTEM
        return AttentionArea.TEXTS if self.kind in _TEXTS else AttentionArea.VISITS


def ranked(lines: Iterable[Attention]) -> list[Attention]:
    """Return what blocks first, then by due day, then the graver kind (office practice)."""
    return sorted(lines, key=_rank)


def _rank(line: Attention) -> tuple[bool, date, int, str]:
    return not line.blocking, line.due_on or date.max, _ORDER[line.kind], line.what

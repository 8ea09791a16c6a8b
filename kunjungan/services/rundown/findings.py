"""What a check of a rundown says: how grave it is, where, and what would mend it."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from kunjungan.domain.rundown_checks import Check, Severity

Mend = Literal["", "hours", "slip", "signing", "order", "anthem", "room", "send"]
"""What mends a finding; nothing where only a person can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RundownFinding:
    """A finding; ``text`` is an untranslated sentence with ``values``, pairs of both languages too.

    ``items`` are where it is, the first one to go to. ``mend`` needs ``minutes`` to slip by, an
    ``agreement`` to be signed, or a ``room`` to move to.
    """

    check: Check
    severity: Severity
    text: str
    values: dict[str, object] = field(default_factory=dict)
    items: tuple[UUID, ...] = ()
    session_id: UUID | None = None
    mend: Mend = ""
    minutes: int = 0
    agreement: UUID | None = None
    room: str = ""


@dataclass(frozen=True, slots=True)
class RundownState:
    """All findings, gravest first, and the checks that found nothing though they looked."""

    findings: tuple[RundownFinding, ...]
    passed: tuple[Check, ...]

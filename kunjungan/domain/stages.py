"""The life of a visit and of an agreement, and what may follow what.

Stages rest on evidence, not on the calendar: an office that digitises late may leap ahead.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later


class VisitStage(StrEnum):
    """Where a visit stands."""

    LETTER = "letter"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PREPARING = "preparing"
    READY = "ready"
    RUNNING = "running"
    REPORTED = "reported"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class AgreementStage(StrEnum):
    """Where an agreement stands."""

    DRAFT = "draft"
    FINAL = "final"
    SIGNED = "signed"
    REGISTERED = "registered"
    ENDED = "ended"


VISIT_PATH = (
    VisitStage.LETTER,
    VisitStage.APPROVED,
    VisitStage.SCHEDULED,
    VisitStage.PREPARING,
    VisitStage.READY,
    VisitStage.RUNNING,
    VisitStage.REPORTED,
)
CALLED_OFF = frozenset({VisitStage.POSTPONED, VisitStage.CANCELLED, VisitStage.NO_SHOW})
"""Stages in which a visit takes nothing up: no room, no hour, nobody."""
OVER = frozenset({VisitStage.REPORTED, VisitStage.CANCELLED, VisitStage.NO_SHOW})
"""Stages after which nothing is left to prepare."""
_BEFORE_THE_DAY = frozenset(VISIT_PATH[:5])
SIGNED = frozenset({AgreementStage.SIGNED, AgreementStage.REGISTERED, AgreementStage.ENDED})
"""Stages in which an agreement is signed."""

NEXT_VISIT: Mapping[VisitStage, frozenset[VisitStage]] = MappingProxyType(
    {
        **{stage: (frozenset(VISIT_PATH) | CALLED_OFF) - {stage} for stage in VISIT_PATH[:5]},
        VisitStage.RUNNING: frozenset(
            {VisitStage.READY, VisitStage.REPORTED, VisitStage.CANCELLED, VisitStage.NO_SHOW}
        ),
        VisitStage.REPORTED: frozenset({VisitStage.RUNNING}),
        VisitStage.POSTPONED: _BEFORE_THE_DAY | {VisitStage.CANCELLED},
        VisitStage.CANCELLED: _BEFORE_THE_DAY,
        VisitStage.NO_SHOW: _BEFORE_THE_DAY,
    }
)
NEXT_AGREEMENT: Mapping[AgreementStage, frozenset[AgreementStage]] = MappingProxyType(
    {
        AgreementStage.DRAFT: frozenset({AgreementStage.FINAL}),
        AgreementStage.FINAL: frozenset({AgreementStage.DRAFT, AgreementStage.SIGNED}),
        AgreementStage.SIGNED: frozenset({AgreementStage.REGISTERED}),
        AgreementStage.REGISTERED: frozenset({AgreementStage.ENDED}),
        AgreementStage.ENDED: frozenset(),
    }
)

_Stage = TypeVar("_Stage", VisitStage, AgreementStage)


def next_stages(current: VisitStage | AgreementStage) -> frozenset[StrEnum]:
    """Return the stages that may follow ``current``."""
    if isinstance(current, VisitStage):
        return frozenset(NEXT_VISIT[current])
    return frozenset(NEXT_AGREEMENT[current])


def advance(current: _Stage, wanted: _Stage) -> _Stage:
    """Return ``wanted`` if it may follow ``current``, else raise RuleBroken."""
    if wanted not in next_stages(current):
        message = later("From “{current}” it cannot go to “{wanted}”.")
        raise RuleBroken(message, current=current, wanted=wanted)
    return wanted


def reason_owed(stage: VisitStage) -> bool:
    """Say whether going to a stage needs a reason (office practice)."""
    return stage in CALLED_OFF

"""Judges how a stage stands, by the papers on file, the facts that hold and what a person said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from kunjungan.domain.processes import Evidence, Stage

Outcome = Literal["done", "not_required", "passed"]


class StageState(StrEnum):
    """How a stage stands."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    PASSED = "passed"
    NOT_REQUIRED = "not_required"


LEFT = frozenset({StageState.DONE, StageState.PASSED, StageState.NOT_REQUIRED})
"""States in which nothing is awaited of a stage any more."""


@dataclass(frozen=True, slots=True)
class Met:
    """A fact or a duty that is met, and since when, where that is known."""

    on: date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What a person said of a stage: done, passed or not required, when and why."""

    outcome: Outcome
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a stage stands, since when, and what of its evidence is still missing."""

    state: StageState
    on: date | None
    papers: tuple[Evidence, ...] = ()
    facts: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()

    @property
    def lacking(self) -> bool:
        """Whether evidence is missing that no reason has excused."""
        excused = self.state in LEFT - {StageState.DONE}
        return not excused and bool(self.papers or self.facts or self.duties)


def judge(
    stage: Stage,
    papers: Mapping[str, date | None],
    met: Mapping[str, Met],
    kept: Kept | None = None,
) -> Standing:
    """Return how a stage stands.

    ``papers`` are its documents on file with their dates, ``met`` the facts and duties that hold.
    What a person said of it counts before the evidence, and what is missing stays told.
    """
    missing = tuple(paper for paper in stage.required if paper.slug not in papers)
    unmet = tuple(fact for fact in stage.facts if fact not in met)
    owed = tuple(duty for duty in stage.duties if duty not in met)
    if kept is not None:
        return Standing(StageState(kept.outcome), kept.on, missing, unmet, owed)
    days = [met[name].on for name in (*stage.facts, *stage.duties) if name in met]
    dated = [day for day in (*papers.values(), *days) if day is not None]
    awaited = stage.required or stage.facts or stage.duties
    if awaited and not (missing or unmet or owed):
        return Standing(StageState.DONE, max(dated, default=None))
    begun = bool(papers or days)
    state = StageState.STARTED if begun else StageState.OPEN
    return Standing(state, max(dated, default=None) if begun else None, missing, unmet, owed)

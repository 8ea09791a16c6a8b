"""The steps that visits of each kind have, counted back from the day: ``checklists.toml``.

All of them are office practice; an office keeps its own lists beside these.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.visit_words import VisitKind
from kunjungan.resources import resource

BLOCKS = "blocks"
"""The code of an office's own step before which a visit is not called ready."""
PROMISE = "promise"
"""The code of what was promised in a visit: it outlives the visit and is none of its steps."""


@dataclass(frozen=True, slots=True)
class ChecklistStep:
    """A step of a template: ``days_before`` the visit's day it is due, after its last day below 0.

    ``code`` names what the program can see by itself, and is empty for an office's own step.
    """

    name: Bilingual
    area: Bilingual
    owner: Bilingual
    days_before: int | None = None
    code: str = ""


def steps_of(kind: VisitKind) -> tuple[ChecklistStep, ...]:
    """Return the steps of a kind of visit in the order of their areas."""
    rows = _listed()["step"]
    return tuple(_step(row) for row in rows if kind in row.get("kinds", VisitKind))


def blocks(code: str) -> bool:
    """Say whether a visit is not called ready before the step is done."""
    return code == BLOCKS or bool(_rows().get(code, {}).get("blocking"))


def step_name(code: str, title: str) -> Bilingual:
    """Return a step's title in both languages where it still is the list's, else as it is."""
    row = _rows().get(code)
    return _translated(title, [row["name"]] if row else [])


def code_named(title: str) -> str:
    """Return the code of the list's step of that title, or nothing."""
    return next((code for code, row in _rows().items() if row["name"]["id"] == title), "")


def area_name(area: str) -> Bilingual:
    """Return an area in both languages where it is one of the list's, else as it is."""
    return _translated(area, _listed()["areas"].values())


def owner_name(owner: str) -> Bilingual:
    """Return who does a step in both languages where the list names them, else as it is."""
    return _translated(owner, _listed()["owners"].values())


def due_day(days_before: int | None, on: PartialDate, until: PartialDate | None) -> date | None:
    """Return the day on which a step is due, unknown where the visit's day is.

    Before the visit it is counted back from the first day, after it on from the last.
    """
    if days_before is None:
        return None
    start = on.full if days_before >= 0 else (until or on).full
    return start - timedelta(days=days_before) if start else None


def countdown(days_before: int) -> str:
    """Return a due day as offices write it: ``H-14``, ``H``, ``H+7``."""
    return "H" if days_before == 0 else f"H{-days_before:+d}"


def _translated(text: str, pairs: Any) -> Bilingual:  # noqa: ANN401 - rows of a file
    found = (Bilingual(**pair) for pair in pairs if text in pair.values())
    return next(found, Bilingual(text, text))


def _step(row: Mapping[str, Any]) -> ChecklistStep:
    listed = _listed()
    return ChecklistStep(
        Bilingual(**row["name"]),
        Bilingual(**listed["areas"][row["area"]]),
        Bilingual(**listed["owners"][row["owner"]]),
        row["days"],
        row["code"],
    )


@cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    return {row["code"]: row for row in _listed()["step"]}


@cache
def _listed() -> Mapping[str, Any]:
    return tomllib.loads(resource("data/checklists.toml").read_text(encoding="utf-8"))

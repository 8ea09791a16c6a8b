"""The stages and duties of every track, as data: ``stages.toml`` and ``duties.toml``."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.processes import Deadline, Duty, Evidence, Stage
from kunjungan.domain.tracks import Track
from kunjungan.resources import resource

_AT_HOME = (
    AgreementKind.KB,
    AgreementKind.PKS,
    AgreementKind.CONTRACT,
    AgreementKind.NK,
    AgreementKind.ADDENDUM,
)
_KINDS: Mapping[Track, tuple[AgreementKind, ...]] = MappingProxyType(
    {
        Track.DOMESTIC: _AT_HOME,
        Track.THIRD_PARTY: _AT_HOME,
        Track.MINISTRY: (AgreementKind.NK, AgreementKind.SYNERGY, *_AT_HOME),
        Track.FOREIGN: (AgreementKind.MSP, AgreementKind.LOI, AgreementKind.ADDENDUM),
    }
)
"""The kinds that a track knows; any other goes through it as the first of them does."""


def fact_name(fact: str) -> Bilingual:
    """Return what is awaited where a fact of a stage is not met yet."""
    return Bilingual(**_listed("stages")["facts"][fact])


def duty_name(code: str) -> Bilingual | None:
    """Return what a duty is called, whichever track it is of; None for a code of no duty."""
    return next((duty.name for duty in _all_duties() if duty.code == code), None)


def duty_title(code: str, title: str) -> Bilingual:
    """Return a task's title in both languages where it still is that of its duty, else as it is."""
    names = (duty.name for duty in _all_duties() if duty.code == code)
    return next((name for name in names if name.id == title), Bilingual(title, title))


def stages_of(track: Track, kind: AgreementKind) -> tuple[Stage, ...]:
    """Return the stages that an agreement of a kind goes through, in the order of the law."""
    return tuple(_stage(row) for row in _listed("stages")["stage"] if _belongs(row, track, kind))


def duties_of(track: Track, kind: AgreementKind) -> tuple[Duty, ...]:
    """Return what is owed after signing, what is due first mostly first."""
    return tuple(_duty(row) for row in _listed("duties")["duty"] if _belongs(row, track, kind))


@cache
def lapsing_duties() -> frozenset[str]:
    """Return the duties of which nothing is owed after an early end: reports, what was to follow.

    Copies, originals and archives are owed for what was in force (UU 24/2000 art 17, UU 43/2009).
    """
    return frozenset(row["code"] for row in _listed("duties")["duty"] if row.get("lapses"))


@cache
def _listed(name: str) -> Mapping[str, Any]:
    return tomllib.loads(resource(f"data/{name}.toml").read_text(encoding="utf-8"))


@cache
def _all_duties() -> tuple[Duty, ...]:
    return tuple(_duty(row) for row in _listed("duties")["duty"])


def _belongs(row: Mapping[str, Any], track: Track, kind: AgreementKind) -> bool:
    kinds: Sequence[str] = row.get("kinds", ())
    known = kind if kind in _KINDS[track] else _KINDS[track][0]
    return track in row["tracks"] and (not kinds or known in kinds)


def _stage(row: Mapping[str, Any]) -> Stage:
    limit = row.get("deadline")
    return Stage(
        code=row["code"],
        name=_pair(row, "name"),
        actor=_pair(row, "actor"),
        gate=_pair(row, "gate"),
        condition=_pair(row, "condition"),
        law=row.get("law", ""),
        documents=tuple(_paper(paper) for paper in row.get("documents", ())),
        facts=tuple(row.get("facts", ())),
        duties=tuple(row.get("duties", ())),
        deadline=Deadline(limit["days"], limit["from"], limit.get("law", "")) if limit else None,
        guards=row.get("guards", ""),
        early=row.get("early", False),
        aside=row.get("aside", False),
        closes=row.get("closes", False),
        parallel=row.get("parallel", False),
        repeat=row.get("repeat", False),
        practice=row.get("practice", False),
    )


def _paper(row: Mapping[str, Any]) -> Evidence:
    name, awaited = Bilingual(row["id"], row["en"]), not row.get("optional", False)
    return Evidence(row["slug"], name, required=awaited, numbered=row.get("numbered", False))


def _duty(row: Mapping[str, Any]) -> Duty:
    due = dict(row["due"])
    before_end = bool(due.pop("before_end", False))
    return Duty(
        code=row["code"],
        name=_pair(row, "name"),
        law=row.get("law", ""),
        each_recipient=row.get("each") == "recipient",
        due=due,
        before_end=before_end,
        after=row.get("after", ""),
        after_months=row.get("after_months", 0),
        repeat=row.get("repeat", False),
        practice=row.get("practice", False),
    )


def _pair(row: Mapping[str, Any], name: str) -> Bilingual:
    return Bilingual(**row[name]) if name in row else Bilingual("", "")

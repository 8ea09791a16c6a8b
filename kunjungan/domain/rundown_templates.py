"""Rundowns to start from, as data (``rundowns.toml``): office practice, an office keeps its own.

The signing follows UU 9/2010 art 28 (anthem, opening, main event, closing) and the order of
speeches in which the highest speaks last.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from functools import cache
from typing import Any, Literal, cast
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.rundown import clock_at, minute_of
from kunjungan.domain.visit_words import ItemKind, VisitKind
from kunjungan.resources import resource

Speaker = Literal["", "host", "guest"]
Each = Literal["", "agreement", "guest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRow:
    """An item of a template, ``minutes`` long.

    ``each`` makes one of it for every agreement or every guest's head, whose names its title takes
    in ``{partner}`` or ``{speaker}``; ``speaker`` is whose words or entry it is.
    """

    minutes: int
    kind: ItemKind
    title: Bilingual
    in_charge: str = ""
    needs: str = ""
    cue: str = ""
    speaker: Speaker = ""
    each: Each = ""
    shown: bool = True
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class RundownTemplate:
    """A named list of items for visits of some kinds, or of any where there is none."""

    code: str
    name: Bilingual
    kinds: tuple[VisitKind, ...]
    rows: tuple[TemplateRow, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks or enters: the term of office, the post as it is said."""

    tenure: UUID | None
    post: Bilingual
    delegation: UUID | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """An agreement that is signed: its id, its kind and its partner as they are said."""

    id: UUID
    kind: Bilingual
    partner: Bilingual


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part: the host, the guests' heads with the highest first, what is signed."""

    host: Voice | None
    guests: tuple[Voice, ...]
    agreements: tuple[Signed, ...]


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item as a template makes it, not yet saved."""

    row: TemplateRow
    title: Bilingual
    starts_at: time = time.min
    tenure: UUID | None = None
    delegation: UUID | None = None
    agreement: UUID | None = None


@cache
def shipped_templates() -> tuple[RundownTemplate, ...]:
    """Return the templates that the program brings."""
    text = resource("data/rundowns.toml").read_text(encoding="utf-8")
    return tuple(_template(made) for made in tomllib.loads(text)["template"])


def row_of(data: Mapping[str, Any]) -> TemplateRow:
    """Read a row as TOML or an office's own template holds it; KeyError, ValueError otherwise."""
    return TemplateRow(
        minutes=int(data["minutes"]),
        kind=ItemKind(data["kind"]),
        title=Bilingual(str(data["id"]), str(data.get("en") or data["id"])),
        in_charge=str(data.get("in_charge", "")),
        needs=str(data.get("needs", "")),
        cue=str(data.get("cue", "")),
        speaker=cast("Speaker", data.get("speaker", "")),
        each=cast("Each", data.get("each", "")),
        shown=bool(data.get("shown", True)),
        fixed=bool(data.get("fixed", False)),
    )


def data_of(row: TemplateRow) -> dict[str, Any]:
    """Return a row as plain values that ``row_of`` reads again."""
    return {
        "minutes": row.minutes,
        "kind": row.kind.value,
        "id": row.title.id,
        "en": row.title.en,
        "in_charge": row.in_charge,
        "needs": row.needs,
        "cue": row.cue,
        "speaker": row.speaker,
        "each": row.each,
        "shown": row.shown,
        "fixed": row.fixed,
    }


def planned(rows: Sequence[TemplateRow], cast_: Cast, starts_at: time) -> list[PlannedItem]:
    """Return the items of a template one after the other from a start.

    Guests speak and enter from the lowest to the highest; RuleBroken past midnight.
    """
    items, minute = [], minute_of(starts_at)
    for row in rows:
        for made in _each(row, cast_):
            items.append(replace(made, starts_at=clock_at(minute)))
            minute += row.minutes
            clock_at(minute)
    return items


def _each(row: TemplateRow, cast_: Cast) -> Iterator[PlannedItem]:
    if row.each == "agreement":
        for signed in cast_.agreements:
            title = row.title.filled(kind=signed.kind, partner=signed.partner)
            yield PlannedItem(row, title, agreement=signed.id)
    elif row.each == "guest":
        for voice in reversed(cast_.guests):
            yield _spoken(row, voice)
    elif row.speaker == "host" and cast_.host is not None:
        yield _spoken(row, cast_.host)
    elif row.speaker == "guest" and cast_.guests:
        yield _spoken(row, cast_.guests[0])
    elif not row.speaker:
        yield PlannedItem(row, row.title)


def _spoken(row: TemplateRow, voice: Voice) -> PlannedItem:
    title = row.title.filled(speaker=voice.post)
    return PlannedItem(row, title, tenure=voice.tenure, delegation=voice.delegation)


def _template(data: Mapping[str, Any]) -> RundownTemplate:
    return RundownTemplate(
        data["code"],
        Bilingual(data["id"], data["en"]),
        tuple(VisitKind(kind) for kind in data["kinds"]),
        tuple(row_of(row) for row in data["item"]),
    )

"""The rows of the rundown's table: a line as it stands, or as it will while one types."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from kunjungan.domain.rundown import Stretch
from kunjungan.domain.rundown_checks import Check
from kunjungan.domain.visit_words import ItemKind
from kunjungan.i18n import tr
from kunjungan.services.rundown.findings import RundownState
from kunjungan.services.rundown.lines import ItemLine, Rundown
from kunjungan.ui.dates import hours_words
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.rundown.words import minutes_words, text_chip, who_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.rows_model import Cell, Column

Times = Mapping[UUID, Stretch]
"""When items will be, by their ids."""


@dataclass(frozen=True, slots=True)
class Row:
    """An item with its time as shown, and which checks found something in it."""

    line: ItemLine
    at: Stretch
    moved: bool
    met: Collection[Check] = ()

    @property
    def id(self) -> UUID:
        """The item's id."""
        return self.line.id


def rows_of(plan: Rundown, state: RundownState, times: Times) -> list[Row]:
    """Return all items in the order of the table; ``times`` are those that are being typed."""
    rows = []
    for line in plan.items:
        own = Stretch(line.starts_at, line.minutes)
        met = {finding.check for finding in state.findings if line.id in finding.items}
        at = times.get(line.id, own)
        rows.append(Row(line, at, at != own, met))
    return rows


def columns() -> Sequence[Column[Row]]:
    """Return the columns of the rundown."""
    return (
        Column("", lambda row: Cell("", icon="lock_closed" if row.line.fixed else "grip"), 40),
        Column(tr("Time"), _time, 106),
        Column(tr("Duration"), _minutes, 74, hide_below=600),
        Column(tr("Item"), _title),
        Column(tr("In charge"), lambda row: Cell(who_words(row.line), quiet=True), 150,
               hide_below=720),
        Column(tr("Place"), _place, 166, hide_below=540),
    )  # fmt: skip


def as_text(rows: Sequence[Row]) -> str:
    """Return rows as text with tabs, for a spreadsheet."""
    return "\n".join(
        "\t".join(
            (
                _hours(row),
                str(row.at.minutes),
                screen_side(row.line.title),
                who_words(row.line),
                row.line.where,
            )
        )
        for row in rows
    )


def _hours(row: Row) -> str:
    starts: time = row.at.starts_at
    return hours_words(starts, row.at.ends_at)


def _time(row: Row) -> Cell:
    wrong = Check.OVERLAP in row.met or Check.QUIET in row.met
    tone = Tone.INFO if row.moved else Tone.WARN if wrong else Tone.PLAIN
    return Cell(_hours(row), bold=True, tone=tone)


def _minutes(row: Row) -> Cell:
    return Cell(minutes_words(row.at.minutes), quiet=True)


def _title(row: Row) -> Cell:
    wrong = not {Check.SPEECH, Check.ARRIVAL, Check.TEXT}.isdisjoint(row.met)
    return Cell(
        screen_side(row.line.title),
        bold=row.line.kind is ItemKind.SIGNING,
        italic=not row.line.shown,
        icon="warning" if wrong else "",
        tone=Tone.WARN if wrong else Tone.PLAIN,
        chip=text_chip(row.line),
        tip="" if row.line.shown else tr("For operators only"),
    )


def _place(row: Row) -> Cell:
    taken = Check.ROOM in row.met
    return Cell(
        row.line.where,
        quiet=True,
        icon="warning" if taken else "",
        tone=Tone.WARN if taken else Tone.PLAIN,
    )

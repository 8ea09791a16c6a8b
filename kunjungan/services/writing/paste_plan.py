"""What a paste would do, row by row, before anything is changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import Level
from kunjungan.domain.spots import Spot, spots

Direction = Literal["id", "en", "third", "both"]
"""Which column is pasted into, or that what is pasted has both languages."""
Action = Literal["add", "fill", "replace", "same", "skip", "missing"]
"""A new row; words for an empty or a filled column of a row; words that are there already; left
out; a row of the text that found no partner in what is pasted."""
_WRITTEN = frozenset({"fill", "replace"})


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know before pasting: an untranslated sentence and what fills its places."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row as it will be; ``clause_id`` names the one of the text that it fills.

    ``marker`` is its number afterwards, ``version`` that of the row it was planned for; ``key``
    says what a new article is about.
    """

    action: Action
    level: Level
    text_id: str = ""
    text_en: str = ""
    text_third: str = ""
    clause_id: UUID | None = None
    marker: Bilingual = field(default_factory=lambda: Bilingual("", ""))
    version: int = 0
    key: str = ""
    written_mark: str = ""
    """The number it had where it was copied."""


@dataclass(frozen=True, slots=True)
class PastePlan:
    """All that a paste does, in the order of the text, and what is to be known of it.

    ``both`` says that both languages were found in what is pasted, ``replace`` that the whole text
    is replaced; ``standing`` are the rows that are there, new ones go in at ``at`` among them.
    """

    rows: tuple[PlannedRow, ...]
    notes: tuple[Note, ...]
    both: bool
    replace: bool
    direction: Direction
    standing: tuple[tuple[UUID, Level], ...] = ()
    at: int = 0

    @property
    def count(self) -> int:
        """How many rows would be written."""
        return sum(row.action in ("add", "fill", "replace") for row in self.rows)

    def changed(
        self, place: int, *, level: Level | None = None, action: Action | None = None
    ) -> "PastePlan":
        """Return the plan with another level or action of one row; the numbers follow."""
        row = self.rows[place]
        row = replace(row, level=level or row.level, action=action or row.action)
        return numbered(replace(self, rows=(*self.rows[:place], row, *self.rows[place + 1 :])))

    def laid_out(self) -> list[int | UUID]:
        """Return the text as it will be: rows that stand by id, new ones by their place here."""
        added: dict[int, list[int | UUID]] = defaultdict(list)
        index = {row_id: at for at, (row_id, _) in enumerate(self.standing)}
        behind = self.at - 1
        for place, row in enumerate(self.rows):
            if row.clause_id is not None:
                behind = index[row.clause_id]
            elif row.action == "add":
                added[behind].append(place)
        if self.replace:
            return [place for places in added.values() for place in places]
        text = list(added[-1])
        for at, (row_id, _) in enumerate(self.standing):
            text += [row_id, *added[at]]
        return text


def numbered(plan: PastePlan) -> PastePlan:
    """Return a plan whose rows have the numbers they will have."""
    text = plan.laid_out()
    marks = dict(zip(text, markers(_levels(plan, text)), strict=True))
    empty = Bilingual("", "")
    rows = (
        replace(row, marker=marks.get(place if row.clause_id is None else row.clause_id, empty))
        for place, row in enumerate(plan.rows)
    )
    return replace(plan, rows=tuple(rows))


def planned_spots(plan: PastePlan) -> list[Spot | None]:
    """Return where each planned row will stand; None for one that is left out."""
    text = plan.laid_out()
    places = dict(zip(text, spots(_levels(plan, text)), strict=True))
    return [
        places.get(place if row.clause_id is None else row.clause_id)
        for place, row in enumerate(plan.rows)
    ]


def _levels(plan: PastePlan, text: Sequence[int | UUID]) -> list[Level]:
    levels: dict[int | UUID, Level] = dict(plan.standing)
    levels |= {
        row.clause_id: row.level
        for row in plan.rows
        if row.clause_id is not None and row.action in _WRITTEN
    }
    return [plan.rows[one].level if isinstance(one, int) else levels[one] for one in text]

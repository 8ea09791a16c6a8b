"""A guest list on its way in: what was opened, what was chosen, how its rows stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kunjungan.domain.guest_heads import Column, Columns, GuestField
from kunjungan.services.guest_import.columns import guess, remembered
from kunjungan.services.guest_import.judged import Choices, Decision, Judged, Target
from kunjungan.services.guest_import.judging import Table, judge, look_up
from kunjungan.services.guest_import.known import Known
from kunjungan.services.guest_import.lists import GuestList, GuestSheet, open_list
from kunjungan.services.guest_import.steps import Progress
from kunjungan.services.office import Office


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that a person chose, and the rows as they were judged by it.

    ``done`` are the names of the sheets that came in before this one.
    """

    target: Target
    list: GuestList
    sheet: GuestSheet
    head: int
    columns: Columns
    choices: Choices
    known: Known
    judged: Judged | None = None
    done: frozenset[str] = frozenset()

    @property
    def left(self) -> Sequence[GuestSheet]:
        """The other sheets with guests that did not come in yet."""
        return [each for each in self.list.beside(self.sheet) if each.name not in self.done]

    def homes(self) -> dict[str, str]:
        """Return the ids of the delegations that sheets which are left are of, by their names."""
        found = ((each.name, self.known.home(each.name)) for each in self.left)
        return {name: str(home) for name, home in found if home is not None}

    def with_field(self, place: int, field: GuestField | None) -> "ImportPlan":
        """Return the plan with a column said to be something; it is taken from any other."""
        kept = {at: one for at, one in self.columns.items() if at != place and one.field != field}
        said = {} if field is None else {place: Column(field)}
        return replace(self, columns=dict(sorted({**kept, **said}.items())))

    def with_decision(self, number: int, decision: Decision) -> "ImportPlan":
        """Return the plan with a word about one row."""
        return replace(self, choices=self.choices.decided(number, decision))

    def with_edit(self, number: int, column: int, text: str) -> "ImportPlan":
        """Return the plan with one cell put right."""
        return replace(self, choices=self.choices.edited(number, column, text))


def opened(office: Office, target: Target, source: Path | str) -> ImportPlan:
    """Return a list as it came, with its best sheet, its columns guessed and its rows judged."""
    read = open_list(source)
    known = look_up(office, target.visit_id)
    plan = ImportPlan(target, read, read.best, read.best.head, {}, Choices(), known)
    return turned(office, plan, read.best, read.best.head)


def turned(office: Office, plan: ImportPlan, sheet: GuestSheet, head: int) -> ImportPlan:
    """Return the plan on another sheet or with another head; what was put right is let go."""
    known = remembered(office, plan.target.delegation_id)
    fresh = replace(plan.choices, decisions={}, edits={})
    columns = guess(sheet, head, known)
    return judged(
        office, replace(plan, sheet=sheet, head=head, columns=columns, choices=fresh), None
    )


def on_next(office: Office, plan: ImportPlan, sheet: str, target: Target) -> ImportPlan:
    """Return the plan on another sheet of the same workbook, after one came in."""
    known, done = look_up(office, target.visit_id), plan.done | {plan.sheet.name}
    fresh = replace(plan, known=known, done=done, target=target)
    following = plan.list.sheet(sheet)
    return turned(office, fresh, following, following.head)


def judged(office: Office, plan: ImportPlan, progress: Progress | None) -> ImportPlan:
    """Return the plan with its rows judged by what is chosen now."""
    table = Table(plan.sheet, plan.head, plan.columns)
    rows = judge(office, plan.target, table, plan.choices, known=plan.known, progress=progress)
    return replace(plan, judged=rows)


def judged_anew(office: Office, plan: ImportPlan, progress: Progress | None) -> ImportPlan:
    """Return the plan judged by what the office knows now, after guests came or went."""
    fresh = replace(plan, known=look_up(office, plan.target.visit_id))
    return judged(office, fresh, progress)

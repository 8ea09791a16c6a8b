"""What the import of a calendar shows: the file, the days, whose agenda, the entries."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.calendar.home import Home
from kunjungan.services.ical.local_entries import Choices
from kunjungan.services.ical.plan import Fate, ImportPlan, PlanLine
from kunjungan.ui.screens.calendar.entry_dialog import leader_choices
from kunjungan.ui.screens.calendar.import_table import plan_table, remarks_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import framed, row
from kunjungan.ui.widgets.segmented import Option, Segmented

ALL, WRITTEN, OTHER = "all", "written", "other"
_PAD = 18
_DAY_NEEDED = later("Say from which day to which.")


class ImportParts(QWidget):
    """File, days, agenda, filter and entries, one under the other."""

    def __init__(self, around: Home, days: tuple[date, date], parent: QWidget) -> None:
        super().__init__(parent)
        self.source = set_role(ElidedLabel("", self), TextRole.STRONG)
        self.choose = Button(tr("Choose a file…"), icon="folder_open", parent=self)
        self.since, self.until = DateField(parent=self), DateField(parent=self)
        self.leader = ChoiceField(leader_choices(around), self)
        self.own = CheckField(tr("Also move our own visits"), self)
        self.filter = Segmented(_options(None), self)
        self.table = plan_table(self)
        self._counts = ""
        self.since.set_value(PartialDate.of(days[0]))
        self.until.set_value(PartialDate.of(days[1]))
        self.leader.set_value(around.head.id if around.head else None)
        self._narrowing = framed(row(self.filter, None, self.own), self)
        self._build()
        self.table.picked.connect(self._tell)
        self.show_plan(None)

    def days(self) -> tuple[date, date]:
        """Return first and last day; raises RuleBroken where one cannot be read."""
        since, until = self.since.value(), self.until.value()
        if not (since and until and since.full and until.full):
            raise RuleBroken(_DAY_NEEDED)
        return since.full, until.full

    def choices(self) -> Choices:
        """Return what was chosen for the entries."""
        return Choices(tenure_id=self.leader.value(), move_own=self.own.value())

    def say_reading(self, name: str) -> None:
        """Say that a file is being read."""
        self.source.setText(tr("Reading {name}…", name=name))

    def show_plan(self, plan: ImportPlan | None, name: str = "") -> None:
        """Show what becomes of each entry, or how to begin."""
        self._narrowing.setVisible(plan is not None)
        self.source.setText(name)
        self._counts = _counts(plan) if plan else ""
        if plan is None:
            self._say_begin()
            self.table.show_rows([])
            return
        own = any(line.fate is Fate.OWN for line in plan.lines)
        self.own.setVisible(own)
        self.filter.show_options(_options(plan))
        self.table.show_empty("calendar", tr("No entry here"), tr("Choose other days or entries."))
        self.table.show_rows(_shown(plan, self.filter.value()))

    def _tell(self, line: PlanLine | None) -> None:
        """Say in full under the rows what is remarked about the current one, else the counts."""
        self.table.set_footer((remarks_words(line) if line is not None else "") or self._counts)

    def _build(self) -> None:
        for field, name in (
            (self.since.line, tr("From")),
            (self.until.line, tr("Up to")),
            (self.leader, tr("In whose agenda")),
        ):
            field.setAccessibleName(name)
        names = [tr("From"), tr("Up to"), tr("In whose agenda")]
        since, until, leader = (set_role(QLabel(name, self), TextRole.SMALL) for name in names)
        for day in (self.since, self.until):
            day.setFixedWidth(244)
        self.leader.setMaximumWidth(340)
        fields = row(since, self.since, until, self.until, leader, self.leader, None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, 14, _PAD, 12)
        layout.setSpacing(10)
        layout.addLayout(row(self.source, None, self.choose))
        layout.addLayout(fields)
        layout.addWidget(self._narrowing)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.choose)

    def _say_begin(self) -> None:
        self.table.show_empty(
            "arrow_import",
            tr("Choose a calendar file (.ics), or drop it here"),
            tr("From Outlook, Google or a phone. Nothing is written before you say so."),
        )


def _options(plan: ImportPlan | None) -> list[Option]:
    lines = plan.lines if plan else ()
    written = len(plan.written) if plan else 0
    return [
        Option(ALL, tr("All"), len(lines)),
        Option(WRITTEN, tr("To be imported"), written),
        Option(OTHER, tr("Others"), len(lines) - written),
    ]


def _shown(plan: ImportPlan, key: str) -> Sequence[PlanLine]:
    """Return the lines of a filter in the order of the file, those that cannot be read first."""
    written = plan.written
    taken = set(map(id, written))
    others = [line for line in plan.lines if id(line) not in taken]
    lines = {ALL: plan.lines, WRITTEN: written, OTHER: others}[key]
    return sorted(lines, key=lambda line: line.fate is not Fate.REFUSED)


def _counts(plan: ImportPlan) -> str:
    counts = plan.counts
    words = tr(
        "New {new}, changed {changed}, called off {gone}, the same {same}, cannot be read {bad}.",
        new=counts[Fate.NEW],
        changed=counts[Fate.CHANGED],
        gone=counts[Fate.GONE],
        same=counts[Fate.SAME],
        bad=counts[Fate.REFUSED],
    )
    if plan.outside:
        words += " " + tr("Outside these days: {count}", count=plan.outside)
    return words

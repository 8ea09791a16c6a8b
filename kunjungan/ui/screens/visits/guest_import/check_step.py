"""The second step of an import: what the columns are, how every row stands, what is doubtful."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.guest_import.judged import Choices, Judged, JudgedRow
from kunjungan.ui.screens.visits.guest_import.decision_bar import DecisionBar
from kunjungan.ui.screens.visits.guest_import.plan import ImportPlan
from kunjungan.ui.screens.visits.guest_import.rows_table import RowsTable
from kunjungan.ui.screens.visits.guest_import.words import count_chips, hint_words, told_words
from kunjungan.ui.screens.visits.words import region_name
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.chips import Chip, KeyHint
from kunjungan.ui.widgets.fields import CheckField
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import WidgetRow, framed, row
from kunjungan.ui.widgets.segmented import Option, Segmented

ALL, ODD = "all", "odd"
_PAD = 14


class CheckStep(QWidget):
    """Counts, the rows under their columns, the row that asks for a word, and how to read all.

    Signals:
        chosen: A tick below was set or taken away.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._chips = WidgetRow(6, self)
        self._whose = set_role(ElidedLabel(parent=self), TextRole.SMALL)
        self.filter = Segmented([Option(ALL, tr("All")), Option(ODD, tr("To look at"))], self)
        self.hint = Notice(Tone.WARN, "", self)
        self.table = RowsTable(self)
        self.bar = DecisionBar(self)
        self.split = CheckField(tr("Read titles and abbreviated posts"), self)
        self.announced = CheckField(tr("Take rows without a name"), self)
        self.remember = CheckField(tr("Remember the columns for this institution"), self)
        self._ticks = (self.split, self.announced, self.remember)
        self._hints = self._keys()
        self._lay_out()
        self.table.went.connect(self._tell)
        self.bar.mending.connect(self.table.edit_cell)
        self.filter.chosen.connect(self._show_rows)
        for tick in self._ticks:
            tick.clicked.connect(self.chosen)

    def show_plan(self, plan: ImportPlan, whose: str) -> None:
        """Show a plan as it was judged, for the party with this name."""
        self._plan = plan
        judged = plan.judged
        if judged is None:
            return
        self._chips.refill([Chip(chip, self) for chip in count_chips(judged)])
        self._whose.setText(tr("For: {party}", party=region_name(whose)))
        self.filter.show_options(
            [
                Option(ALL, tr("All"), len(judged.rows)),
                Option(ODD, tr("To look at"), len(judged.problems)),
            ]
        )
        self.split.set_value(plan.choices.split)
        self.announced.set_value(plan.choices.announced)
        self.remember.set_value(plan.choices.remember)
        hint = hint_words(plan)
        self.hint.show_text(hint)
        self.hint.setVisible(bool(hint))
        self.remember.setVisible(plan.target.delegation_id is not None)
        self._show_rows()

    def choices(self, before: Choices) -> Choices:
        """Return the choices with what the ticks say."""
        return replace(
            before,
            split=self.split.value(),
            announced=self.announced.value(),
            remember=self.remember.value(),
        )

    def step(self, by: int) -> None:
        """Go to the next row that a person should look at, round the end."""
        judged = self._plan.judged if self._plan else None
        if judged is None or not judged.problems:
            return
        number = self.table.number()
        after = _after(judged, number) if by > 0 else _before(judged, number)
        self.table.go(after.number)
        self.table.setFocus()

    def _keys(self) -> QWidget:
        """Return the keys with what they do; they give way where there is no room."""
        mend, onward = _small(tr("edit the cell")), _small(tr("next problem"))
        made = framed(row(KeyHint("F8", self), onward, KeyHint("F2", self), mend, spacing=6))
        made.setMinimumWidth(1)
        return made

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ticks = sum(tick.sizeHint().width() + 12 for tick in self._ticks)
        self._hints.setVisible(self.width() - ticks - 2 * _PAD >= self._hints.sizeHint().width())

    def _lay_out(self) -> None:
        card = QWidget(self)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.bar)
        ticks = row(*self._ticks, None, self._hints, spacing=12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, 10, _PAD, 8)
        layout.setSpacing(8)
        layout.addWidget(framed(row(self._chips, None, self._whose, self.filter)))
        layout.addWidget(self.hint)
        layout.addWidget(card, 1)
        layout.addWidget(framed(ticks))
        self.bar.hide()
        self.setFocusProxy(self.table)

    @Slot(object)
    def _tell(self, shown: JudgedRow | None) -> None:
        plan = self._plan
        told = told_words(plan, shown) if plan is not None and shown is not None else ""
        self.bar.show_row(shown, told)

    @Slot()
    def _show_rows(self, *_: str) -> None:
        plan = self._plan
        if plan is None or plan.judged is None:
            return
        odd = self.filter.value() == ODD
        self.table.show_plan(plan, plan.judged.problems if odd else plan.judged.rows)


def _after(judged: Judged, number: int) -> JudgedRow:
    ahead = [row for row in judged.problems if row.number > number]
    return (ahead or list(judged.problems))[0]


def _before(judged: Judged, number: int) -> JudgedRow:
    behind = [row for row in judged.problems if row.number < number]
    return (behind or list(judged.problems))[-1]


def _small(text: str) -> QLabel:
    made = set_role(QLabel(text), TextRole.SMALL)
    made.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return made

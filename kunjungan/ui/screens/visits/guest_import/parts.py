"""What the import of guests shows: steps and source on top, the step, the buttons below."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.guest_import.judged import State
from kunjungan.ui.screens.visits.guest_import.check_step import CheckStep
from kunjungan.ui.screens.visits.guest_import.first_step import FirstStep
from kunjungan.ui.screens.visits.guest_import.plan import ImportPlan
from kunjungan.ui.screens.visits.guest_import.steps_line import StepsLine
from kunjungan.ui.screens.visits.guest_import.summary_step import SummaryStep
from kunjungan.ui.screens.visits.guest_import.words import rows_words, sheet_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, NumberField
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import PAGE_PAD, dialog_foot, framed, row, rule

FIRST, CHECK, SUMMARY = range(3)


class ImportParts(QWidget):
    """The three steps, with what is common to them; ``refusal`` is what was said last."""

    def __init__(self, parties: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        steps = [tr("Choose the list"), tr("Match columns and check"), tr("Summary")]
        self._steps = StepsLine(steps, self)
        self._source = set_role(ElidedLabel(parent=self), TextRole.STRONG)
        self.sheet, self.head = ChoiceField(), NumberField(0, 9999)
        self._sheet_word = set_role(QLabel(tr("sheet")), TextRole.SMALL)
        self._where = self._choices()
        self.first = FirstStep(parties, self)
        self.check = CheckStep(self)
        self.summary = SummaryStep(parties, self)
        self._pages = QStackedWidget(self)
        self._refused = Notice(Tone.BAD, "", self)
        self._said = set_role(ElidedLabel(parent=self), TextRole.SMALL)
        self._bar = QProgressBar(self)
        self.stop = Button(tr("Stop"), parent=self)
        self.back = Button(tr("Back"), parent=self)
        self.skip = CheckField("", self)
        self.close_button = Button(tr("Cancel"), parent=self)
        self.verb = Button(tr("Import"), kind="primary", parent=self)
        self._plan: ImportPlan | None = None
        self.refusal = ""
        self._lay_out()
        self.skip.set_value(value=True)
        self.skip.changed.connect(self._show_verb)

    def turn_to(self, step: int) -> None:
        """Show a step with its buttons."""
        self._pages.setCurrentIndex(step)
        self._steps.show_step(step)
        self._where.setVisible(step == CHECK)
        self._bar.hide()
        self.stop.hide()
        self._refused.hide()
        self.first.say("")
        for button in (self.back, self.skip, self.verb):
            button.setVisible(step == CHECK)
        self.close_button.setText(tr("Close") if step == SUMMARY else tr("Cancel"))
        safe = tr("Nothing is written before you press Import. Ctrl+Z takes it back.")
        undone = tr("Undo takes the whole list back, tomorrow too, from the history.")
        self._said.setText(undone if step == SUMMARY else safe)
        (self.first, self.check, self.summary)[step].setFocus()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a plan as it was judged."""
        self._plan = plan
        self._source.setText(plan.list.name)
        for field in (self.sheet, self.head):
            field.blockSignals(True)
        self.sheet.show_choices([(each.name, sheet_words(each)) for each in plan.list.sheets])
        self.sheet.set_value(plan.sheet.name)
        several = len(plan.list.sheets) > 1
        named = not plan.list.name.startswith(plan.sheet.name)
        self.sheet.setEnabled(several)
        for part in (self.sheet, self._sheet_word):
            part.setVisible(several or named)
        self.head.set_value(plan.head + 1)
        for field in (self.sheet, self.head):
            field.blockSignals(False)
        self.check.show_plan(plan, self.first.party.currentText())
        self._show_verb()

    def show_busy(self, *, writing: bool) -> None:
        """Say that work is going on, which can be stopped."""
        self._bar.setRange(0, 0)
        self._bar.show()
        self.stop.show()
        self.verb.setEnabled(False)
        self.back.setEnabled(not writing)
        self._said.setText(tr("Writing…") if writing else tr("Reading…"))

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Say how many of how many rows are done."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def say(self, refusal: str) -> None:
        """Say what was refused: in the first step under the choice, later over the buttons."""
        self.refusal = refusal
        if self._pages.currentIndex() == FIRST:
            self.first.say(refusal)
        else:
            self._refused.show_text(refusal)
            self._refused.setVisible(bool(refusal))

    @Slot()
    def _show_verb(self) -> None:
        judged = self._plan.judged if self._plan else None
        if judged is None:
            return
        bad = judged.counts.get(State.BAD, 0)
        self.skip.setText(tr("Skip {rows} with faults", rows=rows_words(bad)))
        self.skip.setVisible(bad > 0)
        self.verb.setText(tr("Import {rows}", rows=rows_words(judged.writes)))
        self.verb.setEnabled(judged.writes > 0 and (not bad or self.skip.value()))
        self.verb.updateGeometry()
        self.back.setEnabled(True)

    def _choices(self) -> QWidget:
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sheet.setAccessibleName(tr("Sheet"))
        self.head.setAccessibleName(tr("Row with the heads"))
        self.head.setFixedWidth(52)
        heads = set_role(QLabel(tr("heads in row")), TextRole.SMALL)
        return framed(row(self._source, self._sheet_word, self.sheet, heads, self.head))

    def _lay_out(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        for page in (self.first, self.check, self.summary):
            self._pages.addWidget(page)
        top = row(self._steps, None, self._where, margins=(PAGE_PAD, 10, PAGE_PAD, 10))
        self._refused.setContentsMargins(PAGE_PAD, 0, PAGE_PAD, 8)
        foot = dialog_foot(
            self._said,
            self._bar,
            self.stop,
            None,
            self.close_button,
            self.back,
            self.skip,
            self.verb,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(rule(self))
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._refused)
        layout.addWidget(foot)
        self.verb.setDefault(True)

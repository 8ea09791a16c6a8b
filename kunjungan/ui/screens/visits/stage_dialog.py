"""The sheet that brings a visit to another stage."""

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VisitStage, next_stages, reason_owed
from kunjungan.i18n import tr
from kunjungan.services.checklists.checklist import TaskLine, open_steps
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visits import move_visit
from kunjungan.ui.dates import brief_day
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog

MOST_NAMED = 6


def ask_stage(
    office: Office, seen: VisitOverview, wanted: VisitStage | None, parent: QWidget
) -> VisitStage | None:
    """Ask for another stage of a visit; return the one it reached, or None."""
    dialog = StageDialog(office, seen, wanted, parent)
    if dialog.run(dialog.save):
        return dialog.chosen()
    return None


class StageDialog(FormDialog):
    """Stage, day and reason; names the steps that are still open and those that block."""

    def __init__(
        self, office: Office, seen: VisitOverview, wanted: VisitStage | None, parent: QWidget
    ) -> None:
        super().__init__(tr("Stage of the visit"), tr("Change stage"), parent, intro=seen.title)
        self._office = office
        self._visit = seen.id
        self._blocked, self._open = Notice(Tone.BAD, ""), Notice(Tone.WARN, "")
        self.stage = ChoiceField(_choices(seen.stage))
        self.day = DateField()
        self.reason = TextField(2)
        self.add(tr("Stage"), self.stage)
        self.add_widget(self._blocked)
        self.add_widget(self._open)
        self.add(tr("Reached on"), self.day, hint=tr("May be past, for what is entered late."))
        self.add(
            tr("Reason"),
            self.reason,
            hint=tr(
                "Needed to postpone or cancel, and to go on with steps open; kept with the visit."
            ),
        )
        self.stage.changed.connect(self._on_stage)
        if wanted in next_stages(seen.stage):
            self.stage.set_value(wanted)
        self.day.set_value(PartialDate.of(office.today()))
        self._on_stage()

    def chosen(self) -> VisitStage:
        """Return the stage that was chosen."""
        stage: VisitStage = self.stage.value()
        return stage

    def save(self) -> None:
        """Bring the visit to the chosen stage."""
        move_visit(
            self._office,
            self._visit,
            self.chosen(),
            reason=self.reason.value(),
            on=self.day.day(),
        )

    def _on_stage(self) -> None:
        owed = open_steps(self._office, self._visit, self.chosen())
        blocking = [step for step in owed if step.blocking]
        rest = [step for step in owed if not step.blocking]
        self._blocked.show_text(tr("To be done first:\n{steps}", steps=_listed(blocking)))
        self._blocked.setVisible(bool(blocking))
        self._open.show_text(_still_open(rest))
        self._open.setVisible(bool(rest))
        self._verb.setText(tr("Go on anyway") if rest and not blocking else tr("Change stage"))
        self._verb.setEnabled(not blocking)
        calls_off = reason_owed(self.chosen())
        example = tr("For example: the regent was called away") if calls_off else ""
        self.reason.setPlaceholderText(example)


def _choices(current: VisitStage) -> list[tuple[VisitStage, str]]:
    allowed = next_stages(current)
    return [(stage, label(stage)) for stage in VisitStage if stage in allowed]


def _still_open(steps: list[TaskLine]) -> str:
    named = _listed(steps)
    if len(steps) == 1:
        return tr("1 step is still open:\n{steps}", steps=named)
    return tr("{count} steps are still open:\n{steps}", count=len(steps), steps=named)


def _listed(steps: list[TaskLine]) -> str:
    lines = [_step(step) for step in steps[:MOST_NAMED]]
    if len(steps) > MOST_NAMED:
        lines.append(tr("and {count} more", count=len(steps) - MOST_NAMED))
    return "\n".join(lines)


def _step(step: TaskLine) -> str:
    due = brief_day(step.due_on) if step.due_on else ""
    return "– " + joined(screen_side(step.title), screen_side(step.owner), due)  # noqa: RUF001

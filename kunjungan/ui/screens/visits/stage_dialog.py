"""The sheet that brings a visit to another stage."""

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VISIT_PATH, VisitStage, next_stages, reason_owed
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview
from kunjungan.services.tasks import TaskLine, list_tasks
from kunjungan.services.visits import move_visit
from kunjungan.ui.labels import label
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
    """Stage, day and reason; names the steps that are still open."""

    def __init__(
        self, office: Office, seen: VisitOverview, wanted: VisitStage | None, parent: QWidget
    ) -> None:
        super().__init__(tr("Stage of the visit"), tr("Change stage"), parent, intro=seen.title)
        self._office = office
        self._visit = seen.id
        self._open = [s for s in list_tasks(office, seen.id) if s.done_on is None]
        self._warning = Notice(Tone.WARN, "")
        self.stage = ChoiceField(_choices(seen.stage))
        self.day = DateField()
        self.reason = TextField(2)
        self.add(tr("Stage"), self.stage)
        self.add_widget(self._warning)
        self.add(tr("Reached on"), self.day, hint=tr("May be past, for what is entered late."))
        self.add(
            tr("Reason"),
            self.reason,
            hint=tr("Needed to postpone or cancel; kept with the visit."),
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
        day = self.day.value()
        move_visit(
            self._office,
            self._visit,
            self.chosen(),
            reason=self.reason.value(),
            on=day.full if day else None,
        )

    def _on_stage(self) -> None:
        owed = self.chosen() in VISIT_PATH[4:] and bool(self._open)
        self._warning.setVisible(owed)
        self._warning.show_text(_still_open(self._open))
        self._verb.setText(tr("Go on anyway") if owed else tr("Change stage"))
        if reason_owed(self.chosen()):
            self.reason.setPlaceholderText(tr("For example: the regent was called away"))
        else:
            self.reason.setPlaceholderText("")


def _choices(current: VisitStage) -> list[tuple[VisitStage, str]]:
    allowed = next_stages(current)
    return [(stage, label(stage)) for stage in VisitStage if stage in allowed]


def _still_open(steps: list[TaskLine]) -> str:
    named = "; ".join(step.title for step in steps[:MOST_NAMED])
    if len(steps) > MOST_NAMED:
        named += "; …"
    if len(steps) == 1:
        return tr("1 step is still open: {steps}", steps=named)
    return tr("{count} steps are still open: {steps}", count=len(steps), steps=named)

"""Asks when a stage was done, why it is passed or not required, and which track is taken."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.tracks import Track
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.process.leaving import (
    choose_track,
    finish_stage,
    not_required,
    pass_stage,
)
from kunjungan.services.process.stage_lines import StageLine
from kunjungan.services.process.stages import Progress
from kunjungan.ui.labels import choices, screen_side
from kunjungan.ui.screens.agreements.process.stage_words import law_words, names
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog


class StageDialog:
    """The day on which a stage is left, what is missing of it, and a reason where one is owed."""

    def __init__(
        self, office: Office, line: StageLine, title: str, verb: str, parent: QWidget
    ) -> None:
        self.dialog = FormDialog(title, verb, parent, intro=screen_side(line.name))
        self.day = DateField()
        self.reason = TextField(2)
        if line.missing:
            what, law = names(line), law_words(line)
            missing = tr("Missing: {what}", what=what)
            if law:
                missing = tr("Missing: {what} ({law})", what=what, law=law)
            self.dialog.add_widget(Notice(Tone.WARN, missing))
        hint = tr("May be past, for what is entered late.")
        self.dialog.add(tr("On"), self.day, hint=hint, needed=True)
        self.day.set_value(PartialDate.of(office.today()))

    def ask_reason(self, hint: str) -> None:
        """Ask for the reason, too; it must be given."""
        self.dialog.add(tr("Reason"), self.reason, hint=hint, needed=True)

    @property
    def on(self) -> date | None:
        """The day entered."""
        return self.day.day()

    def keep(self, leave: Callable[..., None]) -> bool:
        """Ask, and leave the stage for the reason and on the day given; True when it was kept."""
        return self.dialog.run(lambda: leave(self.reason.value(), on=self.on))


def ask_finish(office: Office, agreement_id: UUID, line: StageLine, parent: QWidget) -> bool:
    """Ask when a stage was done, and why without its evidence; True when it was kept."""
    verb = tr("Mark as done anyway") if line.missing else tr("Mark as done")
    asked = StageDialog(office, line, tr("Stage done"), verb, parent)
    if line.missing:
        asked.ask_reason(
            tr("Or attach it first. The stage is passed, and the reason kept with the agreement.")
        )
    return asked.keep(partial(finish_stage, office, agreement_id, line.code))


def ask_pass(office: Office, agreement_id: UUID, line: StageLine, parent: QWidget) -> bool:
    """Ask why a stage is passed; True when it was kept."""
    asked = StageDialog(office, line, tr("Pass a stage"), tr("Pass stage"), parent)
    asked.ask_reason(tr("Kept with the agreement and shown before the originals are printed."))
    return asked.keep(partial(pass_stage, office, agreement_id, line.code))


def ask_not_required(office: Office, agreement_id: UUID, line: StageLine, parent: QWidget) -> bool:
    """Ask why a stage is not required; True when it was kept."""
    asked = StageDialog(office, line, tr("Stage not required"), tr("Declare not required"), parent)
    asked.ask_reason(screen_side(line.condition) or tr("Kept with the agreement."))
    return asked.keep(partial(not_required, office, agreement_id, line.code))


def ask_track(office: Office, agreement_id: UUID, progress: Progress, parent: QWidget) -> bool:
    """Ask which stages an agreement goes through; True when another answer was given."""
    dialog = FormDialog(
        tr("Stages of the agreement"),
        tr("Use these stages"),
        parent,
        intro=tr("What was said of stages and filed to them is kept with either choice."),
    )
    offered = [(None, tr("By its kind and partners")), *choices(Track)]
    track = ChoiceField(offered)
    track.set_value(progress.track if progress.chosen else None)
    dialog.add(tr("Track"), track)
    return dialog.run(lambda: choose_track(office, agreement_id, track.value()))

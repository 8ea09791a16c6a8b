"""What can be done with a visit as a whole, from the list and from its own page."""

from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Language
from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VISIT_PATH, VisitStage, reason_owed
from kunjungan.i18n import tr
from kunjungan.services.checklists.checklist import open_steps
from kunjungan.services.overview import VisitOverview, visit_overview
from kunjungan.services.reception.message import visit_text
from kunjungan.services.visit_lists import VisitLine
from kunjungan.services.visits import link_earlier, move_visit, remove_visit, unlink_earlier
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.labels import label
from kunjungan.ui.messages import ask, refusals_shown
from kunjungan.ui.screens.visits.copy_dialog import ask_copy
from kunjungan.ui.screens.visits.delegation_dialog import ask_delegation
from kunjungan.ui.screens.visits.intake_dialog import ask_letter
from kunjungan.ui.screens.visits.link_dialog import ask_earlier
from kunjungan.ui.screens.visits.stage_dialog import ask_stage
from kunjungan.ui.screens.visits.tell_dialog import TellDialog
from kunjungan.ui.screens.visits.visit_dialog import ask_new_visit, ask_visit
from kunjungan.ui.screens.visits.words import guests_words
from kunjungan.ui.widgets.confirm import tell


class VisitVerbs:
    """Asks what is needed, does it, and says so with a way to undo it."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._context = context
        self._office = context.office
        self._parent = parent

    def schedule(self, title: str) -> None:
        """Ask for a new visit, perhaps of a title or on a day that is given, and go to it.

        A calendar leaves the day with the command.
        """
        action = self._context.commands["visit.schedule"]
        day = action.data()
        action.setData(None)
        on = PartialDate.parse(str(day)) if day else None
        visit_id = ask_new_visit(self._office, title, on, self._parent)
        if visit_id is not None:
            self._context.toast(tr("Visit scheduled"), undo=True)
            self._context.navigate(Address("visits", visit_id))

    def take_letter(self, visit_id: UUID | None) -> None:
        """Ask for a letter of request, perhaps one more of a visit, and go to what it became."""
        taken = ask_letter(self._office, visit_id, self._parent)
        if taken is None:
            return
        self._context.navigate(Address("visits", taken.visit_id))
        self._context.toast(tr("Letter recorded"), undo=True)
        for remark in taken.remarks:
            tell(self._parent, tr("About the scan"), tr(remark.message, **remark.values))

    def duplicate(self, visit_id: UUID) -> None:
        """Ask which parts to take along to which day, and go to the new visit."""
        with refusals_shown(self._parent):
            made = ask_copy(self._office, visit_id, self._parent)
            if made is not None:
                self._context.navigate(Address("visits", made))
                self._context.toast(tr("Visit duplicated"), undo=True)

    def copy_text(self, visit_id: UUID, language: Language) -> None:
        """Put the visit on the clipboard as a message for a telephone."""
        with refusals_shown(self._parent):
            QGuiApplication.clipboard().setText(visit_text(self._office, visit_id, language))
            self._context.toast(tr("Copied as a message"))

    def whom_to_tell(self, visit_id: UUID) -> None:
        """Show whom to ring about a visit."""
        with refusals_shown(self._parent):
            seen = visit_overview(self._office, visit_id)
            dialog = TellDialog(self._office, visit_id, seen.title, self._parent.window())
            dialog.exec()
            dialog.deleteLater()

    def edit(self, visit_id: UUID) -> None:
        """Ask for changes to a visit's facts."""
        with refusals_shown(self._parent):
            if ask_visit(self._office, visit_id, self._parent):
                self._context.toast(tr("Visit changed"), undo=True)

    def set_stage(self, visit_id: UUID, wanted: VisitStage | None = None) -> None:
        """Ask for another stage, its day and its reason."""
        with refusals_shown(self._parent):
            seen = visit_overview(self._office, visit_id)
            wanted = wanted or stage_after(seen.stage) or VisitStage.SCHEDULED
            reached = ask_stage(self._office, seen, wanted, self._parent)
            if reached is not None:
                self._say_stage(reached)
                if reason_owed(reached):
                    self.whom_to_tell(visit_id)

    def next_stage(self, seen: VisitOverview) -> None:
        """Go to the next stage at once, or first show the steps that are still open."""
        wanted = stage_after(seen.stage)
        if wanted is None:
            return
        if open_steps(self._office, seen.id, wanted):
            self.set_stage(seen.id, wanted)
            return
        with refusals_shown(self._parent):
            move_visit(self._office, seen.id, wanted)
            self._say_stage(wanted)

    def remove(self, visit_id: UUID) -> None:
        """Remove a visit after asking, and go back to the list."""
        with refusals_shown(self._parent):
            seen = visit_overview(self._office, visit_id)
            guests = sum(line.listed for line in seen.delegations)
            text = tr(
                "“{visit}” goes with its delegations, {guests} and its checklist. "
                "The people stay known, and undo brings all of it back.",
                visit=seen.title,
                guests=guests_words(guests),
            )
            held = bool(seen.agreements)  # the office refuses at once, so nothing is asked
            title, verb = tr("Remove this visit?"), tr("Remove visit")
            if held or ask(self._parent, title, text, verb=verb):
                remove_visit(self._office, visit_id)
                self._context.navigate(Address("visits"))
                self._context.toast(tr("Visit removed"), undo=True)

    def link_other(self, seen: VisitOverview) -> None:
        """Ask for an earlier visit and link it."""
        line = ask_earlier(self._office, seen, self._parent)
        if line is not None:
            self.link(seen.id, line)

    def link(self, visit_id: UUID, earlier: VisitLine) -> None:
        """Say that a visit continues an earlier one."""
        with refusals_shown(self._parent):
            link_earlier(self._office, visit_id, earlier.id)
            self._context.toast(tr("“{visit}” linked", visit=earlier.title), undo=True)

    def unlink(self, visit_id: UUID, earlier: VisitLine) -> None:
        """Take the link to an earlier visit away."""
        with refusals_shown(self._parent):
            unlink_earlier(self._office, visit_id, earlier.id)
            self._context.toast(tr("“{visit}” unlinked", visit=earlier.title), undo=True)

    def add_delegation(self, seen: VisitOverview) -> UUID | None:
        """Ask for another delegation of a visit and return its id."""
        made = ask_delegation(self._office, seen, None, self._parent)
        if made is not None:
            self._context.toast(tr("Delegation added"), undo=True)
        return made

    def _say_stage(self, stage: VisitStage) -> None:
        self._context.toast(tr("Stage: {stage}", stage=label(stage)), undo=True)


def stage_after(stage: VisitStage) -> VisitStage | None:
    """Return the next stage of a visit's life; None at its end and off its path."""
    if stage not in VISIT_PATH or stage is VISIT_PATH[-1]:
        return None
    return VISIT_PATH[VISIT_PATH.index(stage) + 1]

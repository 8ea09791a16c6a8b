"""What one does with a rundown: each verb is one undoable change, and says so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.rundown import clock_at, minute_of
from kunjungan.i18n import tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.rundown.findings import RundownFinding
from kunjungan.services.rundown.items import (
    ItemForm,
    Slip,
    edit_item,
    item_form,
    move_item,
    place_item,
    remove_items,
    slip,
)
from kunjungan.services.rundown.lines import ItemLine, Rundown
from kunjungan.services.rundown.mending import mend
from kunjungan.services.rundown.sent import mark_sent, sent_on
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.rundown.drag import Drop
from kunjungan.ui.screens.visits.rundown.slip_dialog import ask_slip
from kunjungan.ui.screens.visits.rundown.template_dialog import TemplateDialog, ask_save_template


class RundownVerbs:
    """Does things to rundowns; refusals are shown, nothing is half done."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._context = context
        self._office = context.office
        self._parent = parent

    def save(self, item_id: UUID | None, form: ItemForm, *, shift: bool) -> bool:
        """Save an item as it was typed; False where that was refused."""
        saved = False
        with refusals_shown(self._parent):
            if item_id is not None:
                self._say(edit_item(self._office, item_id, form, shift=shift))
                saved = True
        return saved

    def shift(self, plan: Rundown, item_id: UUID, minutes: int, *, follow: bool) -> None:
        """Move an item by some minutes; with ``follow`` the later ones go with it."""
        with refusals_shown(self._parent):
            if follow:
                self._say(slip(self._office, plan.visit_id, item_id, minutes))
                return
            form = item_form(self._office, item_id)
            at = clock_at(minute_of(form.starts_at) + minutes)
            self._say(edit_item(self._office, item_id, replace(form, starts_at=at)))

    def slip(self, visit_id: UUID, line: ItemLine) -> None:
        """Ask by how much it slips from an item on."""
        told = ask_slip(self._office, visit_id, line, self._parent)
        if told is not None:
            self._say(told)

    def move(self, item_id: UUID, step: int) -> None:
        """Bring an item up or down."""
        with refusals_shown(self._parent):
            move_item(self._office, item_id, step)
            self._context.toast(tr("Item moved"), undo=True)

    def drop(self, drop: Drop) -> None:
        """Put an item where it was dropped."""
        with refusals_shown(self._parent):
            place_item(self._office, drop.item, drop.session_id, drop.before)
            self._context.toast(tr("Item moved"), undo=True)

    def remove(self, ids: Sequence[UUID]) -> None:
        """Remove items."""
        with refusals_shown(self._parent):
            remove_items(self._office, ids)
            one = len(ids) == 1
            self._context.toast(
                tr("Item removed") if one else tr("{count} items removed", count=len(ids)),
                undo=True,
            )

    def mend(self, visit_id: UUID, finding: RundownFinding) -> None:
        """Do what the button of a finding says."""
        with refusals_shown(self._parent):
            mend(self._office, visit_id, finding)
            self._context.toast(tr("Done"), undo=True)

    def mark_sent(self, visit_id: UUID) -> None:
        """Keep that the guests have the rundown as it stands."""
        with refusals_shown(self._parent):
            mark_sent(self._office, visit_id)
            self._context.toast(tr("Marked as sent"), undo=True)

    def sent_on(self, visit_id: UUID) -> date | None:
        """Return when the rundown was last sent."""
        return sent_on(self._office, visit_id)

    def template(self, plan: Rundown, session_id: UUID | None) -> list[UUID]:
        """Ask for a template and return the items that it made."""
        made = TemplateDialog(self._office, plan, session_id, self._parent).ask()
        if made:
            self._context.toast(tr("{count} items added", count=len(made)), undo=True)
        return made

    def save_template(self, plan: Rundown, session_id: UUID | None) -> None:
        """Keep a session as a template."""
        if ask_save_template(self._office, plan, session_id, self._parent):
            self._context.toast(tr("Template saved"), undo=True)

    def print_rundown(self, seen: VisitOverview) -> None:
        """Show the papers of the rundown as they will be printed."""
        from kunjungan.ui.screens.visits.rundown.print_dialog import (  # noqa: PLC0415 - heavy
            RundownPrintDialog,
        )

        dialog = RundownPrintDialog(self._context, seen, self._parent)
        dialog.finished_with.connect(self._context.toast)
        dialog.exec()

    def _say(self, told: Slip) -> None:
        words = tr("{count} later items slipped", count=told.moved) if told.moved else tr("Saved")
        if told.collides:
            words += " · " + tr("{count} overlaps", count=len(told.collides))
        self._context.toast(words, undo=True)

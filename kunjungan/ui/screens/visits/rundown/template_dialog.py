"""Fills a session from a template, with the items shown before anything is written."""

from datetime import time
from uuid import UUID

from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.rundown import Stretch, clock_at
from kunjungan.domain.rundown_templates import PlannedItem
from kunjungan.i18n import later, tr
from kunjungan.services.office import Office
from kunjungan.services.rundown.lines import Rundown
from kunjungan.services.rundown.templates import (
    TemplateLine,
    apply_template,
    list_templates,
    preview,
    remove_template,
    save_template,
)
from kunjungan.ui.dates import hours_words
from kunjungan.ui.labels import refusal_words, screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.rundown.fields import HourField
from kunjungan.ui.screens.visits.rundown.words import minutes_words, session_title
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.layouts import framed, row
from kunjungan.ui.widgets.rows_model import Cell, Column

_PREVIEW = 206
_NINE = 9 * 60


class TemplateDialog:
    """Which template, for which session, from when; below it what comes of it."""

    def __init__(
        self, office: Office, plan: Rundown, session_id: UUID | None, parent: QWidget
    ) -> None:
        self._office, self._plan = office, plan
        self.made: list[UUID] = []
        self.dialog = FormDialog(tr("Start from a template"), tr("Add these items"), parent)
        self.template = ChoiceField()
        sessions = [(line.id, session_title(plan, line)) for line in plan.sessions]
        loose = [] if sessions and not plan.of(None) else [(None, session_title(plan, None))]
        self.session = ChoiceField([*sessions, *loose])
        self.starts = HourField()
        self.notice = set_role(QLabel(), TextRole.SMALL)
        self._remove = button(tr("Remove this template"), self.remove, kind="link")
        self.preview = DataTable[PlannedItem](_columns(), key=id)
        self._build(session_id)
        self._offer()

    def ask(self) -> list[UUID]:
        """Show the dialog and return the items added; none when given up."""
        self.dialog.run(self.save)
        return self.made

    def save(self) -> None:
        """Add the items; RuleBroken without a start."""
        self.made = apply_template(
            self._office,
            self._plan.visit_id,
            self._line().key,
            self.session.value(),
            self._starts(),
        )

    def remove(self) -> None:
        """Remove the office's own template that is chosen; undo brings it back."""
        with refusals_shown(self.dialog):
            remove_template(self._office, self._line().key)
        self._offer()

    def _build(self, session_id: UUID | None) -> None:
        self.preview.setFixedHeight(_PREVIEW)
        self.notice.setWordWrap(True)
        self.dialog.add(tr("Template"), self.template)
        self.dialog.add_pair((tr("For"), self.session), (tr("Start"), self.starts))
        self.dialog.add_widget(self.preview)
        foot = row(self.notice, self._remove)
        foot.setStretch(0, 1)
        self.dialog.add_widget(framed(foot))
        first = session_id or next((line.id for line in self._plan.sessions), None)
        self.session.set_value(first)
        self._propose()
        self.template.changed.connect(self._look)
        self.session.changed.connect(self._propose)
        self.starts.changed.connect(self._look)

    def _offer(self) -> None:
        self._lines = list_templates(self._office, self._plan.visit_id)
        self.template.show_choices([(line.key, _named(line)) for line in self._lines])
        self._look()

    def _propose(self) -> None:
        """Propose the start: behind what the session has, else when it opens."""
        lines = self._plan.of(self.session.value())
        own = self._plan.session(self.session.value())
        opens = own.starts_at if own else self._plan.opens
        self.starts.set_value(lines[-1].ends_at if lines else opens or clock_at(_NINE))

    def _line(self) -> TemplateLine:
        return next(line for line in self._lines if line.key == self.template.value())

    def _starts(self) -> time:
        at: time | None = self.starts.value()
        if at is None:
            raise RuleBroken(later("Say when it starts, too."))
        return at

    def _look(self) -> None:
        items: list[PlannedItem] = []
        there = len(self._plan.of(self.session.value()))
        words = tr("{count} items are there already and stay.", count=there) if there else ""
        try:
            items = preview(
                self._office,
                self._plan.visit_id,
                self._line().key,
                self.session.value(),
                self._starts(),
            )
        except RuleBroken as refusal:
            words = refusal_words(refusal)
        self.preview.show_rows(items)
        whole = sum(item.row.minutes for item in items)
        self.preview.set_footer(
            joined(tr("{count} items", count=len(items)), minutes_words(whole)) if items else ""
        )
        self.notice.setText(words)
        self._remove.setVisible(self._line().own)


def ask_save_template(
    office: Office, plan: Rundown, session_id: UUID | None, parent: QWidget
) -> bool:
    """Keep a session's items as the office's own template; False when given up."""
    intro = tr(
        "Names of speakers and partners become places that are filled in anew. "
        "A template of the same name is replaced."
    )
    dialog = FormDialog(tr("Save as template"), tr("Save template"), parent, intro=intro)
    name, every = LineField(), CheckField(tr("For visits of every kind"))
    name.set_value(session_title(plan, plan.session(session_id)))
    dialog.add(tr("Name"), name, needed=True)
    dialog.add("", every)
    return dialog.run(
        lambda: save_template(
            office, plan.visit_id, name.value(), session_id, every_kind=every.value()
        )
    )


def _named(line: TemplateLine) -> str:
    own = tr("own") if line.own else ""
    return joined(screen_side(line.name), tr("{count} items", count=line.items), own)


def _columns() -> tuple[Column[PlannedItem], ...]:
    def hours(item: PlannedItem) -> Cell:
        at = Stretch(item.starts_at, item.row.minutes)
        return Cell(hours_words(at.starts_at, at.ends_at), bold=True)

    return (
        Column(tr("Time"), hours, 108),
        Column(tr("Item"), lambda item: screen_side(item.title)),
        Column(tr("In charge"), lambda item: Cell(item.row.in_charge, quiet=True), 150),
    )

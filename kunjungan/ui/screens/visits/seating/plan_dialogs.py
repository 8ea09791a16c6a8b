"""Asks for a new plan from a template, and for changes of a plan's name and room."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.seating_kinds import dressed
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.seating import (
    PlanView,
    RoomLine,
    edit_plan,
    new_plan,
    plan_form,
    remove_template,
    seat_templates,
)
from kunjungan.services.visiting.sessions import list_sessions
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.seating.parts_field import PartsField
from kunjungan.ui.screens.visits.seating.sketch import Sketch, sketch
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.fields import CheckField, ChoiceField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.layouts import framed, row

_TILE, _CELL, _TALL = QSize(148, 80), QSize(164, 122), 262


class TemplateField(QListWidget):
    """Room templates as small drawings; the arrow keys walk them.

    Signals:
        changed: Another template is chosen.
    """

    changed = Signal()

    def __init__(self, templates: Sequence[RoomLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(_TILE)
        self.setGridSize(_CELL)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setProperty("frame", "card")
        self.setFixedHeight(_TALL)
        self.currentRowChanged.connect(self.changed)
        self.show_rooms(templates)

    def show_rooms(self, templates: Sequence[RoomLine]) -> None:
        """Show these rooms, the first chosen."""
        self.clear()
        ratio = self.devicePixelRatioF()
        for template in templates:
            picture = QIcon(sketch(template.parts, _TILE, ratio))
            item = QListWidgetItem(picture, _title(template), self)
            item.setData(Qt.ItemDataRole.UserRole, template.key)
        self.setCurrentRow(0)

    def value(self) -> str:
        """Return the key of the chosen template."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def choose(self, key: str) -> None:
        """Choose a template by its key."""
        for place in range(self.count()):
            if self.item(place).data(Qt.ItemDataRole.UserRole) == key:
                self.setCurrentRow(place)

    @override
    def sizeHint(self) -> QSize:
        return QSize(520, _TALL)


class NewPlanDialog:
    """A template and a session; the plan is seated by rank at once."""

    def __init__(self, office: Office, visit_id: UUID, parent: QWidget) -> None:
        self._office, self._visit = office, visit_id
        self.made: UUID | None = None
        intro = tr("The room is seated by rank at once; every seat can be changed afterwards.")
        self.dialog = FormDialog(tr("New seating plan"), tr("Make the plan"), parent, intro=intro)
        self.template = TemplateField(seat_templates(office, visit_id))
        self.session = ChoiceField(session_choices(office, visit_id))
        self.dialog.add(tr("Room template"), self.template, needed=True)
        self._remove = button(tr("Remove this template"), self._forget, kind="link")
        self.dialog.add_widget(framed(row(self._remove, None)))
        self.template.changed.connect(self._offer)
        self._offer()
        self.dialog.add(tr("For"), self.session)

    def ask(self) -> UUID | None:
        """Ask; return the new plan's id, or None when given up."""
        self.dialog.run(self.save)
        return self.made

    def _offer(self) -> None:
        """Offer to remove the office's own templates."""
        own = {room.key for room in seat_templates(self._office) if room.own}
        self._remove.setVisible(self.template.value() in own)

    def _forget(self) -> None:
        """Remove the chosen template; plans made from it stay."""
        with refusals_shown(self.dialog):
            remove_template(self._office, self.template.value())
            self.template.show_rooms(seat_templates(self._office, self._visit))

    def save(self) -> None:
        """Make the plan."""
        template, session = self.template.value(), self.session.value()
        self.made = new_plan(self._office, self._visit, template, session)


class EditPlanDialog:
    """A plan's name, its session, and the parts of its room with a drawing of them."""

    def __init__(self, office: Office, view: PlanView, parent: QWidget) -> None:
        self._office, self._plan = office, view.id
        form, visit_id = plan_form(office, view.id), view.visit_id
        self._form = form
        self.dialog = FormDialog(tr("Seating plan"), tr("Save the plan"), parent)
        self.name = BilingualField()
        self.name.set_value(Bilingual(form.name_id, form.name_en))
        self.session = ChoiceField(session_choices(office, visit_id))
        self.session.set_value(form.session_id)
        self.parts = PartsField(form.parts)
        self.sketch = Sketch()
        self.sketch.show_parts(form.parts)
        self.parts.changed.connect(self._draw)
        self.dialog.add(tr("Name"), self.name, needed=True)
        self.dialog.add(tr("For"), self.session)
        self.dialog.add_widget(self.sketch)
        self.emblem = CheckField(tr("State emblem with both portraits on the wall"))
        self.emblem.set_value(any(part.emblem for part in form.parts))
        self.flags = CheckField(tr("Flags of the regions beside the national flag"))
        self.flags.set_value(any(part.region_flags for part in form.parts))
        self.dialog.add_widget(self.emblem)
        self.dialog.add_widget(self.flags)
        hint = tr("From the stage to the door. Guests keep their seats where these still exist.")
        self.dialog.add(tr("Room"), self.parts, hint=hint)

    def ask(self) -> bool:
        """Ask; False when given up."""
        return self.dialog.run(self.save)

    def save(self) -> None:
        """Keep the changes."""
        name: Bilingual = self.name.value()
        changed = replace(
            self._form,
            name_id=name.id,
            name_en=name.en,
            session_id=self.session.value(),
            parts=dressed(
                self.parts.value(), emblem=self.emblem.value(), region_flags=self.flags.value()
            ),
        )
        edit_plan(self._office, self._plan, changed)

    def _draw(self) -> None:
        parts = self.parts.known()
        if parts is not None:
            self.sketch.show_parts(parts)


def _title(room: RoomLine) -> str:
    return tr("{room} · {count} seats", room=screen_side(room.name), count=room.seats)


def session_choices(office: Office, visit_id: UUID) -> list[tuple[UUID | None, str]]:
    """Return the sessions that a plan may be for, the whole visit first."""
    lines = list_sessions(office, visit_id)
    return [(None, tr("The whole visit")), *((line.id, screen_side(line.title)) for line in lines)]

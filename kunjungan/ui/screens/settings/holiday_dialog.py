"""The form of a holiday or an observance."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.workdays import HolidayKind
from kunjungan.i18n import tr
from kunjungan.services.calendar.holidays import (
    HolidayForm,
    add_holiday,
    edit_holiday,
    holiday_form,
)
from kunjungan.services.office import Office
from kunjungan.ui.labels import choices
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_new_holiday(office: Office, near: date, parent: QWidget) -> tuple[UUID, date] | None:
    """Ask for a day; return its id and date, or None for a change of mind."""
    dialog = HolidayDialog(HolidayForm(near, HolidayKind.LOCAL, ""), parent)
    made: list[tuple[UUID, date]] = []

    def save() -> None:
        form = dialog.values()
        made.append((add_holiday(office, form), form.on))

    return made[-1] if dialog.run(save) else None


def ask_holiday(office: Office, holiday_id: UUID, parent: QWidget) -> bool:
    """Ask for changes; True when they were kept. Raises NotFound when it is gone."""
    dialog = HolidayDialog(holiday_form(office, holiday_id), parent)
    return dialog.run(lambda: edit_holiday(office, holiday_id, dialog.values()))


class HolidayDialog(FormDialog):
    """Date, kind and the name in both languages."""

    def __init__(self, form: HolidayForm, parent: QWidget) -> None:
        new = not form.version
        super().__init__(
            tr("New holiday") if new else tr("Edit holiday"),
            tr("Add holiday") if new else tr("Save holiday"),
            parent,
        )
        self._start = form
        self.on, self.kind = DateField(), ChoiceField(choices(HolidayKind))
        self.name_id, self.name_en = LineField(), LineField()
        self.add(tr("Date"), self.on, needed=True)
        told = tr("Offices are closed on all of them but an observance, such as an anniversary.")
        self.add(tr("Kind"), self.kind, hint=told)
        self.add(tr("Indonesian"), self.name_id, needed=True)
        self.add(tr("English"), self.name_en)
        self.on.set_value(PartialDate.of(form.on) if form.version else None)
        self.kind.set_value(form.kind)
        self.name_id.set_value(form.name_id)
        self.name_en.set_value(form.name_en)

    def values(self) -> HolidayForm:
        """Return the day as filled in."""
        return replace(
            self._start,
            on=self.on.day() or self._start.on,
            kind=self.kind.value(),
            name_id=self.name_id.value(),
            name_en=self.name_en.value(),
        )

"""The forms of the report: how an item went, who came, the result, a promise."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visit_day.aftermath import (
    MOST_GUESTS,
    Aftermath,
    CameLine,
    RealForm,
    RealItem,
    count_came,
    note_real,
    real_form,
    write_result,
)
from kunjungan.services.visiting.promises import (
    PromiseForm,
    add_promise,
    edit_promise,
    promise_form,
)
from kunjungan.ui.dates import hours_words
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.words import body_name, brief_body, joined
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, NumberField, TextField, TimeField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_real(office: Office, item: RealItem, parent: QWidget) -> bool:
    """Ask how an item really went; True when it was kept."""
    dialog = RealDialog(item, real_form(office, item.id), parent)
    return dialog.run(lambda: note_real(office, item.id, dialog.form()))


class RealDialog(FormDialog):
    """When it really began and ended, and what happened."""

    def __init__(self, item: RealItem, form: RealForm, parent: QWidget) -> None:
        planned = tr("Planned: {hours}", hours=hours_words(item.starts_at, item.ends_at))
        intro = joined(screen_side(item.title), planned)
        super().__init__(tr("How it really went"), tr("Save"), parent, intro=intro)
        self._version = form.version
        self.began, self.ended, self.remark = TimeField(), TimeField(), TextField(3)
        self.add_pair((tr("Began at"), self.began), (tr("Ended at"), self.ended))
        self.add(tr("Incidents and remarks"), self.remark)
        self.began.set_value(form.began_at or item.starts_at)
        self.ended.set_value(form.ended_at or item.ends_at)
        self.remark.set_value(form.remark)

    def form(self) -> RealForm:
        """Return what was filled in."""
        return RealForm(self.began.value(), self.ended.value(), self.remark.value(), self._version)


def ask_came(office: Office, lines: tuple[CameLine, ...], parent: QWidget) -> bool:
    """Ask how many came of each delegation; True when it was kept."""
    dialog = CameDialog(lines, parent)
    seen = {line.delegation_id: line.version for line in lines}
    return dialog.run(lambda: count_came(office, dialog.counts(), seen))


class CameDialog(FormDialog):
    """A count for each delegation; those marked as present are offered."""

    def __init__(self, lines: tuple[CameLine, ...], parent: QWidget) -> None:
        super().__init__(tr("Guests who came"), tr("Save the counts"), parent)
        self._fields: dict[UUID, NumberField] = {}
        for line in lines:
            field = NumberField(0, MOST_GUESTS)
            field.set_value(line.came if line.came is not None else line.present or None)
            hint = joined(
                tr("announced {count}", count="—" if line.announced is None else line.announced),
                tr("marked as present {count}", count=line.present),
            )
            self.add(brief_body(screen_side(line.name)), field, hint=hint)
            self._fields[line.delegation_id] = field

    def counts(self) -> dict[UUID, int | None]:
        """Return the counts by delegation."""
        return {key: field.value() for key, field in self._fields.items()}


def ask_result(office: Office, seen: VisitOverview, after: Aftermath, parent: QWidget) -> bool:
    """Ask for the result of a visit in words; True when it was kept."""
    dialog = FormDialog(tr("Result of the visit"), tr("Save the result"), parent, intro=seen.title)
    text = TextField(8, 12)
    text.set_value(after.result)
    hint = tr("An empty line begins a new paragraph. It is printed as it stands here.")
    dialog.add(tr("Result"), text, hint=hint)
    return dialog.run(lambda: write_result(office, seen.id, text.value(), seen=after.version))


def ask_promise(
    office: Office, seen: VisitOverview, promise_id: UUID | None, parent: QWidget
) -> bool:
    """Ask for a new promise of a visit, or for changes to one; True when it was kept."""
    form = PromiseForm("") if promise_id is None else promise_form(office, promise_id)
    dialog = PromiseDialog(seen, form, parent)
    if promise_id is None:
        return dialog.run(lambda: add_promise(office, seen.id, dialog.form()))
    return dialog.run(lambda: edit_promise(office, promise_id, dialog.form()))


class PromiseDialog(FormDialog):
    """What was promised, to whom, who sees to it and until when."""

    def __init__(self, seen: VisitOverview, form: PromiseForm, parent: QWidget) -> None:
        new = form.version == 0
        super().__init__(
            tr("New promise") if new else tr("Promise"),
            tr("Note promise") if new else tr("Save promise"),
            parent,
            intro=seen.title,
        )
        self._version = form.version
        self.title, self.owner, self.due = LineField(), LineField(), DateField()
        bodies = [(line.id, body_name(line)) for line in seen.delegations]
        self.whom = ChoiceField([(None, tr("Nobody in particular")), *bodies])
        self.add(tr("What was promised"), self.title, needed=True)
        self.add(tr("To"), self.whom)
        self.add_pair((tr("In charge"), self.owner), (tr("Due"), self.due))
        self.title.set_value(form.title)
        self.whom.set_value(form.delegation_id)
        self.owner.set_value(form.owner)
        self.due.show_day(form.due_on)

    def form(self) -> PromiseForm:
        """Return what was filled in."""
        return PromiseForm(
            self.title.value(),
            self.whom.value(),
            self.owner.value(),
            self.due.day(),
            self._version,
        )

"""The form of a local addition to the order of precedence."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.precedence import Group
from kunjungan.domain.protocol_groups import citation
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.precedence.local import (
    LocalRankForm,
    add_local_rank,
    edit_local_rank,
    local_rank_form,
)
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_new_local_rank(office: Office, parent: QWidget) -> UUID | None:
    """Ask for a local addition; return its id, or None for a change of mind."""
    dialog = LocalRankDialog(LocalRankForm(Group.AGENCY_HEADS), parent)
    made: list[UUID] = []

    def save() -> None:
        made.append(add_local_rank(office, dialog.values()))

    return made[-1] if dialog.run(save) else None


def ask_local_rank(office: Office, rank_id: UUID, parent: QWidget) -> bool:
    """Ask for changes; True when they were kept. Raises NotFound when it is gone."""
    dialog = LocalRankDialog(local_rank_form(office, rank_id), parent)
    return dialog.run(lambda: edit_local_rank(office, rank_id, dialog.values()))


class LocalRankDialog(FormDialog):
    """After which group, the name in both languages, the rule that it rests on."""

    def __init__(self, form: LocalRankForm, parent: QWidget) -> None:
        new = not form.version
        super().__init__(
            tr("New local addition") if new else tr("Edit local addition"),
            tr("Add to the order") if new else tr("Save addition"),
            parent,
        )
        self._start = form
        self.after = ChoiceField([(group, _said(group)) for group in Group])
        self.name_id, self.name_en, self.source = LineField(), LineField(), LineField()
        told = tr("Whoever has this rank stands right after that group and ahead of the next.")
        self.add(tr("Stands after"), self.after, hint=told)
        self.add(tr("Name in Indonesian"), self.name_id, needed=True)
        self.add(tr("Name in English"), self.name_en)
        self.add(
            tr("Rests on"), self.source, hint=tr("The local rule, such as Perwal 12/2021 art 5.")
        )
        self.after.set_value(form.after)
        self.name_id.set_value(form.name_id)
        self.name_en.set_value(form.name_en)
        self.source.set_value(form.source)

    def values(self) -> LocalRankForm:
        """Return the addition as filled in."""
        return replace(
            self._start,
            after=self.after.value(),
            name_id=self.name_id.value(),
            name_en=self.name_en.value(),
            source=self.source.value(),
        )


def _said(group: Group) -> str:
    return f"{screen_side(citation(group))} \N{MIDDLE DOT} {label(group)}"

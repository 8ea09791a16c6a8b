"""Asks for an item of the rundown: a new one, or all about one that is there."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.rundown import Stretch, stretch_of
from kunjungan.domain.visit_words import ItemKind
from kunjungan.i18n import tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.office import Office
from kunjungan.services.rundown.items import ItemForm, add_item, edit_item, item_form
from kunjungan.services.rundown.lines import Rundown
from kunjungan.ui.labels import choices
from kunjungan.ui.screens.visits.rundown.fields import HourField, MinutesField
from kunjungan.ui.screens.visits.rundown.offers import Offers, texts
from kunjungan.ui.screens.visits.rundown.words import session_title
from kunjungan.ui.screens.visits.words import body_name
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog


class ItemDialog:
    """Every field of an item; any two of start, duration and end fix the third."""

    def __init__(
        self,
        office: Office,
        plan: Rundown,
        offers: Offers,
        delegations: Sequence[DelegationLine],
        parent: QWidget,
    ) -> None:
        self._office, self._plan = office, plan
        self._item: UUID | None = None
        self._version = 0
        self.made: UUID | None = None
        self.dialog = FormDialog(tr("Rundown item"), tr("Save item"), parent)
        self.title = BilingualField()
        self.kind = ChoiceField(choices(ItemKind))
        sessions = [(line.id, session_title(plan, line)) for line in plan.sessions]
        self.session = ChoiceField([*sessions, (None, session_title(plan, None))])
        self.starts, self.minutes, self.ends = HourField(), MinutesField(), HourField()
        self.shift = CheckField(tr("Slip what follows"))
        self.agreement = ChoiceField(offers.signed())
        self.speaker = ChoiceField(offers.voices())
        self.speech = ChoiceField(texts())
        bodies = [(line.id, body_name(line)) for line in delegations]
        self.delegation: ChoiceField = ChoiceField([(None, tr("Everybody")), *bodies])
        self.in_charge, self.place, self.needs = LineField(), LineField(), LineField()
        self.cue = TextField(2, 5)
        self.fixed = CheckField(tr("Keeps its time"))
        self.shown = CheckField(tr("Shown to guests"))
        self._build()

    def ask_new(self, start: ItemForm) -> bool:
        """Ask for a new item that begins as ``start`` says; False when given up."""
        self.show(start)
        self.shift.setChecked(True)
        return self.dialog.run(self.save)

    def ask_edit(self, item_id: UUID, *, shift: bool) -> bool:
        """Ask for changes of an item; False when given up."""
        self._item = item_id
        form = item_form(self._office, item_id)
        self._version = form.version
        self.show(form)
        self.shift.setChecked(shift)
        return self.dialog.run(self.save)

    def save(self) -> None:
        """Add the item, or change it."""
        form = self.form()
        shift = self.shift.value()
        if self._item is None:
            self.made = add_item(self._office, self._plan.visit_id, form, shift=shift)
        else:
            edit_item(self._office, self._item, form, shift=shift)
            self.made = self._item

    def show(self, form: ItemForm) -> None:
        """Fill the fields."""
        self.title.set_value(Bilingual(form.title_id, form.title_en))
        self.kind.set_value(form.kind)
        self.session.set_value(form.session_id)
        self.starts.set_value(form.starts_at)
        self.minutes.set_value(form.minutes)
        self.ends.set_value(Stretch(form.starts_at, form.minutes).ends_at)
        self.agreement.set_value(form.agreement_id)
        self.speaker.set_value(form.tenure_id)
        self.speech.set_value(form.speech)
        self.delegation.set_value(form.delegation_id)
        self.in_charge.set_value(form.in_charge)
        self.place.set_value(form.place)
        self.needs.set_value(form.needs)
        self.cue.set_value(form.cue)
        self.fixed.set_value(form.fixed)
        self.shown.set_value(form.shown)

    def form(self) -> ItemForm:
        """Return what the fields say; RuleBroken where a time is lacking."""
        stretch = stretch_of(self.starts.value(), self.minutes.value(), None)
        title: Bilingual = self.title.value()
        return ItemForm(
            starts_at=stretch.starts_at,
            minutes=stretch.minutes,
            title_id=title.id,
            title_en=title.en,
            kind=self.kind.value(),
            session_id=self.session.value(),
            delegation_id=self.delegation.value(),
            agreement_id=self.agreement.value(),
            tenure_id=self.speaker.value(),
            speech=self.speech.value(),
            place=self.place.value(),
            in_charge=self.in_charge.value(),
            cue=self.cue.value(),
            needs=self.needs.value(),
            fixed=self.fixed.value(),
            shown=self.shown.value(),
            version=self._version,
        )

    def _build(self) -> None:
        add = self.dialog.add
        add(tr("Item"), self.title, needed=True)
        self.dialog.add_pair(
            (tr("Start"), self.starts), (tr("Duration"), self.minutes), (tr("End"), self.ends)
        )
        self.dialog.add_pair((tr("Kind"), self.kind), (tr("Session"), self.session))
        add("", self.shift)
        self.dialog.add_pair((tr("In charge"), self.in_charge), (tr("Place"), self.place))
        add(tr("Speaker"), self.speaker)
        self.dialog.add_pair(
            (tr("Text of the speech"), self.speech), (tr("Agreement signed"), self.agreement)
        )
        add(tr("For"), self.delegation)
        add(tr("Note for the MC"), self.cue)
        add(tr("Needs"), self.needs, hint=tr("Microphone, screen, folders, gifts …"))
        self.dialog.add_pair(("", self.fixed), ("", self.shown))
        for field in (self.starts, self.minutes):
            field.textEdited.connect(partial(self._fix, self.ends))
        self.ends.textEdited.connect(partial(self._fix, self.minutes))

    def _fix(self, third: HourField | MinutesField, *_: Any) -> None:  # noqa: ANN401 (Qt's text)
        try:
            if third is self.ends:
                found = stretch_of(self.starts.value(), self.minutes.value(), None)
                third.set_value(found.ends_at)
            elif isinstance(third, MinutesField):
                found = stretch_of(self.starts.value(), None, self.ends.value())
                third.set_value(found.minutes)
        except RuleBroken:
            return  # half a time; saving says what is wrong


def after(plan: Rundown, item_id: UUID | None, start: ItemForm) -> ItemForm:
    """Return a form for a new item right behind another, or behind all that there is."""
    line = plan.item(item_id) if item_id else None
    if line is None and plan.items:
        line = plan.items[-1]
    if line is None:
        return start
    return replace(start, starts_at=line.ends_at, session_id=line.session_id, place=line.place)

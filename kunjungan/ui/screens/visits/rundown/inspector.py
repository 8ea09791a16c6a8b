"""The item on the keyboard beside the table: its time as one types it, and all else about it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.rundown import Point, Stretch, clock_at, minute_of, rippled, stretch_of
from kunjungan.domain.rundown_checks import READ_KINDS
from kunjungan.domain.visit_words import ItemKind
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.rundown.counted_on import next_of
from kunjungan.services.rundown.items import ItemForm, item_form
from kunjungan.services.rundown.lines import ItemLine, Rundown
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.rundown.fields import HourField, MinutesField
from kunjungan.ui.screens.visits.rundown.offers import Offers, texts
from kunjungan.ui.screens.visits.rundown.words import next_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField
from kunjungan.ui.widgets.form import Form
from kunjungan.ui.widgets.labels import ElidedLabel

_SPOKEN = (ItemKind.SPEECH, ItemKind.ARRIVAL, ItemKind.REPORT)


class Inspector(Card):
    """Saves each field when it is left; the times ripple through the table while one types.

    ``details`` is a second card for what is needed less often.

    Signals:
        previewed: The times would be these; carries stretches by item id, none when all stands.
        wanted: Save; carries the form, and whether later items follow.
        left: Esc, or Enter in a time: the table takes the keyboard back.
    """

    previewed = Signal(object)
    wanted = Signal(object, bool)
    left = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = set_role(ElidedLabel(parent=self), TextRole.CARD)
        self.next = set_role(QLabel(self), TextRole.SMALL)
        self._office = office
        self._plan: Rundown | None = None
        self._form: ItemForm | None = None
        self._id: UUID | None = None
        self._showing = False
        self.starts, self.minutes, self.ends = HourField(), MinutesField(), HourField()
        self.shift = CheckField(tr("Slip what follows"))
        self.agreement = ChoiceField()
        self.speaker = ChoiceField()
        self.speech = ChoiceField(texts())
        self.cue = TextField(2, 6)
        self.in_charge, self.place, self.needs = LineField(), LineField(), LineField()
        self.fixed = CheckField(tr("Keeps its time"))
        self.shown = CheckField(tr("Shown to guests"))
        self.details = Card(tr("More about the item"))
        self._fields, self._more = Form(self), Form(self.details)
        self._build()
        self._connect()
        for card in (self, self.details):
            card.setEnabled(not office.looking_on)

    @property
    def item(self) -> UUID | None:
        """The item that is shown."""
        return self._id

    @property
    def shifting(self) -> bool:
        """Whether later items follow a change."""
        return self.shift.value()

    def show_item(self, plan: Rundown, line: ItemLine | None, offers: Offers) -> None:
        """Show an item, or the same one again after a change; what was typed is saved first."""
        if self._id is not None and (line is None or line.id != self._id):
            self.save()
        self._plan = plan
        fresh = item_form(self._office, line.id) if line else None
        typing = fresh is not None and fresh == self._form and self._typed() != fresh
        self._id, self._form = line.id if line else None, fresh
        if typing:
            self._preview()
            return
        self.setVisible(line is not None)
        self.details.setVisible(line is not None)
        if line is None or self._form is None:
            return
        self._title.setText(screen_side(line.title))
        following = next_of(self._office, plan, line.id)
        self.next.setText(next_words(following) if following else "")
        self.next.setVisible(following is not None)
        self.agreement.show_choices(offers.signed())
        self.speaker.show_choices(offers.voices())
        _holder(self.agreement).setVisible(_signs(self._form))
        _holder(self.speaker).setVisible(_speaks(self._form))
        _holder(self.speech).setVisible(_reads(self._form))
        self.place.setPlaceholderText("" if line.place else line.where)
        self._show(self._form)

    def save(self) -> None:
        """Save what was typed, where it differs and can be read."""
        if self._showing or self._form is None or not self._fields.check():
            return
        form = self._typed()
        if form is not None and form != self._form:
            self._form = form  # whatever the change brings about, it is saved once
            self.wanted.emit(form, self.shifting)

    def refuse(self) -> None:
        """Show what is saved after what was typed has been refused."""
        if self._id is not None:
            self._form = item_form(self._office, self._id)
            self.revert()

    def revert(self) -> None:
        """Show again what is saved."""
        if self._form is not None:
            self._show(self._form)
            self.previewed.emit({})

    def _build(self) -> None:
        self.shift.setChecked(True)
        for choice in (self.agreement, self.speaker, self.speech):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        fields = self._fields
        fields.add_pair(
            (tr("Start"), self.starts), (tr("Duration"), self.minutes), (tr("End"), self.ends)
        )
        fields.add_widget(self.shift)
        fields.add(tr("Agreement signed"), self.agreement)
        fields.add(tr("Speaker"), self.speaker)
        fields.add(tr("Text of the speech"), self.speech)
        fields.add(tr("Note for the MC"), self.cue)
        more = self._more
        more.add_pair((tr("In charge"), self.in_charge), (tr("Place"), self.place))
        more.add(tr("Needs"), self.needs)
        more.add_pair(("", self.fixed), ("", self.shown))
        self.add(self._title)
        self.add(fields)
        self.next.setWordWrap(True)
        self.add(self.next)
        self.details.add(more)

    def _connect(self) -> None:
        for line in (self.in_charge, self.place, self.needs):
            line.editingFinished.connect(self.save)
        for at in (self.starts, self.minutes, self.ends):
            at.changed.connect(self._on_time)
            at.editingFinished.connect(self.save)
            at.returnPressed.connect(self.left)
        for choice in (self.agreement, self.speaker, self.speech, self.fixed, self.shown):
            choice.changed.connect(self.save)
        self.shift.changed.connect(self._preview)
        self.cue.installEventFilter(self)
        for each in (self.starts, self.minutes, self.ends, self.place, self.needs, self.in_charge):
            each.installEventFilter(self)

    def _show(self, form: ItemForm) -> None:
        stretch = Stretch(form.starts_at, form.minutes)
        values: tuple[tuple[Any, Any], ...] = (
            (self.starts, form.starts_at),
            (self.minutes, form.minutes),
            (self.ends, stretch.ends_at),
            (self.agreement, form.agreement_id),
            (self.speaker, form.tenure_id),
            (self.speech, form.speech),
            (self.cue, form.cue),
            (self.in_charge, form.in_charge),
            (self.place, form.place),
            (self.needs, form.needs),
            (self.fixed, form.fixed),
            (self.shown, form.shown),
        )
        self._showing = True
        for field, value in values:
            if field in (self.starts, self.minutes, self.ends) or field.value() != value:
                field.set_value(value)
        self._showing = False

    def _typed(self) -> ItemForm | None:
        """Return the form as it stands in the fields; None where a time cannot be read."""
        stretch = self._stretch()
        if stretch is None or self._form is None:
            return None
        return replace(
            self._form,
            starts_at=stretch.starts_at,
            minutes=stretch.minutes,
            agreement_id=self.agreement.value(),
            tenure_id=self.speaker.value(),
            speech=self.speech.value(),
            cue=self.cue.value(),
            in_charge=self.in_charge.value(),
            place=self.place.value(),
            needs=self.needs.value(),
            fixed=self.fixed.value(),
            shown=self.shown.value(),
        )

    def _stretch(self) -> Stretch | None:
        """Return the time as typed, even past midnight: saving refuses that in words."""
        try:
            starts_at, minutes = self.starts.value(), self.minutes.value()
        except RuleBroken:
            return None
        return Stretch(starts_at, minutes) if starts_at and minutes else None

    def _on_time(self) -> None:
        """Let the field that is typed in fix the third one, and show what follows."""
        if self._showing:
            return
        self._showing = True
        try:
            if self.sender() is self.ends:
                found = stretch_of(self.starts.value(), None, self.ends.value())
                self.minutes.set_value(found.minutes)
            else:
                found = stretch_of(self.starts.value(), self.minutes.value(), None)
                self.ends.set_value(found.ends_at)
        except RuleBroken:
            return  # not yet a time; the form says so when the field is left
        finally:
            self._showing = False
        self._preview()

    def _preview(self) -> None:
        stretch, plan, key = self._stretch(), self._plan, self._id
        if stretch is None or plan is None or key is None or self._form is None:
            return
        lines = plan.of(self._form.session_id)
        changed = Point(key, minute_of(stretch.starts_at), stretch.minutes, self.fixed.value())
        times = {key: stretch}
        try:
            if self.shifting:
                points = rippled([line.point for line in lines], changed).points
                times = {p.key: Stretch(clock_at(p.starts), p.minutes) for p in points}  # type: ignore[misc]
        except RuleBroken:
            return  # past midnight; saving says so
        self.previewed.emit(times)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.cue:
            self.save()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.revert()
                self.left.emit()
            event.accept()
            return True
        return super().eventFilter(watched, event)


def _holder(field: QWidget) -> QWidget:
    """Return what holds a field and its label."""
    holder = field.parentWidget()
    assert holder is not None  # the form has put it there
    return holder


def _signs(form: ItemForm) -> bool:
    return form.kind is ItemKind.SIGNING or form.agreement_id is not None


def _speaks(form: ItemForm) -> bool:
    return form.kind in _SPOKEN or form.tenure_id is not None


def _reads(form: ItemForm) -> bool:
    return form.kind in READ_KINDS or form.speech is not None

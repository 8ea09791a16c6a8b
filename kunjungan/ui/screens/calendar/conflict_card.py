"""The card of a conflict: who and what, the free rooms with their seats, and what to do."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from kunjungan.domain.bookings import ClaimKind
from kunjungan.domain.free_rooms import RoomOffer
from kunjungan.i18n import tr
from kunjungan.services.calendar.conflicts import ConflictLine, ConflictSide
from kunjungan.services.calendar.occasions import Ref
from kunjungan.ui.dates import hours_words
from kunjungan.ui.screens.calendar.card_icon import lead_with
from kunjungan.ui.screens.calendar.conflict_words import (
    clash_words,
    counted_words,
    left_words,
    moving_side,
    seat_words,
)
from kunjungan.ui.screens.calendar.words import day_named
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_property, set_role, set_tone
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import button, icon_button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.layouts import column, framed, row

_OFFERED = 3
_STEP = 26
_INDENT = 26
_NAME = 168
"""The room of a name in the card, in pixels; a longer one is cut and told whole as a tip."""


class ConflictCard(Card):
    """One conflict after the other, the next in time first.

    Signals:
        room_wanted: Another room was chosen; carries the side that moves and the room's name.
        time_wanted: Another time is wanted; carries the side that moves.
        leave_wanted: The office lives with it; carries the conflict.
        back_wanted: The office no longer lives with it; carries the conflict.
        shown_line: Another conflict is shown; carries it.
    """

    room_wanted = Signal(object, str)
    time_wanted = Signal(object)
    leave_wanted = Signal(object)
    back_wanted = Signal(object)
    shown_line = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._previous = icon_button("chevron_left", tr("Previous clash"), lambda: self.step(-1))
        self._next = icon_button("chevron_right", tr("Next clash"), lambda: self.step(1))
        for step in (self._previous, self._next):
            step.setFixedWidth(_STEP)
        aside = framed(row(self._previous, self._next, spacing=0))
        super().__init__("1", aside=aside, parent=parent)
        set_property(self, "tone", "warn")
        set_tone(self._heading, Tone.WARN)
        self._heading.setWordWrap(True)
        lead_with(self, "warning", Tone.WARN)
        self.lines: Sequence[ConflictLine] = ()
        self._at = 0
        self._range = ""
        self._titles: Mapping[Ref, str] = {}
        self._day: date | None = None
        self._content: QWidget | None = None
        self._rooms = QButtonGroup(self)
        self.hide()

    @property
    def line(self) -> ConflictLine | None:
        """The conflict on the card."""
        return self.lines[self._at] if self.lines else None

    def show_lines(
        self, lines: Sequence[ConflictLine], titles: Mapping[Ref, str], when: str
    ) -> None:
        """Show the conflicts of a range, keeping the one that is on the card.

        ``titles`` are those under which the calendar shows its entries.
        """
        self._titles = titles
        kept = self.line.what if self.line is not None else ""
        self.lines, self._range = lines, when
        places = [place for place, line in enumerate(lines) if line.what == kept] or [
            place for place, line in enumerate(lines) if line.since.date() == self._day
        ]
        self._at = places[0] if places else 0
        self.setVisible(bool(lines))
        if lines:
            self.shown_line.emit(lines[self._at])

    def prefer(self, day: date) -> None:
        """Begin with the conflict of a day the next time that conflicts are shown."""
        self._day, self.lines = day, ()

    def step(self, by: int) -> None:
        """Show the next or the previous conflict."""
        if self.lines:
            self._at = (self._at + by) % len(self.lines)
            self.shown_line.emit(self.lines[self._at])

    def show_offers(self, offers: Sequence[RoomOffer]) -> None:
        """Write the conflict that is on the card, with the rooms that are free instead."""
        line = self.line
        if line is None:
            return
        self.set_title(counted_words(line, self.lines, self._range))
        set_property(self, "tone", "" if line.left else "warn")
        set_tone(self._heading, Tone.NEUTRAL if line.left else Tone.WARN)
        for step in (self._previous, self._next):
            step.setVisible(len(self.lines) > 1)
        content = QWidget(self)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._write(layout, line)
        if line.kind is ClaimKind.ROOM and not line.missing and not line.left:
            self._offer(layout, line, offers)
        self._buttons(layout, line, bool(offers) and line.kind is ClaimKind.ROOM)
        self._replace(content)

    def chosen_room(self) -> str:
        """Return the room that is chosen, or nothing."""
        chosen = self._rooms.checkedButton()
        return str(chosen.property("room")) if chosen is not None else ""

    def _write(self, layout: QVBoxLayout, line: ConflictLine) -> None:
        hours = hours_words(line.since.time(), line.until.time())
        tentative = tr("Not firm: at least one of them is tentative.")
        for words, role in (
            (line.name, TextRole.STRONG),
            (f"{day_named(line.since.date())} {hours}", TextRole.BODY),
            (clash_words(line, self._titles), TextRole.SMALL),
            *(() if line.firm else ((tentative, TextRole.SMALL),)),
            *(((left_words(line), TextRole.SMALL),) if line.left else ()),
        ):
            label = set_role(QLabel(words, self), role)
            label.setWordWrap(True)
            layout.addWidget(label)

    def _offer(self, layout: QVBoxLayout, line: ConflictLine, offers: Sequence[RoomOffer]) -> None:
        side = moving_side(line)
        words = tr("Free rooms, the best first:") if offers else tr("No other room is free then.")
        lead = set_role(QLabel(words, self), TextRole.SMALL)
        lead.setWordWrap(True)
        layout.addWidget(lead)
        self._rooms = QButtonGroup(self)
        for place, offer in enumerate(offers[:_OFFERED]):
            choice = QRadioButton(self)
            cut = Qt.TextElideMode.ElideRight
            choice.setText(choice.fontMetrics().elidedText(offer.name, cut, _NAME))
            choice.setToolTip(offer.name)
            choice.setAccessibleName(offer.name)
            choice.setProperty("room", offer.name)
            choice.setChecked(place == 0)
            seats, tone = seat_words(offer, side.need)
            choice.setAccessibleDescription(seats)
            detail = set_tone(set_role(QLabel(seats, self), TextRole.NOTE), tone)
            detail.setContentsMargins(_INDENT, 0, 0, 0)
            self._rooms.addButton(choice)
            layout.addLayout(column(choice, detail, spacing=0))

    def _buttons(self, layout: QVBoxLayout, line: ConflictLine, rooms: bool) -> None:
        layout.addSpacing(4)
        if line.left:
            back = button(tr("Show again"), lambda: self.back_wanted.emit(line), parent=self)
            layout.addLayout(row(back, None))
            return
        side = moving_side(line)
        run = partial(self._want_room if rooms else self.time_wanted.emit, side)
        move = button(tr("Move"), run, kind="primary", parent=self)
        leave = button(tr("Leave it"), lambda: self.leave_wanted.emit(line), parent=self)
        layout.addLayout(row(move, leave, None))

    def _want_room(self, side: ConflictSide) -> None:
        self.room_wanted.emit(side, self.chosen_room())

    def _replace(self, content: QWidget) -> None:
        if self._content is not None:
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self.add(content)

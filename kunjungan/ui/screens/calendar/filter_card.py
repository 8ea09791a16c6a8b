"""The card of filters: room, leader, stage and kind; each "all" until something is chosen."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kunjungan.domain.stages import VISIT_PATH
from kunjungan.domain.visit_words import VisitKind
from kunjungan.i18n import tr
from kunjungan.services.calendar.occasions import Occasion
from kunjungan.ui.labels import label
from kunjungan.ui.screens.calendar.sieve import Sieve, leaders_of, rooms_of
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.labels import labelled

Choices = list[tuple[str, str]]


class FilterCard(Card):
    """Narrows the calendar to a room, a leader, a stage, a kind of visit.

    Signals:
        changed: Another filter is in force; carries the sieve.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        clear = button(tr("Show all"), self._clear, kind="link")
        super().__init__(tr("Filter"), aside=clear, parent=parent)
        self._sieve = Sieve()
        self._clear_button = clear
        self.room, self.leader = ChoiceField(), ChoiceField()
        self.stage = ChoiceField(_words(tr("All stages"), VISIT_PATH))
        self.kind = ChoiceField(_words(tr("All kinds"), list(VisitKind)))
        for words, field in (
            (tr("Room"), self.room),
            (tr("Leader"), self.leader),
            (tr("Stage"), self.stage),
            (tr("Kind of visit"), self.kind),
        ):
            self._add(words, field)

    def show_filters(self, sieve: Sieve, occasions: Sequence[Occasion]) -> None:
        """Offer the rooms and leaders that are there, and show what is chosen."""
        self._sieve = sieve
        leaders = leaders_of(occasions)
        rooms = _kept(rooms_of(occasions), sieve.room)
        for field, value, choices in (
            (self.room, sieve.room, [("", tr("All rooms")), *rooms]),
            (self.leader, sieve.leader, [("", tr("All leaders")), *_kept(leaders, sieve.leader)]),
            (self.stage, sieve.stage, None),
            (self.kind, sieve.kind, None),
        ):
            told = field.blockSignals(True)
            if choices is not None:
                field.show_choices(choices)
            field.set_value(value)
            field.blockSignals(told)
        self._clear_button.setVisible(sieve.narrowed)

    def _add(self, words: str, field: ChoiceField) -> None:
        field.changed.connect(self._on_changed)
        self.add(labelled(words, field, self))

    def _on_changed(self) -> None:
        self.changed.emit(
            replace(
                self._sieve,
                room=self.room.value() or "",
                leader=self.leader.value() or "",
                stage=self.stage.value() or "",
                kind=self.kind.value() or "",
            )
        )

    def _clear(self) -> None:
        self.changed.emit(self._sieve.unfiltered())


def _words(every: str, members: Sequence[Enum]) -> Choices:
    return [("", every), *((str(member.value), label(member)) for member in members)]


def _kept(choices: Choices, value: str) -> Choices:
    """Return the choices with the one in force, even where nothing of it is in view now."""
    known = not value or any(value == each for each, _ in choices)
    return choices if known else [*choices, (value, tr("Chosen, not in view"))]

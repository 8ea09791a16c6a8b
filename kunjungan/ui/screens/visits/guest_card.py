"""The guest on the keyboard, described beside the table, with the delegation below."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.delegations import AttendeeLine
from kunjungan.ui.dates import brief_day, hours_words
from kunjungan.ui.labels import ROLES, label
from kunjungan.ui.screens.visits.guest_rows import GuestRow, attendance_chip
from kunjungan.ui.screens.visits.words import (
    body_name,
    guests_words,
    joined,
    law_words,
    person_words,
)
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.cards import Card, Fact, FactsList
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.layouts import CARD_GAP, framed, row


class GuestCard(QWidget):
    """Two cards that follow the table."""

    def __init__(self, commands: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guest = Card(tr("Guest"), _link(commands["guest.edit"]))
        self._chips = Chip(ChipText("")), Chip(ChipText(""))
        self._guest_facts = FactsList(84)
        self._delegation = Card(tr("Delegation"), _link(commands["delegation.edit"]))
        self._delegation_facts = FactsList(84)
        self._build()

    def show_rows(self, current: GuestRow | None, selected: Sequence[AttendeeLine]) -> None:
        """Describe the guest on the keyboard, or say how many are selected."""
        guest = current.guest if current else None
        self._guest.setVisible(guest is not None)
        self._delegation.setVisible(current is not None)
        if guest is not None:
            self._show_guest(guest, selected)
        if current is not None:
            self._show_delegation(current.delegation)

    def _build(self) -> None:
        self._guest.add(framed(row(*self._chips, None)))
        self._guest.add(self._guest_facts)
        self._delegation.add(self._delegation_facts)
        cards = QVBoxLayout(self)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(CARD_GAP)
        cards.addWidget(self._guest)
        cards.addWidget(self._delegation)
        cards.addStretch(1)

    def _show_guest(self, guest: AttendeeLine, selected: Sequence[AttendeeLine]) -> None:
        several = len(selected) > 1
        many = tr("{guests} selected", guests=guests_words(len(selected)))
        self._guest.set_title(many if several else guest.name.full)
        self._chips[0].show_chip(attendance_chip(guest))
        self._chips[1].show_chip(ChipText(tr(ROLES[guest.role]), Tone.INFO))
        for chip in self._chips:
            chip.setVisible(not several)
        self._guest_facts.show_facts(_several(selected) if several else _facts(guest))

    def _show_delegation(self, line: DelegationLine) -> None:
        self._delegation.set_title(body_name(line))
        letter_on = brief_day(line.letter_on, year=True) if line.letter_on else ""
        announced = "" if line.announced is None else guests_words(line.announced)
        self._delegation_facts.show_facts(
            [
                Fact(tr("Head"), person_words(line.head, line.head_post)),
                Fact(tr("Announced"), announced),
                Fact(tr("Listed"), guests_words(line.listed)),
                Fact(tr("Session"), hours_words(line.starts_at, line.ends_at)),
                Fact(tr("Letter"), joined(line.letter_number, letter_on)),
            ]
        )


def _link(action: QAction) -> CommandButton:
    return CommandButton(action, text=tr("Edit"), kind="link")


def _facts(guest: AttendeeLine) -> list[Fact]:
    group = guest.group
    place = f"{label(group)}\n{law_words(group)}" if group else tr("Not decided yet")
    return [
        Fact(tr("Post"), guest.title.id),
        Fact(tr("English"), guest.title.en),
        Fact(tr("Precedence"), place),
        Fact(tr("NIP"), guest.nip),
        Fact(tr("Note"), guest.note),
    ]


def _several(selected: Sequence[AttendeeLine]) -> list[Fact]:
    names = "\n".join(guest.name.full for guest in selected[:12])
    return [Fact(tr("Names"), names + ("\n…" if len(selected) > 12 else ""))]

"""The guest on the keyboard, to be put right beside the table, with the delegation below."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.guests.participants import Participant
from kunjungan.services.office import Office
from kunjungan.services.travel.lines import DelegationTravel
from kunjungan.ui.dates import brief_day, hours_words
from kunjungan.ui.guest_words import ROLES
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.guest_columns import attendance_chip, partner_note
from kunjungan.ui.screens.visits.guest_fields import GuestFields
from kunjungan.ui.screens.visits.guest_rows import GuestRow, guest_name, guest_words
from kunjungan.ui.screens.visits.travel.words import travel_facts
from kunjungan.ui.screens.visits.words import body_name, guests_words, joined, person_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.cards import Card, Fact, FactsList
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.layouts import CARD_GAP, framed, row

_LABELS = 84
_NAMED = 12


class GuestCard(QWidget):
    """Two cards that follow the table; the fields of a guest are kept when they are left."""

    def __init__(
        self, office: Office, commands: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._guest = Card(tr("Guest"), _link(commands["guest.edit"]))
        self._chips = Chip(ChipText("")), Chip(ChipText(""))
        self._partner = set_role(QLabel(self), TextRole.SMALL)
        self._partner.setWordWrap(True)
        self.fields = GuestFields(office)
        self._guest_facts = FactsList(_LABELS)
        self._delegation = Card(tr("Delegation"), _link(commands["delegation.edit"]))
        self._delegation_facts = FactsList(_LABELS)
        self._travel: Mapping[UUID, Sequence[Fact]] = {}
        self._build()

    def know_travel(self, travels: Iterable[DelegationTravel]) -> None:
        """Take how each delegation travels, for what is shown next."""
        self._travel = {own.line.id: travel_facts(own) for own in travels}

    def show_rows(
        self, current: GuestRow | None, selected: Sequence[Participant], law: str
    ) -> None:
        """Show the guest on the keyboard with the law that ranks, or say how many are selected."""
        guest = current.guest if current else None
        several = len(selected) > 1
        self._guest.setVisible(guest is not None or several)
        if several:
            self._show_several(selected)
        elif current is not None and guest is not None:
            self._show_guest(current, guest, law)
        line = current.party.delegation if current else None
        self._delegation.setVisible(line is not None)
        if line is not None:
            self._show_delegation(line)

    def _build(self) -> None:
        self._guest.add(framed(row(*self._chips, None, spacing=6)))
        self._guest.add(self._partner)
        self._guest.add(self.fields)
        self._guest.add(self._guest_facts)
        self._delegation.add(self._delegation_facts)
        cards = QVBoxLayout(self)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(CARD_GAP)
        cards.addWidget(self._guest)
        cards.addWidget(self._delegation)
        cards.addStretch(1)

    def _show_several(self, selected: Sequence[Participant]) -> None:
        self._guest.set_title(tr("{guests} selected", guests=guests_words(len(selected))))
        for part in (*self._chips, self._partner, self.fields):
            part.hide()
        self._guest_facts.show_facts([_names(selected)])

    def _show_guest(self, current: GuestRow, guest: Participant, law: str) -> None:
        self._guest.set_title(guest_name(guest))
        self._chips[0].show_chip(attendance_chip(guest))
        self._chips[1].show_chip(ChipText(tr(ROLES[guest.role]), Tone.INFO))
        note = partner_note(current)
        self._partner.setText(note[:1].upper() + note[1:])
        for part, shown in ((self._partner, bool(note)), *((chip, True) for chip in self._chips)):
            part.setVisible(shown)
        self.fields.show()
        self.fields.show_guest(guest, law_of(current, law))
        self._guest_facts.show_facts(_facts(guest))

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
                *self._travel.get(line.id, ()),
            ]
        )


def law_of(row: GuestRow, law: str) -> str:
    """Return where the law ranks a guest here, and what puts the guest behind the one before."""
    rank = row.rank
    if rank is None or not rank.article:
        return ""
    why = ""
    if rank.equal:
        why = tr("equal rank, not decided yet")
    elif rank.number > 1:
        why = tr("the one above goes first as: {why}", why=label(rank.why))
    return joined(f"{law} {screen_side(rank.cited)}", why, rank.note)


def _names(guests: Sequence[Participant]) -> Fact:
    more = ["…"] if len(guests) > _NAMED else []
    return Fact(tr("Names"), "\n".join([*map(guest_words, guests[:_NAMED]), *more]))


def _link(action: QAction) -> CommandButton:
    return CommandButton(action, text=tr("Edit"), kind="link")


def _facts(guest: Participant) -> list[Fact]:
    rank = joined(guest.rank, guest.grade)
    facts = [
        Fact(tr("NIP"), guest.nip),
        Fact(tr("Rank"), rank),
        Fact(tr("Telephone"), guest.phone),
        Fact(tr("Pronounced"), guest.pronunciation),
        Fact(tr("Diet"), guest.diet),
        Fact(tr("Needs"), guest.access),
        Fact(tr("Travel order"), guest.travel_order),
    ]
    return [fact for fact in facts if fact.value]

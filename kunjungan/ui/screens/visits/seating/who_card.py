"""Who sits on a seat: picture, name as one says it, and the rule that put the guest there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.capacity import Capacity
from kunjungan.i18n import later, tr
from kunjungan.services.guests.participants import Participant
from kunjungan.services.office import Office
from kunjungan.services.pictures import picture_of
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating import SeatView
from kunjungan.ui.guest_words import ROLES
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.seating.words import (
    guest_body,
    guest_name,
    law_words,
)
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import CommandButton, icon_button
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.layouts import CARD_PAD, column, framed, row

_WIDTH, _PHOTO, _GAP = 316, 56, 10
_DEEDS = MappingProxyType(
    {
        "seating.lock": later("Lock or unlock"),
        "seating.reason": later("Reason…"),
        "seating.unseat": later("Take off"),
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """Whom the card tells of: the guest, the seat and its words, and who is one rank ahead.

    ``astray`` is how the guest sits otherwise than by rank.
    """

    line: RankedGuest
    seat: SeatView | None
    where: str
    ahead: RankedGuest | None
    astray: str = ""


class WhoCard(QFrame):
    """A card over the plan beside the seat; Esc closes it.

    Signals:
        closed: It was closed by its button or by Esc.
    """

    closed = Signal()

    def __init__(self, office: Office, commands: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self.guest_id: UUID | None = None
        self.setProperty("frame", "card")
        self.setAutoFillBackground(True)
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._photo = QLabel(self)
        self._photo.setFixedSize(_PHOTO, _PHOTO)
        self._name = set_role(QLabel(self), TextRole.CARD)
        self._below = set_role(QLabel(self), TextRole.SMALL)
        for words in (self._name, self._below):
            words.setWordWrap(True)
        self._facts = FactsList(92, self)
        self._deeds = [
            CommandButton(commands[name], text=tr(word), kind="link", parent=self)
            for name, word in _DEEDS.items()
        ]
        for deed in self._deeds:
            deed.show_keys("")
        self._build()
        self.hide()

    def show_guest(self, told: Told, near: QRect) -> None:
        """Describe a guest beside the place ``near`` of the parent."""
        guest, again = told.line.guest, self.isVisible()
        self.guest_id = guest.id
        self.hide()  # what is added while it shows would not be measured
        name = " ".join(part for part in (guest.honorific, guest.name.full) if part)
        self._name.setText(name if guest.known else guest_name(guest))
        self._below.setText(_post_words(guest))
        self._photo.setPixmap(self._picture(guest))
        self._facts.show_facts(_facts(told))
        for deed in self._deeds:
            deed.setVisible(told.seat is not None)
        self.setAccessibleName(tr("Who sits here: {name}", name=guest_name(guest)))
        self.show()  # words take their faces only now
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))
        self._place(near)
        self.raise_()
        if not again or self.window().focusWidget() is None:
            self.setFocus()

    def close_card(self) -> None:
        """Close it and tell so."""
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close_card()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        shut = icon_button("dismiss", tr("Close"), self.close_card, self)
        words = column(self._name, self._below, None, spacing=2)
        head = row(self._photo, words, shut)
        head.setStretch(1, 1)
        head.setAlignment(shut, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(CARD_PAD, CARD_PAD, CARD_PAD, CARD_PAD)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self._facts)
        layout.addWidget(framed(row(*self._deeds, None, spacing=14)))

    def _place(self, near: QRect) -> None:
        """Stand under the seat, or over it where there is no room, inside the plan."""
        parent, size = self.parentWidget(), self.size()
        room = parent.rect() if parent is not None else near
        left = min(max(near.center().x() - _WIDTH // 2, _GAP), room.width() - _WIDTH - _GAP)
        under, over = near.bottom() + _GAP, near.top() - _GAP - size.height()
        top = under if under + size.height() <= room.height() - 4 else over
        self.move(max(left, 0), max(min(top, room.height() - size.height() - 4), 4))

    def _picture(self, guest: Participant) -> QPixmap:
        """Return the guest's photo cut to a circle, or the sign of a person."""
        photo = QPixmap()
        photo.loadFromData(picture_of(self._office, guest.photo_sha) or b"")
        if photo.isNull():
            return pixmap("person", _PHOTO, current_tokens().text3, self.devicePixelRatioF())
        return _round(photo, self.devicePixelRatioF())


def _round(photo: QPixmap, ratio: float) -> QPixmap:
    edge = round(_PHOTO * ratio)
    made = QPixmap(edge, edge)
    made.fill(Qt.GlobalColor.transparent)
    fitted = photo.scaled(
        edge,
        edge,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter, frame = QPainter(made), QPainterPath()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame.addEllipse(QRectF(0, 0, edge, edge))
    painter.setClipPath(frame)
    painter.drawPixmap((edge - fitted.width()) // 2, (edge - fitted.height()) // 2, fitted)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _post_words(guest: Participant) -> str:
    """Return the post in both languages, then the body."""
    above = "" if guest.known else guest_name(guest)
    titles = dict.fromkeys((guest.title.id, guest.title.en, guest_body(guest)))
    return "\n".join(title for title in titles if title and title != above)


def _facts(told: Told) -> Sequence[Fact]:
    line, guest = told.line, told.line.guest
    place, group = f"{line.number} · {law_words(line)}", line.group_name
    found = [
        Fact(tr("Sits at"), told.where or tr("no seat yet")),
        Fact(tr("Place in order"), f"{place}\n{screen_side(group)}" if group else place),
    ]
    if told.ahead is not None:
        why = line.note or label(line.why)
        found.append(Fact(tr("Behind"), f"{guest_name(told.ahead.guest)}: {why}"))
    own = told.seat.reason if told.seat is not None else ""
    acting = guest.capacity is not Capacity.DEFINITIVE
    optional = (
        (tr("Not in order"), told.astray),
        (tr("Reason"), own),
        (tr("Say it"), guest.pronunciation),
        (tr("Known as"), guest.known_as),
        (tr("Role"), tr(ROLES[guest.role]) if guest.role != "member" else ""),
        (tr("Capacity"), label(guest.capacity) if acting else ""),
        (tr("Diet, access"), "; ".join(part for part in (guest.access, guest.diet) if part)),
    )
    return [*found, *(Fact(name, value) for name, value in optional if value)]

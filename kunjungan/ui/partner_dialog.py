"""A partner on one card: when they last came, visits, agreements, gifts, what is still owed."""

from collections.abc import Iterator, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kunjungan.i18n import tr
from kunjungan.services.agreement_lists import AgreementLine
from kunjungan.services.partner import PartnerCard, partner_card
from kunjungan.services.visit_lists import VisitLine
from kunjungan.services.visiting.gifts import GiftLine
from kunjungan.services.visiting.promises import PromiseLine
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.dates import partial_words, short_day
from kunjungan.ui.labels import label, screen_side, tone
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import column, dialog_foot, framed, row, scrolling
from kunjungan.ui.widgets.segmented import Option, Segmented

_SIZE, _EDGE, _PAD = (620, 480), 40, 18
_MOST = 12
_DAY = 104


def show_partners(
    context: ScreenContext,
    institutions: Sequence[UUID],
    parent: QWidget,
    *,
    but: UUID | None = None,
) -> None:
    """Show the cards of institutions, one at a time; ``but`` leaves out the visit asked from."""
    cards = [partner_card(context.office, key, but=but) for key in dict.fromkeys(institutions)]
    PartnerDialog(context, cards, parent).exec()


class PartnerDialog(QDialog):
    """What there was with partners, one of them at a time; a visit or agreement opens from it."""

    def __init__(
        self, context: ScreenContext, cards: Sequence[PartnerCard], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._cards = {str(card.institution_id): card for card in cards}
        self.setWindowTitle(tr("Partner's card"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))
        close = Button(tr("Close"), kind="primary", parent=self)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.partners = Segmented([], self)
        self._body = QStackedWidget(self)
        self._lay_out(close)
        close.setFocus()

    @property
    def card(self) -> PartnerCard:
        """The card on screen."""
        return self._cards[self.partners.value()]

    def _lay_out(self, close: QWidget) -> None:
        options = [Option(key, _brief(card)) for key, card in self._cards.items()]
        self.partners.show_options(options)
        self.partners.setVisible(len(options) > 1)
        for card in self._cards.values():
            parts = column(*self._parts(card), None, spacing=4, margins=(_PAD, 6, _PAD, 14))
            self._body.addWidget(scrolling(framed(parts), self))
        self.partners.chosen.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row(self.partners, None, margins=(_PAD, 12, _PAD, 0)))
        layout.addWidget(self._body, 1)
        layout.addWidget(dialog_foot(None, close))

    @Slot()
    def _show(self) -> None:
        self._body.setCurrentIndex(list(self._cards).index(self.partners.value()))

    def _parts(self, card: PartnerCard) -> Iterator[QWidget]:
        name = set_role(QLabel(screen_side(card.name)), TextRole.SUBTITLE)
        name.setWordWrap(True)
        yield name
        yield set_role(QLabel(last_words(card)), TextRole.STRONG)
        yield from _section(tr("Open promises"), map(self._promise, card.promises))
        yield from _section(tr("Visits"), map(self._visit, card.visits))
        yield from _section(tr("Agreements"), map(self._agreement, card.agreements))
        yield from _section(tr("Gifts"), map(_gift, card.gifts))

    def _promise(self, line: PromiseLine) -> QWidget:
        day = short_day(line.due_on, year=True) if line.due_on else ""
        chip = ChipText(tr("Overdue"), Tone.BAD, "warning") if line.overdue else None
        visit = Address("visits", line.visit_id, "report")
        return _row(day, self._link(line.title, visit), line.owner, chip)

    def _visit(self, line: VisitLine) -> QWidget:
        link = self._link(line.title, Address("visits", line.id))
        chip = ChipText(label(line.stage), tone(line.stage))
        return _row(partial_words(line.on), link, line.place, chip)

    def _agreement(self, line: AgreementLine) -> QWidget:
        day = short_day(line.signing_on, year=True) if line.signing_on else ""
        link = self._link(label(line.kind), Address("agreements", line.id))
        chip = ChipText(label(line.status), tone(line.status))
        return _row(day, link, screen_side(line.subject), chip)

    def _link(self, words: str, there: Address) -> QWidget:
        return button(words, partial(self._go, there), kind="link", parent=self)

    def _go(self, there: Address) -> None:
        self.accept()
        self._context.navigate(there)


def last_words(card: PartnerCard) -> str:
    """Return when they last came, or that they never did."""
    if card.last is None:
        return tr("They have not come yet.")
    return tr(
        "The last time: {day}, “{visit}”", day=partial_words(card.last.on), visit=card.last.title
    )


def _brief(card: PartnerCard) -> str:
    """Return a partner's name without the words that all governments share."""
    name = screen_side(card.name)
    for words in ("Pemerintah ", "Government of the ", "Government of "):
        name = name.removeprefix(words)
    return name


def _section(title: str, rows: Iterator[QWidget]) -> Iterator[QWidget]:
    """Yield a heading with its rows, the first of them where there are many."""
    made = list(rows)
    words = f"{title} ({len(made)})" if made else title
    heading = set_role(QLabel(words), TextRole.CARD)
    heading.setContentsMargins(0, 10, 0, 2)
    yield heading
    yield from made[:_MOST]
    if len(made) > _MOST:
        yield set_role(QLabel(tr("and {count} more", count=len(made) - _MOST)), TextRole.SMALL)
    if not made:
        yield set_role(QLabel(tr("None")), TextRole.SMALL)


def _gift(line: GiftLine) -> QWidget:
    given = tr("Given") if line.direction == "given" else tr("Received")
    chip = ChipText(tr("report overdue"), Tone.BAD, "warning") if line.overdue else None
    day = short_day(line.on, year=True) if line.on else ""
    return _row(day, QLabel(line.what), given, chip)


def _row(day: str, title: QWidget, about: str, chip: ChipText | None) -> QWidget:
    when = set_role(QLabel(day or "—"), TextRole.SMALL)
    when.setFixedWidth(_DAY)
    quiet = set_role(ElidedLabel(about), TextRole.SMALL)
    quiet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made = row(when, title, quiet)
    if chip is not None:
        made.addWidget(Chip(chip))
    return framed(made)

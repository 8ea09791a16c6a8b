"""The cards beside the checklist: facts, delegations with their agreements, earlier visits."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.agreement_lists import AgreementLine
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visit_lists import VisitLine
from kunjungan.ui.dates import brief_day, partial_words
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.words import (
    agreement_chip,
    agreement_words,
    body_name,
    confirmed_chip,
    joined,
    person_words,
    place_words,
    when_words,
)
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import button, icon_button
from kunjungan.ui.widgets.cards import Card, Fact, FactsList
from kunjungan.ui.widgets.chips import Chip
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import CARD_PAD, GAP, column, emptied, framed, row, rule

_DATE_WIDTH = 68
_BESIDE = 302
"""How wide a link and its chip may be to stand side by side, in logical pixels."""


class FactsCard(Card):
    """Host, theme, time, place and letters of a visit."""

    def __init__(self, edit: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(tr("Facts"), button(tr("Edit"), edit, kind="link"), parent)
        self._facts = FactsList(84, self)
        self.add(self._facts)

    def show_visit(self, seen: VisitOverview) -> None:
        """Show the facts of a visit."""
        self._facts.show_facts(
            [
                Fact(tr("When"), when_words(seen)),
                Fact(tr("Where"), place_words(seen)),
                Fact(tr("Host"), person_words(seen.host, seen.host_post)),
                Fact(tr("Kind"), label(seen.kind)),
                Fact(tr("Theme"), screen_side(seen.theme)),
                Fact(tr("Letters"), "\n".join(filter(None, map(_letter, seen.delegations)))),
                *([Fact(tr("Note"), seen.note)] if seen.note else []),
            ]
        )


class PartiesCard(Card):
    """Each delegation with its confirmations and what it signs.

    Signals:
        agreement_wanted: An agreement was pressed; carries its line.
    """

    agreement_wanted = Signal(object)

    def __init__(self, add: Callable[[], object], parent: QWidget | None = None) -> None:
        aside = button(tr("Add"), add, kind="link")
        super().__init__(tr("Delegations & agreements"), aside, parent)
        self._rows = CardRows(self)
        self.fill(self._rows)

    def show_visit(self, seen: VisitOverview) -> None:
        """Show the delegations of a visit, each with the agreements it is party to."""
        rows: list[QWidget] = []
        shown: set[AgreementLine] = set()
        for line in seen.delegations:
            own = [a for a in seen.agreements if line.name.id in a.parties[1:]]
            shown.update(own)
            rows.append(self._delegation(line, own))
        if rest := [line for line in seen.agreements if line not in shown]:
            rows.append(framed(column(*map(self._agreement, rest), spacing=4)))
        self._rows.show_rows(rows or [_quiet(tr("No delegation yet"))])

    def _delegation(self, line: DelegationLine, agreements: list[AgreementLine]) -> QWidget:
        name = _strong(body_name(line))
        about = person_words(line.head, line.head_post) or tr("Head of delegation not known yet")
        words = column(name, _small(about), spacing=1)
        head = row(words, Chip(confirmed_chip(line)))
        head.setStretch(0, 1)
        return framed(column(head, *map(self._agreement, agreements), spacing=4))

    def _agreement(self, line: AgreementLine) -> QHBoxLayout | QVBoxLayout:
        words = agreement_words(line)
        link = button(words, lambda: self.agreement_wanted.emit(line), kind="link")
        chip = Chip(agreement_chip(line))
        if link.sizeHint().width() + chip.sizeHint().width() > _BESIDE:
            return column(link, chip, spacing=0)
        return row(link, None, chip)


class EarlierCard(Card):
    """Earlier visits: those linked, and those of the same institutions to be linked.

    Signals:
        opened: An earlier visit was pressed; carries its line.
        link_wanted: A suggestion is to be linked; carries its line.
        unlink_wanted: A link is to be taken away; carries its line.
    """

    opened = Signal(object)
    link_wanted = Signal(object)
    unlink_wanted = Signal(object)

    def __init__(
        self, link: Callable[[], object], partners: QWidget, parent: QWidget | None = None
    ) -> None:
        aside = framed(row(partners, button(tr("Link…"), link, kind="link")))
        super().__init__(tr("Earlier visits"), aside, parent)
        self._rows = CardRows(self)
        self.fill(self._rows)

    def show_visit(self, seen: VisitOverview) -> None:
        """Show what came before a visit."""
        rows = [self._row(line, tr("linked"), self._unlink(line)) for line in seen.earlier]
        rows += [self._row(line, tr("same institution"), self._link(line)) for line in seen.related]
        known = {body for line in (*seen.earlier, *seen.related) for body in line.bodies}
        rows += [
            _dated("—", _strong(body_name(line)), tr("First visit, as far as we know"))
            for line in seen.delegations
            if line.name not in known
        ]
        self._rows.show_rows(rows or [_quiet(tr("None known"))])

    def _row(self, line: VisitLine, about: str, act: QWidget) -> QWidget:
        title = button(line.title, lambda: self.opened.emit(line), kind="link")
        made = _dated(partial_words(line.on), title, about)
        layout = made.layout()
        assert layout is not None
        layout.addWidget(act)
        return made

    def _unlink(self, line: VisitLine) -> QWidget:
        tip = tr("Unlink “{visit}”", visit=line.title)
        return icon_button("dismiss", tip, lambda: self.unlink_wanted.emit(line), self)

    def _link(self, line: VisitLine) -> QWidget:
        made = button(tr("Link"), lambda: self.link_wanted.emit(line), kind="link")
        made.setAccessibleName(tr("Link “{visit}”", visit=line.title))
        return made


class CardRows(QWidget):
    """Rows from edge to edge with hairlines between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_rows(self, rows: Iterable[QWidget]) -> None:
        """Replace the rows."""
        emptied(self._layout)
        for place, made in enumerate(rows):
            if place:
                self._layout.addWidget(rule(self))
            layout = made.layout()
            if layout is not None:
                layout.setContentsMargins(CARD_PAD, 8, CARD_PAD, 8)
            self._layout.addWidget(made)


def _letter(line: DelegationLine) -> str:
    day = brief_day(line.letter_on, year=True) if line.letter_on else ""
    agenda = tr("agenda {number}", number=line.agenda_number) if line.agenda_number else ""
    return joined(line.letter_number, day, agenda)


def _dated(day: str, title: QWidget, about: str) -> QWidget:
    date = _small(day)
    date.setFixedWidth(_DATE_WIDTH)
    made = QHBoxLayout()
    made.setSpacing(GAP)
    made.addWidget(date, 0, Qt.AlignmentFlag.AlignTop)
    made.addLayout(column(title, _small(about), spacing=1), 1)
    return framed(made)


def _strong(text: str) -> QLabel:
    return _line(text, TextRole.STRONG)


def _small(text: str) -> QLabel:
    return _line(text, TextRole.SMALL)


def _line(text: str, role: TextRole) -> QLabel:
    made = set_role(ElidedLabel(text), role)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _quiet(text: str) -> QWidget:
    return framed(column(_small(text)))

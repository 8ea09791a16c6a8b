"""The selected visit beside the list: when, where, who, and what is in the way."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import NotFound
from kunjungan.domain.visit_words import Duty
from kunjungan.i18n import tr
from kunjungan.services.overview import VisitOverview, visit_overview
from kunjungan.services.visiting.crew import list_crew
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.problems import Problem, problems_of
from kunjungan.ui.screens.visits.words import (
    agreement_chip,
    agreement_words,
    body_name,
    days_left,
    joined,
    partner_words,
    person_words,
    place_words,
    stage_chip,
    when_words,
)
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.layouts import CARD_PAD, column, framed, row, rule, scrolling

_PAUSE_MS = 40
_BESIDE = 276
"""How wide a link and its chip may be to stand side by side, in logical pixels."""


class VisitPreview(QFrame):
    """A card that follows the list; it reads a visit only once the keyboard rests on it.

    Signals:
        wanted: Its button to open the visit was pressed.
    """

    wanted = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self._context = context
        self._visit: UUID | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.reload)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)
        self._content: QWidget | None = None

    def show_visit(self, visit_id: UUID | None) -> None:
        """Show another visit as soon as the keyboard rests; None shows nothing."""
        if visit_id != self._visit:
            self._visit = visit_id
            self._pause.start()

    @Slot()
    def reload(self) -> None:
        """Read the visit again, or once this is seen."""
        self._pause.stop()
        if not self.isVisible():
            return
        content = self._read()
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        if content is not None:
            self._layout.addWidget(content)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start()

    def _read(self) -> QWidget | None:
        if self._visit is None:
            return None
        office = self._context.office
        try:
            seen = visit_overview(office, self._visit)
        except NotFound:
            return None
        return self._filled(seen)

    def _filled(self, seen: VisitOverview) -> QWidget:
        made = QWidget(self)
        inner = QWidget(made)
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, CARD_PAD, 0, CARD_PAD)
        body.setSpacing(8)
        self._head(body, seen)
        problems = problems_of(self._context.office, seen)
        if problems:
            rows = [self._problem(seen.id, one) for one in problems]
            self._section(body, tr("In the way"), rows)
        if seen.agreements:
            self._section(body, tr("Agreements"), self._agreements(seen))
        body.addStretch(1)
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolling(inner, made), 1)
        layout.addWidget(rule(made))
        layout.addWidget(self._foot(made))
        return made

    def _head(self, body: QVBoxLayout, seen: VisitOverview) -> None:
        title = set_role(QLabel(seen.title, self), "card")
        title.setWordWrap(True)
        body.addLayout(_inset(title))
        left = set_role(QLabel(days_left(seen.when.on, self._context.office.today())), "small")
        chips = _inset(Chip(stage_chip(seen.stage), self), left)
        chips.addStretch(1)
        body.addLayout(chips)
        facts = FactsList(72, self)
        facts.show_facts(_facts(seen, self._liaison(seen.id)))
        body.addLayout(_inset(facts))

    def _liaison(self, visit_id: UUID) -> str:
        crew = list_crew(self._context.office, visit_id)
        return ", ".join(line.name for line in crew if line.duty is Duty.LIAISON)

    def _section(self, body: QVBoxLayout, title: str, rows: Sequence[QWidget]) -> None:
        body.addWidget(rule(self))
        head = _inset(set_role(QLabel(title, self), "card"))
        head.addStretch(1)
        head.addWidget(Chip(ChipText(str(len(rows))), self))
        body.addLayout(head)
        for line in rows:
            body.addLayout(_inset(line))

    def _problem(self, visit_id: UUID, problem: Problem) -> QWidget:
        """Return what is in the way, with a link to where it is mended."""
        place = Address("visits", visit_id, problem.tab)
        link = button(tr("Mend"), partial(self._context.navigate, place), kind="link")
        link.setAccessibleName(tr("Mend: {problem}", problem=problem.words))
        made = row(Notice(problem.tone, problem.words), link)
        made.setStretch(0, 1)
        return framed(made)

    def _agreements(self, seen: VisitOverview) -> list[QWidget]:
        rows: list[QWidget] = []
        for line in seen.agreements:
            place = Address("agreements", line.id)
            words = joined(partner_words(line), tr("draft {number}", number=line.draft_no))
            link = button(words, partial(self._context.navigate, place), kind="link")
            link.setToolTip(agreement_words(line))
            chip = Chip(agreement_chip(line))
            beside = link.sizeHint().width() + chip.sizeHint().width() <= _BESIDE
            rows.append(framed(row(link, None, chip) if beside else column(link, chip, spacing=0)))
        return rows

    def _foot(self, parent: QWidget) -> QWidget:
        link = button(tr("Open visit"), self.wanted.emit, icon="arrow_right")
        return framed(row(link, None, margins=(CARD_PAD, 10, CARD_PAD, 10)), parent)


def _inset(*widgets: QWidget) -> QHBoxLayout:
    return row(*widgets, margins=(CARD_PAD, 0, CARD_PAD, 0))


def _facts(seen: VisitOverview, liaison: str) -> list[Fact]:
    heads = [
        person_words(line.head, line.head_post) or body_name(line) for line in seen.delegations
    ]
    return [
        Fact(tr("When"), when_words(seen)),
        Fact(tr("Where"), place_words(seen)),
        Fact(tr("Host"), person_words(seen.host, seen.host_post)),
        Fact(tr("Guests"), "\n".join(heads)),
        Fact(tr("Theme"), screen_side(seen.theme)),
        Fact(tr("Liaison"), liaison),
    ]

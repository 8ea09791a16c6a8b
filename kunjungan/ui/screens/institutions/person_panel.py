"""One person: photo and facts, every office held now and before, the visits they came with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.domain.names import PersonName, read_nip
from kunjungan.i18n import tr
from kunjungan.services.known_people.card import OfficeHeld, PersonCard, PersonVisit
from kunjungan.services.people import PersonForm
from kunjungan.ui.context import Address
from kunjungan.ui.dates import partial_words
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.institutions.facts_panel import FactsPanel
from kunjungan.ui.screens.institutions.person_form import PHOTO
from kunjungan.ui.screens.institutions.picture_field import PictureView
from kunjungan.ui.screens.institutions.words import joined, term_order, term_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.cards import Fact
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import CARD_PAD, column, framed, row, rule
from kunjungan.ui.widgets.rows_model import Cell, Column, Group

_NOTE = 120


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """An office held or a visit; ``group`` is the line it stands under."""

    id: UUID
    group: str
    title: str
    detail: str
    when: str
    term: UUID | None = None
    opens: Address | None = None


class PersonPanel(FactsPanel):
    """Shows one person; Enter on an office edits it, on a visit opens it.

    Signals:
        opened: A line of the history was asked for; carries the HistoryLine.
    """

    opened = Signal(object)

    def __init__(
        self,
        commands: Mapping[str, QAction],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(PictureView(PHOTO, "person"), parent)
        self._today = today
        self.history = DataTable(
            [
                Column(tr("Office or visit"), _title),
                Column(tr("When"), lambda line: line.when, width=186),
            ],
            key=lambda line: line.id,
            two_lines=True,
            parent=self,
        )
        self._build(commands)

    def show_person(self, card: PersonCard, photo: bytes | None) -> None:
        """Show a person; ``photo`` is the picture of the archive, if any."""
        form = card.form
        name = PersonName(form.name, form.titles_front, form.titles_back).full
        self._show_words(name, _called(form), _facts(form))
        self._picture.show_picture(photo, tr("Photo of {name}", name=name) if photo else "")
        self.history.show_rows(self._lines(card), group=lambda line: Group(line.group))

    def _lines(self, card: PersonCard) -> list[HistoryLine]:
        today = self._today()
        offices = sorted(card.offices, key=lambda held: term_order(held.term, today))
        return [*(_office(held, today) for held in offices), *map(_visit, card.visits)]

    def _build(self, commands: Mapping[str, QAction]) -> None:
        self.history.show_empty(
            "history",
            tr("No office and no visit yet"),
            tr("Offices are added here or with their institution; visits come from guest lists."),
        )
        self.history.opened.connect(self.opened)
        edit = CommandButton(commands["person.edit"], kind="link", parent=self)
        facts = column(self._facts, margins=(CARD_PAD, 0, CARD_PAD, 0))
        add = CommandButton(commands["person.appoint"], kind="link", parent=self)
        heading = set_role(QLabel(tr("Offices and visits"), self), TextRole.CARD)
        head = framed(row(heading, None, add, margins=(CARD_PAD, 4, CARD_PAD, 4)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 12, 1, 1)
        layout.setSpacing(8)
        layout.addLayout(self._top(edit))
        layout.addLayout(facts)
        layout.addWidget(rule(self))
        layout.addWidget(head)
        layout.addWidget(self._fitted(self.history), 1)


def _called(form: PersonForm) -> str:
    sound = f"[{form.pronunciation}]" if form.pronunciation else ""
    return joined(form.honorific, form.known_as, sound)


def _facts(form: PersonForm) -> tuple[Fact, ...]:
    return (
        Fact(tr("On cards"), form.card_name),
        Fact(tr("Rank"), joined(form.rank, form.grade)),
        Fact(tr("NIP"), read_nip(form.nip).grouped if form.nip else ""),
        Fact(tr("Telephone"), form.phone),
        Fact(tr("E-mail"), form.email),
        Fact(tr("Diet"), form.diet),
        Fact(tr("Access"), form.access),
        Fact(tr("Note"), shorten(form.note, _NOTE, placeholder="…")),
    )


def _office(held: OfficeHeld, today: date) -> HistoryLine:
    place = term_order(held.term, today)
    group = (tr("In office now"), tr("From later on"), tr("Formerly"))[place]
    post = screen_side(held.term.post) or held.term.post.id
    when = term_words(held.term) or tr("Term not recorded")
    return HistoryLine(held.term.id, group, post, screen_side(held.body), when, term=held.term.id)


def _visit(line: PersonVisit) -> HistoryLine:
    when, there = partial_words(line.on), Address("visits", line.visit_id, "delegations")
    return HistoryLine(
        line.visit_id, tr("Visits"), line.visit, screen_side(line.title), when, opens=there
    )


def _title(line: HistoryLine) -> Cell:
    return Cell(line.title, detail=line.detail, bold=line.term is not None, tip=line.detail)

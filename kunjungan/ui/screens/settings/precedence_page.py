"""How the office orders and seats its guests, and what it adds to the order of the law."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kunjungan.domain.precedence import HostPlace
from kunjungan.i18n import later, tr
from kunjungan.services.office_settings import office_settings
from kunjungan.services.precedence.local import (
    LocalRankLine,
    list_local_ranks,
    remove_local_rank,
    retire_local_rank,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import choices, label, screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.settings.list_page import ListPage
from kunjungan.ui.screens.settings.local_rank_dialog import ask_local_rank, ask_new_local_rank
from kunjungan.ui.screens.settings.office_choices import OfficeChoices
from kunjungan.ui.screens.settings.setting_row import settings_card, settings_page
from kunjungan.ui.screens.settings.signing_drawing import SigningDrawing
from kunjungan.ui.screens.settings.tie_field import TieField
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import CheckField, ChoiceField
from kunjungan.ui.widgets.layouts import column, framed, row
from kunjungan.ui.widgets.rows_model import Cell, Column

LOCAL_ACTIONS = ("local_rank.add",)
LOCAL_MORE = ("local_rank.edit", "local_rank.retire", "local_rank.restore", "local_rank.remove")
_TABLE_HEIGHT = 220


class PrecedencePage(ListPage):
    """The host's place, the rules among equals, sides, and the table of local additions."""

    def __init__(self, context: ScreenContext, choices_of: OfficeChoices) -> None:
        table = DataTable(_columns(), key=lambda line: line.id, two_lines=True)
        super().__init__(context, table, "local_rank")
        table.setMinimumHeight(_TABLE_HEIGHT)
        table.set_menu((*LOCAL_MORE, None, *LOCAL_ACTIONS), context.commands)
        added = Card(tr("Local additions"))
        added.add(_told_of_additions())
        added.add(table)
        self.drawing = SigningDrawing()
        page = settings_page(_order_card(choices_of), _sides_card(choices_of, self.drawing), added)
        self.setLayout(column(page))
        context.news.changed.connect(self._draw)
        self._draw()
        self.reload()

    @override
    def answers(self) -> dict[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {"local_rank.add": self.add}
        line = self.table.current()
        if line is not None:
            found |= {"local_rank.edit": self.edit, "local_rank.remove": self.remove}
            now = "local_rank.retire" if line.active else "local_rank.restore"
            found[now] = self.retire
        return found

    @override
    def reload(self) -> None:
        self.table.show_empty(
            "people",
            tr("Nothing added to the order of the law"),
            tr("Local customs may place others, such as a rector or the head of a state company."),
            self._context.commands["local_rank.add"],
        )
        lines = list_local_ranks(self._office)
        self.show_lines(lines, tr("Shown: {count}", count=len(lines)))

    @Slot()
    def add(self) -> None:
        """Ask for an addition to the order."""
        made = ask_new_local_rank(self._office, self)
        if made is not None:
            self.table.select(made)
            self._context.toast(tr("Added"), undo=True)

    @override
    @Slot()
    def edit(self) -> None:
        line = self.table.current()
        with refusals_shown(self):
            if line is not None and ask_local_rank(self._office, line.id, self):
                self._context.toast(tr("{name} changed", name=screen_side(line.name)), undo=True)

    def retire(self) -> None:
        """Offer the addition no longer, or again."""
        line = self.table.current()
        if line is not None:
            with refusals_shown(self):
                retire_local_rank(self._office, line.id, active=not line.active)
                words = later("{name} retired") if line.active else later("{name} in use again")
                self._context.toast(tr(words, name=screen_side(line.name)), undo=True)

    def remove(self) -> None:
        """Remove the addition, if nobody ranks by it."""
        if (line := self.table.current()) is not None:
            with refusals_shown(self):
                remove_local_rank(self._office, line.id)
                self._context.toast(tr("{name} removed", name=screen_side(line.name)), undo=True)

    @Slot()
    def _draw(self, *_: object) -> None:
        self.drawing.show_choice(guest_right=office_settings(self._office).guest_right)


def _told_of_additions() -> QWidget:
    told = tr("Each stands right after a group of the law and ahead of the next one.")
    words = set_role(QLabel(told), TextRole.SMALL)
    words.setWordWrap(True)
    head = row(words, Chip(ChipText(tr("PP 39/2018"), Tone.INFO)))
    head.setStretch(0, 1)
    return framed(head)


def _order_card(row_of: OfficeChoices) -> Card:
    return settings_card(
        tr("Order of precedence"),
        row_of.row(
            "host_place",
            tr("Place of the host"),
            tr(
                "The host accompanies the highest guest (art 13). Read by its letter, article "
                "11(2) puts even a visiting deputy ahead of the host."
            ),
            ChoiceField(choices(HostPlace)),
            law=tr("UU 9/2010"),
        ),
        row_of.row(
            "tie_rules",
            tr("Rules among equals"),
            tr(
                "The first rule that tells guests of equal rank apart decides and is shown. Whom "
                "none tells apart is listed, and waits for the officer's word."
            ),
            TieField(),
        ),
    )


def _sides_card(row_of: OfficeChoices, drawing: SigningDrawing) -> Card:
    sides = [(True, tr("At the host's right hand")), (False, tr("At the host's left hand"))]
    return settings_card(
        tr("Sides"),
        row_of.row(
            "guest_right",
            tr("Guest at the signing table"),
            tr(
                "The right hand of those who sit is the better one. Plans made from now on "
                "follow it."
            ),
            ChoiceField(sides),
        ),
        framed(row(drawing, margins=(14, 12, 14, 10))),
        row_of.row(
            "row_halves",
            tr("Rows of seats"),
            tr("One sequence from the middle outwards, or guests on one half and hosts beside."),
            CheckField(tr("Half for guests, half for hosts")),
        ),
    )


def _columns() -> list[Column[LocalRankLine]]:
    return [
        Column(tr("Name"), _name, sort=lambda line: line.name.id.casefold()),
        Column(tr("Stands after"), _after, 300),
        Column(tr("Rests on"), lambda line: line.source, 170, hide_below=620),
        Column(tr("State"), _state, 100, hide_below=560),
    ]


def _name(line: LocalRankLine) -> Cell:
    return Cell(screen_side(line.name), bold=line.active, quiet=not line.active)


def _after(line: LocalRankLine) -> Cell:
    return Cell(screen_side(line.cited), detail=label(line.after))


def _state(line: LocalRankLine) -> Cell:
    return Cell("") if line.active else Cell("", chip=ChipText(tr("Retired")))

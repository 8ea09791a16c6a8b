"""One institution: its facts, and who holds or held which post in it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from textwrap import shorten

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.domain.capacity import Capacity
from kunjungan.i18n import tr
from kunjungan.services.institutions import InstitutionForm, InstitutionLine
from kunjungan.services.officials import OfficialLine
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.institutions.facts_panel import FactsPanel
from kunjungan.ui.screens.institutions.picture_field import PictureView
from kunjungan.ui.screens.institutions.words import joined, term_order, term_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.cards import Fact
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import CARD_PAD, column, framed, row, rule
from kunjungan.ui.widgets.list_keys import ListKeys
from kunjungan.ui.widgets.rows_model import Cell, Column, Group

_MENU = ("official.edit", "official.add", None, "official.remove")
_LOGO = QSize(56, 56)
_HEAD = 40
_NOTE = 120


class InstitutionPanel(FactsPanel):
    """Shows one institution; its officials stand by now, to come and former.

    Signals:
        picked: Another official is current; carries the line or None.
        opened: An official was asked for by Enter or double click; carries the line.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        commands: Mapping[str, QAction],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(PictureView(_LOGO, "building_government"), parent)
        self._commands = commands
        self._today = today
        self.officials = DataTable(
            _columns(), key=lambda line: line.id, two_lines=True, parent=self
        )
        self._build()

    def show_institution(
        self,
        line: InstitutionLine,
        form: InstitutionForm,
        officials: Sequence[OfficialLine],
        part_of: str,
    ) -> None:
        """Show an institution; ``part_of`` names the one it belongs to, if any."""
        other = line.name.en if screen_side(line.name) == line.name.id else line.name.id
        self._show_words(screen_side(line.name), other, _facts(line, form, part_of))
        today = self._today()
        ordered = sorted(officials, key=lambda official: term_order(official, today))
        self.officials.show_rows(ordered, group=lambda official: _group(official, ordered, today))

    def show_logo(self, data: bytes | None) -> None:
        """Show the institution's coat of arms or logo, or that there is none."""
        name = tr("Coat of arms of {name}", name=self._title.text())
        self._picture.show_picture(data, name if data else "")

    def _build(self) -> None:
        table, commands = self._fitted(self.officials), self._commands
        table.set_menu(_MENU, commands)
        table.show_empty(
            "person",
            tr("No officials yet"),
            tr("Who signs for this institution, and who comes with its delegations."),
        )
        keys = {
            Qt.Key.Key_Insert: commands["official.add"],
            Qt.Key.Key_F2: commands["official.edit"],
            Qt.Key.Key_Delete: commands["official.remove"],
        }
        ListKeys(table.view, keys)
        table.picked.connect(self.picked)
        table.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 12, 1, 1)
        layout.setSpacing(0)
        edit = CommandButton(commands["institution.edit"], kind="link", parent=self)
        layout.addLayout(self._top(edit))
        layout.addLayout(column(self._facts, margins=(CARD_PAD, 8, CARD_PAD, 0)))
        layout.addSpacing(12)
        layout.addWidget(rule(self))
        layout.addWidget(self._officials_head())
        layout.addWidget(table, 1)

    def _officials_head(self) -> QWidget:
        add = CommandButton(self._commands["official.add"], kind="link", parent=self)
        head = row(
            set_role(QLabel(tr("Officials"), self), TextRole.CARD),
            None,
            add,
            margins=(CARD_PAD, 0, CARD_PAD, 0),
        )
        made = framed(head, self)
        made.setFixedHeight(_HEAD)
        return made


def _facts(line: InstitutionLine, form: InstitutionForm, part_of: str) -> tuple[Fact, ...]:
    region = joined(line.region_code, label(line.region_kind)) if line.region_kind else ""
    style = joined(form.full_style_id, form.full_style_en)
    return (
        Fact(tr("Region") if region else tr("Kind"), region or label(line.kind)),
        Fact(tr("Short name"), form.short_name),
        Fact(tr("Part of"), part_of),
        Fact(tr("Head's title"), joined(form.head_id, form.head_en)),
        Fact(tr("Address"), form.address_id or form.address_en),
        Fact(tr("Signs in"), form.city_id),
        Fact(tr("On paper as"), style),
        Fact(tr("Note"), shorten(form.note, _NOTE, placeholder="…")),
    )


def _group(line: OfficialLine, lines: Sequence[OfficialLine], today: date) -> Group:
    place = term_order(line, today)
    count = sum(1 for other in lines if term_order(other, today) == place)
    return Group((tr("In office now"), tr("From later on"), tr("Formerly"))[place], str(count))


def _columns() -> list[Column[OfficialLine]]:
    return [
        Column(tr("Name and post"), _name),
        Column(tr("Term of office"), _term, width=178),
    ]


def _name(line: OfficialLine) -> Cell:
    post = joined(line.post.id, line.post.en)
    chip = ChipText(tr("Its head"), Tone.INFO) if line.is_head else None
    return Cell(line.name.full, detail=post, bold=True, chip=chip, tip=post)


def _term(line: OfficialLine) -> Cell:
    capacity = "" if line.capacity is Capacity.DEFINITIVE else label(line.capacity)
    words = term_words(line)
    return Cell(words or tr("Term not recorded"), detail=capacity, quiet=not words)

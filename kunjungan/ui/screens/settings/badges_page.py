"""The papers of the day: what an attendance list shows, badges with role words and colours."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kunjungan.domain.badge_roles import BadgeRole, badge_roles
from kunjungan.i18n import tr
from kunjungan.services.label_sheets import list_sheets
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.settings.list_page import ListPage
from kunjungan.ui.screens.settings.office_choices import OfficeChoices
from kunjungan.ui.screens.settings.role_dialog import ask_role, colour_words, kind_words
from kunjungan.ui.screens.settings.setting_row import settings_card, settings_page
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, NumberField
from kunjungan.ui.widgets.layouts import column, framed, row
from kunjungan.ui.widgets.rows_model import Cell, Column

ROLE_ACTIONS = ("badge_role.add",)
ROLE_MORE = ("badge_role.edit", "badge_role.remove")
_TABLE_HEIGHT = 320


class BadgesPage(ListPage):
    """Attendance list, usual sheet, and the role words; without any the program's own hold."""

    def __init__(self, context: ScreenContext, choices_of: OfficeChoices) -> None:
        table = DataTable(_columns(), key=lambda role: role.word.id)
        super().__init__(context, table, "setting")
        table.setMinimumHeight(_TABLE_HEIGHT)
        table.set_menu((*ROLE_MORE, None, *ROLE_ACTIONS), context.commands)
        self.sheet = ChoiceField(self._sheets())
        roles = Card(tr("Role words"))
        roles.add(_told())
        roles.add(table)
        cards = _list_card(choices_of), _sheet_card(choices_of, self.sheet), roles
        self.setLayout(column(settings_page(*cards)))
        context.news.changed.connect(self._on_news)
        self.reload()

    @override
    def answers(self) -> dict[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {"badge_role.add": self.add}
        if self.table.current() is not None:
            found["badge_role.edit"] = self.edit
            if len(self._roles()) > 1:
                found["badge_role.remove"] = self.remove
        return found

    @override
    def reload(self) -> None:
        own = bool(office_settings(self._office).badge_roles)
        told = tr("The office's own roles") if own else tr("The roles that the program brings")
        self.show_lines(self._roles(), told)

    @Slot()
    def add(self) -> None:
        """Ask for a new role; whom it is for leaves the role that had them."""
        made = ask_role(None, self._kept(None), self)
        if made is not None:
            self.table.select(made.word.id)
            self._context.toast(tr("Badge role added"), undo=True)

    @override
    @Slot()
    def edit(self) -> None:
        role = self.table.current()
        made = ask_role(role, self._kept(role), self) if role is not None else None
        if made is not None:
            self.table.select(made.word.id)
            self._context.toast(tr("Badge role changed"), undo=True)

    def remove(self) -> None:
        """Remove a role; whom it was for are guests then."""
        if (role := self.table.current()) is not None:
            with refusals_shown(self):
                self._keep([each for each in self._roles() if each != role])
                self._context.toast(tr("Badge role removed"), undo=True)

    def _kept(self, old: BadgeRole | None) -> Callable[[BadgeRole], None]:
        """Return what keeps a role in the place of another, or after all."""

        def keep(made: BadgeRole) -> None:
            roles = [made if each == old else each for each in self._roles()]
            roles += [made] if old is None else []
            self._keep(
                [
                    each if each is made else replace(each, roles=each.roles - made.roles)
                    for each in roles
                ]
            )

        return keep

    def _keep(self, roles: list[BadgeRole]) -> None:
        lines = tuple(role.line for role in roles)
        badge_roles(lines)
        change_settings(self._office, replace(office_settings(self._office), badge_roles=lines))

    def _roles(self) -> list[BadgeRole]:
        return list(badge_roles(office_settings(self._office).badge_roles))

    def _sheets(self) -> list[tuple[str, str]]:
        sheets = list_sheets(self._office, "badge")
        return [(sheet.slug, screen_side(sheet.name)) for sheet in sheets]

    @Slot(object)
    def _on_news(self, tables: frozenset[str]) -> None:
        if "template" in tables:
            self.sheet.show_choices(self._sheets())


def _list_card(choices_of: OfficeChoices) -> Card:
    return settings_card(
        tr("Attendance list"),
        choices_of.row(
            "blank_rows",
            tr("Blank rows"),
            tr("For guests who come without being on the list."),
            NumberField(0, 200),
        ),
        choices_of.row(
            "attendance_nip",
            tr("NIP on the list"),
            tr("A column with the number of each civil servant."),
            CheckField(tr("Show the NIP")),
            law="UU 27/2022",
        ),
        choices_of.row(
            "attendance_phone",
            tr("Telephone on the list"),
            tr("A column for numbers; only where they are needed."),
            CheckField(tr("Show the telephone")),
            law="UU 27/2022",
        ),
    )


def _sheet_card(choices_of: OfficeChoices, field: ChoiceField) -> Card:
    return settings_card(
        tr("Badges"),
        choices_of.row(
            "badge_sheet",
            tr("Usual sheet"),
            tr("Badges are printed on it unless another is chosen with the pack."),
            field,
        ),
    )


def _told() -> QWidget:
    """Return what the table is for and what it rests on."""
    told = tr(
        "The word stands on a coloured band. It is readable in grey: white or black letters are "
        "chosen for every colour."
    )
    words = set_role(QLabel(told), TextRole.SMALL)
    words.setWordWrap(True)
    head = row(words, Chip(ChipText(tr("Office practice"))))
    head.setStretch(0, 1)
    return framed(head)


def _columns() -> list[Column[BadgeRole]]:
    return [
        Column(tr("Word"), lambda role: Cell(role.word.id, bold=True), 150),
        Column(tr("English"), lambda role: role.word.en, 120, hide_below=560),
        Column(tr("Colour"), lambda role: colour_words(role.colour), 130, hide_below=640),
        Column(tr("For"), lambda role: Cell(kind_words(role.roles), quiet=True)),
    ]

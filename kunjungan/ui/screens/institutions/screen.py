"""Institutions and the people who hold office in them."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from kunjungan.domain.errors import NotFound
from kunjungan.i18n import later, tr
from kunjungan.services.institutions import (
    InstitutionLine,
    institution_form,
    list_institutions,
    remove_institution,
)
from kunjungan.services.office_settings import office_settings
from kunjungan.services.officials import OfficialLine, list_officials, remove_official
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.partner_dialog import show_partners
from kunjungan.ui.screens.institutions.dialog import ask_institution, ask_new_institution
from kunjungan.ui.screens.institutions.official_dialog import ask_new_official, ask_official
from kunjungan.ui.screens.institutions.panel import InstitutionPanel
from kunjungan.ui.screens.institutions.words import joined, kind_order
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.empty_state import EmptyState
from kunjungan.ui.widgets.layouts import SidePanes, column, framed, row
from kunjungan.ui.widgets.page import Page
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group
from kunjungan.ui.widgets.search_field import SearchField

_TABLES = frozenset({"institution", "position", "tenure", "person", "delegation", "party"})
_PANEL = 448
_MENU = (
    "institution.edit",
    "institution.add",
    "official.add",
    "partner.show",
    None,
    "institution.remove",
)
_Commands = Mapping[str, Callable[[], None]]


class InstitutionsScreen(Page):
    """Every institution the office deals with; the one picked stands at the right."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._context = context
        self._office = context.office
        self._own: UUID | None = None
        self._names: dict[UUID, str] = {}
        self.search = SearchField(tr("Name, short name or region code"), self)
        self.table = DataTable(self._columns(), key=lambda line: line.id, two_lines=True)
        self.panel = InstitutionPanel(context.commands, context.office.today)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()
        self._reload()

    @override
    def commands(self) -> _Commands:
        line, official = self.table.current(), self.panel.officials.current()
        found: dict[str, Callable[[], None]] = {
            "institution.add": self._add,
            "page.filter": self._filter,
        }
        if line is not None:
            found |= {
                "institution.edit": lambda: self._edit(line),
                "institution.remove": lambda: self._remove(line),
                "partner.show": lambda: self._show_partner(line),
                "official.add": lambda: self._add_official(line),
            }
        if line is not None and official is not None:
            found |= {
                "official.edit": lambda: self._edit_official(official),
                "official.remove": lambda: self._remove_official(official),
            }
        return found

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        if record is None:
            return
        if not self.table.select(record):
            self.search.clear()
            self._reload()
        if not self.table.select(record):
            raise NotFound(later("This record no longer exists. Nothing was changed."))

    @override
    def remember(self) -> dict[str, object]:
        return {
            "search": self.search.text(),
            "table": self.table.remember(),
            "officials": self.panel.officials.remember(),
        }

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        if isinstance(text := state.get("search"), str) and text != self.search.text():
            self.search.setText(text)
            self._reload()
        for name, table in (("table", self.table), ("officials", self.panel.officials)):
            if isinstance(kept := state.get(name), dict):
                table.recall(kept)

    def _show_partner(self, line: InstitutionLine) -> None:
        with refusals_shown(self):
            show_partners(self._context, [line.id], self)

    def _build(self) -> None:
        commands = self._context.commands
        self.header.show_actions(
            "institution.add",
            "official.add",
            more=[
                "partner.show",
                "institution.edit",
                "institution.remove",
                "official.edit",
                "official.remove",
            ],
        )
        self.table.set_menu(_MENU, commands)
        self.search.setFixedWidth(300)
        panes = SidePanes(self.table, self.panel, side_width=_PANEL)
        content = column(row(self.search, None), panes, spacing=10)
        content.setStretch(1, 1)
        self._stack.addWidget(framed(content))
        self._stack.addWidget(
            EmptyState(
                "building_government",
                tr("Start with the government next door"),
                tr(
                    "Pick a region from the list and its names, its head's title and its code are "
                    "filled in. Any other institution is added by its name."
                ),
                commands["institution.add"],
            )
        )
        self.set_body(self._stack)

    def _connect(self) -> None:
        self.setFocusProxy(self.table)
        self.table.opened.connect(self._edit)
        self.table.picked.connect(self._on_picked)
        self.panel.picked.connect(lambda _line: self.commands_changed.emit())
        self.panel.opened.connect(self._edit_official)
        self.search.searched.connect(self._reload)
        self._context.news.changed.connect(self._on_changed)

    def _columns(self) -> list[Column[InstitutionLine]]:
        return [
            Column(tr("Institution"), self._name, sort=lambda line: screen_side(line.name)),
            Column(tr("Code"), _code, width=86, sort=lambda line: line.region_code),
            _count(tr("Officials"), lambda line: line.officials, hide_below=520),
            _count(tr("Delegations"), lambda line: line.delegations, hide_below=660),
            _count(tr("Agreements"), lambda line: line.agreements, hide_below=660),
        ]

    def _name(self, line: InstitutionLine) -> Cell:
        own = tr("Own office") if line.id == self._own else ""
        return Cell(screen_side(line.name), detail=joined(line.short_name, own), bold=True)

    @Slot()
    def _reload(self) -> None:
        text = self.search.text().strip()
        lines = sorted(list_institutions(self._office, text), key=kind_order)
        everything = list_institutions(self._office) if text else lines
        self._own = office_settings(self._office).own_institution
        self._names = {line.id: screen_side(line.name) for line in everything}
        self._stack.setCurrentIndex(0 if everything else 1)
        self.header.show_title(tr("Institutions & officials"), subtitle=_summary(everything))
        self.table.show_empty(
            "search", tr("Nothing matches"), tr("Esc in the search field shows all.")
        )
        shown = tr("Shown: {count}", count=len(lines))
        self.table.set_footer(shown, [("Enter", tr("edit")), ("Ins", tr("add"))])
        self.table.show_rows(lines, group=lambda line: _kind(line, lines))
        self.table.settle()

    @Slot(object)
    def _on_picked(self, line: InstitutionLine | None) -> None:
        self.panel.setVisible(line is not None)
        if line is not None:
            form = institution_form(self._office, line.id)
            part_of = self._names.get(form.parent_id, "") if form.parent_id else ""
            officials = list_officials(self._office, line.id)
            self.panel.show_institution(line, form, officials, part_of)
        self.commands_changed.emit()

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES or "setting" in tables:
            self._reload()

    def _filter(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _add(self) -> None:
        made = ask_new_institution(self._office, self)
        if made is not None:
            self.search.clear()
            self._reload()
            self.table.select(made)
            self._context.toast(tr("{name} added", name=self._names[made]), undo=True)

    @Slot(object)
    def _edit(self, line: InstitutionLine) -> None:
        with refusals_shown(self):
            if ask_institution(self._office, line.id, self):
                self._context.toast(tr("{name} changed", name=screen_side(line.name)), undo=True)

    def _remove(self, line: InstitutionLine) -> None:
        with refusals_shown(self):
            remove_institution(self._office, line.id)
            self._context.toast(tr("{name} removed", name=screen_side(line.name)), undo=True)

    def _add_official(self, line: InstitutionLine) -> None:
        made = ask_new_official(self._office, line.id, self)
        if made is not None:
            self.panel.officials.select(made)
            self._context.toast(tr("Official added"), undo=True)

    @Slot(object)
    def _edit_official(self, official: OfficialLine) -> None:
        with refusals_shown(self):
            if ask_official(self._office, official.id, self):
                name = official.name.full
                self._context.toast(tr("{name} changed", name=name), undo=True)

    def _remove_official(self, official: OfficialLine) -> None:
        with refusals_shown(self):
            remove_official(self._office, official.id)
            name = official.name.full
            self._context.toast(tr("{name} removed", name=name), undo=True)


def _count(
    title: str, read: Callable[[InstitutionLine], int], *, hide_below: int
) -> Column[InstitutionLine]:
    return Column(
        title,
        lambda line: Cell(str(read(line)) if read(line) else "—", quiet=not read(line)),
        width=98,
        align=Align.RIGHT,
        sort=read,
        hide_below=hide_below,
    )


def _summary(lines: list[InstitutionLine]) -> str:
    if not lines:
        return tr("No institutions yet")
    officials = sum(line.officials for line in lines)
    return tr(
        "Institutions: {institutions} · terms of office: {officials}",
        institutions=len(lines),
        officials=officials,
    )


def _code(line: InstitutionLine) -> Cell:
    kind = label(line.region_kind) if line.region_kind else ""
    return Cell(line.region_code or "—", detail=kind, quiet=not line.region_code)


def _kind(line: InstitutionLine, lines: list[InstitutionLine]) -> Group:
    return Group(label(line.kind), str(sum(1 for other in lines if other.kind == line.kind)))

"""Institutions, and the people who hold office in the one that is picked."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.institutions import (
    InstitutionLine,
    institution_form,
    list_institutions,
    remove_institution,
)
from kunjungan.services.office_settings import office_settings
from kunjungan.services.officials import OfficialLine, list_officials, remove_official
from kunjungan.services.pictures import picture_of
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.partner_dialog import show_partners
from kunjungan.ui.screens.institutions.dialog import ask_institution, ask_new_institution
from kunjungan.ui.screens.institutions.official_dialog import ask_new_official, ask_official
from kunjungan.ui.screens.institutions.panel import InstitutionPanel
from kunjungan.ui.screens.institutions.view import Commands, OfficeView, Tables
from kunjungan.ui.screens.institutions.words import joined, kind_order
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.empty_state import EmptyState
from kunjungan.ui.widgets.layouts import SidePanes, column, framed, row
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group

PANEL = 448
_MENU = (
    *("institution.edit", "institution.add", "official.add", "partner.show"),
    *(None, "institution.remove"),
)


class BodiesView(OfficeView):
    """Every institution the office deals with; the one picked stands at the right."""

    main = ("institution.add", "official.add")
    more = (
        *("partner.show", "institution.edit", "institution.remove"),
        *("official.edit", "official.remove"),
    )
    watched = frozenset(
        {"institution", "position", "tenure", "person", "delegation", "party", "setting"}
    )

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(context, tr("Name, short name or region code"), parent)
        self._own: UUID | None = None
        self._all: list[InstitutionLine] = []
        self._names: dict[UUID, str] = {}
        self.table = DataTable(self._columns(), key=lambda line: line.id, two_lines=True)
        self.panel = InstitutionPanel(context.commands, context.office.today)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()
        self.reload()

    @override
    def answers(self) -> Commands:
        line, official = self.table.current(), self.panel.officials.current()
        found: dict[str, Callable[[], None]] = {"institution.add": self._add}
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
    def select(self, record: UUID) -> bool:
        if not self.table.select(record):
            self.search.clear()
            self.reload()
        return self.table.select(record)

    @override
    def tables(self) -> Tables:
        return {"table": self.table, "officials": self.panel.officials}

    @override
    def summary(self) -> str:
        if not self._all:
            return tr("No institutions yet")
        officials = sum(line.officials for line in self._all)
        return tr(
            "Institutions: {institutions} · terms of office: {officials}",
            institutions=len(self._all),
            officials=officials,
        )

    @property
    def count(self) -> int:
        """How many institutions there are in all."""
        return len(self._all)

    @Slot()
    @override
    def reload(self) -> None:
        text = self.search.text().strip()
        lines = sorted(list_institutions(self.office, text), key=kind_order)
        self._all = list_institutions(self.office) if text else lines
        self._own = office_settings(self.office).own_institution
        self._names = {line.id: screen_side(line.name) for line in self._all}
        self._stack.setCurrentIndex(0 if self._all else 1)
        self.show_nothing_matches(self.table)
        shown = tr("Shown: {count}", count=len(lines))
        self.table.set_footer(shown, [("Enter", tr("edit")), ("Ins", tr("add"))])
        self.table.show_rows(lines, group=lambda line: _kind(line, lines))
        self.table.settle()
        self.counted.emit()

    def _build(self) -> None:
        commands = self.context.commands
        self.table.set_menu(_MENU, commands)
        self._panes = SidePanes(self.table, self.panel, side_width=PANEL)
        content = column(row(self.search, None), self._panes, spacing=10)
        content.setStretch(1, 1)
        empty = EmptyState(
            "building_government",
            tr("Start with the government next door"),
            tr(
                "Pick a region from the list and its names, its head's title and its code are "
                "filled in. Any other institution is added by its name."
            ),
            commands["institution.add"],
        )
        self._stack.addWidget(framed(content))
        self._stack.addWidget(empty)
        self.setLayout(column(self._stack))
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.opened.connect(self._edit)
        self.table.picked.connect(self._on_picked)
        self.panel.picked.connect(lambda _line: self.commands_changed.emit())
        self.panel.opened.connect(self._edit_official)

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

    @Slot(object)
    def _on_picked(self, line: InstitutionLine | None) -> None:
        self._panes.show_side(shown=line is not None)
        if line is not None:
            form = institution_form(self.office, line.id)
            part_of = self._names.get(form.parent_id, "") if form.parent_id else ""
            self.panel.show_institution(line, form, list_officials(self.office, line.id), part_of)
            self.panel.show_logo(picture_of(self.office, form.logo_sha))
        self.commands_changed.emit()

    def _add(self) -> None:
        made = ask_new_institution(self.office, self)
        if made is not None:
            self.select(made)
            self.context.toast(tr("{name} added", name=self._names[made]), undo=True)

    @Slot(object)
    def _edit(self, line: InstitutionLine) -> None:
        with refusals_shown(self):
            if ask_institution(self.office, line.id, self):
                self.context.toast(tr("{name} changed", name=screen_side(line.name)), undo=True)

    def _remove(self, line: InstitutionLine) -> None:
        with refusals_shown(self):
            remove_institution(self.office, line.id)
            self.context.toast(tr("{name} removed", name=screen_side(line.name)), undo=True)

    def _show_partner(self, line: InstitutionLine) -> None:
        with refusals_shown(self):
            show_partners(self.context, [line.id], self)

    def _add_official(self, line: InstitutionLine) -> None:
        made = ask_new_official(self.office, line.id, self)
        if made is not None:
            self.panel.officials.select(made)
            self.context.toast(tr("Official added"), undo=True)

    @Slot(object)
    def _edit_official(self, official: OfficialLine) -> None:
        with refusals_shown(self):
            if ask_official(self.office, official.id, self):
                self.context.toast(tr("{name} changed", name=official.name.full), undo=True)

    def _remove_official(self, official: OfficialLine) -> None:
        with refusals_shown(self):
            remove_official(self.office, official.id)
            self.context.toast(tr("{name} removed", name=official.name.full), undo=True)


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


def _code(line: InstitutionLine) -> Cell:
    kind = label(line.region_kind) if line.region_kind else ""
    return Cell(line.region_code or "—", detail=kind, quiet=not line.region_code)


def _kind(line: InstitutionLine, lines: list[InstitutionLine]) -> Group:
    return Group(label(line.kind), str(sum(1 for other in lines if other.kind == line.kind)))

"""Everybody the office knows, with the one that is picked at the right."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.domain.likeness import Likeness
from kunjungan.domain.names import read_nip, search_key
from kunjungan.i18n import tr
from kunjungan.services.known_people.card import person_card
from kunjungan.services.known_people.exporting import people_name, write_people
from kunjungan.services.known_people.listing import KnownPerson, PeopleFound, known_people
from kunjungan.services.known_people.twins import TwinLine
from kunjungan.services.people import remove_person
from kunjungan.services.pictures import picture_of
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import partial_words
from kunjungan.ui.files import export_sheet
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.institutions.appoint_dialog import ask_office
from kunjungan.ui.screens.institutions.bodies_view import PANEL
from kunjungan.ui.screens.institutions.export_dialog import ask_export
from kunjungan.ui.screens.institutions.merge_dialog import decide
from kunjungan.ui.screens.institutions.official_dialog import ask_official
from kunjungan.ui.screens.institutions.person_dialog import ask_new_person, ask_person
from kunjungan.ui.screens.institutions.person_panel import HistoryLine, PersonPanel
from kunjungan.ui.screens.institutions.purge_dialog import purge
from kunjungan.ui.screens.institutions.view import Commands, OfficeView, Tables
from kunjungan.ui.screens.institutions.words import joined
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import SidePanes, column, row
from kunjungan.ui.widgets.rows_model import Cell, Column

_MENU = (
    *("person.edit", "person.add", "person.appoint", "person.merge"),
    *(None, "person.remove"),
)


class PeopleView(OfficeView):
    """The people by name; those whose name is still to come are their visit's alone."""

    main = ("person.add", "person.appoint")
    more = (
        *("person.edit", "person.merge", "person.remove"),
        *("people.export", "people.purge"),
    )
    watched = frozenset({"person", "tenure", "position", "institution", "attendee", "visit"})

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(context, tr("Name, post, institution, NIP or telephone"), parent)
        self._found: PeopleFound | None = None
        self.table = DataTable(_columns(), key=lambda person: person.id, two_lines=True)
        self.panel = PersonPanel(context.commands, context.office.today)
        self.table.set_menu(_MENU, context.commands)
        self._panes = SidePanes(self.table, self.panel, side_width=PANEL)
        content = column(row(self.search, None), self._panes, spacing=10)
        content.setStretch(1, 1)
        self.setLayout(content)
        self.setFocusProxy(self.table)
        self.table.opened.connect(self._edit)
        self.table.picked.connect(self._on_picked)
        selection = self.table.view.selectionModel()
        selection.selectionChanged.connect(lambda *_: self.commands_changed.emit())
        self.panel.opened.connect(self._open)

    @property
    def count(self) -> int | None:
        """How many people are known in all, None before they are read."""
        return None if self._found is None or self.search.text() else self._found.count

    @override
    def answers(self) -> Commands:
        person = self.table.current()
        found: dict[str, Callable[[], object]] = {
            "person.add": self._add,
            "people.export": self._export,
            "people.purge": self._purge,
        }
        if person is not None:
            found |= {
                "person.edit": partial(self._edit, person),
                "person.appoint": partial(self._appoint, person),
                "person.remove": partial(self._remove, person),
            }
        chosen = self.table.selected()
        if len(chosen) == 2:
            line = TwinLine(chosen[0], chosen[1], Likeness(0))
            found["person.merge"] = partial(decide, self.context, line, self)
        return found

    @override
    def tables(self) -> Tables:
        return {"table": self.table, "history": self.panel.history}

    @override
    def summary(self) -> str:
        count = self.count
        return "" if count is None else tr("People known: {count}", count=count)

    @override
    def select(self, record: UUID) -> bool:
        if not self.table.select(record):
            self.search.clear()
            self.reload()
        return self.table.select(record)

    @Slot()
    @override
    def reload(self) -> None:
        text = self.search.text().strip()
        found = known_people(self.office, text)
        self._found = found
        if text:
            self.show_nothing_matches(self.table)
        else:
            self.table.show_empty(
                "person",
                tr("Nobody yet"),
                tr("People come with officials and with guest lists, or are added here."),
                self.context.commands["person.add"],
            )
        self.table.set_footer(_shown(found), [("Enter", tr("edit")), ("Ins", tr("add"))])
        self.table.show_rows(found.people)
        self.table.settle()
        self.counted.emit()

    @Slot(object)
    def _on_picked(self, person: KnownPerson | None) -> None:
        self._panes.show_side(shown=person is not None)
        if person is not None:
            card = person_card(self.office, person.id)
            self.panel.show_person(card, picture_of(self.office, card.form.photo_sha))
        self.commands_changed.emit()

    def _add(self) -> None:
        made = ask_new_person(self.context, self)
        if made is not None:
            self.select(made)
            self.context.toast(tr("Person added"), undo=True)

    @Slot(object)
    def _edit(self, person: KnownPerson) -> None:
        with refusals_shown(self):
            if ask_person(self.office, person.id, self):
                self.context.toast(tr("{name} changed", name=person.name.full), undo=True)

    def _remove(self, person: KnownPerson) -> None:
        with refusals_shown(self):
            remove_person(self.office, person.id)
            self.context.toast(tr("{name} removed", name=person.name.full), undo=True)

    def _appoint(self, person: KnownPerson) -> None:
        with refusals_shown(self):
            if ask_office(self.office, person.id, self):
                self.context.toast(tr("Office added"), undo=True)

    @Slot(object)
    def _open(self, line: HistoryLine) -> None:
        if line.opens is not None:
            self.context.navigate(line.opens)
        elif line.term is not None:
            self._edit_term(line.term, line.title)

    def _edit_term(self, term: UUID, title: str) -> None:
        with refusals_shown(self):
            if ask_official(self.office, term, self):
                self.context.toast(tr("{name} changed", name=title), undo=True)

    def _export(self) -> None:
        personal = ask_export(self)
        if personal is not None:
            export_sheet(
                self.context,
                tr("Export people"),
                people_name,
                lambda path, language: write_people(self.office, path, language, personal=personal),
                self,
            )

    def _purge(self) -> None:
        with refusals_shown(self):
            count = purge(self.office, self)
            if count:
                one = tr("Contacts of 1 guest removed")
                many = tr("Contacts of {count} guests removed", count=count)
                self.context.toast(one if count == 1 else many, undo=True)


def _columns() -> list[Column[KnownPerson]]:
    return [
        Column(tr("Person"), _name, sort=lambda person: search_key(person.name.plain)),
        Column(tr("Rank and NIP"), _rank, width=196, hide_below=620),
        Column(tr("Diet and access"), _needs, width=130, hide_below=760),
        Column(tr("Last visit"), _last, width=156, sort=_came, hide_below=480),
    ]


def _name(person: KnownPerson) -> Cell:
    held = joined(*(screen_side(post.title) for post in person.posts))
    detail = held or joined(person.guest_as, person.guest_of)
    return Cell(person.name.full, detail=detail, bold=True, tip=detail)


def _rank(person: KnownPerson) -> Cell:
    nip = read_nip(person.nip).grouped if person.nip else ""
    rank = joined(person.rank, person.grade)
    return Cell(rank or nip or "—", detail=nip if rank else "", quiet=not rank)


def _needs(person: KnownPerson) -> Cell:
    needs = person.diet or person.access
    return Cell(needs or "—", detail=person.access if person.diet else "", quiet=not needs)


def _last(person: KnownPerson) -> Cell:
    words = partial_words(person.last_visit).rsplit(", ", 1)[-1] if person.last_visit else ""
    return Cell(words or "—", quiet=True)


def _came(person: KnownPerson) -> int:
    return person.last_visit.last.toordinal() if person.last_visit else 0


def _shown(found: PeopleFound) -> str:
    shown = len(found.people)
    if shown < found.count:
        return tr("Shown: {shown} of {count}; type to find others", shown=shown, count=found.count)
    return tr("Shown: {count}", count=shown)

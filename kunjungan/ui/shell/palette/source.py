"""What the palette offers for a text: records, commands, what was opened last."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from PySide6.QtGui import QAction

from kunjungan.domain.search_words import Query, exact_text, has_words, places, read_query
from kunjungan.i18n import later, tr
from kunjungan.ui.actions import keys_text, plain_text
from kunjungan.ui.background import Background
from kunjungan.ui.context import Address
from kunjungan.ui.shell.palette.rows import Entry, Heading, Row
from kunjungan.ui.shell.parts import Hit
from kunjungan.ui.widgets.page import Place

VISITS, AGREEMENTS = later("Visits"), later("Agreements")
PEOPLE, TEXT = later("People and institutions"), later("Text of agreements")
_COMMANDS, _LAST = later("Commands"), later("Opened last")
_BEFORE, _AFTER = (VISITS, AGREEMENTS, PEOPLE), (TEXT,)
_NEW = "visit.schedule"
_MOST_COMMANDS = 6
_ONLY_COMMANDS, _ONLY_RECORDS = ">", ("@", "#")
_ASKS = MappingProxyType(
    {"@": later("Type a person's name or office"), "#": later("Type a number, a subject or words")}
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the palette takes its lines from; ``find`` is asked in the background."""

    actions: Sequence[QAction]
    find: Callable[[str], Sequence[Hit]]
    go: Callable[[Address], None]
    recent: Sequence[Hit]
    background: Background
    sidebar: Sequence[Place]

    def at_first(self) -> list[Row]:
        """Return what is offered before anything is typed: records opened last, all commands."""
        records = (self._record(hit) for hit in self.recent)
        commands = (_command(action) for action in self._open_actions())
        return [*_group(tr(_LAST), records), *_group(tr(_COMMANDS), commands)]

    def rows(self, text: str, hits: Sequence[Hit]) -> list[Row]:
        """Return what fits a text, of which ``hits`` are the records found for it.

        To offer a new visit is the last thing where there is something else.
        """
        if text in _ASKS:
            return [Heading(tr(_ASKS[text]))]
        before = [row for title in _BEFORE for row in self._records(title, hits)]
        after = [row for title in _AFTER for row in self._records(title, hits)]
        commands = list(_group(tr(_COMMANDS), self._commands(text)))
        only = text.startswith(_ONLY_COMMANDS)
        if commands and (only or any(_is_found(row) for row in commands)):
            return [*before, *commands, *after]
        if not (before or after):
            nothing = Heading(tr("No results for “{text}”", text=text))
            return [nothing, *(row for row in commands if isinstance(row, Entry))]
        return [*before, *after, *commands]

    def wants_records(self, text: str) -> bool:
        """Say whether a text is to be searched for in the office, and not among commands only."""
        return not text.startswith(_ONLY_COMMANDS) and bool(text.lstrip("@# "))

    def _records(self, title: str, hits: Iterable[Hit]) -> Iterator[Row]:
        return _group(tr(title), (self._record(hit) for hit in hits if hit.group == title))

    def _record(self, hit: Hit) -> Entry:
        run = partial(self.go, hit.address)
        return Entry(hit.title, hit.detail, hit.icon, run, hit.title_places, hit.detail_places)

    def _commands(self, text: str) -> Iterator[Entry]:
        if text.startswith(_ONLY_RECORDS):
            return
        only = text.startswith(_ONLY_COMMANDS)
        words = text.removeprefix(_ONLY_COMMANDS).strip()
        query = read_query(words)
        yield from self._places(query)
        fitting = [action for action in self._open_actions() if _fits(plain_text(action), query)]
        for action in fitting if only else fitting[:_MOST_COMMANDS]:
            yield _command(action, query)
        if words and not only and (new := self._new_visit()) is not None:
            title = tr("New visit for “{text}”", text=words)
            go = partial(self.go, Address("visits", None, f"new:{words}"))
            yield Entry(title, keys_text(new), "add", go)

    def _places(self, query: Query) -> Iterator[Entry]:
        """Yield the places of the window that are named."""
        for place in self.sidebar:
            title = tr("Open {place}", place=tr(place.title))
            if _fits(title, query):
                go = partial(self.go, Address(place.key))
                yield Entry(title, "", place.icon, go, places(title, query))

    def _new_visit(self) -> QAction | None:
        return next((each for each in self._open_actions() if each.objectName() == _NEW), None)

    def _open_actions(self) -> Iterator[QAction]:
        return (action for action in self.actions if action.isEnabled())


def _group(title: str, entries: Iterable[Entry]) -> Iterator[Row]:
    """Yield entries under their heading, or nothing where there are none."""
    some = list(entries)
    if some:
        yield Heading(title)
        yield from some


def _is_found(row: Row) -> bool:
    """Say whether a line is something that was there already."""
    return isinstance(row, Entry) and bool(row.title_places)


def _fits(title: str, query: Query) -> bool:
    return has_words(exact_text(title), [(word,) for word in query.exact], loosely=True)


def _command(action: QAction, query: Query | None = None) -> Entry:
    title = plain_text(action)
    icon = str(action.property("icon_name") or "") or "chevron_right"
    marked = places(title, query) if query else ()
    return Entry(title, keys_text(action), icon, action.trigger, marked)

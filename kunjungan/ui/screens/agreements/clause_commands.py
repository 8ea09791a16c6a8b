"""What one can do with the rows of a text: add, move, remove, and go about in them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.i18n import tr
from kunjungan.services.clauses import (
    ClauseLine,
    Column,
    add_clause,
    change_level,
    confirm_translation,
    move_clause,
    remove_clause,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.clause_columns import to_review
from kunjungan.ui.screens.agreements.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.sections import (
    next_problem,
    section_at,
    sections_of,
    translations,
)
from kunjungan.ui.screens.agreements.third import Third

_LEVELS: tuple[Level | None, ...] = (
    Level.ARTICLE,
    Level.PARAGRAPH,
    Level.LETTER,
    Level.NUMBER,
    Level.TEXT,
    Level.PARTY,
    Level.CLOSING,
    None,
    Level.ANNEX,
    Level.TABLE_HEAD,
    Level.TABLE_ROW,
)
"""As the menu lists them; None draws a line."""
_FIRST_UNDER: Mapping[Level, Level] = MappingProxyType(
    {
        Level.ARTICLE: Level.PARAGRAPH,
        Level.CLOSING: Level.PARAGRAPH,
        Level.PARTY: Level.PARAGRAPH,
        Level.ANNEX: Level.TEXT,
        Level.TABLE_HEAD: Level.TABLE_ROW,
    }
)
"""What follows a row that is the only one of its level."""


class ClauseCommands:
    """Answers the commands of a text that is on screen."""

    def __init__(self, context: ScreenContext, rows: ClauseRows, parent: QWidget) -> None:
        self._context = context
        self._rows = rows
        self._parent = parent
        self._agreement: UUID | None = None
        self._lines: Sequence[ClauseLine] = ()
        self._values: Mapping[str, Bilingual] = {}
        self.third: Third | None = None

    def show(self, agreement: UUID, values: Mapping[str, Bilingual]) -> None:
        """Work on this agreement from now on, whose fields say ``values``."""
        self._agreement, self._values = agreement, values

    def show_lines(self, lines: Sequence[ClauseLine], third: Third | None) -> None:
        """Work on this text from now on, perhaps in a third language, too."""
        self._lines, self.third = lines, third

    def answers(self, *, is_open: bool) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        found: dict[str, Callable[[], None]] = {
            "agreement.next_problem": self.next_problem,
            "agreement.previous_problem": partial(self.next_problem, back=True),
            "clause.next": partial(self._go, 1),
            "clause.previous": partial(self._go, -1),
            "clause.next_article": partial(self._go_article, 1),
            "clause.previous_article": partial(self._go_article, -1),
        }
        if is_open:
            found |= {
                "clause.add": self.add,
                "clause.add_article": self.add_article,
                "clause.add_letter": self.add_letter,
            }
        if is_open and self._rows.current() is not None:
            found |= {
                "clause.level": self.choose_level,
                "clause.up": partial(self._move, -1),
                "clause.down": partial(self._move, 1),
                "clause.remove": self.remove,
                "clause.field": self.choose_field,
            }
        here = self._rows.current()
        if is_open and here is not None and self._stale(here):
            found["clause.confirm"] = self.confirm_here
        return found

    def add(self) -> None:
        """Add a row like the one the person is in, a first paragraph under an article."""
        here = self._rows.current()
        level = here.level if here else Level.PARAGRAPH
        self._add(_FIRST_UNDER.get(level, level), self._after())

    def add_letter(self) -> None:
        """Add a letter under the row the person is in."""
        self._add(Level.LETTER, self._after())

    def add_article(self) -> None:
        """Add an article after the one the person is in."""
        sections = sections_of(self._lines)
        place = section_at(sections, self._after())
        articles = [part for part in sections if part.article]
        part = sections[place] if place >= 0 and sections[place].article else None
        before = part or (articles[-1] if articles else sections[-1] if sections else None)
        self._add(Level.ARTICLE, before.rows[-1] if before else None)

    def remove(self) -> None:
        """Remove the row the person is in, an article with what is under it."""
        line = self._rows.current()
        if line is None:
            return
        place = self._lines.index(line)
        with refusals_shown(self._parent):
            remove_clause(self._context.office, line.id)
            self._context.toast(_removed(line), undo=True)
            if self._lines:
                self._rows.go_to(self._lines[min(place, len(self._lines) - 1)].id)

    def next_problem(self, *, back: bool = False) -> None:
        """Go to the next row that lacks a language, or whose translation is to be reviewed."""
        self._rows.flush()
        here = self._rows.current()
        problem = next_problem(self._lines, here.id if here else None, self.third, back=back)
        if problem is None:
            self._context.toast(tr("Every row is translated and up to date"))
            return
        line, column = problem
        self._rows.go_to(line.id, column)

    def confirm_here(self) -> None:
        """Record that the translation one is in, else the stale one beside it, still holds."""
        line = self._rows.current()
        stale = self._stale(line) if line is not None else []
        if line is not None and stale:
            side = self._rows.side
            self.confirm(line, side if side in stale else stale[0])

    def confirm(self, line: ClauseLine, column: Column) -> None:
        """Record that a translation still says what the Indonesian text now says."""
        if self._rows.flush():
            with refusals_shown(self._parent):
                confirm_translation(self._context.office, line.id, column)
                self._context.toast(tr("Translation reviewed"), undo=True)

    def choose_level(self) -> None:
        """Ask what the row is to be, beside it."""
        line = self._rows.current()
        if line is None:
            return
        menu = self._menu()
        for level in _LEVELS:
            if level is None:
                menu.addSeparator()
                continue
            action = menu.addAction(label(level), partial(self._set_level, line.id, level))
            action.setCheckable(True)
            action.setChecked(level is line.level)
            if level is line.level:
                menu.setActiveAction(action)
        menu.popup(self._beside_row())

    def choose_field(self) -> None:
        """Offer the data that the program can fill in, each with what it says now."""
        field = self._rows.field()
        if field is None:
            return
        menu = self._menu()
        for name, value in self._values.items():
            words = screen_side(value).partition(" (")[0]
            short = words if len(words) < 44 else f"{words[:42]}…"
            menu.addAction(f"{{{name}}}\t{short}", partial(field.write, f"{{{name}}}"))
        menu.popup(self._beside_row())

    def _stale(self, line: ClauseLine) -> list[Column]:
        return [column for column in translations(self.third) if to_review(line, column)]

    def _add(self, level: Level, after: UUID | None) -> None:
        if self._agreement is None or not self._rows.flush():
            return
        with refusals_shown(self._parent):
            made = add_clause(self._context.office, self._agreement, level, after=after)
            self._rows.go_to(made, "id")

    def _after(self) -> UUID | None:
        here = self._rows.current()
        if here is not None:
            return here.id
        return self._lines[-1].id if self._lines else None

    def _move(self, by: int) -> None:
        line = self._rows.current()
        if line is not None and self._rows.flush():
            with refusals_shown(self._parent):
                move_clause(self._context.office, line.id, by)
                self._rows.go_to(line.id)

    def _set_level(self, clause: UUID, level: Level) -> None:
        if self._rows.flush():
            with refusals_shown(self._parent):
                change_level(self._context.office, clause, level)
                self._rows.go_to(clause)

    def _go(self, by: int) -> None:
        ids = [line.id for line in self._lines]
        self._step(ids, ids.index(here.id) if (here := self._rows.current()) else -1, by)

    def _go_article(self, by: int) -> None:
        sections = sections_of(self._lines)
        here = self._rows.current()
        place = section_at(sections, here.id if here else None)
        if by < 0 and here is not None and place >= 0 and here.id != sections[place].rows[0]:
            place += 1  # first to the head of the article one is in
        self._step([part.rows[0] for part in sections], place, by)

    def _step(self, ids: Sequence[UUID], place: int, by: int) -> None:
        if ids:
            self._rows.go_to(ids[min(max(place + by, 0), len(ids) - 1)])

    def _menu(self) -> QMenu:
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _beside_row(self) -> QPoint:
        field = self._rows.field()
        if field is None:
            return self._rows.mapToGlobal(QPoint(40, 40))
        return field.mapToGlobal(QPoint(0, field.height() + 6))


def _removed(line: ClauseLine) -> str:
    if line.level is Level.ARTICLE:
        return tr("{article} removed with its paragraphs", article=screen_side(line.marker))
    return tr("Row removed")

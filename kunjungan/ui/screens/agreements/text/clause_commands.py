"""What one can do with the rows of a text: add, cut, join, move, remove them, say what they are."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.i18n import tr
from kunjungan.services.clauses import ClauseLine, Column, confirm_translation
from kunjungan.services.writing.cutting import join_clause, split_clause
from kunjungan.services.writing.shape import add_clause, change_level, move_clause, remove_clause
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.rows.clause_columns import to_review, words_in
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.rows.third import Third
from kunjungan.ui.screens.agreements.text.sections import section_at, sections_of, translations
from kunjungan.ui.screens.agreements.writing.level_menu import level_menu

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
    """Answers the commands that change the rows; ``flush`` keeps what is being typed."""

    def __init__(
        self,
        context: ScreenContext,
        rows: ClauseRows,
        flush: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        self._context = context
        self._rows = rows
        self._flush = flush
        self._parent = parent
        self._agreement: UUID | None = None
        self._lines: Sequence[ClauseLine] = ()
        self._values: Mapping[str, Bilingual] = {}
        self._third: Third | None = None

    def show(
        self,
        agreement: UUID,
        lines: Sequence[ClauseLine],
        values: Mapping[str, Bilingual],
        third: Third | None,
    ) -> None:
        """Work on this text from now on, whose fields say ``values``."""
        self._agreement, self._lines, self._values = agreement, lines, values
        self._third = third

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        found: dict[str, Callable[[], None]] = {
            "clause.add": self.add,
            "clause.add_article": self.add_article,
            "clause.add_letter": self.add_letter,
        }
        here = self._rows.current()
        if here is None:
            return found
        found |= {
            "clause.split": self.split,
            "clause.join": self.join_here,
            "clause.level": self.choose_level,
            "clause.up": partial(self._move, -1),
            "clause.down": partial(self._move, 1),
            "clause.remove": self.remove,
            "clause.field": self.choose_field,
        }
        if self._stale(here):
            found["clause.confirm"] = self.confirm_here
        return found

    def add(self) -> None:
        """Cut the row where one writes inside a text, else add one like it behind it."""
        if self._cut():
            return
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

    def split(self) -> None:
        """Cut the row in two where one writes."""
        if not self._cut():
            self._context.toast(tr("Put the cursor where the row is to be cut"))

    def join_here(self) -> None:
        """Join the row one is in with the row before it."""
        if (line := self._rows.current()) is not None:
            self.join(line.id, self._rows.side)

    def join(self, clause: UUID, column: Column) -> None:
        """Join a row with the row before it, the cursor where they meet in a language."""
        ids = [line.id for line in self._lines]
        place = ids.index(clause) if clause in ids else 0
        if not self._flush():
            return
        with refusals_shown(self._parent):
            before = self._lines[place - 1] if place else None
            at = len(words_in(before, column).rstrip()) if before else 0
            joined = join_clause(self._context.office, clause)
            self._rows.go_to(joined, column, at=at)
            self._context.toast(tr("Rows joined"), undo=True)

    def remove(self) -> None:
        """Remove the row the person is in with what is under it."""
        line = self._rows.current()
        if line is None or not self._flush():
            return
        place = self._lines.index(line) if line in self._lines else 0
        with refusals_shown(self._parent):
            gone = remove_clause(self._context.office, line.id)
            self._context.toast(_removed(line, gone), undo=True)
            if self._lines:
                self._rows.go_to(self._lines[min(place, len(self._lines) - 1)].id)

    def confirm_here(self) -> None:
        """Record that the translation one is in, else the stale one beside it, still holds."""
        line = self._rows.current()
        stale = self._stale(line) if line is not None else []
        if line is not None and stale:
            side = self._rows.side
            self.confirm(line, side if side in stale else stale[0])

    def confirm(self, line: ClauseLine, column: Column) -> None:
        """Record that a translation still says what the Indonesian text now says."""
        if self._flush():
            with refusals_shown(self._parent):
                confirm_translation(self._context.office, line.id, column)
                self._context.toast(tr("Translation reviewed"), undo=True)

    def choose_level(self) -> None:
        """Ask what the row is to be, beside it."""
        line = self._rows.current()
        if line is None:
            return
        menu = level_menu(partial(self._set_level, line.id), self._parent, line.level)
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
        return [column for column in translations(self._third) if to_review(line, column)]

    def _cut(self) -> bool:
        """Cut the row at the cursor; False where there is nothing behind it to cut off."""
        cut = self._rows.cut()
        if cut is None or not self._flush():
            return cut is not None
        side = self._rows.side
        with refusals_shown(self._parent):
            made = split_clause(
                self._context.office, cut.clause_id, cut.at_id, cut.at_en, cut.at_third
            )
            self._rows.go_to(made, side, at=0)
        return True

    def _add(self, level: Level, after: UUID | None) -> None:
        if self._agreement is None or not self._flush():
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
        if line is not None and self._flush():
            with refusals_shown(self._parent):
                move_clause(self._context.office, line.id, by)
                self._rows.go_to(line.id)

    def _set_level(self, clause: UUID, level: Level) -> None:
        if self._flush():
            with refusals_shown(self._parent):
                change_level(self._context.office, clause, level)
                self._rows.go_to(clause)

    def _menu(self) -> QMenu:
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _beside_row(self) -> QPoint:
        field = self._rows.field()
        if field is None:
            return self._rows.mapToGlobal(QPoint(40, 40))
        return field.mapToGlobal(QPoint(0, field.height() + 6))


def _removed(line: ClauseLine, count: int) -> str:
    name = screen_side(line.marker)
    if count > 1 and name:
        return tr("{row} removed with the {count} rows under it", row=name, count=count - 1)
    if count > 1:
        return tr("Row removed with the {count} rows under it", count=count - 1)
    return tr("Row removed")

"""Asks the translation memory whenever someone comes to write an English text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import OfficeError
from kunjungan.services.agreement_view import AgreementView, field_values
from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.services.office import Office
from kunjungan.services.writing.cross_references import row_references
from kunjungan.services.writing.memory import Memory, build_memory
from kunjungan.services.writing.suggesting import Suggestion
from kunjungan.ui.actions import keys_text
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.agreements.rows.clause_columns import lacks, to_review
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.writing.suggestion_strip import SuggestionStrip

_SETTLED_MS = 1200
"""How long after an agreement was opened its memory is read: the page comes first."""
_REMEMBERED = frozenset({"clause", "agreement", "party", "institution"})


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the memory said, the memory itself, and what the row's fields say."""

    memory: Memory
    found: Sequence[Suggestion]
    values: Mapping[str, Bilingual]


class Suggestions(QObject):
    """Shows the strip under an English text that is missing or to be reviewed.

    The memory is read and asked off the screen's thread; an answer that comes too late, when the
    person is elsewhere, is not shown. Nothing is written before it is accepted.

    Signals:
        changed: A strip came or went.
    """

    changed = Signal()

    def __init__(self, context: ScreenContext, rows: ClauseRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._rows = rows
        self._view: AgreementView | None = None
        self._memory: Memory | None = None
        self._doubted = False
        self._unwanted: set[UUID] = set()
        self._asked: tuple[UUID, str] | None = None
        self.strip = SuggestionStrip(keys_text(context.commands["suggestion.accept"]))
        self._shown: UUID | None = None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._remember)
        self.strip.accepted.connect(self.accept)
        self.strip.dismissed.connect(self.dismiss)
        rows.field_entered.connect(self._on_entered)
        rows.picked.connect(self._on_picked)
        context.news.changed.connect(self._on_changed)
        self.destroyed.connect(self.strip.deleteLater)

    def show(self, view: AgreementView) -> None:
        """Look after this agreement from now on."""
        if self._view is None or self._view.id != view.id:
            self._memory, self._asked = None, None
            self._unwanted.clear()
            self._settled.start()
        self._view = view

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        if self._shown is None:
            return {}
        found: dict[str, Callable[[], None]] = {
            "suggestion.accept": self.accept,
            "suggestion.dismiss": self.dismiss,
        }
        if self.strip.several:
            found["suggestion.next"] = self.strip.step_on
            found["suggestion.previous"] = self.strip.step_back
        return found

    @Slot()
    def accept(self) -> None:
        """Put the suggestion in sight in the place of the English text; one step to undo."""
        now, clause = self.strip.current(), self._shown
        if now is None or clause is None or not self._rows.flush():
            return
        self._hide()
        self._rows.go_to(clause, "en")
        if (field := self._rows.field()) is not None:
            field.replace_all(now.text_en)
            self._rows.flush()

    @Slot()
    def dismiss(self) -> None:
        """Want no suggestion for this row any more."""
        if self._shown is not None:
            self._unwanted.add(self._shown)
        self._hide()

    @Slot(object, str)
    def _on_entered(self, line: ClauseLine, column: Column) -> None:
        view, now = self._view, self._rows.current() or line
        if column != "en" or view is None or not view.open or now.id in self._unwanted:
            return
        wanted = lacks(now, "en") or to_review(now, "en")
        if not wanted or self._asked == (now.id, now.text.id):
            return
        self._asked = (now.id, now.text.id)
        self._ask(view.id, now)

    def _ask(self, agreement: UUID, line: ClauseLine) -> None:
        known, fresh = self._memory, not self._doubted
        self._doubted = False
        self._context.background.run(
            partial(_asked, self._context.office, agreement, known, line, fresh=fresh),
            done=partial(self._on_answer, agreement, line),
            refused=_say_nothing,
            owner=self,
        )

    def _on_answer(self, agreement: UUID, line: ClauseLine, answer: _Answer) -> None:
        view, now = self._view, self._rows.current()
        if view is None or view.id != agreement:
            return
        self._memory = answer.memory
        here = now is not None and (now.id, now.text.id) == (line.id, line.text.id)
        found = [each for each in answer.found if now and each.text_en != now.text.en]
        if not here or not found or self._rows.side != "en" or line.id in self._unwanted:
            return
        self.strip.show_found(found, line.text.id, answer.values)
        self._shown = line.id
        self._rows.show_strip(self.strip)
        QTimer.singleShot(0, self, partial(self._rows.bring, line.id))  # as tall as it is by then
        self.changed.emit()

    def _remember(self) -> None:
        """Read the memory before it is asked for the first time."""
        view = self._view
        if view is None or not view.open or self._memory is not None:
            return

        def keep(memory: Memory) -> None:
            if self._view is not None and self._view.id == view.id and self._memory is None:
                self._memory = memory

        work = partial(build_memory, self._context.office, view.id)
        self._context.background.run(work, done=keep, refused=_say_nothing, owner=self)

    def _hide(self) -> None:
        self._shown = None
        self._rows.show_strip(None)
        self.changed.emit()

    @Slot(object)
    def _on_picked(self, line: ClauseLine | None) -> None:
        """Know that the strip went with the row that one left."""
        here = line.id if line is not None else None
        if self._asked is not None and self._asked[0] != here:
            self._asked = None
        if self._shown is not None and self._shown != here:
            self._shown = None
            self.changed.emit()

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        self._doubted = self._doubted or bool(tables & _REMEMBERED)


def _asked(
    office: Office, agreement: UUID, known: Memory | None, line: ClauseLine, *, fresh: bool
) -> _Answer:
    """Ask the memory, read anew where it may have changed."""
    memory = known if known and fresh else build_memory(office, agreement, known)
    said = row_references(office, agreement).get(line.id, {"id": {}, "en": {}})
    places = {name: Bilingual(said["id"][name], words) for name, words in said["en"].items()}
    values = field_values(office, agreement) | places
    return _Answer(memory, memory.suggestions(line.text.id), values)


def _say_nothing(_refusal: OfficeError) -> None:
    """Let a text be written without suggestions where the office cannot be read."""

"""Going about in a text: row by row, article by article, problem by problem."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from kunjungan.i18n import tr
from kunjungan.services.clauses import ClauseLine
from kunjungan.services.preflight import Finding
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.rows.third import Third
from kunjungan.ui.screens.agreements.text.sections import next_problem, section_at, sections_of


class ClauseSteps:
    """Answers the commands that only go somewhere; ``flush`` keeps what is being typed."""

    def __init__(self, context: ScreenContext, rows: ClauseRows, flush: Callable[[], bool]) -> None:
        self._context = context
        self._rows = rows
        self._flush = flush
        self._lines: Sequence[ClauseLine] = ()
        self._third: Third | None = None
        self._found: Mapping[UUID, Sequence[Finding]] = {}

    def show(
        self,
        lines: Sequence[ClauseLine],
        third: Third | None,
        found: Mapping[UUID, Sequence[Finding]],
    ) -> None:
        """Go about in this text from now on, in whose rows these things were found."""
        self._lines, self._third, self._found = lines, third, found

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        return {
            "agreement.next_problem": self.next_problem,
            "agreement.previous_problem": partial(self.next_problem, back=True),
            "clause.next": partial(self._go, 1),
            "clause.previous": partial(self._go, -1),
            "clause.next_article": partial(self._go_article, 1),
            "clause.previous_article": partial(self._go_article, -1),
        }

    def next_problem(self, *, back: bool = False) -> None:
        """Go to the next row to translate, to review, or in which something was found."""
        self._flush()
        here = self._rows.current()
        after = here.id if here else None
        problem = next_problem(self._lines, after, self._third, self._found, back=back)
        if problem is None:
            self._context.toast(tr("Every row is translated and up to date"))
        else:
            self._rows.go_to(problem.line.id, problem.column)

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

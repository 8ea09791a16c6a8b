"""The tab of a visit's letters: those of request that came, and those of the office."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.visit_letters import LetterState
from kunjungan.domain.visit_words import LetterKind
from kunjungan.i18n import later, tr
from kunjungan.services.letters.facts import AWAY, OWN
from kunjungan.services.letters.letters import list_letters
from kunjungan.services.letters.lines import ANSWERS, LetterLine, RequestLine, list_requests
from kunjungan.services.overview import VisitOverview
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import label
from kunjungan.ui.screens.visits.letters.rows import LetterRow, as_text, group_of, letter_columns
from kunjungan.ui.screens.visits.letters.verbs import LetterVerbs
from kunjungan.ui.screens.visits.tab import Commands, VisitTab
from kunjungan.ui.screens.visits.words import body_name
from kunjungan.ui.widgets.data_table import DataTable

MENU = (
    "letter.edit",
    "page.print",
    None,
    "letter.sent",
    "letter.answered",
    "letter.again",
    None,
    "letter.add",
    "letter.remove",
)


class LettersTab(VisitTab):
    """One table of all letters of a visit; Enter opens one, Ins writes a new one."""

    title = later("Letters")
    main = ("letter.add",)
    more = ("page.print", "letter.sent", "letter.answered", "letter.again", "letter.emblems",
            "letter.remove")  # fmt: skip

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, seen, parent)
        self.verbs = LetterVerbs(context, self)
        self.table = DataTable[LetterRow](
            letter_columns(context.office.today), key=lambda row: row.id, two_lines=True,
            parent=self,
        )  # fmt: skip
        self.table.show_empty(
            "document",
            tr("No letter yet"),
            tr("Answers, invitations and letters of thanks are filled from the visit."),
            context.commands["letter.add"],
        )
        self.table.set_menu(MENU, context.commands)
        self.table.opened.connect(self._open)
        self.table.picked.connect(self._on_picked)
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.refresh()

    @override
    def refresh(self) -> None:
        office, visit = self.context.office, self.seen.id
        letters = list_letters(office, visit)
        rows: list[LetterRow] = [*list_requests(office, visit), *letters]
        self.table.show_rows(rows, group_of)
        again = sum(line.state is LetterState.RESEND for line in letters)
        words = tr("{count} letters of the office", count=len(letters))
        if again:
            resend = tr("{count} to be sent again", count=again)
            words = f"{words} · {resend}"
        hints = [("Enter", tr("open")), ("Ins", tr("new letter")), ("Ctrl+P", tr("print"))]
        self.table.set_footer(words, hints if rows else ())
        self.table.settle()

    @override
    def commands(self) -> Commands:
        found = {"letter.add": self._ask_kind, "letter.emblems": self.verbs.choose_emblems}
        row = self.table.current()
        if row is not None:
            found["page.copy"] = partial(self._copy, row)
        if not isinstance(row, LetterLine):
            return found
        found["page.print"] = found["page.save_pdf"] = partial(self.verbs.bring_to_paper, row)
        found["letter.remove"] = partial(self.verbs.remove, row)
        if row.sent_on is None:
            found["letter.edit"] = partial(self.verbs.edit, row)
            found["letter.sent"] = partial(self.verbs.mark_sent, row)
        else:
            found["letter.again"] = partial(self._write_again, row)
            if row.answered_on is None:
                found["letter.answered"] = partial(self.verbs.mark_answered, row)
        return found

    @override
    def remember(self) -> dict[str, object]:
        return self.table.remember()

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        self.table.recall(state)

    def kinds(self) -> QMenu:
        """Return the menu of new letters: to which delegation, or to all invited.

        Where the own people are the guests it has those alone that a host does not write.
        """
        menu = QMenu(self)
        away = self.seen.direction == "outgoing"
        delegations = () if away else self.seen.delegations
        for kind in (kind for kind in LetterKind if kind in AWAY or not away):
            own = () if kind in OWN else delegations
            if len(own) < 2:
                key = own[0].id if own else None
                menu.addAction(label(kind), partial(self.write, kind, key))
                continue
            inner = menu.addMenu(label(kind))
            for line in own:
                inner.addAction(body_name(line), partial(self.write, kind, line.id))
        return menu

    def write(self, kind: LetterKind, delegation_id: object = None) -> None:
        """Write a new letter and stand on it in the table."""
        known = {line.id: line.id for line in self.seen.delegations}
        made = self.verbs.write(self.seen.id, kind, known.get(delegation_id))  # type: ignore[call-overload]
        if made is not None:
            self.table.select(made)

    def _write_again(self, row: LetterLine) -> None:
        made = self.verbs.write_again(row)
        if made is not None:
            self.table.select(made)

    def _ask_kind(self) -> None:
        view = self.table.view
        at = view.visualRect(view.currentIndex()).bottomLeft() + QPoint(60, 0)
        self.kinds().popup(view.viewport().mapToGlobal(at))

    def _copy(self, row: LetterRow) -> None:
        QGuiApplication.clipboard().setText(as_text(row))
        self.context.toast(tr("Copied"))

    @Slot(object)
    def _open(self, row: LetterRow) -> None:
        """Open a letter; a letter of request opens its answer, a new one where there is none."""
        answer = row if isinstance(row, LetterLine) else self._answer_to(row)
        if answer is not None:
            self.verbs.edit(answer)
        else:
            self.write(LetterKind.ANSWER, row.id)

    def _answer_to(self, request: RequestLine) -> LetterLine | None:
        lines = list_letters(self.context.office, self.seen.id)
        own = (ln for ln in lines if ln.delegation_id == request.id and ln.kind in ANSWERS)
        return next(own, None)

    @Slot()
    def _on_picked(self) -> None:
        self.commands_changed.emit()

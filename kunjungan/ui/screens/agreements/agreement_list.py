"""The register of agreements: every one, what state it is in, and when it ends."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.names import search_key
from kunjungan.domain.terms import AgreementStatus
from kunjungan.i18n import tr
from kunjungan.services.agreement_lists import AgreementLine, list_agreements
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.agreements.agreement_columns import columns
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import PAGE_PAD, row
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.segmented import Option, Segmented

ALL = "all"


class AgreementList(QWidget):
    """All agreements, narrowed by state and words.

    Signals:
        opened: An agreement was asked for; carries its line.
        picked: Another row is current; carries its line or None.
    """

    opened = Signal(object)
    picked = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: list[AgreementLine] = []
        self._words: list[str] = []
        self.search = SearchField(tr("Number, subject or partner"), self)
        self.segments = Segmented(self._options(), self)
        self.table = DataTable(columns(), key=lambda line: line.id, two_lines=True, parent=self)
        self.table.set_menu(["agreement.remove"], context.commands)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_PAD, 2, PAGE_PAD, 12)
        layout.setSpacing(10)
        layout.addLayout(row(self.search, self.segments, None))
        layout.addWidget(self.table, 1)
        self.search.searched.connect(self._on_searched)
        self.segments.chosen.connect(lambda _key: self._show())
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self.picked)
        self.setFocusProxy(self.table)

    @property
    def lines(self) -> Sequence[AgreementLine]:
        """Every agreement there is."""
        return self._lines

    def reload(self) -> None:
        """Read the agreements anew."""
        self._lines = sorted(list_agreements(self._context.office), key=_urgency)
        self.segments.show_options(self._options())
        self._show()

    def remember(self) -> dict[str, object]:
        """Return filter, selection and scroll."""
        return {
            "segment": self.segments.value(),
            "search": self.search.text(),
            "table": self.table.remember(),
        }

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        segment, words, table = (state.get(name) for name in ("segment", "search", "table"))
        if isinstance(segment, str):
            self.segments.set_value(segment)
        if isinstance(words, str) and words != self.search.text():
            self.search.setText(words)
            self._words = search_key(words).split()
        self._show()
        if isinstance(table, dict):
            self.table.recall(table)

    def _options(self) -> list[Option]:
        counts = Counter(line.status for line in self._lines)
        names = {
            AgreementStatus.DRAFT: tr("Drafts"),
            AgreementStatus.IN_PROCESS: tr("In process"),
            AgreementStatus.IN_FORCE: tr("In force"),
            AgreementStatus.ENDING: tr("Ending"),
            AgreementStatus.ENDED: tr("Expired"),
        }
        everything = Option(ALL, tr("All"), len(self._lines))
        return [everything, *(Option(s.value, name, counts[s]) for s, name in names.items())]

    def _show(self) -> None:
        segment = self.segments.value()
        shown = [
            line
            for line in self._lines
            if segment in {ALL, line.status.value} and _holds(line, self._words)
        ]
        if self._lines:
            self.table.show_empty(
                "search", tr("Nothing fits"), tr("Clear the search or the state.")
            )
        else:
            self.table.show_empty(
                "document_edit",
                tr("No agreements yet"),
                tr("Draft the first one from its standard text, in both languages."),
                self._context.commands["agreement.draft"],
            )
        self.table.show_rows(shown)
        if not self._lines:
            self.table.set_footer("")
            return
        words = tr("{shown} of {count} shown", shown=len(shown), count=len(self._lines))
        self.table.set_footer(words, hints=[("Enter", tr("open")), ("Ctrl+F", tr("filter"))])

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self._words = search_key(words).split()
        self._show()


def summary_of(lines: Sequence[AgreementLine]) -> str:
    """Return the register in one line."""
    counts = Counter(line.status for line in lines)
    return tr(
        "{force} in force · {ending} ending soon · {drafts} in preparation",
        force=counts[AgreementStatus.IN_FORCE] + counts[AgreementStatus.ENDING],
        ending=counts[AgreementStatus.ENDING],
        drafts=counts[AgreementStatus.DRAFT] + counts[AgreementStatus.IN_PROCESS],
    )


def _urgency(line: AgreementLine) -> tuple[int, date]:
    """Put first what must be done first: ending ones, then drafts, then by their end."""
    order = (
        AgreementStatus.ENDING,
        AgreementStatus.DRAFT,
        AgreementStatus.IN_PROCESS,
        AgreementStatus.IN_FORCE,
        AgreementStatus.ENDED,
    )
    return order.index(line.status), line.ends_on or date.max


def _holds(line: AgreementLine, words: Sequence[str]) -> bool:
    if not words:
        return True
    parts = (*line.parties, *line.numbers, line.subject.id, line.subject.en, line.register_no)
    key = search_key(" ".join(parts))
    return all(word in key for word in words)

"""Leads from a finding to the place where it is mended."""

from collections.abc import Callable, Sequence

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.clauses import ClauseLine, write_clause
from kunjungan.services.preflight import Finding
from kunjungan.services.writing.terms import terms_of
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.facts.fact_commands import FactCommands
from kunjungan.ui.screens.agreements.findings.finding_words import FoundGroup, column_of
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.rows.field_source import FieldSource
from kunjungan.ui.screens.agreements.text.side_pane import FACTS

PROCESS = "process"
"""The tab of an address that shows the process; every other one shows the text."""
_DATES = frozenset({"signing_on"})


class Mending:
    """Goes to rows, parties, numbers, institutions, data and stages, wherever a finding belongs.

    ``show_place`` goes to a tab of the page by its key.
    """

    def __init__(
        self,
        context: ScreenContext,
        rows: ClauseRows,
        facts: FactCommands,
        show_place: Callable[[str], None],
    ) -> None:
        self._context = context
        self._rows = rows
        self._facts = facts
        self._show_place = show_place

    def mend(self, view: AgreementView, group: FoundGroup, lines: Sequence[ClauseLine]) -> None:
        """Go where the first of some findings is mended, in a text the next one from here.

        A wrong term gives way to the office's own at once.
        """
        here = self._rows.current()
        finding = group.after([line.id for line in lines], here.id if here else None)
        if finding.clause_id is not None:
            self._rows.go_to(finding.clause_id, column_of(finding))
            if finding.code == "term-wrong" and self._rows.flush():
                self._put_right(finding, lines)
        elif finding.about == "text" and lines:
            self._rows.go_to(lines[-1].id)
        else:
            self._outside(view, finding)

    def go_to_source(
        self, view: AgreementView, source: FieldSource, lines: Sequence[ClauseLine]
    ) -> None:
        """Go where what a field says is entered; a reference leads to its row among ``lines``."""
        match source.about:
            case "institution":
                self._open_body(view, source.seq)
            case "party":
                self._facts.enter_party(source.seq, source.column)
            case "text":
                at = next((line.id for line in lines if line.anchor == source.anchor), None)
                if at is not None:
                    self._rows.go_to(at)
            case "umbrella" | "facts":
                self._enter(source.column if source.about == "facts" else "parent_id")
            case "":
                self._show_place(FACTS)

    def _put_right(self, finding: Finding, lines: Sequence[ClauseLine]) -> None:
        """Write the office's term for the wrong one, as one change that can be undone."""
        office, wrong = self._context.office, str(finding.values["wrong"])
        line = next((line for line in lines if line.id == finding.clause_id), None)
        if line is None:
            return
        text = line.text.en
        for found in terms_of(office).found(line.text.id, text):
            if text[found.start : found.end] == wrong:
                term = (
                    found.offer[:1].upper() + found.offer[1:]
                    if wrong[:1].isupper()
                    else found.offer
                )
                text = text[: found.start] + term + text[found.end :]
                with refusals_shown(self._rows):
                    write_clause(office, line.id, "en", text, seen=line.version)
                    words = tr("“{wrong}” is now “{term}”", wrong=wrong, term=term)
                    self._context.toast(words, undo=True)
                return

    def _outside(self, view: AgreementView, finding: Finding) -> None:
        match finding.about:
            case "institution":
                self._open_body(view, finding.seq)
            case "party" | "number":
                self._facts.enter_party(finding.seq, finding.field or finding.about)
            case "witness":
                self._facts.enter_witnesses()
            case "facts":
                self._enter(finding.field)
            case "process":
                self._show_place(PROCESS)
            case _:
                self._show_place(FACTS)

    def _enter(self, column: str) -> None:
        if column in _DATES:
            self._facts.redate()
        else:
            self._facts.edit_facts(column)

    def _open_body(self, view: AgreementView, seq: int) -> None:
        body = view.parties[seq - 1].institution_id
        self._context.navigate(Address("institutions", body))

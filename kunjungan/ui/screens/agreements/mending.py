"""Leads from a finding to the place where it is mended."""

from collections.abc import Callable, Sequence
from uuid import UUID

from kunjungan.domain.layouts import HOME_LANGUAGES
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.clauses import Column
from kunjungan.services.preflight import Finding
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.screens.agreements.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.fact_commands import FactCommands
from kunjungan.ui.screens.agreements.finding_words import FoundGroup

_DATES = frozenset({"signing_on"})


class Mending:
    """Goes to rows, parties, numbers, institutions and data, wherever a finding belongs."""

    def __init__(
        self,
        context: ScreenContext,
        rows: ClauseRows,
        facts: FactCommands,
        show_facts: Callable[[], None],
    ) -> None:
        self._context = context
        self._rows = rows
        self._facts = facts
        self._show_facts = show_facts

    def mend(self, view: AgreementView, group: FoundGroup, order: Sequence[UUID]) -> None:
        """Go where the first of some findings is mended, in a text the next one from here."""
        here = self._rows.current()
        finding = group.after(order, here.id if here else None)
        if finding.clause_id is not None:
            self._rows.go_to(finding.clause_id, column_of(finding))
        elif finding.about == "text" and order:
            self._rows.go_to(order[-1])
        else:
            self._outside(view, finding)

    def _outside(self, view: AgreementView, finding: Finding) -> None:
        match finding.about:
            case "institution":
                body = view.parties[finding.seq - 1].institution_id
                self._context.navigate(Address("institutions", body))
            case "party" | "number":
                self._facts.enter_party(finding.seq, finding.field or finding.about)
            case "witness":
                self._facts.enter_witnesses()
            case "facts" if finding.field in _DATES:
                self._facts.redate()
            case "facts":
                self._facts.edit_facts(finding.field)
            case _:
                self._show_facts()


def column_of(finding: Finding) -> Column:
    """Return the column of the text in which a finding stands."""
    if finding.language and finding.language not in HOME_LANGUAGES:
        return "third"
    return "en" if finding.language == "en" else "id"

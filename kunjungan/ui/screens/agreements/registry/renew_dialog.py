"""Shows what a renewal takes over, asks for its planned day of signing, and drafts it."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.registry.renewal import RenewalPlan, RenewedParty, renew, renewal_plan
from kunjungan.ui.dates import brief_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.form_dialog import FormDialog

_LABELS = 150


class RenewDialog:
    """The renewal of one agreement before it is drafted."""

    def __init__(self, office: Office, agreement_id: UUID, parent: QWidget) -> None:
        self._office = office
        self._old = agreement_id
        self.made: UUID | None = None
        intro = tr(
            "A new draft takes over parties, text and facts and is linked to the old agreement. "
            "Numbers and powers of attorney are given anew."
        )
        self.dialog = FormDialog(tr("Extend agreement"), tr("Draft renewal"), parent, intro=intro)
        self.signing = DateField()
        self.facts = FactsList(_LABELS)
        self.notice = Notice(Tone.WARN, "")
        self.dialog.add(
            tr("Planned day of signing"), self.signing, hint=tr("May stay empty for now.")
        )
        self.dialog.add_widget(self.facts)
        self.dialog.add_widget(self.notice)
        self.signing.changed.connect(self._show)
        self._show()

    def save(self) -> None:
        """Draft the renewal."""
        self.made = renew(self._office, self._old, self.signing.day())

    @Slot()
    def _show(self) -> None:
        try:
            day = self.signing.day()
        except RuleBroken:
            return  # half typed; the form says what is wrong
        plan = renewal_plan(self._office, self._old, day)
        self.facts.show_facts(_facts(plan))
        told = _told(plan)
        self.notice.show_text("\n".join(told))
        self.notice.setVisible(bool(told))


def ask_renewal(office: Office, agreement_id: UUID, parent: QWidget) -> UUID | None:
    """Show the plan and draft it; return the draft, or None when given up.

    Raises:
        RuleBroken: the agreement cannot be extended.
    """
    asked = RenewDialog(office, agreement_id, parent)
    asked.dialog.run(asked.save)
    asked.dialog.deleteLater()
    return asked.made


def _facts(plan: RenewalPlan) -> list[Fact]:
    term = (
        tr("with its signing") if plan.starts_on is None else brief_day(plan.starts_on, year=True)
    )
    text = tr("{count} rows of text", count=plan.rows)
    return [
        Fact(tr("Starts on"), term),
        Fact(tr("Ends on"), brief_day(plan.ends_on, year=True) if plan.ends_on else ""),
        Fact(tr("Text"), text if plan.rows else tr("the standard text of its kind")),
        *(Fact(screen_side(party.name), _signs(party)) for party in plan.parties),
        *([Fact(tr("Rests on"), plan.parent)] if plan.parent else []),
    ]


def _signs(party: RenewedParty) -> str:
    if not party.before:
        return party.signatory or tr("nobody chosen yet")
    return tr("{now} (before: {before})", now=party.signatory or tr("nobody on record"),
              before=party.before)  # fmt: skip


def _told(plan: RenewalPlan) -> list[str]:
    told = []
    if any(party.before for party in plan.parties):
        told.append(tr("Who is no longer in office was replaced by who is today."))
    if any(party.before and not party.signatory for party in plan.parties):
        told.append(tr("Where nobody is on record, choose the signatory in the draft."))
    if plan.authority:
        told.append(tr("The old power of attorney does not cover the renewal; enter the new one."))
    return told

"""The head of an agreement's page: where one is, its state, what to do next."""

from collections.abc import Sequence

from kunjungan.domain.stages import AgreementStage
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.preflight import Finding
from kunjungan.ui.context import Address
from kunjungan.ui.labels import label, tone
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.page_header import PageHeader

_MORE = (
    "agreement.facts",
    "agreement.redate",
    "agreement.originals",
    "agreement.witnesses",
    "agreement.sign",
    "agreement.register",
    "agreement.number",
    "agreement.prints",
    "agreement.word",
    "agreement.new_draft",
    "agreement.remove",
)


def above(view: AgreementView) -> Address:
    """Return where an agreement stands: among those of its visit, else in the register."""
    return _crumbs(view)[-1][1]


def show_head(header: PageHeader, view: AgreementView, findings: Sequence[Finding] | None) -> None:
    """Write title, crumbs, chips and actions of an agreement; findings that are None come later."""
    partners = ", ".join(party.short for party in view.parties[1:])
    title = tr("{kind}: {who}", kind=label(view.kind), who=partners)
    header.show_title(title, crumbs=_crumbs(view), chips=chips_of(view, findings))
    names = _actions(view)
    header.show_actions(*names, more=[name for name in _MORE if name not in names])


def _crumbs(view: AgreementView) -> list[tuple[str, Address]]:
    for key, title in view.visits[:1]:
        tab = Address("visits", key, "agreements")
        return [(title, Address("visits", key)), (tr("Agreements"), tab)]
    return [(tr("Agreements"), Address("agreements"))]


def chips_of(view: AgreementView, findings: Sequence[Finding] | None) -> list[ChipText]:
    """Return the state of the text, and how much blocks its originals."""
    if view.stage not in {AgreementStage.DRAFT, AgreementStage.FINAL}:
        words = label(view.stage)
        if view.register_no:
            words = tr("Registered {number}", number=view.register_no)
        return [ChipText(words, tone(view.stage), "checkmark_circle")]
    draft = tr("Draft {number}", number=view.draft_no)
    if view.locked:
        locked = tr("Draft {number}, locked", number=view.draft_no)
        return [ChipText(locked, Tone.INFO, "lock_closed")]
    edited = ChipText(draft, Tone.NEUTRAL, "edit")
    if findings is None:
        return [edited]
    blocking = sum(finding.blocking for finding in findings)
    if not blocking:
        return [edited, ChipText(tr("Ready to print"), Tone.OK)]
    words = tr("{count} blocking", count=blocking)
    return [edited, ChipText(words, Tone.BAD, "error_circle")]


def _actions(view: AgreementView) -> list[str | tuple[str, str]]:
    copy = ("agreement.print_draft", tr("Print a copy"))
    if view.stage is AgreementStage.SIGNED:
        return ["agreement.register", copy]
    if view.stage in {AgreementStage.REGISTERED, AgreementStage.ENDED}:
        return [copy, "agreement.prints"]
    if view.locked and view.printed == view.originals:
        return ["agreement.sign", "agreement.print"]
    return ["agreement.print", ("agreement.print_draft", tr("Print draft"))]

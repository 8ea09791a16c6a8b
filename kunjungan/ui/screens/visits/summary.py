"""The first tab of a visit: where it stands, what is left, what belongs to it."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.stages import VISIT_PATH, VisitStage
from kunjungan.i18n import later, tr
from kunjungan.services.agreement_lists import AgreementLine
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visit_lists import VisitLine
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.dates import brief_day
from kunjungan.ui.labels import label
from kunjungan.ui.screens.visits.checklist import Checklist
from kunjungan.ui.screens.visits.files_card import FilesCard
from kunjungan.ui.screens.visits.side_cards import EarlierCard, FactsCard, PartiesCard
from kunjungan.ui.screens.visits.tab import Commands, VisitTab
from kunjungan.ui.screens.visits.verbs import VisitVerbs
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.layouts import CARD_GAP, SidePanes
from kunjungan.ui.widgets.stepper import Step, Stepper, StepState


class SummaryTab(VisitTab):
    """Stages, checklist, facts, delegations with agreements, earlier visits."""

    title = later("Overview")
    main = ("visit.next_stage", "pack.open")
    more = (
        "visit.edit", "visit.set_stage", "visit.intake", "visum.open", "delegation.add",
        "step.lay_out", "step.templates", "partner.show", "visit.link", "visit.duplicate",
        "visit.copy_text", "visit.copy_text_en", "visit.tell", "visit.remove",
    )  # fmt: skip

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, seen, parent)
        self._verbs = VisitVerbs(context, self)
        self._stepper = Stepper()
        self.checklist = Checklist(context)
        self._facts = FactsCard(self._edit)
        self._parties = PartiesCard(self._add_delegation)
        partners = button(
            tr("Partner's card"), context.commands["partner.show"].trigger, kind="link"
        )
        self._earlier = EarlierCard(self._link_other, partners)
        self._files = FilesCard(context)
        self._build()
        self._connect()
        self.refresh()

    @override
    def refresh(self) -> None:
        self._stepper.show_steps(stepper_steps(self.seen))
        self.checklist.show_visit(self.seen)
        for card in (self._facts, self._parties, self._earlier, self._files):
            card.show_visit(self.seen)

    @override
    def commands(self) -> Commands:
        return {
            **self.checklist.commands(),
            "delegation.add": self._add_delegation,
            "visit.link": self._link_other,
        }

    @override
    def remember(self) -> dict[str, object]:
        return self.checklist.remember()

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        self.checklist.recall(state)

    def _build(self) -> None:
        steps = Card()
        steps.add(self._stepper)
        side = QWidget()
        cards = QVBoxLayout(side)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(CARD_GAP)
        for card in (self._facts, self._parties, self._earlier, self._files):
            cards.addWidget(card)
        cards.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(CARD_GAP)
        self.setFocusProxy(self.checklist)
        layout.addWidget(steps)
        layout.addWidget(SidePanes(self.checklist, side, side_width=352), 1)

    def _connect(self) -> None:
        self.checklist.commands_changed.connect(self.commands_changed)
        self._parties.agreement_wanted.connect(self._open_agreement)
        self._earlier.opened.connect(self._open_visit)
        self._earlier.link_wanted.connect(self._link)
        self._earlier.unlink_wanted.connect(self._unlink)

    def _edit(self) -> None:
        self._verbs.edit(self.seen.id)

    def _add_delegation(self) -> None:
        self._verbs.add_delegation(self.seen)

    def _link_other(self) -> None:
        self._verbs.link_other(self.seen)

    @Slot(object)
    def _open_agreement(self, line: AgreementLine) -> None:
        self.context.navigate(Address("agreements", line.id))

    @Slot(object)
    def _open_visit(self, line: VisitLine) -> None:
        self.context.navigate(Address("visits", line.id))

    @Slot(object)
    def _link(self, line: VisitLine) -> None:
        self._verbs.link(self.seen.id, line)

    @Slot(object)
    def _unlink(self, line: VisitLine) -> None:
        self._verbs.unlink(self.seen.id, line)


def stepper_steps(seen: VisitOverview) -> list[Step]:
    """Return the stages of a visit's life with the days they were reached.

    A visit off its path shows how far it came, greyed, and its own stage as the last step.
    """
    days = {step.stage: brief_day(step.on) for step in seen.steps}
    on_path = seen.stage in VISIT_PATH
    reached = VISIT_PATH.index(seen.stage) if on_path else -1
    steps = [
        Step(label(stage), _note(seen, stage, days), _state(stage, place, reached, seen))
        for place, stage in enumerate(VISIT_PATH)
    ]
    if not on_path:
        reason = next((s.reason for s in reversed(seen.steps) if s.stage is seen.stage), "")
        steps.append(Step(label(seen.stage), reason, StepState.NOW))
    return steps


def _note(seen: VisitOverview, stage: VisitStage, days: Mapping[VisitStage, str]) -> str:
    """Return when a stage was reached, or by when it is to be."""
    first, last = seen.when.on.full, (seen.until or seen.when.on).full
    if stage in days:
        return days[stage]
    if stage is VisitStage.RUNNING and first is not None:
        return brief_day(first)
    if stage is VisitStage.READY and first is not None:
        return tr("by {day}", day=brief_day(first - timedelta(days=1)))
    if stage is VisitStage.REPORTED and last is not None:
        return tr("by {day}", day=brief_day(last + timedelta(days=seen.report_days)))
    return ""


def _state(stage: VisitStage, place: int, reached: int, seen: VisitOverview) -> StepState:
    if reached < 0:
        told = any(step.stage is stage for step in seen.steps)
        return StepState.DONE if told else StepState.OFF
    if place < reached or (place == reached and stage is VisitStage.REPORTED):
        return StepState.DONE
    return StepState.NOW if place == reached else StepState.NEXT

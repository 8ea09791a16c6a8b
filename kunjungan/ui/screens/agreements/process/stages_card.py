"""The card of the stages: a path of lines, of which one is open with its papers and its verbs."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.domain.standing import LEFT
from kunjungan.i18n import later, tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.process.leaving import reopen_stage
from kunjungan.services.process.stage_lines import StageLine
from kunjungan.services.process.stages import Progress, progress_of
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import open_attachment
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.process.attach_dialog import ask_attach
from kunjungan.ui.screens.agreements.process.stage_detail import StageVerbs
from kunjungan.ui.screens.agreements.process.stage_dialogs import (
    ask_finish,
    ask_not_required,
    ask_pass,
    ask_track,
)
from kunjungan.ui.screens.agreements.process.stage_path import StagePath
from kunjungan.ui.screens.agreements.process.stage_words import progress_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import framed, row

Ask = Callable[..., bool]
_DONE, _PASSED = later("Stage done: {stage}"), later("Stage passed: {stage}")


class StagesCard(Card):
    """The stages of an agreement, the first one that waits open.

    Signals:
        commands_changed: Another stage is open, or none.
    """

    commands_changed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._track = button("", self._choose_track, kind="link")
        self._count = set_role(ElidedLabel(), TextRole.SMALL)
        super().__init__(tr("Stages"), framed(row(self._track, self._count, spacing=10)), parent)
        self._context = context
        self._agreement: UUID | None = None
        self._progress: Progress | None = None
        self._open = ""
        self._path = StagePath(self)
        self._path.wanted.connect(self._on_wanted)
        self._verbs = StageVerbs(
            self._attach,
            lambda file: open_attachment(self._context, file, self),
            lambda line: self._ask(line, ask_finish, _PASSED if line.missing else _DONE),
            lambda line: self._ask(line, ask_pass, _PASSED),
            lambda line: self._ask(line, ask_not_required, later("Not required: {stage}")),
            self._reopen,
        )
        self.fill(self._path)
        self.setFocusProxy(self._path)

    @override
    def show(self, view: AgreementView) -> None:  # type: ignore[override]  # not Qt's own
        """Show the stages of an agreement; the one that was open stays open."""
        progress = progress_of(self._context.office, view.id)
        other = view.id != self._agreement
        self._agreement, self._progress = view.id, progress
        if other:
            self._open = _first_waiting(progress)
        self._track.setText(label(progress.track))
        self._track.setAccessibleName(tr("Choose other stages"))
        self._count.setText(progress_words(progress))
        self._path.show_lines(progress.lines, self._open, self._verbs)
        self.commands_changed.emit()

    def answers(self) -> dict[str, Callable[[], object]]:
        """Return what each command does with the open stage."""
        line = self._current()
        found: dict[str, Callable[[], object]] = {"stage.track": self._choose_track}
        if line is None:
            return found
        if line.by_hand:
            return found | {"stage.reopen": lambda: self._verbs.reopen(line)}
        if line.state not in LEFT:
            found |= {
                "stage.finish": lambda: self._verbs.finish(line),
                "stage.pass": lambda: self._verbs.pass_by(line),
                "stage.not_required": lambda: self._verbs.not_required(line),
            }
        return found

    def open_stage(self, code: str) -> None:
        """Open a stage and put the keyboard on it, as a finding asks for."""
        self._open = code
        self._refresh()
        self._path.focus_on(code)

    def _current(self) -> StageLine | None:
        lines = self._progress.lines if self._progress else ()
        return next((line for line in lines if line.code == self._open), None)

    @Slot(str)
    def _on_wanted(self, code: str) -> None:
        self._open = "" if code == self._open else code
        self._refresh()

    def _refresh(self) -> None:
        if self._progress is not None:
            self._path.show_lines(self._progress.lines, self._open, self._verbs)
            self.commands_changed.emit()

    def _attach(self, line: StageLine, document: str) -> None:
        if self._agreement is not None:
            ask_attach(self._context, self._agreement, self, stage=line.code, document=document)

    def _ask(self, line: StageLine, ask: Ask, said: str) -> None:
        if self._agreement is not None and ask(self._context.office, self._agreement, line, self):
            self._context.toast(tr(said, stage=screen_side(line.name)), undo=True)

    def _reopen(self, line: StageLine) -> None:
        if self._agreement is None:
            return
        with refusals_shown(self):
            reopen_stage(self._context.office, self._agreement, line.code)
            said = tr("“{stage}” is open again", stage=screen_side(line.name))
            self._context.toast(said, undo=True)

    def _choose_track(self) -> None:
        if self._agreement is None or self._progress is None:
            return
        if ask_track(self._context.office, self._agreement, self._progress, self):
            self._context.toast(tr("Stages chosen"), undo=True)


def _first_waiting(progress: Progress) -> str:
    """Return the first stage of the path that is not left yet."""
    return next((line.code for line in progress.awaited if line.state not in LEFT), "")

"""What belongs to one stage: what it waits for, its papers, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.domain.standing import LEFT, StageState
from kunjungan.i18n import later, tr
from kunjungan.services.process.stage_lines import StageLine
from kunjungan.services.process.stage_papers import DocumentLine, PaperLine
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.agreements.process.stage_head import TEXT_LEFT
from kunjungan.ui.screens.agreements.process.stage_words import BETWEEN
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import CARD_PAD, framed, row


@dataclass(frozen=True, slots=True)
class StageVerbs:
    """What can be done with a stage; each is called with its line, the first two with more."""

    attach: Callable[[StageLine, str], object]
    open_file: Callable[[UUID], object]
    finish: Callable[[StageLine], object]
    pass_by: Callable[[StageLine], object]
    not_required: Callable[[StageLine], object]
    reopen: Callable[[StageLine], object]


class StageDetail(QWidget):
    """Shown under the line of its stage."""

    def __init__(self, line: StageLine, verbs: StageVerbs, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self._verbs = verbs
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TEXT_LEFT, 0, CARD_PAD, 12)
        layout.setSpacing(6)
        for words in self._sentences():
            layout.addWidget(_sentence(words, self))
        if line.lacking:
            missing = ", ".join(screen_side(name) for name in line.missing)
            layout.addWidget(Notice(Tone.WARN, tr("Still missing: {what}", what=missing), self))
        for document in line.documents:
            layout.addWidget(self._document(document))
        layout.addWidget(framed(row(*self._buttons(), None, spacing=14)))

    def _sentences(self) -> list[str]:
        """Return who does it, what it waits for, on what condition, and the reason kept."""
        line = self._line
        parts = [screen_side(line.actor), screen_side(line.gate)]
        told = [". ".join(part.rstrip(".") for part in parts if part) + "."] if any(parts) else []
        if condition := screen_side(line.condition):
            told.append(condition)
        told += [tr(words) for words, holds in self._nature() if holds]
        waited = {screen_side(paper.name) for paper in line.documents}
        known = [name for each in line.missing if (name := screen_side(each)) not in waited]
        if known and line.state not in LEFT:
            told.append(tr("The program waits until: {what}.", what="; ".join(known)))
        if line.reason:
            told.append(tr("The reason kept: {reason}", reason=line.reason))
        return told

    def _nature(self) -> list[tuple[str, bool]]:
        """Return what is peculiar to the stage, each with whether it holds."""
        line = self._line
        return [
            (later("Runs beside the other stages."), line.parallel and not line.repeat),
            (later("Comes again until the agreement ends."), line.repeat),
            (later("Asked for before the originals are printed."), line.guards == "block"),
        ]

    def _document(self, document: DocumentLine) -> QWidget:
        name = screen_side(document.name)
        words = name if document.required else tr("{document} (if there is one)", document=name)
        label = set_role(ElidedLabel(words, self), TextRole.BODY)
        parts: list[QWidget | None] = [label, *map(self._file, document.files), None]
        if document.slug:
            attach = partial(self._verbs.attach, self._line, document.slug)
            link = button(tr("Attach…"), attach, kind="link", parent=self)
            link.setAccessibleName(tr("Attach “{document}”", document=name))
            parts.append(link)
        return framed(row(*parts), self)

    def _file(self, paper: PaperLine) -> QWidget:
        day = short_day(paper.on, year=True) if paper.on else ""
        words = BETWEEN.join(part for part in (paper.number, day) if part) or paper.name
        link = button(words, partial(self._verbs.open_file, paper.id), kind="link", parent=self)
        link.setAccessibleName(tr("Open “{name}”", name=paper.name))
        link.setToolTip(paper.name)
        return link

    def _buttons(self) -> list[QWidget]:
        line, verbs = self._line, self._verbs
        if line.by_hand:
            return [button(tr("Reopen"), partial(verbs.reopen, line), parent=self)]
        if line.state is StageState.DONE:
            return []
        finish = button(tr("Mark as done…"), partial(verbs.finish, line), parent=self)
        others = ((tr("Pass…"), verbs.pass_by), (tr("Not required…"), verbs.not_required))
        return [
            finish,
            *(button(text, partial(run, line), kind="link", parent=self) for text, run in others),
        ]


def _sentence(words: str, parent: QWidget) -> QLabel:
    made = set_role(QLabel(words, parent), TextRole.SMALL)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made

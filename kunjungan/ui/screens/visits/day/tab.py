"""The tab of a visit's day: the board of its sessions, and the crew beside it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import time
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.check_lines import CheckLine, worst_first
from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import later, tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visit_day.board import Board, BoardSession, board
from kunjungan.services.visit_day.clashing import visit_clashes
from kunjungan.services.visit_day.slip_follows import SlipReport
from kunjungan.services.visit_day.slipping import foreseen_stretch, stretch_session
from kunjungan.services.visiting.sessions import remove_session
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import hours_words, told_words
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.board.canvas import BoardCanvas
from kunjungan.ui.screens.visits.board.session_dialog import ask_new_session, ask_session
from kunjungan.ui.screens.visits.board.slip_dialog import ask_slip, slip_words
from kunjungan.ui.screens.visits.board.words import by_session
from kunjungan.ui.screens.visits.crew.card import CrewCard
from kunjungan.ui.screens.visits.tab import Commands, VisitTab
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.check_lines import CheckLines
from kunjungan.ui.widgets.empty_state import EmptyState
from kunjungan.ui.widgets.footer import Footer
from kunjungan.ui.widgets.layouts import CARD_GAP, SidePanes, column, framed, scrolling

MENU = ("session.edit", "session.slip", "session.remove", None, "session.add", "crew.add")


class DayTab(VisitTab):
    """Delegations side by side on the hours of each day, with crew, vehicles and what clashes."""

    title = later("Sessions & crew")
    main = ("session.add", "session.slip")
    more = ("session.edit", "session.remove", "crew.add", "crew.edit", "crew.remove")

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, seen, parent)
        self._board: Board | None = None
        self._looks = 0
        self._clashes: Mapping[UUID, Sequence[str]] = {}
        self.canvas = BoardCanvas()
        self._scroll = scrolling(self.canvas)
        self.crew = CrewCard(context)
        self._check = Card(tr("What follows"))
        self._follows = CheckLines()
        self._footer = Footer()
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.refresh()

    @override
    def refresh(self) -> None:
        office = self.context.office
        clashes = visit_clashes(office, self.seen.id)
        self._board = board(office, self.seen.id)
        self._clashes = by_session(clashes)
        self.canvas.show_board(self._board, self._clashes)
        self.crew.show_visit(self.seen, clashes)
        some = bool(self._board.days or self._board.apart)
        self._stack.setCurrentIndex(1 if some else 0)
        self.setFocusProxy(self.canvas if some else self._stack)
        self._show_clashes()
        self._say_foot()
        self.commands_changed.emit()

    @override
    def commands(self) -> Commands:
        found: dict[str, Callable[[], None]] = {"session.add": self._add, **self.crew.commands()}
        current = self._current()
        if current is not None:
            found["session.edit"] = self._edit
            found["session.remove"] = self._remove
            if current.line.starts_at is not None:
                found["session.slip"] = self._slip
        return found

    @override
    def remember(self) -> dict[str, object]:
        return {"session": self.canvas.current(), "crew": self.crew.table.remember()}

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        if isinstance(session := state.get("session"), UUID):
            self.canvas.select(session)
        if isinstance(crew := state.get("crew"), Mapping):
            self.crew.table.recall(crew)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.canvas.set_room(self._scroll.viewport().height())
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._scroll.setAccessibleName(tr("Board of the day"))
        self._scroll.viewport().installEventFilter(self)
        self._check.add(self._follows)
        empty = EmptyState(
            "people_community",
            tr("No session yet"),
            tr("A session is a part of the day: with one delegation, or with all together."),
            self.context.commands["session.add"],
        )
        self._stack.addWidget(empty)
        self._stack.addWidget(self._scroll)
        card = Card()
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.setSpacing(0)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(self._footer)
        cards = column(self._check, self.crew, spacing=CARD_GAP)
        cards.setStretch(1, 1)
        side = framed(cards)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SidePanes(card, side, side_width=332), 1)

    def _connect(self) -> None:
        self.canvas.picked.connect(self._on_picked)
        self.canvas.opened.connect(self._edit)
        self.canvas.held.connect(self._on_held)
        self.canvas.dropped.connect(self._on_dropped)
        self.canvas.menu_wanted.connect(self._on_menu)
        self.crew.commands_changed.connect(self.commands_changed)

    def _current(self) -> BoardSession | None:
        key = self.canvas.current()
        return self._board.session(key) if self._board and key else None

    def _say_foot(self) -> None:
        short = sum(not gap.enough for day in (self._board.days if self._board else ())
                    for gap in day.turnarounds)  # fmt: skip
        words = tr("Turn-arounds too short: {count}", count=short) if short else ""
        hints = [("Enter", tr("edit")), ("Ins", tr("add")), ("Alt+←→", tr("5 minutes"))]
        self._footer.show_words(words, hints)
        self._footer.setVisible(self._stack.currentIndex() == 1)

    @Slot()
    def _on_picked(self) -> None:
        current = self._current()
        self.crew.assign_to(current.line.id if current else None)
        box = self.canvas.box_of(current.line.id) if current else None
        if box is not None:
            middle = box.center()
            self._scroll.ensureVisible(middle.x(), middle.y(), 20, box.height() // 2 + 20)
        self._show_clashes()
        self.commands_changed.emit()

    def _show_clashes(self) -> None:
        """Say what clashes for the session chosen."""
        key = self.canvas.current()
        told = self._clashes.get(key, ()) if key else ()
        self._check.setVisible(bool(told))
        self._check.set_title(tr("Clashes"))
        self._follows.show_lines([CheckLine("warn", "{words}", {"words": each}) for each in told])

    @Slot(object)
    def _on_held(self, held: tuple[UUID, time, time | None] | None) -> None:
        """Check the hours that a session is held at, elsewhere, while it is held."""
        self._looks += 1
        if held is None:
            self._show_clashes()
            return
        self._check.set_title(hours_words(*held[1:]))
        self._check.show()
        look = self._looks
        self.context.background.run(
            lambda: foreseen_stretch(self.context.office, *held) if look == self._looks else None,
            done=lambda report: self._on_foreseen(report, look),
            refused=lambda refusal: self._follows.show_lines([_refused(refusal)]),
            owner=self,
            quick=True,
        )

    def _on_foreseen(self, report: SlipReport | None, look: int) -> None:
        """Tell what follows, unless the session is held elsewhere by now."""
        if report is not None and look == self._looks:
            self._check.set_title(slip_words(report))
            self._follows.show_lines(worst_first(report.follows))

    @Slot(object)
    def _on_dropped(self, dropped: tuple[UUID, time, time | None]) -> None:
        with refusals_shown(self):
            self._say(stretch_session(self.context.office, *dropped))

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for name in MENU:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self.context.commands[name])
        menu.popup(at)

    def _add(self) -> None:
        with refusals_shown(self):
            made = ask_new_session(self.context.office, self.seen, self)
            if made is not None:
                self.context.toast(tr("Session added"), undo=True)
                self.canvas.select(made)

    @Slot()
    def _edit(self) -> None:
        key = self.canvas.current()
        if key is None:
            return
        with refusals_shown(self):
            if ask_session(self.context.office, self.seen, key, self):
                self.context.toast(tr("Session changed"), undo=True)

    def _remove(self) -> None:
        key = self.canvas.current()
        if key is None:
            return
        with refusals_shown(self):
            remove_session(self.context.office, key)
            self.context.toast(tr("Session removed"), undo=True)

    def _slip(self) -> None:
        current = self._current()
        if current is None:
            return
        with refusals_shown(self):
            report = ask_slip(self.context.office, current, self)
            if report is not None:
                self._say(report)

    def _say(self, report: SlipReport) -> None:
        """Say what was moved, and leave on screen what follows and is not well."""
        worst = [each for each in worst_first(report.follows) if each.tone != "ok"]
        told = told_words(worst[0].text, worst[0].values) if worst else ""
        self.context.toast(joined(slip_words(report), told), undo=True)
        if worst:
            self._check.set_title(slip_words(report))
            self._follows.show_lines(worst_first(report.follows))
            self._check.show()


def _refused(refusal: OfficeError) -> CheckLine:
    return CheckLine("bad", "{words}", {"words": refusal_words(refusal)})

"""The tab of what comes after a visit: how it went, promises, gifts, files, result and papers."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import later, tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visit_day.aftermath import Aftermath, CameLine, aftermath
from kunjungan.services.visit_day.papers import AfterPaper
from kunjungan.services.visiting.gift_export import gifts_name, write_gifts
from kunjungan.services.visiting.gifts import list_gifts
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import export_sheet
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.reporting.course_pane import CoursePane
from kunjungan.ui.screens.visits.reporting.dialogs import ask_came, ask_result
from kunjungan.ui.screens.visits.reporting.file_pane import FilePane
from kunjungan.ui.screens.visits.reporting.gift_pane import GiftPane
from kunjungan.ui.screens.visits.reporting.pane import ReportPane
from kunjungan.ui.screens.visits.reporting.paper_dialog import AfterPaperDialog
from kunjungan.ui.screens.visits.reporting.promise_pane import PromisePane
from kunjungan.ui.screens.visits.tab import Commands, VisitTab
from kunjungan.ui.screens.visits.words import brief_body
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.cards import Card, Fact, FactsList
from kunjungan.ui.widgets.layouts import CARD_GAP, SidePanes, column, framed, row
from kunjungan.ui.widgets.segmented import Option, Segmented


class ReportTab(VisitTab):
    """Lists of one kind at a time, with the result and the counts of guests beside them."""

    title = later("Report")
    main = ("report.print",)
    more = ("report.minutes", "report.planned", "report.result", "report.came", "report.gifts")

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, seen, parent)
        self._after = aftermath(context.office, seen.id)
        self.segments = Segmented([], self)
        self.panes: Mapping[str, ReportPane[Any]] = {
            "course": CoursePane(context),
            "promises": PromisePane(context),
            "gifts": GiftPane(context),
            "files": FilePane(context),
        }
        self._stack = QStackedWidget()
        self._result = set_role(QLabel(), TextRole.BODY)
        self._came = FactsList(150)
        self._build()
        self.segments.chosen.connect(self._show)
        self.refresh()

    @property
    def pane(self) -> ReportPane[Any]:
        """The list on screen."""
        return self.panes[self.segments.value() or "course"]

    @override
    def refresh(self) -> None:
        self._after = aftermath(self.context.office, self.seen.id)
        for pane in self.panes.values():
            pane.show_visit(self.seen)
        words = {
            "course": tr("How it went"),
            "promises": tr("Promises"),
            "gifts": tr("Gifts"),
            "files": tr("Photos, files"),
        }
        self.segments.show_options(
            [Option(key, words[key], len(pane.lines)) for key, pane in self.panes.items()]
        )
        self._show_side(self._after)
        self._show()

    @override
    def commands(self) -> Commands:
        found: dict[str, Callable[[], None]] = {
            "report.result": self._write_result,
            "report.print": lambda: self._print(AfterPaper.REPORT),
            "report.minutes": lambda: self._print(AfterPaper.MINUTES),
            "report.gifts": self._export_gifts,
        }
        if self._after.came:
            found["report.came"] = self._count
        return {**found, **self.pane.commands()}

    @override
    def remember(self) -> dict[str, object]:
        lists = {key: pane.remember() for key, pane in self.panes.items()}
        return {"segment": self.segments.value(), **lists}

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        self.segments.set_value(str(state.get("segment", "")))
        for key, pane in self.panes.items():
            if isinstance(place := state.get(key), Mapping):
                pane.table.recall(place)
        self._show()

    def _build(self) -> None:
        commands = self.context.commands
        self._result.setWordWrap(True)
        for pane in self.panes.values():
            self._stack.addWidget(pane)
            pane.commands_changed.connect(self.commands_changed)
        result = Card(tr("Result"), _link(commands["report.result"], tr("Write")))
        result.add(self._result)
        came = Card(tr("Guests who came"), _link(commands["report.came"], tr("Count")))
        came.add(self._came)
        side = framed(column(result, came, None, spacing=CARD_GAP))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row(self.segments, None))
        layout.addWidget(SidePanes(self._stack, side, side_width=318), 1)

    def _show_side(self, after: Aftermath) -> None:
        self._result.setText(after.result or tr("Not written yet."))
        self._came.show_facts(
            [Fact(brief_body(screen_side(line.name)), _came_words(line)) for line in after.came]
        )

    @Slot()
    def _show(self) -> None:
        self._stack.setCurrentWidget(self.pane)
        self.setFocusProxy(self.pane)
        self.commands_changed.emit()

    def _write_result(self) -> None:
        with refusals_shown(self):
            if ask_result(self.context.office, self.seen, self._after, self):
                self.context.toast(tr("Result written"), undo=True)

    def _count(self) -> None:
        with refusals_shown(self):
            if ask_came(self.context.office, self._after.came, self):
                self.context.toast(tr("Guests counted"), undo=True)

    def _print(self, kind: AfterPaper) -> None:
        with refusals_shown(self):
            dialog = AfterPaperDialog(self.context, self.seen.id, kind, self)
            dialog.finished_with.connect(self.context.toast)
            dialog.exec()

    def _export_gifts(self) -> None:
        """Write the gift log of the whole office."""
        lines = list_gifts(self.context.office)
        export_sheet(
            self.context,
            tr("Export the gift log"),
            gifts_name,
            lambda path, language: write_gifts(lines, path, language),
            self,
        )


def _link(action: Any, text: str) -> CommandButton:  # noqa: ANN401 - a QAction
    return CommandButton(action, text=text, kind="link")


def _came_words(line: CameLine) -> str:
    if line.came is None:
        return tr("not counted, {count} marked as present", count=line.present)
    return tr("{came} of {expected}", came=line.came, expected=line.announced or line.listed)

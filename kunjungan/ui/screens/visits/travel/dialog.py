"""The travel of one delegation: its journeys over its lodgings, and what looks wrong in them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kunjungan.domain.errors import NotFound
from kunjungan.domain.visit_words import TravelWay
from kunjungan.i18n import later, tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.overview import VisitOverview
from kunjungan.services.travel.changing import (
    JourneyForm,
    LodgingForm,
    add_journey,
    add_lodging,
    edit_journey,
    edit_lodging,
    journey_form,
    lodging_form,
    remove_journey,
    remove_lodging,
)
from kunjungan.services.travel.lines import DelegationTravel, JourneyLine, LodgingLine
from kunjungan.services.travel.reading import travel
from kunjungan.services.visiting.crew import list_crew
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import refusals_shown, show_refusal
from kunjungan.ui.screens.visits.travel.columns import journey_columns, lodging_columns
from kunjungan.ui.screens.visits.travel.journey_dialog import JourneyDialog
from kunjungan.ui.screens.visits.travel.lodging_dialog import LodgingDialog
from kunjungan.ui.screens.visits.travel.part import TravelPart, Verbs
from kunjungan.ui.screens.visits.words import body_name
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.check_lines import CheckLines
from kunjungan.ui.widgets.layouts import PAGE_PAD, column, dialog_foot, framed, scrolling

_SIZE, _EDGE = (960, 600), 40
_GONE = later("This delegation was removed meanwhile. Nothing was changed.")


class TravelDialog(QDialog):
    """Two short lists that are kept line by line; each change can be undone."""

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, line: DelegationLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._seen = seen
        self._line = line
        self._own = self._read()
        self.prints = False
        """Whether the travel sheets are to be printed next."""
        self.hints = CheckLines(self)
        self.journeys = TravelPart[JourneyLine](
            tr("Journeys and pick-ups"),
            journey_columns(),
            Verbs(self.add_journey, self.edit_journey, self.remove_journey),
            self,
        )
        self.lodgings = TravelPart[LodgingLine](
            tr("Lodgings"),
            lodging_columns(),
            Verbs(self.add_lodging, self.edit_lodging, self.remove_lodging),
            self,
        )
        self._build(parent)
        self._show()

    def reload(self) -> None:
        """Read journeys and lodgings again; closes where the delegation is gone."""
        try:
            self._own = self._read()
        except NotFound as gone:
            show_refusal(self, gone)
            self.reject()
            return
        self._show()

    def add_journey(self) -> None:
        """Ask for a journey: at first of all of them on the day of the visit."""
        dialog = self._journey_dialog(self._next_journey())
        key = self._line.id
        self._run(
            lambda: dialog.run(lambda: add_journey(self._context.office, key, dialog.form())),
            tr("Journey added"),
        )

    def edit_journey(self, line: JourneyLine) -> None:
        """Ask for changes to a journey."""
        office = self._context.office

        def asked() -> bool:
            dialog = self._journey_dialog(journey_form(office, line.id))
            return dialog.run(lambda: edit_journey(office, line.id, dialog.form()))

        self._run(asked, tr("Journey changed"))

    def remove_journey(self, line: JourneyLine) -> None:
        """Remove a journey; undo brings it back."""
        self._run(lambda: _done(remove_journey, self._context, line.id), tr("Journey removed"))

    def add_lodging(self) -> None:
        """Ask for a lodging: at first for the nights between coming and going."""
        dialog = LodgingDialog(self._next_lodging(), body_name(self._line), self)
        key = self._line.id
        self._run(
            lambda: dialog.run(lambda: add_lodging(self._context.office, key, dialog.form())),
            tr("Lodging added"),
        )

    def edit_lodging(self, line: LodgingLine) -> None:
        """Ask for changes to a lodging."""
        office = self._context.office

        def asked() -> bool:
            dialog = LodgingDialog(lodging_form(office, line.id), body_name(self._line), self)
            return dialog.run(lambda: edit_lodging(office, line.id, dialog.form()))

        self._run(asked, tr("Lodging changed"))

    def remove_lodging(self, line: LodgingLine) -> None:
        """Remove a lodging; undo brings it back."""
        self._run(lambda: _done(remove_lodging, self._context, line.id), tr("Lodging removed"))

    def _run(self, ask: Callable[[], bool], said: str) -> None:
        """Ask, say what was kept, and read again; what is refused is told."""
        with refusals_shown(self):
            if ask():
                self._context.toast(said, undo=True)
        self.reload()

    def _read(self) -> DelegationTravel:
        for own in travel(self._context.office, self._seen.id):
            if own.line.id == self._line.id:
                return own
        raise NotFound(_GONE)

    def _show(self) -> None:
        self.journeys.show_lines(self._own.journeys)
        self.lodgings.show_lines(self._own.lodgings)
        self.hints.show_lines(self._own.hints)
        self._print.setEnabled(self._own.known)

    def _journey_dialog(self, form: JourneyForm) -> JourneyDialog:
        office = self._context.office
        crew = list_crew(office, self._seen.id)
        return JourneyDialog(office, crew, form, body_name(self._line), self)

    def _next_journey(self) -> JourneyForm:
        """Return what is likely next: they come, then they go as they came."""
        form = JourneyForm(on=self._seen.when.on.full, people=self._line.heads or None)
        arrivals = self._own.going(TravelWay.ARRIVAL)
        if not arrivals or self._own.going(TravelWay.DEPARTURE):
            return form
        last = (self._seen.until or self._seen.when.on).full
        return replace(
            form,
            way=TravelWay.DEPARTURE,
            means=arrivals[0].means,
            on=last,
            place=arrivals[0].place,
            people=arrivals[0].people,
        )

    def _next_lodging(self) -> LodgingForm:
        arrivals, departures = map(self._own.going, TravelWay)
        first: date | None = arrivals[0].on if arrivals else self._seen.when.on.full
        last = departures[-1].on if departures else (self._seen.until or self._seen.when.on).full
        later_than = first is not None and last is not None and last > first
        return LodgingForm(on=first, until=last if later_than else None)

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Travel of {body}", body=body_name(self._line)))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))
        self.journeys.table.show_empty("arrow_right", tr("No journey yet"), tr("How do they come?"))
        self.lodgings.table.show_empty("home", tr("No lodging yet"), tr("Where do they sleep?"))
        self.journeys.table.setMinimumHeight(170)
        self.lodgings.table.setMinimumHeight(120)
        self._print = button(tr("Print…"), self._on_print, icon="print", parent=self)
        close = Button(tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        body = column(
            self.hints, self.journeys, self.lodgings, margins=(PAGE_PAD, 14, PAGE_PAD, 14)
        )
        body.setStretch(1, 3)
        body.setStretch(2, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolling(framed(body)), 1)
        layout.addWidget(dialog_foot(None, self._print, close))
        self.journeys.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_print(self) -> None:
        self.prints = True
        self.accept()


def _done(act: Callable[..., None], context: ScreenContext, line_id: UUID) -> bool:
    act(context.office, line_id)
    return True

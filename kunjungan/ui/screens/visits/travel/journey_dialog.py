"""The form of a journey: how they come or go, and who picks them up."""

from PySide6.QtWidgets import QWidget

from kunjungan.domain.visit_words import Duty, ResourceKind, TravelMeans, TravelWay
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.travel.changing import MOST, JourneyForm
from kunjungan.services.visiting.crew import CrewLine
from kunjungan.ui.labels import choices, label
from kunjungan.ui.screens.visits.board.choices import resource_field
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, NumberField, TextField, TimeField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item
from kunjungan.ui.widgets.suggest_field import SuggestField


class JourneyDialog(FormDialog):
    """Day and hour, flight or train, who and how many; vehicle and people of the pick-up."""

    def __init__(
        self, office: Office, crew: list[CrewLine], form: JourneyForm, body: str, parent: QWidget
    ) -> None:
        new = form.version == 0
        super().__init__(
            tr("New journey") if new else tr("Journey"),
            tr("Enter journey") if new else tr("Save journey"),
            parent,
            intro=body,
        )
        self._version = form.version
        self.way, self.means = ChoiceField(choices(TravelWay)), ChoiceField(choices(TravelMeans))
        self.day, self.at = DateField(), TimeField()
        self.number, self.place = LineField(), LineField()
        self.people, self.who = NumberField(1, MOST), LineField()
        self.pick_up = TimeField()
        self.vehicle = resource_field(office, ResourceKind.VEHICLE, tr("A vehicle, if any"))
        self.driver = _crew_field(crew, Duty.DRIVER)
        self.met_by = _crew_field(crew, Duty.LIAISON)
        self.note = TextField(2)
        self._lay_out()
        self._show(form)

    def form(self) -> JourneyForm:
        """Return what was filled in."""
        return JourneyForm(
            way=self.way.value(),
            means=self.means.value(),
            on=self.day.day(),
            at=self.at.value(),
            number=self.number.value(),
            place=self.place.value(),
            who=self.who.value(),
            people=self.people.value(),
            pick_up_at=self.pick_up.value(),
            vehicle=self.vehicle.value(),
            driver=self.driver.value(),
            met_by=self.met_by.value(),
            note=self.note.value(),
            version=self._version,
        )

    def _lay_out(self) -> None:
        self.add_pair((tr("Journey"), self.way), (tr("Way of travelling"), self.means))
        self.add_pair((tr("Day"), self.day), (tr("Time"), self.at))
        self.add_pair(
            (tr("Flight or train"), self.number), (tr("Airport, station or gate"), self.place)
        )
        self.add_pair((tr("People"), self.people), (tr("Who, if not all"), self.who))
        self.add_section(tr("Pick-up"))
        self.add_pair((tr("Leaves at"), self.pick_up), (tr("Vehicle"), self.vehicle))
        self.add_pair((tr("Driver"), self.driver), (tr("Met by"), self.met_by))
        self.add(tr("Note"), self.note)

    def _show(self, form: JourneyForm) -> None:
        self.way.set_value(form.way)
        self.means.set_value(form.means)
        self.day.show_day(form.on)
        self.at.set_value(form.at)
        self.number.set_value(form.number)
        self.place.set_value(form.place)
        self.people.set_value(form.people)
        self.who.set_value(form.who)
        self.pick_up.set_value(form.pick_up_at)
        self.vehicle.set_value(form.vehicle)
        self.driver.set_value(form.driver)
        self.met_by.set_value(form.met_by)
        self.note.set_value(form.note)


def _crew_field(crew: list[CrewLine], first: Duty) -> SuggestField:
    """Return a line that offers the visit's crew, those of a duty first, each once."""
    field = SuggestField(tr("Somebody of the crew, or any other name"))
    ordered = sorted((line for line in crew if line.name), key=lambda line: line.duty is not first)
    field.set_items(
        [
            Item(name, name, joined(label(line.duty), line.phone))
            for name, line in {line.name: line for line in reversed(ordered)}.items()
        ][::-1]
    )
    return field

"""One form of travel orders: its paper, its type, and where each field stands in mm."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.paper import Paper
from kunjungan.domain.visum_forms import FieldSpot, VisumField, VisumForm
from kunjungan.i18n import later, tr
from kunjungan.ui.labels import choices, label
from kunjungan.ui.widgets.fields import ChoiceField, LineField, MeasureField
from kunjungan.ui.widgets.form_dialog import FormDialog


class VisumFormDialog:
    """Three measures for each field; one without a width is not printed."""

    def __init__(self, form: VisumForm, parent: QWidget) -> None:
        self._form = form
        intro = tr(
            "Measured in mm from the upper left corner of the sheet; y is the line that the words "
            "stand on. A field without a width is not printed."
        )
        self.dialog = FormDialog(tr("Form of travel orders"), tr("Keep form"), parent, intro=intro)
        self.name, self.regions = LineField(), LineField()
        self.paper = ChoiceField(choices(Paper))
        self.size = MeasureField()
        self.moved = [MeasureField(signed=True), MeasureField(signed=True)]
        self.spots = {field: [MeasureField() for _ in range(3)] for field in VisumField}
        self._build()
        self._show(form)

    def value(self) -> VisumForm:
        """Return the form as it is filled in, moved as a whole where that was asked for.

        Raises:
            RuleBroken: a measure is missing or is no number.
        """
        across, down = (field.value() or 0.0 for field in self.moved)
        spots = {}
        for field, (x, y, width) in self.spots.items():
            if width.value():
                spots[field] = FieldSpot(
                    _measure(x) + across, _measure(y) + down, width.value() or 0.0
                )
        name = self.name.value()
        return replace(
            self._form,
            name=Bilingual(name, name if name != self._form.name.id else self._form.name.en),
            paper=self.paper.value(),
            size=_measure(self.size),
            fields=spots,
            regions=tuple(filter(None, map(str.strip, self.regions.value().split(",")))),
        )

    def _build(self) -> None:
        add = self.dialog.add
        add(tr("Name"), self.name, needed=True)
        add(
            tr("Codes of the regions"),
            self.regions,
            hint=tr("Such as 16.10, 16.74; empty for any region."),
        )
        self.dialog.add_pair((tr("Paper"), self.paper), (tr("Type (pt)"), self.size))
        self.dialog.add_section(tr("Move everything"))
        right, down = self.moved
        self.dialog.add_pair((tr("To the right (mm)"), right), (tr("Down (mm)"), down))
        for field, (x, y, width) in self.spots.items():
            self.dialog.add_section(label(field))
            self.dialog.add_pair((tr("x (mm)"), x), (tr("y (mm)"), y), (tr("Width (mm)"), width))

    def _show(self, form: VisumForm) -> None:
        self.name.set_value(form.name.id)
        self.regions.set_value(", ".join(form.regions))
        self.paper.set_value(form.paper)
        self.size.set_value(form.size)
        for field, spot in form.fields.items():
            for shown, value in zip(self.spots[field], (spot.x, spot.y, spot.width), strict=True):
                shown.set_value(value)


def _measure(field: MeasureField) -> float:
    value = field.value()
    if value is None:
        raise RuleBroken(later("Enter x, y and the size of the type as numbers."))
    return value

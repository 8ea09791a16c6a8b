"""Pickers of institutions and of who signs for one."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kunjungan.i18n import tr
from kunjungan.services.institutions import InstitutionLine
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine, list_officials
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.search_picker import Item


class SignatoryField(ChoiceField):
    """Who signs for an institution: its officials, heads first, those in office before others."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._lines: list[OfficialLine] = []
        self.show_choices([(None, tr("not chosen yet"))])

    def line(self) -> OfficialLine | None:
        """Return the official chosen, if any."""
        return next((line for line in self._lines if line.id == self.value()), None)

    def show_body(self, institution: UUID | None, day: date | None) -> None:
        """Offer an institution's officials; its head of that day is chosen where nobody is."""
        lines = list_officials(self._office, institution) if institution else []
        day = day or self._office.today()
        lines.sort(key=lambda line: not line.holds_on(day))
        self._lines = lines
        choices: list[tuple[UUID | None, str]] = [(None, tr("not chosen yet"))]
        choices += [(line.id, _words(line, day)) for line in lines]
        self.show_choices(choices)
        heads = [line for line in lines if line.is_head and line.holds_on(day)]
        if self.value() is None and heads:
            self.set_value(heads[0].id)


def institution_items(
    lines: Sequence[InstitutionLine], first: Sequence[UUID], note: str
) -> list[Item]:
    """Return institutions to pick from, those of ``first`` on top with a note."""
    order = {key: place for place, key in enumerate(first)}
    return [
        Item(line.id, screen_side(line.name), note if line.id in order else label(line.kind))
        for line in sorted(lines, key=lambda line: order.get(line.id, len(order)))
    ]


def _words(line: OfficialLine, day: date) -> str:
    words = f"{line.name.full}, {screen_side(line.post)}"
    return words if line.holds_on(day) else tr("{who} (not in office then)", who=words)

"""How the office's agreements are numbered."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.numbering import fill_number
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.settings.office_choices import OfficeChoices
from kunjungan.ui.screens.settings.setting_row import settings_card, settings_page
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.cards import Card, Fact, FactsList
from kunjungan.ui.widgets.fields import LineField

_EXAMPLE_SEQ = 7


class NumbersPage:
    """How the office's own agreements are numbered, with a number as it would come out now."""

    def __init__(self, office: Office, row_of: OfficeChoices) -> None:
        self._office = office
        self._fields = [LineField(), LineField(), LineField()]
        self.example = set_role(QLabel(), TextRole.SUBTITLE)
        self._choices = row_of
        pattern, code, unit = self._fields
        card = settings_card(
            tr("Number of an agreement"),
            row_of.row(
                "number_pattern",
                tr("Number pattern"),
                tr("What stands between braces is filled in; the rest is printed as it is."),
                pattern,
            ),
            row_of.row(
                "number_class",
                tr("Classification code"),
                tr("100.3.7.1 is an agreement within the country, 100.3.7.2 one with abroad."),
                code,
                law=tr("Permendagri 83/2022"),
            ),
            row_of.row(
                "number_unit",
                tr("Unit code"),
                tr("The unit that keeps the register."),
                unit,
            ),
        )
        self.widget = settings_page(self._example_card(), card, _places())
        for field in self._fields:
            field.changed.connect(self.show_example)
        self.show_example()

    def show_example(self) -> None:
        """Write the number that the fields as they stand would give."""
        pattern, code, unit = (field.value() for field in self._fields)
        on = self._office.today()
        try:
            number = fill_number(pattern, seq=_EXAMPLE_SEQ, on=on, code=code, unit=unit)
            words = ""
        except OfficeError as refusal:
            number, words = "", refusal_words(refusal)
        self.example.setText(number or "—")
        self._choices.refuse("number_pattern", words)

    def _example_card(self) -> Card:
        card = Card(tr("The seventh agreement of this year would be"))
        card.add(self.example)
        return card


def _places() -> Card:
    card = Card(tr("Places of the pattern"))
    facts = FactsList(150)
    facts.show_facts([Fact(place, words) for place, words in _tokens()])
    card.add(facts)
    return card


def _tokens() -> Sequence[tuple[str, str]]:
    return (
        ("{seq}, {seq:03}", tr("running number of the year, 7 or 007")),
        ("{class}", tr("classification code")),
        ("{unit}", tr("unit code")),
        ("{roman}", tr("month in Roman numerals, IX")),
        ("{month}, {month:02}", tr("month in digits, 9 or 09")),
        ("{year}", tr("year, 2022")),
    )

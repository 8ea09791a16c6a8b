"""The pages of the office's settings, with what each choice rests on."""

from PySide6.QtWidgets import QWidget

from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.domain.terms import EndsRule
from kunjungan.i18n import tr
from kunjungan.services.institutions import list_institutions
from kunjungan.services.office import Office
from kunjungan.ui.labels import SIDES, choices, label, screen_side, word_choices
from kunjungan.ui.screens.settings.office_choices import OfficeChoices
from kunjungan.ui.screens.settings.route_field import RouteField
from kunjungan.ui.screens.settings.setting_row import settings_card, settings_page
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, NumberField, NumbersField
from kunjungan.ui.widgets.search_picker import Item, SearchPicker

_MONTHS = (0, 60)
_DAYS = (1, 365)


def own_office_card(choices_of: OfficeChoices, own: SearchPicker) -> Card:
    """Return the settings that say whose office this is."""
    return settings_card(
        tr("This office"),
        choices_of.row(
            "own_institution",
            tr("Own institution"),
            tr("Host of new visits and first party of new agreements."),
            own,
        ),
        choices_of.row(
            "six_day_week",
            tr("Six-day week"),
            tr("Deadlines in working days count Saturdays. Holidays and joint leave never count."),
            CheckField(tr("Saturday is a working day")),
        ),
    )


def institution_items(office: Office) -> list[Item]:
    """Return the institutions of which one is the office's own."""
    return [
        Item(line.id, screen_side(line.name), f"{label(line.kind)} {line.region_code}".strip())
        for line in list_institutions(office)
    ]


def agreements_page(row_of: OfficeChoices) -> QWidget:
    """Return what new agreements start from; those already drafted keep their own."""
    return settings_page(
        _page_card(row_of),
        _names_card(row_of),
        _stamp_card(row_of),
        _term_card(row_of),
        _clearance_card(row_of),
        _stages_card(row_of),
    )


def _page_card(row_of: OfficeChoices) -> Card:
    return settings_card(
        tr("Page and parties"),
        row_of.row(
            "paper",
            tr("Paper"),
            tr("Size of the originals; can be changed for each agreement."),
            ChoiceField(choices(Paper)),
        ),
        row_of.row(
            "party_style",
            tr("Names of the parties"),
            tr("The ordinals of laws and decrees, or those of everyday contracts."),
            ChoiceField(choices(PartyStyle)),
        ),
        row_of.row(
            "first_signs",
            tr("Side of the first party"),
            tr("The side of the signature block; both are met in signed agreements."),
            ChoiceField(word_choices(SIDES)),
        ),
    )


def _names_card(row_of: OfficeChoices) -> Card:
    return settings_card(
        tr("Names and titles"),
        row_of.row(
            "titles_in_opening",
            tr("Titles in the opening"),
            tr("Permendagri 1/2023 art 44 settles this for letters, not for agreements."),
            CheckField(tr("Print the titles of signatories")),
        ),
        row_of.row(
            "titles_in_signature",
            tr("Titles under the signature"),
            tr("Heads of regions often sign by their bare name."),
            CheckField(tr("Print the titles of signatories")),
        ),
    )


def _stamp_card(row_of: OfficeChoices) -> Card:
    return settings_card(
        tr("Duty stamp"),
        row_of.row(
            "stamp_rule",
            tr("Where stamps go"),
            tr("Each original owes the duty (art 3); at whose signature is office practice."),
            ChoiceField(choices(StampRule)),
            law=tr("UU 10/2020"),
        ),
        row_of.row(
            "stamp_form",
            tr("Form of the stamp"),
            tr("Pasted or electronic (art 12); the box on the page follows it."),
            ChoiceField(choices(StampForm)),
            law=tr("UU 10/2020"),
        ),
    )


def _term_card(row_of: OfficeChoices) -> Card:
    return settings_card(
        tr("Term"),
        row_of.row(
            "ends_rule",
            tr("End of the term"),
            tr("Five years from 1 September 2022 end on 1 September 2027 or the day before."),
            ChoiceField(choices(EndsRule)),
        ),
        row_of.row(
            "notice_months",
            tr("Talks before the end"),
            tr("Months before the end at which an extension is talked over."),
            NumberField(*_MONTHS),
        ),
        row_of.row(
            "ending_months",
            tr("Shown as ending soon"),
            tr("Months before the end from which lists say so."),
            NumberField(*_MONTHS),
        ),
        row_of.row(
            "reminder_months",
            tr("Reminders before the end"),
            tr("Months before the end, apart by commas: 6, 3. Empty: no reminders."),
            NumbersField(1, 60),
        ),
    )


def _clearance_card(row_of: OfficeChoices) -> Card:
    return settings_card(
        tr("Clearance"),
        row_of.row(
            "clearance_route",
            tr("Offices that clear a text"),
            tr(
                "One office a line, in order; its English name after a bar: "
                "Bagian Hukum | Legal Division. The partner always comes after them."
            ),
            RouteField(),
        ),
    )


def _stages_card(row_of: OfficeChoices) -> Card:
    return settings_card(
        tr("Stages and files"),
        row_of.row(
            "answer_days",
            tr("Answer of a partner"),
            tr("Working days from the letter of offer."),
            NumberField(*_DAYS),
        ),
        row_of.row(
            "council_days",
            tr("Decision of the council"),
            tr("Working days from the letter to the council; 45 for foreign cooperation."),
            NumberField(*_DAYS),
            law=tr("PP 28/2018 art 30"),
        ),
        row_of.row(
            "report_months",
            tr("Reports"),
            tr("Months between two reports on an agreement."),
            NumberField(1, 60),
        ),
        row_of.row(
            "attachment_megabytes",
            tr("Largest file"),
            tr("Megabytes of a file that is filed; every backup carries all files."),
            NumberField(1, 2000),
        ),
    )

"""What the office's settings are called in its history."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.i18n import later, tr

_SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "own_institution": later("Own institution"),
        "paper": later("Paper"),
        "party_style": later("Names of the parties"),
        "first_signs": later("Side of the first party"),
        "stamp_rule": later("Where stamps go"),
        "stamp_form": later("Duty stamp"),
        "ends_rule": later("End of the term"),
        "notice_months": later("Talks before the end"),
        "titles_in_opening": later("Titles in the opening"),
        "titles_in_signature": later("Titles under the signature"),
        "number_pattern": later("Number pattern"),
        "number_class": later("Classification code"),
        "number_unit": later("Unit code"),
        "ending_months": later("Ending soon"),
        "six_day_week": later("Six-day week"),
        "reminder_months": later("Reminders before the end"),
        "answer_days": later("Answer of a partner"),
        "council_days": later("Decision of the council"),
        "report_months": later("Reports"),
        "attachment_megabytes": later("Largest file"),
        "clearance_route": later("Offices that clear a text"),
        "turnaround_minutes": later("Making a room ready"),
        "travel_minutes": later("Way between two places"),
        "quiet_times": later("Prayer times and other quiet hours"),
        "report_days": later("Report of a visit"),
        "reply_days": later("Answer to a letter"),
        "gift_report_days": later("Report of a gift"),
        "host_place": later("Place of the host"),
        "tie_rules": later("Rules among equals"),
        "guest_right": later("Guest at the signing table"),
        "row_halves": later("Rows of seats"),
        "blank_rows": later("Blank rows"),
        "attendance_nip": later("NIP on the list"),
        "attendance_phone": later("Telephone on the list"),
        "badge_sheet": later("Usual sheet"),
        "badge_roles": later("Badges"),
        "contact_months": later("Contacts of guests"),
    }
)


def setting_words(key: str) -> str:
    """Return what one of the office's settings is called."""
    return tr(_SETTINGS.get(key, key))

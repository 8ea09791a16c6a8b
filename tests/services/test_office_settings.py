"""The office's own choices: kept, read back, refused where they could not work."""

from dataclasses import fields, replace

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.domain.precedence_kinds import HostPlace, Why
from kunjungan.domain.terms import EndsRule
from kunjungan.services.history import count_changes, recent_changes, undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, change_settings, office_settings
from tests.builders import bandung


def test_an_office_begins_with_the_defaults(office: Office) -> None:
    assert office_settings(office) == OfficeSettings()


OTHERWISE = OfficeSettings(
    paper=Paper.A4,
    party_style=PartyStyle.PERTAMA,
    first_signs="left",
    stamp_rule=StampRule.ALL,
    stamp_form=StampForm.ELECTRONIC,
    ends_rule=EndsRule.DAY_BEFORE,
    notice_months=6,
    titles_in_opening=False,
    titles_in_signature=True,
    number_pattern="{seq}/{unit}/{year}",
    number_class="415.4",
    number_unit="TAPEM",
    ending_months=3,
    six_day_week=True,
    reminder_months=(12, 1),
    answer_days=10,
    council_days=30,
    report_months=6,
    attachment_megabytes=50,
    clearance_route=("Bagian Hukum | Legal Division", "Sekda"),
    turnaround_minutes=15,
    travel_minutes=45,
    quiet_times=("5|11:30|13:00|||Salat Jumat|Friday prayer",),
    report_days=5,
    reply_days=3,
    gift_report_days=10,
    host_place=HostPlace.LITERAL,
    tie_rules=(Why.REGION_NAME, Why.LETTER, Why.SENIORITY, Why.CAPACITY),
    guest_right=False,
    row_halves=True,
    blank_rows=5,
    attendance_nip=True,
    attendance_phone=True,
    badge_sheet="a4-10",
    badge_roles=("guest|Tamu|Guest|#123456",),
    contact_months=60,
)
"""Every choice but the own institution otherwise than it is by itself."""


def test_every_choice_is_read_back_as_it_was_made(office: Office) -> None:
    chosen = replace(OTHERWISE, own_institution=bandung(office).id)
    change_settings(office, chosen)
    assert office_settings(office) == chosen
    unchanged = OfficeSettings()
    assert all(getattr(chosen, f.name) != getattr(unchanged, f.name) for f in fields(chosen))


def test_a_choice_can_be_undone_and_made_twice(office: Office) -> None:
    change_settings(office, replace(OfficeSettings(), paper=Paper.A4))
    change_settings(office, replace(OfficeSettings(), paper=Paper.F4))
    assert office_settings(office).paper is Paper.F4
    undo(office)
    assert office_settings(office).paper is Paper.A4
    undo(office)
    assert office_settings(office) == OfficeSettings()


def test_keeping_what_is_kept_leaves_no_trace(office: Office) -> None:
    before = len(recent_changes(office))
    change_settings(office, OfficeSettings())
    assert len(recent_changes(office)) == before


@pytest.mark.parametrize("pattern", ["{nomor}/{year}", "{class}/{unit}/{year}", "415.4", ""])
def test_a_pattern_that_cannot_number_is_refused(office: Office, pattern: str) -> None:
    with pytest.raises(RuleBroken):
        change_settings(office, replace(OfficeSettings(), number_pattern=pattern))
    assert office_settings(office).number_pattern == OfficeSettings().number_pattern


def test_choices_that_stay_are_not_written_again(office: Office) -> None:
    chosen = replace(OfficeSettings(), clearance_route=("Sekda",))
    change_settings(office, chosen)
    before = count_changes(office)
    change_settings(office, chosen)
    assert count_changes(office) == before

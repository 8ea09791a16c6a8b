"""The office's own label sheets: corrected, made, removed, printed on."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.label_sheets import LabelSheet, shipped_sheets
from kunjungan.services.day_papers import badges
from kunjungan.services.label_sheets import list_sheets, own_sheets, remove_sheet, save_sheet
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from tests.services.day_papers.card_case import Case, card_case


@pytest.fixture
def case(office: Office) -> Case:
    return card_case(office)


def slugs(sheets: Sequence[LabelSheet]) -> set[str]:
    return {sheet.slug for sheet in sheets}


def test_a_corrected_sheet_stands_for_the_shipped_one_until_it_is_removed(case: Case) -> None:
    shipped = next(sheet for sheet in list_sheets(case.office) if sheet.slug == "a4-8")
    save_sheet(case.office, replace(shipped, offset_x=2.5))
    found = [sheet for sheet in list_sheets(case.office) if sheet.slug == "a4-8"]
    assert [sheet.offset_x for sheet in found] == [2.5]
    assert own_sheets(case.office) == {"a4-8"}
    remove_sheet(case.office, "a4-8")
    assert shipped in list_sheets(case.office)


def test_an_own_sheet_is_printed_on(case: Case) -> None:
    base = next(sheet for sheet in list_sheets(case.office) if sheet.slug == "a4-10")
    name = replace(base.name, id="Kartu kantor")
    slug = save_sheet(case.office, replace(base, slug="", name=name))
    assert slugs(list_sheets(case.office, "badge")) - slugs(shipped_sheets()) == {slug}
    assert badges.make(case.office, case.wish(sheet=slug)).pages == 1
    with pytest.raises(RuleBroken):
        save_sheet(case.office, replace(base, slug="", name=name))


def test_the_sheet_of_the_settings_is_used_for_badges(case: Case) -> None:
    change_settings(case.office, replace(office_settings(case.office), badge_sheet="roll-50x80"))
    assert badges.make(case.office, case.wish()).pages == 3

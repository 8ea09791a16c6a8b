"""The originals of an agreement: planned by rule, changed by choice, kept once printed."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampRule
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import agreement_form, edit_agreement, new_draft
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.originals import (
    OriginalForm,
    edit_original,
    list_originals,
    original_form,
)
from kunjungan.services.printing import print_to_folder
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum

FIRST = PaperChoice(1, "original")


def holders(office: Office, agreement: UUID) -> list[tuple[str, str]]:
    """Language and holder of each original."""
    return [(o.language, o.holder) for o in list_originals(office, agreement)]


def test_at_home_two_originals_hold_both_languages_and_name_the_same_first(office: Office) -> None:
    one, two = list_originals(office, an_agreement(office))
    assert (one.holder, one.stamps, one.first) == ("Pemkot Prabumulih", (1,), "Pemkot Bandung")
    assert (two.holder, two.stamps, two.first) == ("Pemkot Bandung", (2,), "Pemkot Bandung")
    assert {(o.language, o.first_signs, o.printed) for o in (one, two)} == {("", "right", False)}


def test_abroad_each_party_stands_first_and_left_in_its_own_original(office: Office) -> None:
    originals = list_originals(office, a_memorandum(office, partners=2))
    assert len(originals) == 3
    assert all(o.first == o.holder and o.first_signs == "left" for o in originals)
    assert len({o.holder for o in originals}) == 3


def test_volumes_need_an_original_for_each_party_in_each_signed_language(office: Office) -> None:
    agreement = a_memorandum(office, layout=Layout.VOLUMES, third_language="ko")
    found = holders(office, agreement)
    assert [language for language, _ in found] == ["id", "id", "en", "en", "ko", "ko"]
    assert len(set(found)) == 6
    assert [o.no for o in list_originals(office, agreement)] == [1, 2, 3, 4, 5, 6]


def test_at_home_only_the_indonesian_volume_is_an_original(office: Office) -> None:
    agreement = an_agreement(office)
    form = agreement_form(office, agreement)
    edit_agreement(office, agreement, replace(form, layout=Layout.VOLUMES))
    assert holders(office, agreement) == [("id", "Pemkot Prabumulih"), ("id", "Pemkot Bandung")]


def test_another_layout_or_language_plans_anew_and_undo_brings_the_old_plan_back(
    office: Office,
) -> None:
    agreement = a_memorandum(office)
    before = list_originals(office, agreement)
    for change in (
        {"layout": Layout.VOLUMES},
        {"layout": Layout.VOLUMES, "third_language": "ko"},
        {"layout": Layout.SEQUENCE, "third_language": ""},
    ):
        form = agreement_form(office, agreement)
        edit_agreement(office, agreement, replace(form, **change))
    assert list_originals(office, agreement) == before
    undo(office)
    assert len(list_originals(office, agreement)) == 6
    undo(office)
    assert len(list_originals(office, agreement)) == 4
    undo(office)
    assert list_originals(office, agreement) == before


def test_without_the_alternat_all_originals_name_the_first_party_first(office: Office) -> None:
    agreement = a_memorandum(office)
    edit_agreement(office, agreement, replace(agreement_form(office, agreement), alternat=False))
    assert [o.first for o in list_originals(office, agreement)] == ["Pemkot Bandung"] * 2
    assert [o.first_signs for o in list_originals(office, agreement)] == ["right"] * 2


def test_a_new_holder_and_the_old_one_change_their_originals(office: Office) -> None:
    agreement = a_memorandum(office)
    before = list_originals(office, agreement)
    form = original_form(office, agreement, 1)
    other = 3 - form.holder
    edit_original(office, agreement, 1, replace(form, holder=other, first=other))
    one, two = list_originals(office, agreement)
    assert (one.holder, two.holder) == (before[1].holder, before[0].holder)
    assert (one.first, two.first) == (one.holder, two.holder)
    undo(office)
    assert list_originals(office, agreement) == before


def test_in_volumes_a_holder_is_changed_in_one_language_only(office: Office) -> None:
    agreement = a_memorandum(office, layout=Layout.VOLUMES)
    before = holders(office, agreement)
    form = original_form(office, agreement, 3)
    edit_original(office, agreement, 3, replace(form, holder=3 - form.holder))
    after = holders(office, agreement)
    assert after[:2] == before[:2]
    assert after[2:] == [before[3], before[2]]


def test_stamps_by_choice_stay_with_who_keeps_the_original(office: Office) -> None:
    agreement = an_agreement(office)
    form = original_form(office, agreement, 1)
    edit_original(office, agreement, 1, replace(form, stamps=(2, 1, 2)))
    facts = agreement_form(office, agreement)
    assert facts.stamp_rule is StampRule.BY_CHOICE
    edit_agreement(office, agreement, replace(facts, layout=Layout.SEQUENCE))
    assert [o.stamps for o in list_originals(office, agreement)] == [(1, 2), (2,)]
    undo(office)
    undo(office)
    assert [o.stamps for o in list_originals(office, agreement)] == [(1,), (2,)]
    assert agreement_form(office, agreement).stamp_rule is StampRule.CROSSWISE


def test_the_first_party_may_sign_on_the_other_side_of_one_original_by_choice(
    office: Office,
) -> None:
    agreement = a_memorandum(office)
    form = original_form(office, agreement, 2)
    edit_original(office, agreement, 2, replace(form, first_signs="right"))
    assert [o.first_signs for o in list_originals(office, agreement)] == ["left", "right"]


@pytest.mark.parametrize("form", [OriginalForm(2, first=2), OriginalForm(2, first_signs="left")])
def test_at_home_no_original_is_unlike_the_others(office: Office, form: OriginalForm) -> None:
    agreement = an_agreement(office)
    before = list_originals(office, agreement)
    with pytest.raises(RuleBroken, match="Without the alternat"):
        edit_original(office, agreement, 1, form)
    assert list_originals(office, agreement) == before


def test_an_unknown_party_or_original_is_refused(office: Office) -> None:
    agreement = an_agreement(office)
    for form in (OriginalForm(3), OriginalForm(1, stamps=(7,))):
        with pytest.raises(RuleBroken, match="has no party"):
            edit_original(office, agreement, 1, form)
    with pytest.raises(NotFound):
        edit_original(office, agreement, 9, OriginalForm(1))


def test_an_original_changed_elsewhere_is_not_overwritten(office: Office) -> None:
    agreement = an_agreement(office)
    form = original_form(office, agreement, 1)
    edit_original(office, agreement, 1, replace(form, stamps=()))
    with pytest.raises(Conflict):
        edit_original(office, agreement, 1, replace(form, stamps=(2,)))


def test_a_printed_original_is_changed_only_in_a_new_draft(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    form = original_form(office, agreement, 2)
    print_to_folder(office, press, agreement, [FIRST], tmp_path)
    facts = agreement_form(office, agreement)
    with pytest.raises(RuleBroken, match="locked because its original has been printed"):
        edit_original(office, agreement, 2, replace(form, stamps=(1,), version=0))
    with pytest.raises(RuleBroken, match="locked because its original has been printed"):
        edit_agreement(office, agreement, replace(facts, layout=Layout.VOLUMES))
    assert len(list_originals(office, agreement)) == 2
    new_draft(office, agreement)
    edit_original(office, agreement, 2, replace(form, stamps=(1,), version=0))
    assert list_originals(office, agreement)[1].stamps == (1,)

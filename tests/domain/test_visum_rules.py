"""Visum: forms as data that come back as they were, and days that can be true."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.paper import Paper
from kunjungan.domain.visum import VisitDays, check_days, doubts
from kunjungan.domain.visum_forms import (
    FieldSpot,
    VisumField,
    VisumForm,
    check_form,
    data_of,
    form_for,
    form_of,
    shipped_forms,
)

DAY = date(2022, 9, 1)
days = st.dates(date(2022, 1, 1), date(2023, 1, 1))
spots = st.builds(
    FieldSpot,
    st.floats(0, 100, width=32),
    st.floats(1, 280, width=32),
    st.floats(20, 110, width=32),
)
forms = st.builds(
    VisumForm,
    slug=st.text("abc-", min_size=1, max_size=8),
    name=st.builds(Bilingual, st.text("AB ", min_size=1).filter(str.strip), st.just("Form")),
    paper=st.sampled_from(Paper),
    size=st.floats(6, 14, width=32),
    fields=st.dictionaries(st.sampled_from(VisumField), spots, min_size=1),
    regions=st.lists(st.sampled_from(["16.10", "16.74", "32.73"]), unique=True).map(tuple),
)


@given(forms)
def test_a_form_comes_back_from_its_data_as_it_was(form: VisumForm) -> None:
    check_form(form)
    assert form_of(data_of(form)) == form


def test_the_shipped_forms_can_all_be_printed() -> None:
    for form in shipped_forms():
        check_form(form)
        assert set(form.fields) == set(VisumField)


def test_a_region_has_its_own_form_and_others_the_general_one() -> None:
    assert form_for(shipped_forms(), "16.10").slug == "ogan-ilir"
    assert form_for(shipped_forms(), "16.74").slug == "general-f4"
    assert form_for(shipped_forms(), "").slug == "general-f4"
    with pytest.raises(RuleBroken):
        form_for((), "16.10")


@given(days, days)
def test_a_departure_before_the_arrival_is_always_refused(arrived: date, departed: date) -> None:
    today = date(2023, 6, 1)
    if departed < arrived:
        with pytest.raises(RuleBroken):
            check_days(arrived, departed, today)
    else:
        check_days(arrived, departed, today)


@given(st.integers(-5, 5), st.integers(0, 5))
def test_only_days_outside_the_visit_raise_doubts(shift: int, stay: int) -> None:
    arrived = DAY + timedelta(days=shift)
    found = doubts(arrived, arrived + timedelta(days=stay), VisitDays(DAY, DAY))
    inside = shift == 0 and stay <= 1
    assert (found == ()) is inside

"""Terms of office: capacity, dates known in part, the post's history, the person behind."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate, holds_on
from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.services.history import undo
from kunjungan.services.institutions import edit_institution, institution_form
from kunjungan.services.office import Office
from kunjungan.services.officials import (
    OfficialForm,
    appoint,
    edit_official,
    list_officials,
    official_form,
    remove_official,
)
from kunjungan.services.people import PersonForm, list_people
from tests.builders import an_agreement, bandung

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def test_the_holders_of_one_post_line_up_with_the_latest_first(office: Office) -> None:
    body = bandung(office)
    post = official_form(office, body.head)
    earlier = replace(
        post,
        person=PersonForm("Wali Kota Terdahulu"),
        person_id=None,
        begins_on=PartialDate(2013, 9),
        ends_on=PartialDate(2018, 9),
    )
    appoint(office, earlier)
    lines = list_officials(office, body.id)
    assert [line.name.plain for line in lines] == ["Yana Mulyana", "Wali Kota Terdahulu"]
    assert [line.holds_on(date(2022, 9, 1)) for line in lines] == [True, False]
    assert {line.post.id for line in lines} == {"Wali Kota Bandung"}


def test_a_capacity_stands_before_the_post_in_both_languages(office: Office) -> None:
    body = bandung(office)
    form = replace(official_form(office, body.head), capacity=Capacity.PJ)
    edit_official(office, body.head, form)
    line = list_officials(office, body.id)[0]
    assert (line.post.id, line.post.en) == ("Pj. Wali Kota Bandung", "Acting Mayor of Bandung")
    assert official_form(office, body.head).title_id == "Wali Kota Bandung"


def test_somebody_known_already_stays_one_person(office: Office) -> None:
    body = bandung(office)
    known = list_people(office, "Yana")[0].id
    form = OfficialForm(body.id, PersonForm("disregarded"), "Ketua", "Chair", person_id=known)
    appoint(office, form)
    assert [line.name.plain for line in list_people(office)] == ["Yana Mulyana"]


def test_a_term_cannot_end_before_it_begins_as_far_as_is_known(office: Office) -> None:
    body = bandung(office)
    form = OfficialForm(body.id, PersonForm("Nama"), "Asisten", begins_on=PartialDate(2022, 9, 1))
    with pytest.raises(RuleBroken):
        appoint(office, replace(form, ends_on=PartialDate(2022, 8)))
    assert appoint(office, replace(form, ends_on=PartialDate(2022)))


def test_a_post_needs_a_title_and_a_person_a_name(office: Office) -> None:
    body = bandung(office)
    for form in (
        OfficialForm(body.id, PersonForm("Nama"), "  "),
        OfficialForm(body.id, PersonForm(" "), "Asisten"),
    ):
        with pytest.raises(RuleBroken):
            appoint(office, form)
    assert len(list_officials(office, body.id)) == 1


def test_everything_that_was_filled_in_is_read_back(office: Office) -> None:
    body = bandung(office)
    person = PersonForm(
        "Nama Contoh", ("Dr.", "H."), ("S.T.", "M.Si."), "Contoh", "Yang Terhormat Bapak",
        "196804111993031009", "Pembina", "IV/a", "0812", "contoh@example.org", "SAMPLE",
    )  # fmt: skip
    form = OfficialForm(
        body.id, person, "Asisten", "Assistant", decree="800/1", decree_on=date(2020, 1, 2),
        begins_on=PartialDate(2020), ends_on=PartialDate(2024, 5),
    )  # fmt: skip
    read = official_form(office, appoint(office, form))
    assert replace(read.person, version=0) == person
    assert replace(read, person=person, person_id=None, version=0, post_version=0) == form


def test_a_change_seen_too_late_is_refused_for_term_and_person_alike(office: Office) -> None:
    body = bandung(office)
    seen = official_form(office, body.head)
    edit_official(office, body.head, replace(seen, decree="131/1"))
    with pytest.raises(Conflict):
        edit_official(office, body.head, replace(seen, decree="131/2"))
    assert official_form(office, body.head).decree == "131/1"


def test_a_title_changed_at_another_desk_is_not_written_back(office: Office) -> None:
    body = bandung(office)
    seen = official_form(office, body.head)
    institution = institution_form(office, body.id)
    edit_institution(office, body.id, replace(institution, head_en="The Mayor of Bandung"))
    with pytest.raises(Conflict):
        edit_official(office, body.head, replace(seen, decree="131/1"))
    assert official_form(office, body.head).title_en == "The Mayor of Bandung"


def test_a_term_named_on_paper_stays(office: Office) -> None:
    an_agreement(office)
    term = next(line for line in list_officials(office) if line.name.plain == "Ridho Yahya")
    with pytest.raises(Conflict):
        remove_official(office, term.id)
    assert term in list_officials(office)


def test_removing_a_term_keeps_the_person_and_can_be_undone(office: Office) -> None:
    body = bandung(office)
    remove_official(office, body.head)
    with pytest.raises(NotFound):
        official_form(office, body.head)
    assert [line.name.plain for line in list_people(office)] == ["Yana Mulyana"]
    undo(office)
    assert official_form(office, body.head).title_en == "Mayor of Bandung"


@given(day=DAYS, begins=DAYS, ends=DAYS)
def test_a_vague_term_never_covers_less_than_an_exact_one(
    day: date, begins: date, ends: date
) -> None:
    exact = holds_on(PartialDate.of(begins), PartialDate.of(ends), day)
    for since in (PartialDate(begins.year, begins.month), PartialDate(begins.year), None):
        for until in (PartialDate(ends.year, ends.month), PartialDate(ends.year), None):
            assert holds_on(since, until, day) or not exact

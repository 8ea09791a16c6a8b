"""Who people are today comes in one order, whichever database keeps them."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.finding import people_naming
from kunjungan.services.institutions import InstitutionForm, add_institution, institution_form
from kunjungan.services.known_people.listing import known_people
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint, list_officials
from kunjungan.services.people import PersonForm, add_person, list_people
from kunjungan.store.archive import Archive
from kunjungan.store.store import Store


@pytest.fixture
def both(any_store: Store, tmp_path: Path) -> Office:
    """An empty office on either database."""
    return Office(
        any_store,
        Archive(tmp_path / "arsip"),
        tmp_path,
        "Analis Protokol",
        today=lambda: date(2022, 8, 26),
        now=lambda: datetime(2022, 8, 26, 2, tzinfo=UTC),
    )


def test_an_office_of_unknown_beginning_counts_as_the_earliest(both: Office) -> None:
    body = add_institution(both, InstitutionForm(InstitutionKind.REGION, "Pemerintah Kota A"))
    first = OfficialForm(
        body, PersonForm("Nama Orang"), "Kepala Dinas", begins_on=PartialDate(2020)
    )
    appoint(both, first)
    [known] = list_officials(both)
    for title, since in (("Camat A", None), ("Lurah A", PartialDate(2019))):
        form = OfficialForm(body, PersonForm(""), title, begins_on=since, person_id=known.person_id)
        appoint(both, form)
    [person] = known_people(both).people
    held = ["Camat A", "Lurah A", "Kepala Dinas"]
    assert [post.title.id for post in person.posts] == held
    assert list_people(both)[0].post == " · ".join(held)


def test_a_name_in_small_letters_stands_among_the_others(both: Office) -> None:
    for name in ("Zul", "amir", "Budi", "a b", "Amir"):
        add_person(both, PersonForm(name))
    wanted = ["a b", "Amir", "amir", "Budi", "Zul"]
    assert [line.name.plain for line in list_people(both)] == wanted
    assert [line.name.plain for line in known_people(both).people] == wanted
    assert [line.name.plain for line in people_naming(both, "i")] == ["Amir", "amir", "Budi"]


def test_a_name_with_accents_stands_where_it_would_without(both: Office) -> None:
    wanted = ["Ángel", "Budi", "Élodie", "Emil", "Öst", "Zul"]
    for name in reversed(wanted):
        add_person(both, PersonForm(name))
    assert [line.name.plain for line in list_people(both)] == wanted
    assert [line.name.plain for line in known_people(both).people] == wanted
    assert [line.name.plain for line in known_people(both, most=3).people] == wanted[:3]
    assert known_people(both, most=3).count == 6
    assert [line.name.plain for line in people_naming(both, "l", most=3)] == [
        "Ángel", "Élodie", "Emil"
    ]  # fmt: skip


def test_of_two_heads_the_one_whose_beginning_is_known_gives_the_title(both: Office) -> None:
    body = add_institution(both, InstitutionForm(InstitutionKind.REGION, "Pemerintah Kota A"))
    for title, since in (("Ketua", None), ("Kepala", PartialDate(2020))):
        form = OfficialForm(body, PersonForm(f"Nama {title}"), title, is_head=True, begins_on=since)
        appoint(both, form)
    assert institution_form(both, body).head_id == "Kepala"

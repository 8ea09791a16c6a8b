"""The index finds what the tables hold: inside every change, over undo, and after a rebuild."""

from collections.abc import Sequence
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import Conflict
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.search_words import read_query
from kunjungan.store.finding import index
from kunjungan.store.finding.feeds import KINDS, Kind
from kunjungan.store.memory import open_memory
from kunjungan.store.store import Store
from kunjungan.store.tables import (
    Agreement,
    Attendee,
    Clause,
    Delegation,
    Institution,
    LocalRank,
    Party,
    Person,
    Position,
    Region,
    Tenure,
    Visit,
)
from tests.store.looking import built, look, put
from tests.store.records import a_visit, filled, key, one_of_each

EVERYTHING = (Institution, Person, Position, Tenure, Visit, Delegation, Attendee, Agreement, Party)


@pytest.fixture
def indexed(any_store: Store) -> Store:
    return built(any_store)


def an_office(store: Store) -> tuple[UUID, UUID, UUID]:
    """An institution with a mayor, whose delegation is in a visit; their ids."""
    body = Institution(kind=InstitutionKind.REGION, name_id="Pemerintah Kota Prabumulih")
    person = Person(name="Moh. Ridho Yahya", titles_front=("Dr.",))
    post = Position(institution_id=body.id, title_id="Wali Kota Prabumulih")
    visit = a_visit("Studi SPBE")
    put(
        store,
        *(body, person, post, visit, Tenure(person_id=person.id, position_id=post.id)),
        Delegation(visit_id=visit.id, institution_id=body.id, rank="a", letter_number="005/12"),
    )
    return body.id, person.id, visit.id


def test_a_record_is_found_as_soon_as_its_change_is_kept(indexed: Store) -> None:
    body, person, visit = an_office(indexed)
    assert look(indexed, "ridho muham", "person") == [person]
    assert look(indexed, "prabumulih stu", "visit") == [visit]
    assert look(indexed, "005/12", "visit") == [visit]
    assert look(indexed, "wali kota", "person") == [person]
    assert look(indexed, "kota prab", "institution") == [body]
    assert indexed.verify() == []


def test_every_kind_is_found_by_each_of_its_words(indexed: Store) -> None:
    put(indexed, *one_of_each())
    for kind in KINDS:
        assert look(indexed, "bandung", kind) == [key(kind)]
    assert indexed.verify() == []


def test_a_new_name_of_an_institution_reaches_all_that_shows_it(indexed: Store) -> None:
    body, person, visit = an_office(indexed)
    agreement = Agreement(kind=AgreementKind.KB, subject_id="SPBE")
    put(indexed, agreement, Party(agreement_id=agreement.id, seq=1, institution_id=body))
    with indexed.change("Rename") as session:
        session.get_one(Institution, body).name_id = "Pemerintah Kota Soerabaja"
    found = {kind: look(indexed, "surabaya", kind) for kind in KINDS}
    assert found == {
        "visit": [visit],
        "agreement": [agreement.id],
        "person": [person],
        "institution": [body],
        "clause": [],
    }
    assert look(indexed, "pemerintah prabumulih", "visit") == []
    indexed.undo()
    assert look(indexed, "pemerintah prabumulih", "visit") == [visit]
    assert look(indexed, "surabaya", "visit") == []


def test_a_delegation_that_moves_leaves_no_words_behind(indexed: Store) -> None:
    _, _, visit = an_office(indexed)
    other = a_visit("Lain")
    put(indexed, other)
    with indexed.change("Move") as session:
        moving = session.exec(select(Delegation)).one()
        moving.visit_id = other.id
    assert look(indexed, "prabumulih", "visit") == [other.id]
    assert look(indexed, "studi", "visit") == [visit]


def test_what_is_removed_is_found_no_more_until_it_comes_back(indexed: Store) -> None:
    put(indexed, Person(name="Panca Wijaya"))
    indexed.undo()
    assert look(indexed, "wijaya", "person") == []
    indexed.redo()
    assert len(look(indexed, "widjaja", "person")) == 1
    assert indexed.verify() == []


def test_a_change_that_is_refused_leaves_the_index_as_it_was(indexed: Store) -> None:
    _, person, _ = an_office(indexed)
    with pytest.raises(Conflict), indexed.change("Fail") as session:
        session.delete(session.get_one(Person, person))
    assert look(indexed, "ridho", "person") == [person]


def test_the_words_as_written_come_first_then_the_newest(indexed: Store) -> None:
    old, new, exact = a_visit("Widjaja lama"), a_visit("Widjaja baru"), a_visit("Wijaya")
    old.on, new.on = old.on.parse("2020-01"), new.on.parse("2024-05-02")
    exact.on = exact.on.parse("2019")
    put(indexed, new, exact, old)
    assert look(indexed, "wijaya", "visit") == [exact.id, new.id, old.id]
    assert look(indexed, "widjaja", "visit", most=2) == [new.id, old.id]


def test_who_holds_a_post_comes_before_who_does_not(indexed: Store) -> None:
    _, holder, _ = an_office(indexed)
    guest = Person(name="Ridho Tamu")
    put(indexed, guest)
    assert look(indexed, "ridho", "person") == [holder, guest.id]


def test_words_begun_are_taken_where_whole_ones_find_nothing(indexed: Store) -> None:
    _, person, _ = an_office(indexed)
    assert look(indexed, "rid yah", "person") == [person]
    other = Person(name="Rid Yahya")
    put(indexed, other)
    assert look(indexed, "rid yah", "person") == [other.id]


@pytest.mark.parametrize(
    "words", ['"', "*", "a:b", "^x", "(", "NEAR", "AND", "x' OR 1=1", "&|!", ":*"]
)
def test_signs_of_the_query_language_stand_for_themselves(indexed: Store, words: str) -> None:
    put(indexed, Person(name="Panca"))
    assert look(indexed, words, "person") == []


def test_without_an_index_the_records_are_read_and_give_the_same(indexed: Store) -> None:
    an_office(indexed)
    put(indexed, *(Person(name=name) for name in ("Achmad Fauzi", "Ahmad Fauzi", "Fauzi Lain")))
    queries = ("ahmad fauzi", "fauz", "ridho muhammad", "prab stu", "zzz")
    wanted = [indexed.look(read_query(query), KINDS, 8) for query in queries]
    with indexed._beside_the_journal() as connection:
        index.forget(connection)
    plain = [indexed.look(read_query(query), KINDS, 8) for query in queries]
    assert [_as_sets(found) for found in plain] == [_as_sets(found) for found in wanted]
    assert plain[0]["person"][0] == wanted[0]["person"][0]


def _as_sets(found: dict[Kind, list[UUID]]) -> dict[Kind, set[UUID]]:
    return {kind: set(ids) for kind, ids in found.items()}


# Whatever is done


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("undo"), st.just("")),
        st.tuples(st.just("redo"), st.just("")),
        st.tuples(
            st.sampled_from(("name", "add", "remove", "region", "clause")),
            st.sampled_from(("Soerabaja", "Moh. Nuh", "Ogan Ilir", "")),
        ),
    ),
    max_size=12,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_whatever_is_done_and_undone_the_index_is_in_step(steps: Sequence[tuple[str, str]]) -> None:
    store = open_memory()
    put(store, *(filled(cls) for cls in (*EVERYTHING, Region, LocalRank)), filled(Clause))
    for verb, words in steps:
        if verb == "undo" and store.undo_label:
            store.undo()
        elif verb == "redo" and store.redo_label:
            store.redo()
        elif verb not in {"undo", "redo"}:
            with store.change(verb) as session:
                do(session, verb, words)
    assert store.verify() == []
    store.close()


def do(session: Session, verb: str, words: str) -> None:
    """Make one small change to whatever is there."""
    if verb == "add":
        session.add(Person(name=words))
    elif verb == "remove":
        attendee = session.exec(select(Attendee)).first()
        if attendee is not None:
            session.delete(attendee)
    elif verb == "clause" and session.get(Agreement, key("agreement")) is not None:
        session.add(
            Clause(
                id=uuid4(), agreement_id=key("agreement"), rank="b", level=Level.TEXT, text_id=words
            )
        )
    elif verb == "region" and (region := session.get(Region, key("region"))):
        region.name = words
    elif verb == "name" and (body := session.get(Institution, key("institution"))):
        body.name_id = words

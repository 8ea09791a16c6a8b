import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.ranks import ranks
from kunjungan.exchange.office_json import read_office
from kunjungan.exchange.office_json_flat import Entry, all_ranked
from kunjungan.exchange.office_json_fold import fold
from kunjungan.exchange.office_json_types import identity
from kunjungan.exchange.office_json_unfold import unfold


def unfolded(**parts: Any) -> list[Entry]:  # noqa: ANN401
    head = {"format": "kunjungan-office", "version": 1}
    office, problems = read_office(json.dumps({**head, **parts}).encode())
    assert office is not None, problems
    entries, problems = unfold(office)
    assert problems == []
    return entries


AGREEMENT = {
    "ref": "a",
    "kind": "kb",
    "subject": {"id": "SPBE"},
    "parties": [{"institution": "x"}, {"institution": "y"}],
}


def test_a_label_is_the_same_id_for_ever_and_another_for_another_kind() -> None:
    assert str(identity("person", "yana")) == "de92bd18-ad39-5b6f-ae57-c1d3c5dafea4"
    assert identity("person", "yana") != identity("visit", "yana")
    key = UUID(int=7)
    assert identity("person", str(key)) == identity("visit", str(key).upper()) == key


def test_what_has_no_ref_is_known_by_where_it_stands() -> None:
    first = unfolded(agreements=[AGREEMENT])
    again = unfolded(agreements=[AGREEMENT | {"reference": "KS-1"}])
    assert [entry.id for entry in first] == [entry.id for entry in again]
    assert len({entry.id for entry in first}) == len(first)


def test_what_is_written_into_an_exported_list_takes_the_place_of_nothing() -> None:
    row = {"level": "text", "text": {"id": "Isi"}}
    first, second = unfolded(agreements=[AGREEMENT | {"clauses": [row, row]}])[-2:]
    exported = [row | {"ref": str(entry.id)} for entry in (first, second)]
    written = unfolded(agreements=[AGREEMENT | {"clauses": [exported[0], row, exported[1]]}])
    keys = [entry.id for entry in written if entry.kind == "clause"]
    assert (keys[0], keys[2]) == (first.id, second.id)
    assert keys[1] not in {first.id, second.id}


def test_originals_name_parties_by_their_numbers() -> None:
    signed = {"holder": 2, "stamps": [1], "signatures": [{"party": 1, "on": "2022-09-01"}]}
    entries = unfolded(agreements=[AGREEMENT | {"originals": [signed]}])
    parties = {e.values["seq"]: e.id for e in entries if e.kind == "party"}
    [original] = [e for e in entries if e.kind == "original"]
    [signature] = [e for e in entries if e.kind == "signature"]
    assert (original.values["holder_id"], original.values["first_id"]) == (parties[2], parties[1])
    assert signature.values["party_id"] == parties[1]
    assert signature.values["original_id"] == original.id
    assert original.values["no"] == 1


def test_a_person_may_be_written_where_they_are_named() -> None:
    inline = {"person": {"ref": "panca", "name": "Panca"}}
    post = {"title": {"id": "Bupati"}, "holders": [inline]}
    body = {"ref": "oi", "kind": "region", "name": {"id": "Ogan Ilir"}, "posts": [post]}
    entries = unfolded(institutions=[body])
    [tenure] = [e for e in entries if e.kind == "tenure"]
    [person] = [e for e in entries if e.kind == "person"]
    assert tenure.values["person_id"] == person.id == identity("person", "panca")


def test_tasks_stand_with_what_they_are_for() -> None:
    visit = {"ref": "v", "title": "SPBE", "on": "2022", "zone": "wib"}
    tasks = [{"title": "both", "agreement": "a"}]
    entries = unfolded(
        visits=[visit | {"tasks": tasks}],
        agreements=[AGREEMENT | {"tasks": [{"title": "paper"}]}],
        tasks=[{"ref": "t", "title": "neither"}],
    )
    owners = {
        e.values["title"]: (e.values["visit_id"], e.values["agreement_id"])
        for e in entries
        if e.kind == "task"
    }
    v, a = identity("visit", "v"), identity("agreement", "a")
    assert owners == {"both": (v, a), "paper": (None, a), "neither": (None, None)}
    office = fold(entries, {})
    assert [task.title for task in office.visits[0].tasks] == ["both"]
    assert [task.title for task in office.agreements[0].tasks] == ["paper"]
    assert [task.title for task in office.tasks] == ["neither"]


def test_no_clauses_at_all_is_not_the_same_as_clauses_left_out() -> None:
    [none_written] = fold(unfolded(agreements=[AGREEMENT | {"clauses": []}]), {}).agreements
    assert none_written.clauses == ()
    assert none_written.model_dump(mode="json")["clauses"] == []


@given(st.lists(st.booleans(), max_size=12))
def test_rows_without_a_rank_get_one_in_their_place(given_ranks: list[bool]) -> None:
    known = ranks(len(given_ranks))
    wanted = [rank if keep else None for rank, keep in zip(known, given_ranks, strict=True)]
    found = all_ranked(wanted)
    assert found == sorted(set(found))
    assert all(rank in (None, made) for rank, made in zip(wanted, found, strict=True))


def test_ranks_that_fall_are_refused_with_their_place() -> None:
    with pytest.raises(ValueError, match="A"):
        all_ranked(["B", "A"])
    clauses = [{"level": "text", "rank": rank} for rank in ("B", "A")]
    head = {"format": "kunjungan-office", "version": 1}
    text = json.dumps({**head, "agreements": [AGREEMENT | {"clauses": clauses}]})
    office, _ = read_office(text.encode())
    assert office is not None
    _, [problem] = unfold(office)
    assert problem.place == "$.agreements[0].clauses"

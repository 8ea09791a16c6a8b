"""Files of form 3 and older gave hours to delegations; they are read as sessions."""

import json
from datetime import time
from typing import Any

import pytest

from kunjungan.exchange.office_json import read_office

VISIT = {"ref": "v", "title": "SPBE", "on": "2022-09-01", "zone": "wib", "room": "Aula"}
GUESTS = {
    "institution": "prabumulih",
    "session_starts_at": "09:00",
    "session_ends_at": "11:30",
}


def office(version: int, *delegations: dict[str, Any]) -> bytes:
    """A file of a form with one visit."""
    visits = [{**VISIT, "delegations": list(delegations)}]
    return json.dumps({"format": "kunjungan-office", "version": version, "visits": visits}).encode()


@pytest.mark.parametrize("version", [1, 2, 3])
def test_hours_of_a_delegation_in_an_older_file_become_its_session(version: int) -> None:
    form, problems = read_office(office(version, GUESTS, {"institution": "ogan-ilir"}))
    assert problems == []
    assert form is not None
    (visit,) = form.visits
    (session,) = visit.sessions
    assert (session.starts_at, session.ends_at, session.room) == (time(9), time(11, 30), "Aula")
    assert session.delegations == (visit.delegations[0].ref,)


def test_a_file_of_the_present_form_has_no_such_hours() -> None:
    form, problems = read_office(office(4, GUESTS))
    assert form is None
    assert {problem.place for problem in problems} == {
        "$.visits[0].delegations[0].session_starts_at",
        "$.visits[0].delegations[0].session_ends_at",
    }

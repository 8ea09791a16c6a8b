import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange.office_json import LIMIT, office_schema, read_office, write_office
from kunjungan.exchange.office_json_form import OfficeForm

HEAD = {"format": "kunjungan-office", "version": 1}


def file(**parts: Any) -> bytes:  # noqa: ANN401
    return json.dumps({**HEAD, **parts}).encode()


def wrong(data: bytes) -> list[str]:
    """What is wrong in a file, each as place and sentence."""
    office, problems = read_office(data)
    assert office is None
    return [f"{p.place} {p.reason.format(**p.values)}" for p in problems]


def test_an_empty_office_is_a_few_lines_in_one_order() -> None:
    office, problems = read_office(file())
    assert problems == []
    assert office is not None
    expected = b'{\n  "format": "kunjungan-office",\n  "version": 1\n}\n'
    assert write_office(office) == expected


def test_the_schema_is_one_and_accepts_what_we_write() -> None:
    schema = json.loads(office_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(file()), schema)
    assert schema["required"] == ["format", "version"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**HEAD, "visits": [{"ref": "v", "title": "SPBE"}]}, schema)


HOSTILE = {
    "nothing": (b"", "line 1, column 1"),
    "no JSON": (b"PK\x03\x04", "line 1, column 1"),
    "cut off": (b'{"format": "kunjungan-office", ', "line 1"),
    "not UTF-8": (b'{"format": "kunjungan-office\xff"}', "UTF-8"),
    "UTF-16": ("﻿{}".encode("utf-16-le"), "UTF-8"),
    "a list": (b"[]", "not a Kunjungan office file"),
    "a number": (b"7", "not a Kunjungan office file"),
    "another format": (b'{"format": "x", "version": 1}', "not a Kunjungan office file"),
    "no version": (b'{"format": "kunjungan-office"}', "not a Kunjungan office file"),
    "a true version": (b'{"format": "kunjungan-office", "version": true}', "not a Kunjungan"),
    "a newer one": (b'{"format": "kunjungan-office", "version": 7}', "newer Kunjungan"),
    "NaN": (file()[:-1] + b', "people": NaN}', "NaN is not a number"),
    "infinity": (file()[:-1] + b', "people": -Infinity}', "-Infinity is not a number"),
    "a key twice": (
        b'{"format": "kunjungan-office", "version": 1, "version": 1}',
        "stands twice",
    ),
    "deep lists": (b"[" * 100_000, "nested too deeply"),
    "deep objects": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested too deeply"),
    "deep inside": (file(people=json.loads("[" * 500 + "]" * 500)), "nested too deeply"),
    "half a character": (file(people=[{"ref": "a", "name": "\ud83d"}]), "half a character"),
    "a long number": (b'{"format": ' + b"9" * 5000 + b"}", "far too long"),
    "too many fields": (json.dumps({f"a{n}": 1 for n in range(200)}).encode(), "more fields"),
    "too many numbers": (b"[" + b"1," * 5_000_000 + b"1]", "holds more"),
    "too many objects": (
        file()[:-1] + b', "people": [' + b"{}," * 5_000_000 + b"1]}",
        "holds more",
    ),
    "100 MB": (b" " * (100 * 1024 * 1024), "larger than 64 MB"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_one_sentence(case: str) -> None:
    data, words = HOSTILE[case]
    with pytest.raises(RuleBroken) as refusal:
        read_office(data)
    assert words in str(refusal.value)
    assert str(refusal.value).count("\n") == 0


def test_a_long_list_of_nonsense_is_left_at_its_first_entry() -> None:
    nonsense = file()[:-1] + b', "people": [' + b"{}," * 900_000 + b"1]}"
    assert {line.split()[0] for line in wrong(nonsense)} == {"$.people[0].ref", "$.people[0].name"}


def test_the_mark_of_notepad_at_the_front_does_no_harm() -> None:
    office, problems = read_office(b"\xef\xbb\xbf" + file())
    assert problems == []
    assert office is not None


def test_the_limit_is_below_a_hundred_megabytes() -> None:
    assert LIMIT < 100 * 1000 * 1000


VISIT = {"ref": "v", "title": "SPBE", "on": "2022-09-01", "zone": "wib"}
PLACES: dict[str, tuple[dict[str, Any], str]] = {
    "missing": ({"visits": [VISIT | {"steps": [{"stage": "letter"}]}]}, "[0].on This is missing"),
    "unknown field": ({"guests": []}, "$.guests There is no such field."),
    "text": ({"visits": [VISIT | {"title": 7}]}, "$.visits[0].title Text is needed here."),
    "blank": ({"visits": [VISIT | {"title": " "}]}, "$.visits[0].title This does not have"),
    "empty": ({"visits": [VISIT | {"title": ""}]}, "$.visits[0].title This must not be empty."),
    "too long": ({"visits": [VISIT | {"title": "x" * 2001}]}, "longer than 2000 characters"),
    "NUL": ({"visits": [VISIT | {"note": "a\0b"}]}, "$.visits[0].note This text has a character"),
    "list": ({"visits": {}}, "$.visits A list in brackets is needed here."),
    "object": ({"visits": ["v"]}, "$.visits[0] An object in braces is needed here."),
    "number": ({"holidays": 1.5}, "$.holidays A list"),
    "truth": ({"visits": [VISIT | {"sample": 1}]}, "$.visits[0].sample Here stands true or false"),
    "choice": ({"visits": [VISIT | {"zone": "utc"}]}, "Only these are allowed here: wib, wita"),
    "partial": ({"visits": [VISIT | {"on": "1/9/2022"}]}, "$.visits[0].on A date such as"),
    "no such day": ({"visits": [VISIT | {"on": "2022-02-30"}]}, "$.visits[0].on A date such as"),
    "clock": ({"visits": [VISIT | {"starts_at": "9.00"}]}, "$.visits[0].starts_at A local time"),
    "zoned": ({"visits": [VISIT | {"starts_at": "09:00+07:00"}]}, "without a zone"),
    "moment": (
        {"prints": [{"ref": "p", "what": "draft", "paper": "f4", "pages": 1, "fingerprint": "",
                     "at": "2022-09-01T09:00:00", "by": ""}]},
        "$.prints[0].at A moment with its zone",
    ),
    "day": ({"tasks": [{"ref": "t", "title": "x", "due_on": "2022-9-1"}]}, "A day such as"),
    "count": ({"settings": {"notice_months": -1}}, "months This must be 0 or more"),
    "base64": ({"files": [{"sha256": "0" * 64, "content": "?"}]}, "not a file in base64"),
    "content": ({"files": [{"sha256": "0" * 64, "content": "eA=="}]}, "does not match its sha256"),
    "sha": ({"files": [{"sha256": "../../x", "content": "eA=="}]}, "sha256 This does not"),
}  # fmt: skip


@pytest.mark.parametrize("case", PLACES)
def test_what_is_wrong_is_told_with_its_place(case: str) -> None:
    parts, words = PLACES[case]
    [problem] = wrong(file(**parts))
    assert words in problem


def test_several_wrong_places_are_told_at_once() -> None:
    wrong_lists = {"visits": [VISIT | {"zone": "utc", "on": ""}], "people": [{"ref": "p"}]}
    places = {line.split()[0] for line in wrong(file(**wrong_lists))}
    assert places == {"$.visits[0].zone", "$.visits[0].on", "$.people[0].name"}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    )
)
def test_no_json_at_all_makes_it_crash(value: Any) -> None:  # noqa: ANN401
    for data in (json.dumps(value).encode(), file(visits=value), file(settings=value)):
        try:
            office, problems = read_office(data)
        except RuleBroken:
            continue
        assert isinstance(office, OfficeForm) or problems


@given(st.binary(max_size=60))
def test_no_bytes_at_all_make_it_crash(data: bytes) -> None:
    with pytest.raises(RuleBroken):
        read_office(data)

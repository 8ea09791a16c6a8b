from collections.abc import Callable
from pathlib import Path

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange.office_json import LIMIT
from kunjungan.services.office import Office
from kunjungan.services.transfer import import_file, import_office
from tests.services.transfer_offices import Event, all_rows, as_file, handwritten

Spoil = Callable[[Event], object]
WRONG: dict[str, tuple[Spoil, str, str]] = {
    "broken reference": (
        lambda e: e["agreements"][0]["parties"][1].update(institution="nowhere"),
        "$.agreements[0].parties[1].institution",
        "names nothing",
    ),
    "broken visit": (
        lambda e: e["agreements"][0].update(visits=["third"]),
        "$.agreements[0].visits[0]",
        "names nothing",
    ),
    "unknown region": (
        lambda e: e["institutions"][1].update(region="99.99"),
        "$.institutions[1].region",
        "no region",
    ),
    "unknown word": (
        lambda e: e["visits"][0].update(zone="utc"),
        "$.visits[0].zone",
        "Only these",
    ),
    "ref twice": (
        lambda e: e["people"].append({"ref": "yana", "name": "Yana"}),
        "$.people[1]",
        "twice",
    ),
    "visit twice": (
        lambda e: e["agreements"][0].update(visits=["second", "second"]),
        "$.agreements[0].visits",
        "twice",
    ),
    "no party": (
        lambda e: e["agreements"][0].update(originals=[{"holder": 3}]),
        "$.agreements[0].originals[0].holder",
        "no party",
    ),
    "itself": (
        lambda e: e["institutions"][0].update(parent="bandung"),
        "$.institutions[0].parent",
        "itself",
    ),
    "signs with itself": (
        lambda e: e["agreements"][0]["parties"][1].update(institution="bandung"),
        "$.agreements[0].parties[1].institution",
        "with itself",
    ),
    "home language": (
        lambda e: e["agreements"][0].update(layout="sequence", third_language="en"),
        "$.agreements[0].third_language",
        "there already",
    ),
    "unknown language": (
        lambda e: e["agreements"][0].update(layout="sequence", third_language="xx"),
        "$.agreements[0].third_language",
        "No paper can be written",
    ),
    "three in two columns": (
        lambda e: e["agreements"][0].update(third_language="ko"),
        "$.agreements[0].third_language",
        "Two columns",
    ),
    "ends early": (
        lambda e: e["visits"][1].update(until="2022-08"),
        "$.visits[1].until",
        "before it starts",
    ),
    "one party": (
        lambda e: e["agreements"][0]["parties"].pop(),
        "$.agreements[0].parties",
        "at least",
    ),
    "inline person": (
        lambda e: e["visits"][1]["delegations"][0]["attendees"][0]["person"].pop("name"),
        "$.visits[1].delegations[0].attendees[0].person.name",
        "missing",
    ),
    "task without ref": (
        lambda e: e.update(tasks=[{"title": "Pesan ruang"}]),
        "$.tasks[0].ref",
        "missing",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_one_wrong_place_keeps_the_whole_file_out(case: str, office: Office) -> None:
    spoil, place, words = WRONG[case]
    event, before = handwritten(), all_rows(office)
    spoil(event)
    report = import_office(office, as_file(event))
    assert [line.place for line in report.refused] == [place]
    assert words in report.refused[0].reason.format(**report.refused[0].values)
    assert not report.written
    assert all_rows(office) == before


def test_a_file_of_100_mb_is_refused_before_it_is_read(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert path.stat().st_size > LIMIT
    with pytest.raises(RuleBroken, match="larger than 64 MB"):
        import_file(office, path)

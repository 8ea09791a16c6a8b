from collections.abc import Callable
from pathlib import Path

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange.office_json import LIMIT
from kunjungan.services.office import Office
from kunjungan.services.transfer import import_file, import_office
from tests.services.transfer_offices import Event, all_rows, as_file, handwritten

Spoil = Callable[[Event], object]
GUESTS = "$.visits[1].delegations[0].attendees"
AHEAD = {"before": "guest", "after": "guest"}
ROWS = {"kind": "rows", "key": "r", "seats": 4}


def a_guest(event: Event) -> Event:
    """The first guest of the second visit, by a ref that others can name."""
    guest: Event = event["visits"][1]["delegations"][0]["attendees"][0]
    guest["ref"] = "guest"
    return guest


def room(*parts: object, guest: str = "") -> Event:
    """A seating plan of these parts, and perhaps a guest on its first seat."""
    seats = [{"guest": guest, "place": "r-1-1"}] if guest else []
    return {"name": {"id": "Aula"}, "parts": list(parts), "seats": seats}


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
    "sleeps backwards": (
        lambda e: e["visits"][1]["delegations"][0].update(
            lodgings=[{"hotel": "Hotel", "on": "2022-09-01", "until": "2022-08-31"}]
        ),
        "$.visits[1].delegations[0].lodgings[0].until",
        "before it begins",
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
    "stands for oneself": (
        lambda e: a_guest(e).update(represents="guest"),
        f"{GUESTS}[0].represents",
        "itself",
    ),
    "comes with oneself": (
        lambda e: a_guest(e).update(role="spouse", companion_of="guest"),
        f"{GUESTS}[0].companion_of",
        "itself",
    ),
    "ahead of oneself": (
        lambda e: a_guest(e) and e["visits"][1].update(precedence=[AHEAD]),
        "$.visits[1].precedence[0].after",
        "itself",
    ),
    "seat for nobody": (
        lambda e: e["visits"][1].update(seating=[room(ROWS, guest="nobody")]),
        "$.visits[1].seating[0].seats[0].guest",
        "names nothing",
    ),
    "no table": (
        lambda e: e["visits"][1].update(seating=[room(ROWS, "meja")]),
        "$.visits[1].seating[0].parts[1]",
        "cannot be read",
    ),
    "endless room": (
        lambda e: e["visits"][1].update(seating=[room({**ROWS, "rows": 10**9})]),
        "$.visits[1].seating[0].parts[0]",
        "1 to 100 rows",
    ),
    "two parts in one place": (
        lambda e: e["visits"][1].update(seating=[room(ROWS, ROWS)]),
        "$.visits[1].seating[0].parts[1]",
        "the same key",
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

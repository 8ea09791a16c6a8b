"""Looks for what would make an import wrong, before anything is written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.languages import tongue
from kunjungan.domain.seating_kinds import part_from
from kunjungan.exchange.office_json_flat import Entry
from kunjungan.exchange.office_json_problems import Problem
from kunjungan.i18n import later
from kunjungan.services.agreement_rules import check_languages
from kunjungan.services.transfer_rows import Regions, entries_by_id
from kunjungan.services.transfer_twins import unique_keys
from kunjungan.services.travel.changing import LEFT_EARLY

TWICE = later("This ref stands twice in this file.")
SAME_KEY = later("The same number or key stands twice in this file.")
NOWHERE = later("This names nothing in this file and nothing in the office.")
NO_REGION = later("There is no region with the code {code}.")
IN_ITSELF = later("This belongs to itself in the end.")
WITH_ITSELF = later("A party cannot sign an agreement with itself.")
PART_TWICE = later("Two parts of this room have the same key.")
ENDS_EARLY = later("A visit cannot end before it starts.")
LEAVES_EARLY = later("A term of office cannot end before it begins.")
BESIDE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "attendee": {"represents_id": "represents", "companion_of_id": "companion_of"},
        "precedence_decision": {"after_id": "after"},
    }
)
ABOVE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"institution": ("parent_id", "parent"), "agreement": ("parent_id", "umbrella")}
)
Check = Callable[[Session, Sequence[Entry], Regions], Iterator[Problem]]


def problems_in(session: Session, entries: Sequence[Entry], regions: Regions) -> list[Problem]:
    """Return everything about a file's entries that cannot be kept, in the order of the file."""
    checks: tuple[Check, ...] = (
        *(_twice, _nowhere, _regions, _circles, _parties, _dates, _languages),
        *(_guests, _rooms, _nights),
    )
    return [problem for check in checks for problem in check(session, entries, regions)]


def _twice(_session: Session, entries: Sequence[Entry], _regions: Regions) -> Iterator[Problem]:
    """Find the second object with a ref, or with a number that must be unique."""
    seen: set[object] = set()
    for entry in entries:
        key = (entry.kind, entry.id)
        if key in seen:
            yield Problem(entry.place, TWICE)
            continue
        own = unique_keys(entry)
        if any(other in seen for other in own):
            yield Problem(entry.place, SAME_KEY)
        seen.update((key, *own))


def _nowhere(session: Session, entries: Sequence[Entry], regions: Regions) -> Iterator[Problem]:
    """Find references to what is neither in the file nor in the office."""
    inside = {(entry.kind, entry.id) for entry in entries}
    wanted: dict[str, set[UUID]] = {}
    for entry in entries:
        for named in entry.references:
            if (named.kind, named.id) not in inside:
                wanted.setdefault(named.kind, set()).add(named.id)
    known = inside | {
        (kind, found.id)
        for kind, ids in wanted.items()
        for found in entries_by_id(session, kind, regions, sorted(ids))
    }
    for entry in entries:
        for named in entry.references:
            if (named.kind, named.id) not in known:
                yield Problem(named.place, NOWHERE)


def _regions(_session: Session, entries: Sequence[Entry], regions: Regions) -> Iterator[Problem]:
    known = {*regions.ids, *(e.values["code"] for e in entries if e.kind == "region")}
    for entry in entries:
        for field in ("region", "province_code"):
            code = entry.values.get(field)
            if code is not None and code not in known:
                yield Problem(f"{entry.place}.{field}", NO_REGION, {"code": code})


def _circles(_session: Session, entries: Sequence[Entry], _regions: Regions) -> Iterator[Problem]:
    """Find institutions and agreements that stand above themselves."""
    for kind, (column, field) in ABOVE.items():
        mine = [entry for entry in entries if entry.kind == kind]
        above: dict[UUID, Any] = {entry.id: entry.values[column] for entry in mine}
        for entry in mine:
            met = {entry.id}
            step = above[entry.id]
            while step in above and step not in met:
                met.add(step)
                step = above[step]
            if step == entry.id:
                yield Problem(f"{entry.place}.{field}", IN_ITSELF)
    for entry in entries:
        if entry.kind == "visit_link" and entry.values["visit_id"] == entry.values["earlier_id"]:
            yield Problem(entry.place, IN_ITSELF)


def _parties(_session: Session, entries: Sequence[Entry], _regions: Regions) -> Iterator[Problem]:
    met: set[tuple[object, object]] = set()
    for entry in entries:
        if entry.kind == "party":
            pair = (entry.values["agreement_id"], entry.values["institution_id"])
            if pair in met:
                yield Problem(f"{entry.place}.institution", WITH_ITSELF)
            met.add(pair)


def _dates(_session: Session, entries: Sequence[Entry], _regions: Regions) -> Iterator[Problem]:
    spans = {"visit": ("on", "until", ENDS_EARLY), "tenure": ("begins_on", "ends_on", LEAVES_EARLY)}
    for entry in entries:
        if entry.kind in spans:
            begins, ends, sentence = spans[entry.kind]
            first: Any = entry.values[begins]
            last: Any = entry.values[ends]
            if first is not None and last is not None and last.last < first.first:
                yield Problem(f"{entry.place}.{ends}", sentence)


def _languages(_session: Session, entries: Sequence[Entry], _regions: Regions) -> Iterator[Problem]:
    """Find third languages that are none, or that no paper has the words or the room for."""
    for entry in entries:
        code = entry.values.get("third_language")
        if not code:
            continue
        rule, layout = KINDS[entry.values["kind"]], entry.values["layout"]
        try:
            check_languages(rule, layout, code, entry.values["language_clause"], foreign=True)
            tongue(code)
        except OfficeError as refusal:
            yield Problem(f"{entry.place}.third_language", refusal.message, refusal.values)


def _guests(_session: Session, entries: Sequence[Entry], _regions: Regions) -> Iterator[Problem]:
    """Find guests who stand for themselves, come with themselves or go ahead of themselves."""
    for entry in entries:
        own: object = entry.values["before_id"] if entry.kind == "precedence_decision" else entry.id
        for column, field in BESIDE.get(entry.kind, {}).items():
            if entry.values[column] == own:
                yield Problem(f"{entry.place}.{field}", IN_ITSELF)


def _rooms(_session: Session, entries: Sequence[Entry], _regions: Regions) -> Iterator[Problem]:
    """Find tables and rows that cannot be drawn: the plans of their visit would not open."""
    for entry in entries:
        if entry.kind != "seating_plan":
            continue
        keys = set[str]()
        for number, data in enumerate(entry.values["parts"]):
            place = f"{entry.place}.parts[{number}]"
            try:
                key = part_from(data).key
            except OfficeError as refusal:
                yield Problem(place, refusal.message, refusal.values)
                continue
            if key in keys:
                yield Problem(place, PART_TWICE)
            keys.add(key)


def _nights(_session: Session, entries: Sequence[Entry], _regions: Regions) -> Iterator[Problem]:
    """Find lodgings that end before they begin: their form would refuse every change."""
    for entry in entries:
        until = entry.values["until"] if entry.kind == "lodging" else None
        if until is not None and until < entry.values["on"]:
            yield Problem(f"{entry.place}.until", LEFT_EARLY)

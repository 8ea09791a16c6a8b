"""The calendar on the command line: what clashes, and the rooms and vehicles of the office."""

import argparse
from collections.abc import Mapping
from datetime import date, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.cli.papers import day
from kunjungan.cli.parser import Parser
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.calendar.conflicts import ConflictLine, ConflictSide
    from kunjungan.services.office import Office

Rows = list[dict[str, object]]
CONFLICTS: Mapping[str, str] = MappingProxyType(
    {
        "since": later("Starts"),
        "until": later("Ends"),
        "kind": later("Kind"),
        "name": later("Wanted twice"),
        "first": later("Event"),
        "second": later("Other event"),
        "missing": later("Minutes short"),
        "firm": later("Firm"),
        "reason": later("Left because"),
    }
)
RESOURCES: Mapping[str, str] = MappingProxyType(
    {
        "kind": later("Kind"),
        "name": later("Name"),
        "place": later("Place"),
        "seats": later("Seats"),
        "turnaround": later("Minutes between uses"),
        "plate": later("Plate"),
        "active": later("In use"),
    }
)


def add_days(listed: Parser) -> None:
    """Add the options that say of which days conflicts are listed."""
    words = tr("Conflicts: the first day, 2022-09-01; today without it.")
    listed.option("--from", dest="since", metavar="DAY", type=day, words=words)
    words = tr("Conflicts: the last day, 2022-09-30; none without it.")
    listed.option("--to", dest="until", metavar="DAY", type=day, words=words)


def refuse_days(args: argparse.Namespace) -> None:
    """Raise RuleBroken for days where something else than conflicts is listed."""
    if args.since is not None or args.until is not None:
        raise RuleBroken(later("--from and --to narrow only conflicts."))


def conflict_rows(office: "Office", args: argparse.Namespace) -> Rows:
    """Return the conflicts of the days that are asked for, the earliest first."""
    from kunjungan.services.calendar.conflicts import list_conflicts  # noqa: PLC0415

    if args.since and args.until and args.until < args.since:
        raise RuleBroken(later("The last day cannot be before the first."))
    past = args.until + timedelta(days=1) if args.until and args.until < date.max else None
    row = _whole if args.json else _line
    return [row(line) for line in list_conflicts(office, args.since, past)]


def resource_rows(office: "Office") -> Rows:
    """Return the rooms and vehicles of the office, retired ones too."""
    from kunjungan.services.calendar.resources import list_resources  # noqa: PLC0415

    return [
        {
            "id": line.id,
            "kind": line.kind,
            "name": line.name,
            "place": line.place,
            "seats": line.seats,
            "turnaround": line.turnaround,
            "plate": line.plate,
            "note": line.note,
            "active": line.active,
        }
        for line in list_resources(office)
    ]


def _line(line: "ConflictLine") -> dict[str, object]:
    """Return a conflict for a table, its moments on the clocks of the place."""
    return {
        "since": f"{line.since:%Y-%m-%d %H:%M}",
        "until": f"{line.until:%Y-%m-%d %H:%M}",
        "kind": line.kind,
        "name": line.name,
        "first": line.first.title,
        "second": line.second.title,
        "missing": line.missing or "",
        "firm": line.firm,
        "reason": line.reason,
    }


def _whole(line: "ConflictLine") -> dict[str, object]:
    return {
        "what": line.what,
        "kind": line.kind,
        "name": line.name,
        "since": line.since.isoformat(),
        "until": line.until.isoformat(),
        "firm": line.firm,
        "missing": line.missing,
        "first": _side(line.first),
        "second": _side(line.second),
        "left": line.left,
        "reason": line.reason,
    }


def _side(side: "ConflictSide") -> dict[str, object]:
    return {
        "source": side.ref.source,
        "id": side.ref.id,
        "visit": side.visit_id,
        "title": side.title,
        "on": side.slot.on,
        "until": side.slot.until,
        "starts_at": _hour(side.slot.starts_at),
        "ends_at": _hour(side.slot.ends_at),
        "room": side.room,
        "place": side.place,
        "guests": side.need,
        "firm": side.firm,
    }


def _hour(at: time | None) -> str | None:
    return None if at is None else at.isoformat("minutes")

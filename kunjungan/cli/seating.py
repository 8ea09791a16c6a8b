"""The command that seats a session: the order of precedence, and who sits where."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json, say_table, shown
from kunjungan.cli.parser import Commands
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.office import Office
    from kunjungan.services.precedence.order import RankedGuest, Ranking
    from kunjungan.services.seating import PlanView, SeatView

_HEADS = (
    later("No."), later("Name"), later("Position"), later("Institution"), later("Article"),
    later("The one above goes first as"),
)  # fmt: skip


def add(commands: Commands) -> None:
    """Add ``seat``."""
    seated = commands.add(
        "seat",
        words=tr("Seat a session by precedence: the order, the seats, and who has none."),
        run=_seat,
    )
    seated.need(
        "session",
        shown="SESSION",
        words=tr("The session, or a visit for the whole of it: its id or its title."),
    )
    seated.option(
        "--template",
        metavar="NAME",
        default="",
        words=tr("Make a plan from this room; without it a fitting one, where there is no plan."),
    )
    seated.option(
        "--dry-run", action="store_true", words=tr("Show what would be made; write nothing.")
    )
    seated.option("--json", action="store_true", words=tr("Write JSON instead of a table."))


def _seat(call: Call) -> None:
    from kunjungan.services.seating import list_plans  # noqa: PLC0415 (quick --help)
    from kunjungan.services.seating.naming import seated_event  # noqa: PLC0415 (quick --help)

    args = call.args
    with call.office() as office:
        visit, session = seated_event(office, args.session)
        plans = [plan.id for plan in list_plans(office, visit) if plan.session_id == session]
        done = _known(office, (visit, session), plans)
    if args.template or not plans:
        with call.office("write") as office:
            made = _made(office, (visit, session), args.template, keep=not args.dry_run)
        done = (made[0], [made[1]])
    if args.json:
        say_json(_as_json(*done, (visit, session), made=not plans or bool(args.template)))
    else:
        _tell(*done)
    if args.dry_run and not args.json:
        say(tr("Nothing was written: this was a dry run."))


def _known(
    office: "Office", event: tuple[UUID, UUID | None], plans: Sequence[UUID]
) -> "tuple[Ranking, list[PlanView]]":
    from kunjungan.services.precedence.order import ranking  # noqa: PLC0415 (quick --help)
    from kunjungan.services.seating import plan_view  # noqa: PLC0415 (quick --help)

    return ranking(office, *event), [plan_view(office, plan) for plan in plans]


def _made(
    office: "Office", event: tuple[UUID, UUID | None], template: str, *, keep: bool
) -> "tuple[Ranking, PlanView]":
    """Make a plan and return it with the order; without ``keep`` nothing is written."""
    from kunjungan.services.precedence.order import ranking  # noqa: PLC0415 (quick --help)
    from kunjungan.services.seating import (  # noqa: PLC0415 (quick --help)
        fitting_room,
        imagined_plan,
        new_plan,
        plan_view,
    )

    visit, session = event
    room = template or fitting_room(office, visit, session)
    if not keep:
        return imagined_plan(office, visit, room, session)
    plan = new_plan(office, visit, room, session)
    return ranking(office, visit, session), plan_view(office, plan)


def _as_json(
    ranked: "Ranking",
    plans: "Sequence[PlanView]",
    event: tuple[UUID, UUID | None],
    *,
    made: bool,
) -> dict[str, object]:
    return {
        "visit": event[0],
        "session": event[1],
        "law": ranked.law,
        "ruled_by": ranked.ruled_by,
        "order": [_guest(line) for line in ranked.lines],
        "undecided": [list(pair) for pair in ranked.undecided],
        "twice": [line.guest.id for line in ranked.twice],
        "whose_spouse": [line.guest.id for line in ranked.unpaired],
        "made": made,
        "plans": [_plan(plan) for plan in plans],
    }


def _guest(line: "RankedGuest") -> dict[str, object]:
    guest = line.guest
    return {
        "number": line.number,
        "id": guest.id,
        "name": guest.name.full,
        "position": guest.title,
        "institution": guest.body,
        "host": guest.host,
        "article": line.cited,
        "group": line.group_name,
        "why": line.why,
        "reason": line.note,
        "equal_rank": line.peer,
        "undecided": line.equal,
        "represents": guest.represents_id,
    }


def _plan(plan: "PlanView") -> dict[str, object]:
    return {
        "id": plan.id,
        "name": plan.name,
        "seats": [
            {
                "place": seat.place.key,
                "where": seat.where,
                "honour": seat.place.honour,
                "guest": seat.guest.guest.id if seat.guest else None,
                "number": seat.guest.number if seat.guest else None,
                "locked": seat.locked,
                "reason": seat.reason,
            }
            for seat in plan.seats
        ],
        "seen_by_audience": [[_mark(seat) for seat in line] for line in _lines(plan)],
        "seen_from_stage": [[_mark(seat) for seat in line] for line in _turned(plan)],
        "unseated": [line.guest.id for line in plan.unseated],
        "missing_seats": plan.missing_seats,
        "deviations": [
            {
                "guest": one.guest.guest.id,
                "place": one.place.key,
                "kind": one.kind,
                "what": tr(one.message, **one.values),
                "reason": one.reason,
            }
            for one in plan.deviations
        ],
        "flags": [flag.name for flag in plan.flags],
    }


def _mark(seat: "SeatView") -> dict[str, object]:
    return {"place": seat.place.key, "number": seat.guest.number if seat.guest else None}


def _lines(plan: "PlanView") -> "list[list[SeatView]]":
    """Return the seats line by line as the audience sees them, from the stage to the door."""
    seats = sorted(plan.seats, key=lambda seat: (seat.place.y, seat.place.x))
    return [list(line) for _, line in groupby(seats, key=lambda seat: seat.place.y)]


def _turned(plan: "PlanView") -> "list[list[SeatView]]":
    return [line[::-1] for line in reversed(_lines(plan))]


def _tell(ranked: "Ranking", plans: "Sequence[PlanView]") -> None:
    say(tr("Order of precedence by {law}", law=shown(ranked.ruled_by)))
    say_table([tr(head) for head in _HEADS], map(_row, ranked.lines))
    by_id = {line.guest.id: line for line in ranked.lines}
    pairs = (
        " = ".join(f"{by_id[k].number}. {_called(by_id[k])}" for k in p) for p in ranked.undecided
    )
    _list(tr("Equal rank, not decided yet"), pairs)
    _list(tr("Whose spouse?"), (f"{line.number}. {_called(line)}" for line in ranked.unpaired))
    _list(tr("On two lists"), (f"{line.number}. {_called(line)}" for line in ranked.twice))
    for plan in plans:
        say("")
        say(shown(plan.name))
        _draw(tr("Seen by the audience"), _lines(plan))
        _draw(tr("Seen from the stage"), _turned(plan))
        _list(tr("Without a seat"), (f"{g.number}. {_called(g)}" for g in plan.unseated))
        told = ((tr(one.message, **one.values), one.reason) for one in plan.deviations)
        _list(tr("Out of order"), (" ".join(filter(None, pair)) for pair in told))
        if plan.missing_seats:
            say(tr("{count} seats are missing in this room.", count=plan.missing_seats))


def _row(line: "RankedGuest") -> list[object]:
    from kunjungan.ui.labels import label, screen_side  # noqa: PLC0415 (quick --help)

    why = "" if line.number == 1 else label(line.why)
    return [
        line.number,
        line.guest.name.full,
        line.guest.title,
        line.guest.body,
        screen_side(line.cited),
        f"{why}: {line.note}" if line.note else why,
    ]


def _called(line: "RankedGuest") -> str:
    return line.guest.name.full or shown(line.guest.title)


def _draw(heading: str, lines: "Iterable[Sequence[SeatView]]") -> None:
    say(f"  {heading}")
    for line in lines:
        marks = (str(seat.guest.number) if seat.guest else "·" for seat in line)
        say("    " + " ".join(mark.rjust(2) for mark in marks))


def _list(heading: str, lines: Iterable[str]) -> None:
    for number, line in enumerate(lines):
        if number == 0:
            say(f"  {heading}")
        say(f"    {line}")

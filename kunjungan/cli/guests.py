"""A visit's guests on the command line: listed, ordered among equals, represented by another."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json, say_table
from kunjungan.cli.parser import Commands, Parser
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.day_papers import PAPERS
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from argparse import Namespace

    from kunjungan.services.office import Office
    from kunjungan.services.seating.moves import Move, Moves

Rows = list[dict[str, object]]
GUESTS: Mapping[str, str] = MappingProxyType(
    {
        "id": later("Id"),
        "name": later("Name"),
        "position": later("Position"),
        "institution": later("Institution"),
        "role": later("Role"),
        "attendance": later("Attendance"),
    }
)


def guest_rows(office: "Office", visit: str) -> Rows:
    """Return everybody who takes part in a visit, the host's own party first."""
    from kunjungan.cli.rundown import visit_typed  # noqa: PLC0415 (quick --help)
    from kunjungan.services.guests.participants import participants  # noqa: PLC0415

    return [
        {
            "id": one.id,
            "name": one.name.full,
            "position": one.title,
            "institution": one.body,
            "delegation": one.delegation_id,
            "host": one.host,
            "role": one.role,
            "attendance": one.attendance,
            "represents": one.represents_id,
        }
        for one in participants(office, visit_typed(office, visit))
    ]


def guest_word(column: str, value: str) -> str:
    """Return what a role or an answer is called, empty for what stands in other columns."""
    from kunjungan.ui.guest_words import ATTENDANCES, ROLES  # noqa: PLC0415 (quick --help)

    return {"role": ROLES, "attendance": ATTENDANCES}.get(column, {}).get(value, "")


def add(commands: Commands) -> None:
    """Add ``precede`` and ``represent``."""
    ordered = commands.add(
        "precede",
        words=tr("Decide who of two guests of equal rank goes ahead, and keep the reason."),
        run=_precede,
    )
    _guest_of_visit(ordered)
    ordered.need("behind", shown="BEHIND", words=tr("The guest who comes after."))
    ordered.option("--reason", metavar="TEXT", default="", words=tr("Why; it is kept."))
    ordered.option(
        "--take-back",
        action="store_true",
        words=tr("Take back what was decided about the two; the rules decide again."),
    )
    replaced = commands.add(
        "represent",
        words=tr("Let a guest come in another's place; tell who moves and which cards change."),
        run=_represent,
    )
    _guest_of_visit(replaced)
    replaced.need("by", shown="BY", words=tr("The guest who comes in that place."))
    replaced.option(
        "--arrange", action="store_true", words=tr("Seat everybody anew in each plan of the visit.")
    )
    replaced.option("--json", action="store_true", words=tr("Write JSON instead of a table."))


def _guest_of_visit(parser: Parser) -> None:
    parser.need("visit", shown="VISIT", words=tr("The visit: its id or its title."))
    parser.need("guest", shown="GUEST", words=tr("The guest: id, name or position."))


def _precede(call: Call) -> None:
    from kunjungan.services.precedence.order import decide, undecide  # noqa: PLC0415
    from kunjungan.services.visit_names import visit_named  # noqa: PLC0415 (quick --help)

    args = call.args
    with call.office("write") as office:
        visit = visit_named(office, args.visit)
        ahead, behind = (_guest(office, visit, text) for text in (args.guest, args.behind))
        if args.take_back:
            undecide(office, visit, ahead, behind)
        else:
            decide(office, visit, ahead, behind, args.reason)
    if args.take_back:
        said = tr("Nothing is decided about {ahead} and {behind} any more.", **_both(args))
    else:
        said = tr("{ahead} goes ahead of {behind}.", **_both(args))
    say(said)


def _both(args: "Namespace") -> dict[str, str]:
    return {"ahead": args.guest, "behind": args.behind}


def _represent(call: Call) -> None:
    from kunjungan.services.pack.outdated import due_cards  # noqa: PLC0415 (quick --help)
    from kunjungan.services.representing import represent  # noqa: PLC0415 (quick --help)
    from kunjungan.services.seating import arrange, list_plans  # noqa: PLC0415
    from kunjungan.services.visit_names import visit_named  # noqa: PLC0415 (quick --help)

    args = call.args
    with call.office("write") as office:
        visit = visit_named(office, args.visit)
        represent(office, *(_guest(office, visit, text) for text in (args.guest, args.by)))
        moves = due_cards(office, visit)
        for plan in list_plans(office, visit) if args.arrange else ():
            arrange(office, plan.id)
    if args.json:
        say_json(_as_json(moves, arranged=args.arrange))
    else:
        _tell(moves)


def _guest(office: "Office", visit: UUID, text: str) -> UUID:
    from kunjungan.services.guests.naming import guest_named  # noqa: PLC0415 (quick --help)

    return guest_named(office, visit, text)


def _tell(moves: "Moves") -> None:
    heads = (tr("Plan"), tr("Guest"), tr("Seat before"), tr("Seat after"))
    rows = [(one.plan, one.name, one.before_name, one.after_name) for one in moves.moved]
    say_table(heads, rows)
    say("")
    cards = [
        *((PAPERS[card.slug].name, card.name, tr("print again")) for card in moves.cards),
        *((PAPERS[card.slug].name, card.name, tr("put away")) for card in moves.stale),
    ]
    say_table((tr("Card"), tr("For"), tr("What to do")), cards)


def _as_json(moves: "Moves", *, arranged: bool) -> dict[str, object]:
    return {
        "arranged": arranged,
        "moved": [_move(one) for one in moves.moved],
        "print_again": [_card(card.slug, card.key, card.name) for card in moves.cards],
        "put_away": [_card(card.slug, card.key, card.name) for card in moves.stale],
    }


def _move(one: "Move") -> dict[str, object]:
    return {
        "plan": one.plan_id,
        "guest": one.attendee_id,
        "name": one.name,
        "before": one.before or None,
        "after": one.after or None,
        "comes": one.comes,
    }


def _card(slug: str, key: str, name: Bilingual) -> dict[str, object]:
    return {"paper": slug, "key": key, "name": name}

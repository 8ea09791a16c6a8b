"""The rundown of a visit on the command line: listed, and brought to paper."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json
from kunjungan.cli.parser import Parser
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.documents.office.rundown import Version
    from kunjungan.services.office import Office

Rows = list[dict[str, object]]
RUNDOWN: Mapping[str, str] = MappingProxyType(
    {
        "session": later("Session"),
        "on": later("Date"),
        "time": later("Time"),
        "minutes": later("Minutes"),
        "title": later("Item"),
        "in_charge": later("In charge"),
        "place": later("Place"),
    }
)
SPEECHES: Mapping[str, str] = MappingProxyType(
    {
        "on": later("Date"),
        "time": later("Time"),
        "minutes": later("Minutes"),
        "title": later("Item"),
        "speaker": later("Speaker"),
        "post": later("Post"),
        "in_charge": later("In charge"),
        "text": later("Text"),
    }
)
_SIDES = ("both", "id", "en")


def add_rundown_options(printed: Parser) -> None:
    """Let ``print rundown`` say for whom it is."""
    printed.option(
        "--for",
        choices=("guests", "operators"),
        default="",
        words=tr("Rundown: the guests' programme, or the rundown for operators and MC."),
    )
    printed.option(
        "--delegation",
        metavar="ID",
        default="",
        words=tr("Rundown: for one delegation, by its id or its institution."),
    )


def rundown_rows(office: "Office", visit: str) -> Rows:
    """Return the items of a visit's rundown, session by session."""
    from kunjungan.domain.date_words import clock  # noqa: PLC0415 (quick --help)
    from kunjungan.services.rundown.lines import rundown  # noqa: PLC0415 (quick --help)

    plan = rundown(office, visit_typed(office, visit))
    titles = {line.id: line.title for line in plan.sessions}
    return [
        {
            "id": line.id,
            "session": titles.get(line.session_id) if line.session_id else None,
            "on": line.on,
            "time": f"{clock(line.starts_at)}-{clock(line.ends_at)}",
            "starts_at": line.starts_at.isoformat("minutes"),
            "ends_at": line.ends_at.isoformat("minutes"),
            "minutes": line.minutes,
            "kind": line.kind,
            "title": line.title,
            "place": line.where,
            "in_charge": line.in_charge or (line.speaker.name.full if line.speaker else ""),
            "cue": line.cue,
            "needs": line.needs,
            "text": line.speech,
            "fixed": line.fixed,
            "shown": line.shown,
            "agreement": line.agreement_id,
        }
        for line in plan.items
    ]


def speech_rows(office: "Office", visit: str) -> Rows:
    """Return the speeches of a visit with how far the text of each is; null is not followed."""
    from kunjungan.domain.date_words import clock  # noqa: PLC0415 (quick --help)
    from kunjungan.domain.rundown_checks import text_is_late  # noqa: PLC0415 (quick --help)
    from kunjungan.services.rundown.lines import rundown  # noqa: PLC0415 (quick --help)

    today = office.today()
    return [
        {
            "id": line.id,
            "on": line.on,
            "time": f"{clock(line.starts_at)}-{clock(line.ends_at)}",
            "minutes": line.minutes,
            "kind": line.kind,
            "title": line.title,
            "speaker": line.speaker.name.full if line.speaker else "",
            "post": line.speaker.post if line.speaker else None,
            "in_charge": line.in_charge,
            "text": line.speech,
            "late": text_is_late(line.speech, line.on, today),
        }
        for line in rundown(office, visit_typed(office, visit)).speeches
    ]


def print_rundown(call: Call) -> None:
    """Write a paper of a visit's rundown into a file or a folder."""
    from kunjungan.domain.paper import Paper  # noqa: PLC0415 (quick --help)
    from kunjungan.services.rundown.papers import (  # noqa: PLC0415 (quick --help)
        RundownChoice,
        write_rundown,
    )

    args = call.args
    if args.language not in {None, *_SIDES}:
        message = later("A rundown is written in “id”, “en” or “both”, not in “{wanted}”.")
        raise RuleBroken(message, wanted=args.language)
    paper = Paper(args.paper) if args.paper else None
    with call.office() as office:
        visit = visit_typed(office, args.id)
        delegation = delegation_typed(office, visit, args.delegation) if args.delegation else None
        version: Version = getattr(args, "for") or "guests"
        choice = RundownChoice(version, args.language or "both", delegation, paper)
        file = write_rundown(office, visit, args.out, choice)
    if args.json:
        say_json([{"file": str(file), "for": version, "language": choice.side}])
    else:
        say(str(file))


def visit_typed(office: "Office", text: str) -> UUID:
    """Return the visit that was typed; refused where nothing was, or it names none or many."""
    from kunjungan.services.visit_names import visit_named  # noqa: PLC0415 (quick --help)

    if not text:
        raise RuleBroken(later("Say which visit: its id or its title."))
    return visit_named(office, text)


def delegation_typed(office: "Office", visit: UUID, text: str) -> UUID:
    """Return the delegation of a visit by its id or its institution; NotFound for none or many."""
    from kunjungan.services.delegation_lines import list_delegations  # noqa: PLC0415

    wanted = text.casefold()
    found = [
        line.id
        for line in list_delegations(office, visit)
        if line.id.hex.startswith(wanted.replace("-", "")) or wanted in line.name.id.casefold()
    ]
    if len(found) != 1:
        raise NotFound(later("“{text}” names no single delegation of this visit."), text=text)
    return found[0]

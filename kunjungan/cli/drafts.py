"""The commands that keep drafts and record who cleared them: drafts, clearance."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json, say_table
from kunjungan.cli.parser import Commands, Parser
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.drafts.clearance import ClearanceStep
    from kunjungan.services.office import Office


def add(commands: Commands) -> None:
    """Add ``drafts`` and ``clearance``."""
    kept = commands.add(
        "drafts",
        words=tr("List the drafts of an agreement, keep the present one, or restore one."),
        run=_drafts,
    )
    _agreement(kept)
    kept.either(
        ("--keep", _flag(tr("Keep the present draft and start the next."))),
        (
            "--restore",
            {
                "metavar": "N",
                "type": _number,
                "help": tr("Make the text of draft N the present text."),
            },
        ),
    )
    kept.option("--note", metavar="TEXT", default="", words=tr("Why it is kept."))
    kept.option("--json", action="store_true", words=tr("Write JSON instead of a table."))
    cleared = commands.add(
        "clearance",
        words=tr("Tell who has cleared an agreement's text, or record what an office said."),
        run=_clearance,
    )
    _agreement(cleared)
    cleared.option("--step", metavar="N", type=_number, words=tr("Record for step N of the route."))
    cleared.option("--on", metavar="YYYY-MM-DD", type=_day, words=tr("The day it was said."))
    cleared.option(
        "--draft", metavar="N", type=_number, words=tr("Which draft it saw, not the present one.")
    )
    cleared.option("--name", metavar="TEXT", default="", words=tr("Who said it."))
    cleared.option("--note", metavar="TEXT", default="", words=tr("What was said."))
    cleared.option("--returned", action="store_true", words=tr("It was returned, not cleared."))
    cleared.option("--json", action="store_true", words=tr("Write JSON instead of a table."))


def _agreement(parser: Parser) -> None:
    parser.need(
        "id",
        shown="ID",
        words=tr("The agreement's id, the beginning of it (4 characters or more), or reference."),
    )


def _flag(words: str) -> dict[str, object]:
    return {"action": "store_true", "help": words}


def _drafts(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415
    from kunjungan.services.drafts.keeping import keep_and_start  # noqa: PLC0415 (quick --help)
    from kunjungan.services.drafts.listing import list_drafts  # noqa: PLC0415 (quick --help)
    from kunjungan.services.drafts.restoring import restore_draft  # noqa: PLC0415 (quick --help)

    changes = call.args.keep or call.args.restore
    if call.args.note and not call.args.keep:
        raise RuleBroken(later("A note needs --keep; nothing was changed."))
    with call.office("write" if changes else "read") as office:
        agreement = agreement_named(office, call.args.id)
        if call.args.keep:
            keep_and_start(office, agreement, call.args.note)
        elif call.args.restore:
            restore_draft(office, agreement, call.args.restore)
        lines = list_drafts(office, agreement)
    rows = [
        {
            "draft": line.no,
            "present": line.present,
            "kept_at": line.at,
            "by": line.by,
            "note": line.note,
            "printed": line.printed,
            "fingerprint": line.fingerprint,
        }
        for line in lines
    ]
    if call.args.json:
        say_json(rows)
        return
    titles = (tr("Draft"), tr("Kept"), tr("By"), tr("Note"), tr("Fingerprint"))
    table = [(line.no, line.at, line.by, line.note, line.fingerprint) for line in lines]
    say_table(titles, table)


def _clearance(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415

    args = call.args
    given = args.on or args.draft or args.name or args.note or args.returned
    if given and not args.step:
        raise RuleBroken(later("Say which step with --step; nothing was recorded."))
    if args.step and not args.on:
        raise RuleBroken(later("Say the day with --on; nothing was recorded."))
    with call.office("write" if args.step else "read") as office:
        agreement = agreement_named(office, args.id)
        if args.step:
            _record(call, office, agreement)
        _say_route(call, office, agreement)


def _record(call: Call, office: "Office", agreement: UUID) -> None:
    from kunjungan.services.drafts.clearance import (  # noqa: PLC0415 (quick --help)
        RecordForm,
        clear,
        return_,
    )

    args = call.args
    form = RecordForm(args.on, args.name, args.note, args.draft or 0)
    (return_ if args.returned else clear)(office, agreement, args.step, form)


def _say_route(call: Call, office: "Office", agreement: UUID) -> None:
    from kunjungan.services.drafts.clearance import route, same_text  # noqa: PLC0415

    known, told = route(office, agreement), same_text(office, agreement)
    rows = [
        {
            "step": step.seq,
            "party": step.party_name,
            "office": step.office,
            "name": step.name,
            "due_on": step.due_on,
            "outcome": step.outcome,
            "on": step.done_on,
            "draft": step.draft_no or None,
            "fingerprint": step.fingerprint,
            "stale": step.stale,
            "note": step.note,
        }
        for step in known.steps
    ]
    if call.args.json:
        text = {"draft": told.draft_no, "fingerprint": told.fingerprint}
        say_json({"text": text, "same": told.same, "steps": rows})
        return
    titles = (tr("Step"), tr("Party"), tr("Office"), tr("State"), tr("On"), tr("Draft"), tr("Note"))
    shown = ("step", "party", "office", "state", "on", "draft", "note")
    words = [{**row, "state": _state(step)} for row, step in zip(rows, known.steps, strict=True)]
    say_table(titles, [[row[name] for name in shown] for row in words])
    if told.same:
        say(tr("Every step has cleared the present text."))


def _state(step: "ClearanceStep") -> str:
    if step.stale:
        return tr("Cleared another text")
    return {"cleared": tr("Cleared"), "returned": tr("Returned")}.get(step.outcome, tr("Waiting"))


def print_clearance(call: Call) -> None:
    """Write the clearance sheet of an agreement into a file or a folder."""
    from kunjungan.domain.paper import Paper  # noqa: PLC0415 (quick --help)
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415
    from kunjungan.services.drafts.clearance_sheet import write_clearance  # noqa: PLC0415

    if not call.args.id:
        raise RuleBroken(later("Say which agreement: its id or its reference."))
    paper = Paper(call.args.paper) if call.args.paper else None
    with call.office() as office:
        agreement = agreement_named(office, call.args.id)
        file: Path = write_clearance(office, agreement, call.args.out, paper)
    if call.args.json:
        say_json([{"file": str(file)}])
    else:
        say(str(file))


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(tr("a number from 1 is needed."))
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(tr("a day such as 2022-09-01 is needed.")) from None

"""The commands that follow an agreement's date and signing: redate, register."""

import argparse
from dataclasses import asdict
from datetime import date

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json, say_table
from kunjungan.cli.parser import Commands, Parser
from kunjungan.i18n import tr


def add(commands: Commands) -> None:
    """Add ``redate`` and ``register``."""
    redated = commands.add(
        "redate",
        words=tr("Move the day of signing, and with it formula, end and own number."),
        run=_redate,
    )
    need_agreement(redated)
    redated.option(
        "--on", metavar="YYYY-MM-DD", type=day, required=True, words=tr("The new day of signing.")
    )
    redated.option("--json", action="store_true", words=tr("Write JSON instead of a table."))
    registered = commands.add(
        "register", words=tr("Enter a signed agreement in the register; this is final."), run=_enter
    )
    need_agreement(registered)
    registered.option("--kept-at", metavar="TEXT", default="", words=tr("Where the paper is kept."))


def need_agreement(parser: Parser) -> None:
    """Take an agreement by its id or its reference."""
    parser.need("what", shown="agreement", words=tr("What it is about."), choices=("agreement",))
    parser.need(
        "id",
        shown="ID",
        words=tr("The agreement's id, the beginning of it (4 characters or more), or reference."),
    )


def _redate(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415 (quick --help)
    from kunjungan.services.redating import redate  # noqa: PLC0415 (quick --help)

    with call.office("write") as office:
        done = redate(office, agreement_named(office, call.args.id), call.args.on)
    if call.args.json:
        say_json({"moved": [asdict(moved) for moved in done.moved], "stale": done.stale})
        return
    rows = [(tr(moved.what), moved.before, moved.after) for moved in done.moved]
    if rows:
        say_table([tr("What"), tr("Before"), tr("Now")], rows)
    else:
        say(tr("That is the day of signing already; nothing was moved."))
    if done.stale:
        say(tr("Printed papers that are outdated now: {count}", count=done.stale))


def _enter(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415 (quick --help)
    from kunjungan.services.register import register  # noqa: PLC0415 (quick --help)

    with call.office("write") as office:
        agreement = agreement_named(office, call.args.id)
        say(register(office, agreement, kept_at=call.args.kept_at))


def day(text: str) -> date:
    """Return a day as it is typed on the command line, 2022-09-01, or refuse it."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(tr("a day such as 2022-09-01 is needed.")) from error

"""The commands that receive a visit: take its letter in, tell it as a message."""

from pathlib import Path

from kunjungan.cli.call import Call
from kunjungan.cli.output import complain, say, say_json
from kunjungan.cli.parser import Commands
from kunjungan.i18n import tr


def add(commands: Commands) -> None:
    """Add ``intake`` and ``message``."""
    taken = commands.add(
        "intake", words=tr("Record a letter of request that a JSON file holds."), run=_intake
    )
    taken.need("file", shown="FILE", words=tr("The letter: sender, number, dated, proposed, …"))
    taken.option("--json", action="store_true", words=tr("Write JSON instead of a table."))
    told = commands.add(
        "message", words=tr("Write a visit as a message for a telephone."), run=_message
    )
    told.need("visit", shown="VISIT", words=tr("The visit: its id or its title."))
    told.option(
        "--in",
        dest="language",
        metavar="id|en",
        choices=("id", "en"),
        words=tr("Its language: id or en."),
    )


def _intake(call: Call) -> None:
    from kunjungan.services.reception.intake import take_letter  # noqa: PLC0415 (quick --help)
    from kunjungan.services.reception.letter_file import read_letter  # noqa: PLC0415

    with call.office("write") as office:
        taken = take_letter(office, read_letter(office, Path(call.args.file)))
    for remark in taken.remarks:
        complain(tr(remark.message, **remark.values))
    if call.args.json:
        say_json({"visit": taken.visit_id, "delegation": taken.delegation_id})
    else:
        say(str(taken.visit_id))


def _message(call: Call) -> None:
    from kunjungan.services.reception.message import visit_text  # noqa: PLC0415 (quick --help)
    from kunjungan.services.visit_names import visit_named  # noqa: PLC0415 (quick --help)

    with call.office() as office:
        say(visit_text(office, visit_named(office, call.args.visit), call.args.language or "id"))

"""The commands that bring an agreement to paper: print, sign, register."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json, say_table
from kunjungan.cli.parser import Commands, Parser
from kunjungan.i18n import tr

if TYPE_CHECKING:
    from kunjungan.services.agreement_content import PaperChoice


def add(commands: Commands) -> None:
    """Add ``print``, ``sign`` and ``register``."""
    printed = commands.add(
        "print",
        words=tr("Print an agreement as PDF: its originals, or a marked draft."),
        run=_print,
    )
    _agreement(printed)
    printed.option(
        "--out", metavar="FOLDER", type=_folder, required=True, words=tr("Where the PDF files go.")
    )
    printed.option("--paper", choices=("f4", "a4"), words=tr("Another paper than the agreement's."))
    original, draft = (
        tr("Which original; without it, all."),
        tr("A marked draft; nothing is locked."),
    )
    printed.either(
        ("--original", {"metavar": "N|all", "type": _original, "help": original}),
        ("--draft", {"action": "store_true", "help": draft}),
    )
    printed.option("--json", action="store_true", words=tr("Write JSON instead of a table."))
    signed = commands.add(
        "sign",
        words=tr("Record every signature still due, of one day and place; this is final."),
        run=_sign,
    )
    _agreement(signed)
    signed.option(
        "--on", metavar="YYYY-MM-DD", type=_day, required=True, words=tr("The day of signing.")
    )
    signed.option("--place", metavar="TEXT", required=True, words=tr("The place of signing."))
    registered = commands.add(
        "register", words=tr("Enter a signed agreement in the register; this is final."), run=_enter
    )
    _agreement(registered)
    registered.option("--kept-at", metavar="TEXT", default="", words=tr("Where the paper is kept."))


def _agreement(parser: Parser) -> None:
    parser.need("what", shown="agreement", words=tr("What it is about."), choices=("agreement",))
    parser.need(
        "id",
        shown="ID",
        words=tr("The agreement's id, the beginning of it (4 characters or more), or reference."),
    )


def _print(call: Call) -> None:
    from kunjungan.documents.agreement import Press  # noqa: PLC0415 (quick --help)
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415
    from kunjungan.services.printing import list_originals, print_to_folder  # noqa: PLC0415

    with call.office("write") as office:
        agreement = agreement_named(office, call.args.id)
        numbers = [line.no for line in list_originals(office, agreement)]
        choices = _choices(call, numbers)
        done = print_to_folder(office, Press(), agreement, choices, call.args.out)
    rows = [(str(path), paper.choice.original_no, paper.pages, paper.paper) for paper, path in done]
    if call.args.json:
        names = ("file", "original", "pages", "paper")
        say_json([dict(zip(names, row, strict=True)) for row in rows])
    else:
        say_table([tr("File"), tr("Original"), tr("Pages"), tr("Paper")], rows)


def _choices(call: Call, numbers: list[int]) -> "list[PaperChoice]":
    from kunjungan.domain.paper import Paper  # noqa: PLC0415 (quick --help)
    from kunjungan.services.agreement_content import PaperChoice  # noqa: PLC0415 (quick --help)

    paper = Paper(call.args.paper) if call.args.paper else None
    if call.args.draft:
        return [PaperChoice(paper=paper)]
    wanted = [call.args.original] if call.args.original else numbers
    return [PaperChoice(number, "original", paper) for number in wanted]


def _sign(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415 (quick --help)
    from kunjungan.services.signing import list_signatures, sign_everything  # noqa: PLC0415

    with call.office("write") as office:
        agreement = agreement_named(office, call.args.id)
        due = [line for line in list_signatures(office, agreement) if line.on is None]
        sign_everything(office, agreement, on=call.args.on, place=call.args.place)
    say(tr("{count} signatures were recorded.", count=len(due)))


def _enter(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415 (quick --help)
    from kunjungan.services.register import register  # noqa: PLC0415 (quick --help)

    with call.office("write") as office:
        agreement = agreement_named(office, call.args.id)
        say(register(office, agreement, kept_at=call.args.kept_at))


def _original(text: str) -> int | None:
    """Read the number of an original; None stands for all."""
    if text == "all":
        return None
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(tr("a number from 1, or all, is needed."))
    return int(text)


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError(tr("a folder is needed."))
    return Path(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(tr("a day such as 2022-09-01 is needed.")) from error

"""Prints the papers of the office that are no agreements: letters, a leader's day and week."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json
from kunjungan.cli.parser import Parser
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.calendar.leader_agenda import AgendaChoice
    from kunjungan.services.office import Office

"""Characters of an id that tell which one is meant."""


def add_sheet_options(printed: Parser) -> None:
    """Let ``print day`` and ``print week`` choose whose agenda it is, and for whom."""
    printed.option(
        "--leader", metavar="NAME", default="", words=tr("Day and week: only this leader's agenda.")
    )
    printed.option(
        "--public", action="store_true", words=tr("Day and week: without notes and contacts.")
    )


def letter_named(office: "Office", text: str) -> UUID:
    """Return the letter with this number, or whose id begins with the text.

    Raises:
        RuleBroken: no letter or more than one is meant.
    """
    from kunjungan.services.letters.letters import list_letters  # noqa: PLC0415 (quick --help)
    from kunjungan.services.naming import ids_named  # noqa: PLC0415 (quick --help)

    fit = ids_named({line.id: line.number for line in list_letters(office)}, text)
    if len(fit) != 1:
        message = later("“{text}” tells no single letter. `list letters` shows their ids.")
        raise RuleBroken(message, text=text)
    return fit[0]


def _letter(call: Call) -> None:
    from kunjungan.domain.paper import Paper  # noqa: PLC0415 (quick --help)
    from kunjungan.services.letters.papers import write_letter  # noqa: PLC0415

    if not call.args.id:
        raise RuleBroken(later("Say which letter: its id or its number."))
    paper = Paper(call.args.paper) if call.args.paper else None
    with call.office() as office:
        file = write_letter(office, letter_named(office, call.args.id), call.args.out, paper)
    _tell(call, file)


def _sheet(call: Call) -> None:
    from kunjungan.domain.paper import Paper  # noqa: PLC0415 (quick --help)
    from kunjungan.services.calendar import leader_sheet  # noqa: PLC0415 (quick --help)

    week, paper = call.args.what == "week", Paper(call.args.paper or Paper.A4.value)
    made = leader_sheet.week_pdf if week else leader_sheet.day_pdf
    with call.office() as office:
        on = _day(call.args.id) or office.today()
        pdf = made(office, on, _choice(call, office), paper)
    _tell(call, leader_sheet.write_sheet(call.args.out, pdf, on, week=week))


def _choice(call: Call, office: "Office") -> "AgendaChoice":
    from kunjungan.services.calendar.leader_agenda import AgendaChoice  # noqa: PLC0415
    from kunjungan.services.calendar.leaders import leader_named  # noqa: PLC0415 (quick --help)

    if call.args.language not in {None, "id", "en"}:
        message = later("A leader's sheet is written in “id” or “en”, not in “{wanted}”.")
        raise RuleBroken(message, wanted=call.args.language)
    leader = leader_named(office, call.args.leader).person_id.hex if call.args.leader else ""
    return AgendaChoice(leader, call.args.language or "id", public=call.args.public)


def _day(text: str) -> date | None:
    """Read a day such as 2022-09-01; None where none was typed."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = later("“{text}” is no day such as 2022-09-01.")
        raise RuleBroken(message, text=text) from error


def _tell(call: Call, file: Path) -> None:
    if call.args.json:
        say_json([{"file": str(file)}])
    else:
        say(str(file))


SHEETS = frozenset({"day", "week"})
OFFICE_PAPERS: Mapping[str, Callable[[Call], None]] = MappingProxyType(
    {"letter": _letter, "day": _sheet, "week": _sheet}
)
"""What can be printed, and what prints it."""

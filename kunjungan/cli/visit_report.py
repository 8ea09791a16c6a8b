"""What comes after a visit on the command line: its papers, and the gift log of the office."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json
from kunjungan.cli.parser import Parser
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.domain.bilingual import Language
    from kunjungan.services.office import Office

GIFTS: Mapping[str, str] = MappingProxyType(
    {
        "on": later("Date"),
        "visit": later("Visit"),
        "partner": later("Partner"),
        "direction": later("Direction"),
        "what": later("Gift"),
        "count": later("Pieces"),
        "value": later("Value"),
        "kept_at": later("Kept at"),
        "due_on": later("Report due"),
        "reported_on": later("Reported"),
    }
)
_KINDS = ("report", "minutes")
_ENGLISH = ("en", "both")


def add_report_options(printed: Parser) -> None:
    """Let ``print report`` choose which paper it is."""
    printed.option(
        "--kind",
        choices=_KINDS,
        words=tr("Report: the visit report, or the minutes (Berita Acara)."),
    )


def print_report(call: Call) -> None:
    """Write the papers after a visit as PDF into a file or a folder."""
    from kunjungan.domain.paper import Paper  # noqa: PLC0415 (quick --help)
    from kunjungan.services.visit_day.papers import (  # noqa: PLC0415
        AfterPaper,
        after_pdf,
        wants_english,
        write_after,
    )
    from kunjungan.services.visit_names import visit_named  # noqa: PLC0415

    if not call.args.id:
        raise RuleBroken(later("Say which visit: its id or its title."))
    if call.args.language not in {None, "id", *_ENGLISH}:
        message = later("A visit's report is in “id”, or in “both” languages, not in “{wanted}”.")
        raise RuleBroken(message, wanted=call.args.language)
    kind = AfterPaper(call.args.kind or "report")
    paper = Paper(call.args.paper) if call.args.paper else None
    with call.office() as office:
        visit = visit_named(office, call.args.id)
        wanted = call.args.language or ("both" if wants_english(office, visit) else "id")
        pdf = after_pdf(office, visit, kind, paper, english=wanted in _ENGLISH)
        file = write_after(office, visit, kind, call.args.out, pdf)
    if call.args.json:
        say_json([{"file": str(file)}])
    else:
        say(str(file))


def gift_rows(office: "Office") -> list[dict[str, object]]:
    """Return the gift log of the office, the latest first."""
    from kunjungan.services.visiting.gifts import list_gifts  # noqa: PLC0415 (quick --help)

    return [
        {
            "id": line.id,
            "on": line.on,
            "visit_id": line.visit_id,
            "visit": line.visit,
            "partner": line.partner,
            "direction": line.direction,
            "what": line.what,
            "count": line.count,
            "value": line.value,
            "giver": line.giver,
            "receiver": line.receiver,
            "kept_at": line.kept_at,
            "due_on": line.due_on,
            "reported_on": line.reported_on,
            "overdue": line.overdue,
            "note": line.note,
        }
        for line in list_gifts(office)
    ]


def export_gifts(call: Call) -> None:
    """Write the gift log as a workbook or CSV and say where it is."""
    from kunjungan.services.visiting.gift_export import write_gifts  # noqa: PLC0415
    from kunjungan.services.visiting.gifts import list_gifts  # noqa: PLC0415 (quick --help)

    with call.office() as office:
        language: Language = "en" if call.settings.language == "en" else "id"
        say(str(write_gifts(list_gifts(office), Path(call.args.file), language)))

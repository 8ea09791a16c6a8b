"""The command that finds anything in the office by words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json, say_table
from kunjungan.cli.parser import Commands
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.search import FoundLine, Kind

MOST = 8
KINDS: "Mapping[Kind, str]" = MappingProxyType(
    {
        "visit": later("Visit"),
        "agreement": later("Agreement"),
        "person": later("Person"),
        "institution": later("Institution"),
        "clause": later("Clause"),
    }
)


def add(commands: Commands) -> None:
    """Add ``search``."""
    found = commands.add(
        "search",
        words=tr("Find visits, agreements, people, institutions and clauses by words."),
        run=_search,
    )
    found.need(
        "text",
        shown="TEXT",
        words=tr("Words in any order; the last may be unfinished. @ people, # agreements only."),
    )
    found.option("--kind", choices=list(KINDS), words=tr("Only records of this kind."))
    found.option(
        "--most", type=int, default=MOST, metavar="K", words=tr("At most so many of each kind.")
    )
    found.option("--json", action="store_true", words=tr("Write JSON instead of a table."))


def _search(call: Call) -> None:
    from kunjungan.services.search import search  # noqa: PLC0415 (quick --help)

    if call.args.most < 1:
        raise RuleBroken(later("At least one of each kind has to be shown."))
    kinds = [call.args.kind] if call.args.kind else list(KINDS)
    with call.office() as office:
        lines = search(office, call.args.text, most=call.args.most, kinds=kinds)
    if call.args.json:
        say_json([_told(line) for line in lines])
    elif lines:
        headings = [tr("Kind"), tr("Found"), tr("Detail"), tr("Date"), tr("Id")]
        say_table(headings, [_row(line) for line in lines])
    else:
        say(tr("No results for “{text}”", text=call.args.text))


def _row(line: "FoundLine") -> tuple[object, ...]:
    from kunjungan.ui.labels import screen_side  # noqa: PLC0415 (quick --help)

    at = f"{screen_side(line.article)}: " if line.article else ""
    return tr(KINDS[line.kind]), f"{at}{line.title}", line.detail, line.on, line.id


def _told(line: "FoundLine") -> dict[str, object]:
    return {
        "kind": line.kind,
        "id": line.id,
        "title": line.title,
        "places": line.places,
        "detail": line.detail,
        "on": line.on,
        "stage": line.stage,
        "article": line.article,
        "opens": {"kind": line.opens[0], "id": line.opens[1]} if line.opens else None,
        "visits": line.visits,
        "agreements": line.agreements,
    }

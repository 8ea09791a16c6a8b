"""A visit's guests on the command line: brought in from a list, and written as one."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.files import new_file, rest_file
from kunjungan.cli.output import complain, say, say_json, say_table
from kunjungan.cli.parser import WRONG, Parser
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from uuid import UUID

    from kunjungan.domain.bilingual import Language
    from kunjungan.domain.guest_heads import Column
    from kunjungan.services.guest_import.judged import Brought, Choices, Judged, Target
    from kunjungan.services.guest_import.judging import Table
    from kunjungan.services.guest_import.lists import GuestList, GuestSheet
    from kunjungan.services.office import Office

    Source = tuple[GuestList, GuestSheet]
    """A list as it came, and the sheet of it that is read."""

MOST_ROWS = 100_000
"""The command line takes lists that no window shows."""
_NO_VISIT = later("Say which visit the guests are of: --visit ID.")
_NO_COLUMNS = later(
    "No row of “{sheet}” names the columns of a guest list, such as name and position. Nothing was "
    "read. Say in which row the heads stand (--head) or what the columns are (--columns)."
)


def add_guest_options(imported: Parser) -> None:
    """Add the options of ``import people``."""
    imported.option("--visit", metavar="ID", default="", words=tr("Guests: of which visit."))
    imported.option(
        "--delegation",
        metavar="ID",
        default="",
        words=tr("Guests: of which delegation; without it each row's institution decides."),
    )
    imported.option(
        "--own", action="store_true", words=tr("Guests: the list is of the host's own party.")
    )
    imported.option(
        "--twins",
        choices=("skip", "join", "apart"),
        default="skip",
        words=tr("Guests: rows that may be doubles stay out, are joined, or are people apart."),
    )
    imported.option(
        "--update",
        action="store_true",
        words=tr("Guests: change what is known already; without it only gaps are filled."),
    )
    imported.option(
        "--announced",
        action="store_true",
        words=tr("Guests: take rows without any name as people whose name is still to come."),
    )
    imported.option(
        "--as-written",
        action="store_true",
        words=tr("Guests: keep titles with the names, and abbreviations of posts."),
    )


def add_guest_export(exported: Parser) -> None:
    """Add the option of ``export guests``."""
    exported.option("--visit", metavar="ID", default="", words=tr("Guests: of which visit."))


def import_guests(call: Call) -> None:
    """Bring the good rows of a list in, save the rest with reasons, and say how many there were.

    The file ``-`` is text that is piped in, such as a list from a messenger.
    """
    from kunjungan.services.guest_import.judged import Brought  # noqa: PLC0415 (quick --help)
    from kunjungan.services.guest_import.judging import judge  # noqa: PLC0415 (quick --help)
    from kunjungan.services.guest_import.lists import open_list  # noqa: PLC0415 (quick --help)
    from kunjungan.services.guest_import.rejects import rejects_file  # noqa: PLC0415
    from kunjungan.services.guest_import.writing import bring_in  # noqa: PLC0415 (quick --help)

    args, dry_run, rest = call.args, call.args.dry_run, rest_file(call)
    with call.office("imagine" if dry_run else "write") as office:
        target = _target(call, office)
        source = sys.stdin.read() if args.file == "-" else Path(args.file)
        opened = open_list(source, most=MOST_ROWS)
        table = _table(call, office, opened, target)
        judged = judge(office, target, table, _choices(call))
        if rest and judged.left:
            rejects_file(rest, judged)
        brought = Brought(skipped=len(judged.left)) if dry_run else bring_in(office, judged)
    _say(call, (opened, table.sheet), judged, brought)
    if judged.left and len(judged.left) == len(judged.rows):
        complain(tr("No row could be taken."))
        raise SystemExit(WRONG)


def export_guests(call: Call) -> None:
    """Write a visit's guests as a workbook or CSV and say where it is."""
    from kunjungan.services.guest_import.exporting import export_guests as write  # noqa: PLC0415

    path = new_file(call)
    with call.office() as office:
        visit = _visit(call, office)
        language: Language = "en" if call.settings.language == "en" else "id"
        personal = call.args.with_personal_data
        say(str(write(office, visit, path, language, personal=personal)))


def _visit(call: Call, office: "Office") -> "UUID":
    from kunjungan.services.visit_names import visit_named  # noqa: PLC0415 (quick --help)

    if not call.args.visit:
        raise RuleBroken(_NO_VISIT)
    return visit_named(office, call.args.visit)


def _target(call: Call, office: "Office") -> "Target":
    from kunjungan.cli.rundown import delegation_typed  # noqa: PLC0415 (quick --help)
    from kunjungan.services.guest_import.judged import Target  # noqa: PLC0415 (quick --help)

    visit, typed = _visit(call, office), call.args.delegation
    return Target(visit, delegation_typed(office, visit, typed) if typed else None, call.args.own)


def _choices(call: Call) -> "Choices":
    from kunjungan.services.guest_import.judged import Choices, Decision  # noqa: PLC0415

    args = call.args
    return Choices(
        split=not args.as_written,
        announced=args.announced,
        overwrite=args.update,
        doubtful=Decision(args.twins),
    )


def _table(call: Call, office: "Office", opened: "GuestList", target: "Target") -> "Table":
    """Return the part of the file that is read: as it was typed, else as it looks."""
    from kunjungan.services.guest_import.columns import guess, remembered  # noqa: PLC0415
    from kunjungan.services.guest_import.judging import Table  # noqa: PLC0415 (quick --help)

    args, sheet = call.args, opened.sheet(call.args.sheet)
    head = _head(args.head, len(sheet.rows)) if args.head else sheet.head
    columns = guess(sheet, head, remembered(office, target.delegation_id))
    if args.columns:
        columns = _typed(args.columns)
    if not columns or (head < 0 and not args.columns and not args.head):
        raise RuleBroken(_NO_COLUMNS, sheet=sheet.name)
    return Table(sheet, head, columns)


def _head(text: str, rows: int) -> int:
    """Return the place of the head that was typed, from 1; 0 says that there is none."""
    place = int(text) - 1 if text.isascii() and text.isdigit() else rows
    if not -1 <= place < rows:
        raise RuleBroken(later("“{text}” is no row of the sheet."), text=text)
    return place


def _typed(columns: str) -> "dict[int, Column]":
    from kunjungan.domain.guest_heads import Column, GuestField  # noqa: PLC0415 (quick --help)
    from kunjungan.domain.register_heads import column_place  # noqa: PLC0415 (quick --help)

    found = {}
    for part in columns.split(","):
        letters, _, what = (text.strip() for text in part.partition("="))
        place = column_place(letters)
        if place < 0 or what not in set(GuestField):
            message = later("“{text}” says of no column what it is; write B=name,C=title.")
            raise RuleBroken(message, text=part)
        found[place] = Column(GuestField(what))
    return found


def _say(call: Call, source: "Source", judged: "Judged", brought: "Brought") -> None:
    dry_run = call.args.dry_run
    if call.args.json:
        say_json(_as_json(source, judged, brought, written=not dry_run))
        return
    left, added, updated = (len(each) for each in (judged.left, brought.added, brought.updated))
    done = {"rows": judged.writes, "added": added, "updated": updated, "left": left}
    if dry_run:
        say(tr("Guests to bring in: {rows}. Not taken: {left}.", **done))
    else:
        say(tr("Added: {added}. Changed: {updated}. Not taken: {left}.", **done))
    _tell(source, judged)
    if dry_run:
        say(tr("Nothing was written: this was a dry run."))


def _tell(source: "Source", judged: "Judged") -> None:
    from kunjungan.services.guest_import.judged import STATES  # noqa: PLC0415 (quick --help)
    from kunjungan.services.guest_import.rejects import reason  # noqa: PLC0415 (quick --help)

    opened, read = source
    rows = [(row.number, tr(STATES[row.state]), reason(row)) for row in judged.rows if row.reason]
    if rows:
        say_table([tr("Row"), tr("State"), tr("Reason")], rows)
    for line in (*opened.left, *judged.aside.values()):
        say(tr("Not a guest: {line}", line=line))
    _tell_of(opened, read)
    for sheet in opened.beside(read):
        say(
            tr(
                "Not read: “{sheet}”, {rows} rows. Name it with --sheet.",
                sheet=sheet.name,
                rows=sheet.below,
            )
        )


def _tell_of(opened: "GuestList", read: "GuestSheet") -> None:
    """Say what was joined of a pasted list, and what Excel hides although it was read."""
    if opened.paired:
        count = opened.paired
        guests = tr("1 guest") if count == 1 else tr("{count} guests", count=count)
        say(
            tr("Each post was joined with the name on the line beside it: {guests}.", guests=guests)
        )
    if read.hidden:
        say(tr("Hidden in Excel, but read: rows {rows}.", rows=", ".join(map(str, read.hidden))))
    if columns := ", ".join(read.hidden_columns):
        say(tr("Hidden in Excel, but read: columns {columns}.", columns=columns))


def _as_json(
    source: "Source", judged: "Judged", brought: "Brought", *, written: bool
) -> dict[str, object]:
    from kunjungan.services.guest_import.rejects import reason  # noqa: PLC0415 (quick --help)

    opened, read = source
    return {
        "written": written,
        "sheet": read.name,
        "sheets_left": [sheet.name for sheet in opened.beside(read)],
        "hidden_rows": list(read.hidden),
        "hidden_columns": list(read.hidden_columns),
        "paired": opened.paired,
        "columns": {str(place): column.field for place, column in judged.columns.items()},
        "counts": {state.value: count for state, count in judged.counts.items()},
        "writes": judged.writes,
        "added": list(brought.added),
        "updated": list(brought.updated),
        "left": len(judged.left),
        "lines_left": [*opened.left, *judged.aside.values()],
        "rows": [
            {
                "row": row.number,
                "state": row.state.value,
                "writes": row.writes,
                "reason": reason(row),
                "column": row.column,
                "twin_of": row.twin_of,
                "known": row.known,
                "changes": [list(change) for change in row.changes],
                "links": [[link.what, link.text] for link in row.links],
            }
            for row in judged.rows
        ],
    }

"""The commands that carry an office or one of its lists in a file: export, import, schema."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.cli.calendar_files import (
    add_calendar_export,
    add_calendar_import,
    export_calendar,
    import_calendar,
)
from kunjungan.cli.call import Call
from kunjungan.cli.files import write_out
from kunjungan.cli.guest_files import (
    add_guest_export,
    add_guest_options,
    export_guests,
    import_guests,
)
from kunjungan.cli.output import complain, say, say_json, say_table
from kunjungan.cli.parser import WRONG, Commands, Parser
from kunjungan.cli.people_files import add_people_export, export_people
from kunjungan.cli.register_list import add_narrowing
from kunjungan.cli.registers import add_import, export_register, import_register
from kunjungan.cli.terms import export_list, import_list
from kunjungan.cli.visit_report import export_gifts
from kunjungan.i18n import tr

if TYPE_CHECKING:
    from kunjungan.services.transfer import ImportReport

EXPORTS: Mapping[str, Callable[[Call], None]] = MappingProxyType(
    {
        "terms": export_list,
        "register": export_register,
        "calendar": export_calendar,
        "gifts": export_gifts,
        "people": export_people,
        "guests": export_guests,
    }
)
IMPORTS: Mapping[str, Callable[[Call], None]] = MappingProxyType(
    {
        "terms": import_list,
        "register": import_register,
        "calendar": import_calendar,
        "people": import_guests,
    }
)
EXPORTED = ("office", "file", *EXPORTS)
IMPORTED = ("office", *IMPORTS)


def add(commands: Commands) -> None:
    """Add ``export``, ``import`` and ``schema``."""
    _add_export(commands)
    _add_import(commands)
    commands.add("schema", words=tr("Write the JSON Schema of such a file."), run=_schema)


def _add_export(commands: Commands) -> None:
    exported = commands.add(
        "export",
        words=tr(
            "Write the whole office as one JSON file, one of its lists as a table or a calendar, "
            "or a kept file as it came. A file of that name is replaced; a calendar, people and "
            "guests only if told."
        ),
        run=_export,
    )
    exported.need("what", shown="|".join(EXPORTED), words=tr("What it is about."), choices=EXPORTED)
    exported.need(
        "file",
        shown="FILE|ID",
        words=tr(
            "The file to write: office .json; register, gifts and guests .xlsx or .csv; people "
            "also .json; terms .csv; calendar .ics. Or the kept file's id."
        ),
    )
    exported.option("--without-files", action="store_true", words=tr("Leave archived files out."))
    exported.option("--out", metavar="PATH", default="", words=tr("Where a kept file goes."))
    add_narrowing(exported)
    add_calendar_export(exported)
    add_people_export(exported)
    add_guest_export(exported)


def _add_import(commands: Commands) -> None:
    imported = commands.add(
        "import",
        words=tr(
            "Add what a file holds and the office lacks: another office, terms, a register, a "
            "calendar or a visit's guests. What is known stays, but for corrected terms and what "
            "an option says."
        ),
        run=_import,
    )
    _office(imported)
    imported.option("--dry-run", action="store_true", words=tr("Only tell what would be done."))
    imported.option("--json", action="store_true", words=tr("Write JSON instead of a table."))
    add_import(imported)
    add_calendar_import(imported)
    add_guest_options(imported)


def _office(parser: Parser) -> None:
    words = tr("What it is about.")
    parser.need("what", shown="|".join(IMPORTED), words=words, choices=IMPORTED)
    parser.need(
        "file",
        shown="FILE",
        words=tr("The office's JSON file, or a list of terms, register, calendar or guest list."),
    )


def _export(call: Call) -> None:
    from kunjungan.services.transfer import export_file  # noqa: PLC0415 (quick --help)

    if call.args.what == "file":
        write_out(call, call.args.file, call.args.out)
        return
    if export := EXPORTS.get(call.args.what):
        export(call)
        return
    with call.office() as office:
        path = export_file(office, Path(call.args.file), with_files=not call.args.without_files)
    say(str(path))


def _import(call: Call) -> None:
    from kunjungan.services.transfer import import_file  # noqa: PLC0415 (quick --help)

    if take := IMPORTS.get(call.args.what):
        take(call)
        return
    file, dry_run = Path(call.args.file), call.args.dry_run
    with call.office("imagine" if dry_run else "make") as office:
        report = import_file(office, file, dry_run=dry_run)
    if call.args.json:
        say_json(_as_json(report))
    elif not report.refused:
        _tell(report)
    if report.refused:
        _complain(report)
        raise SystemExit(WRONG)


def _schema(_call: Call) -> None:
    from kunjungan.services.transfer import import_schema  # noqa: PLC0415 (quick --help)

    say(import_schema().rstrip())


def _tell(report: "ImportReport") -> None:
    kinds = Counter(line.kind for line in report.new), Counter(line.kind for line in report.same)
    left = Counter(line.kind for line in report.differing)
    rows = [
        (kind, kinds[0][kind], kinds[1][kind], left[kind])
        for kind in sorted({*kinds[0], *kinds[1], *left})
    ]
    say_table([tr("Table"), tr("New"), tr("Same"), tr("Differing")], rows)
    for line in report.differing:
        fields = f" ({', '.join(line.fields)})" if line.fields else ""
        say(f"{line.place}: {tr(line.reason)}{fields}")
    for sha in report.missing_files:
        say(tr("The content of file {fingerprint} is not in the file.", fingerprint=sha[:12]))
    if not report.written:
        say(tr("Nothing was written: this was a dry run."))


def _complain(report: "ImportReport") -> None:
    complain(
        tr("Nothing was imported; {count} places in the file are wrong:", count=len(report.refused))
    )
    for line in report.refused:
        complain(f"{line.place}: {tr(line.reason, **line.values)}")


def _as_json(report: "ImportReport") -> dict[str, object]:
    return {
        "written": report.written,
        "new": [_line(line.place, line.kind, line.id) for line in report.new],
        "same": [_line(line.place, line.kind, line.id) for line in report.same],
        "differing": [
            {
                **_line(line.place, line.kind, line.id),
                "fields": line.fields,
                "reason": tr(line.reason),
            }
            for line in report.differing
        ],
        "refused": [
            {"place": line.place, "reason": tr(line.reason, **line.values)}
            for line in report.refused
        ],
        "missing_files": report.missing_files,
    }


def _line(place: str, kind: str, key: object) -> dict[str, object]:
    return {"place": place, "kind": kind, "id": key}

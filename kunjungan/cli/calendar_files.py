"""The calendar as a file on the command line: taken in, and written for other programs."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.files import new_file
from kunjungan.cli.output import complain, say, say_json, say_table
from kunjungan.cli.papers import day
from kunjungan.cli.parser import WRONG, Parser
from kunjungan.i18n import tr

if TYPE_CHECKING:
    from uuid import UUID

    from kunjungan.services.ical.importing import Reading
    from kunjungan.services.ical.plan import ImportPlan, PlanLine
    from kunjungan.services.office import Office


def add_calendar_export(exported: Parser) -> None:
    """Add the options of ``export calendar``."""
    _add_days(exported)
    exported.option("--rundown", action="store_true", words=tr("Calendar: the rundowns, too."))
    exported.option(
        "--force",
        action="store_true",
        words=tr("Calendar, people and guests: replace a file that is there."),
    )


def add_calendar_import(imported: Parser) -> None:
    """Add the options of ``import calendar``."""
    _add_days(imported)
    imported.option(
        "--leader",
        metavar="NAME",
        words=tr("Calendar: in whose agenda; without it the head's, with “-” nobody's."),
    )
    imported.option(
        "--move-own",
        action="store_true",
        words=tr("Calendar: move our own visits to where they stand in the file."),
    )


def export_calendar(call: Call) -> None:
    """Write the calendar as a file and say where it is and what it had to leave out."""
    from kunjungan.services.ical.exporting import calendar_file, write_calendar  # noqa: PLC0415

    args, path = call.args, new_file(call)
    with call.office() as office:
        file = calendar_file(office, args.since, args.until, rundown=args.rundown)
    say(str(write_calendar(path, file)))
    for title in file.left_out:
        complain(tr("Left out, for its day is not known: {visit}", visit=title))


def import_calendar(call: Call) -> None:
    """Take a calendar file in, or tell with ``--dry-run`` what would become of each entry."""
    from kunjungan.services.ical.importing import (  # noqa: PLC0415 (quick --help)
        apply_import,
        open_calendar,
        plan_import,
    )
    from kunjungan.services.ical.local_entries import Choices  # noqa: PLC0415 (quick --help)

    args = call.args
    with call.office("imagine" if args.dry_run else "make") as office:
        choices = Choices(tenure_id=_leader(office, args.leader), move_own=args.move_own)
        reading = open_calendar(office, Path(args.file), args.since, args.until)
        plan = (plan_import if args.dry_run else apply_import)(office, reading, choices)
    if args.json:
        say_json(_as_json(plan))
    else:
        _tell(plan, reading)
    if plan.refused and len(plan.refused) == len(plan.lines):
        complain(tr("No entry could be taken."))
        raise SystemExit(WRONG)


def _leader(office: "Office", name: str | None) -> "UUID | None":
    """Return in whose agenda entries come: of who is named, else of the head."""
    from kunjungan.services.calendar.home import home  # noqa: PLC0415 (quick --help)
    from kunjungan.services.calendar.leaders import leader_named  # noqa: PLC0415 (quick --help)

    if name is None:
        head = home(office).head
        return head.id if head else None
    return None if name == "-" else leader_named(office, name).id


def _add_days(parser: Parser) -> None:
    words = tr("Calendar: from this day on.")
    parser.option("--from", dest="since", metavar="YYYY-MM-DD", type=day, words=words)
    words = tr("Calendar: up to and with this day.")
    parser.option("--to", dest="until", metavar="YYYY-MM-DD", type=day, words=words)


def _as_json(plan: "ImportPlan") -> dict[str, object]:
    return {
        "written": plan.done,
        "calendar": plan.calendar,
        "counts": {fate.value: count for fate, count in plan.counts.items()},
        "outside": plan.outside,
        "entries": [_line(line) for line in plan.lines],
    }


def _line(line: "PlanLine") -> dict[str, object]:
    form = line.form
    return {
        "line": line.line,
        "fate": line.fate,
        "title": line.title,
        "uid": line.uid,
        "recurrence": line.recurrence,
        "on": form.on if form else None,
        "until": form.until if form else None,
        "starts_at": form.starts_at.isoformat("minutes") if form and form.starts_at else None,
        "ends_at": form.ends_at.isoformat("minutes") if form and form.ends_at else None,
        "zone": form.zone if form else None,
        "entry": line.entry_id,
        "fields": line.fields,
        "reasons": [tr(each.text, **dict(each.values)) for each in line.remarks],
    }


def _tell(plan: "ImportPlan", reading: "Reading") -> None:
    from kunjungan.services.ical.plan import FATES  # noqa: PLC0415 (quick --help)

    say_table(
        [tr("Fate"), tr("Entries")],
        [(tr(FATES[fate]), count) for fate, count in plan.counts.items() if count],
    )
    for line in plan.lines:
        for remark in line.remarks:
            words = tr(remark.text, **dict(remark.values))
            say(
                tr(
                    "Line {line}, {title}: {why}",
                    line=line.line,
                    title=line.title or tr("no title"),
                    why=words,
                )
            )
    if plan.outside:
        say(
            tr(
                "Outside {since} to {until}: {count}. Name other days with --from and --to.",
                since=reading.window.since,
                until=reading.window.until - timedelta(days=1),
                count=plan.outside,
            )
        )
    if not plan.done:
        say(tr("Nothing was written: this was a dry run."))

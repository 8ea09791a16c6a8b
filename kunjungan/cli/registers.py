"""The register on the command line: taken in from a list, written as one, printed as a book."""

from pathlib import Path
from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.files import rest_file
from kunjungan.cli.output import complain, say, say_json, say_table
from kunjungan.cli.parser import WRONG, Parser
from kunjungan.cli.register_list import wanted_rows
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.domain.bilingual import Language
    from kunjungan.domain.register_heads import RegisterField
    from kunjungan.services.office import Office
    from kunjungan.services.registry.importing import ImportDone, RegisterPlan


def add_import(imported: Parser) -> None:
    """Add the options of ``import register``."""
    imported.option(
        "--sheet", metavar="NAME", default="", words=tr("Register and guests: which sheet.")
    )
    imported.option(
        "--head",
        metavar="ROW",
        words=tr(
            "Register and guests: in which row the heads stand, where that is not seen by itself; "
            "of guests 0 if in none."
        ),
    )
    imported.option(
        "--columns",
        metavar="C=FIELD,D=FIELD",
        words=tr(
            "Register and guests: what the columns are. Of a register: {fields}. "
            "Of guests: {guest_fields}.",
            fields=", ".join(_fields()),
            guest_fields=", ".join(_guest_fields()),
        ),
    )
    imported.option(
        "--mend",
        action="store_true",
        words=tr("Register: also take rows whose only fault is that day and month are swapped."),
    )
    imported.option(
        "--rest",
        metavar="FILE.xlsx",
        words=tr("Register and guests: where the rows that stay out are saved."),
    )


def import_register(call: Call) -> None:
    """Take in the good rows of a list, save the rest with reasons, and say how many there were."""
    from kunjungan.domain.register_heads import LEAST_HEADS  # noqa: PLC0415 (quick --help)
    from kunjungan.services.registry.importing import (  # noqa: PLC0415
        NO_HEAD,
        ImportDone,
        apply_plan,
        open_register,
        save_refused,
    )

    dry_run, rest = call.args.dry_run, rest_file(call)
    with call.office("imagine" if dry_run else "make") as office:
        plan = open_register(office, Path(call.args.file), sheet=call.args.sheet)
        plan = _by_hand(office, plan, call.args.head, call.args.columns)
        if len(plan.columns) < LEAST_HEADS:
            raise RuleBroken(NO_HEAD, sheet=plan.sheet)
        plan = plan.mended() if call.args.mend else plan
        if plan.refused and rest:
            save_refused(plan, rest)
        done = ImportDone() if dry_run else apply_plan(office, plan)
    if call.args.json:
        say_json(_as_json(plan, done, written=not dry_run))
    else:
        _tell(plan, done, dry_run=dry_run)
    if plan.refused and not plan.good:
        complain(tr("No row could be taken."))
        raise SystemExit(WRONG)


def export_register(call: Call) -> None:
    """Write the register as a workbook or CSV and say where it is."""
    from kunjungan.services.registry.exporting import write_register  # noqa: PLC0415

    with call.office() as office:
        rows = wanted_rows(office, call.args)
        language: Language = "en" if call.settings.language == "en" else "id"
        say(str(write_register(rows, Path(call.args.file), language)))


def print_yearbook(call: Call) -> None:
    """Write the register of a year as PDF into a file or a folder."""
    from kunjungan.domain.paper import Paper  # noqa: PLC0415 (quick --help)
    from kunjungan.services.registry.exporting import write_yearbook  # noqa: PLC0415

    year = call.args.id or ""
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise RuleBroken(later("Say which year: print register 2022."))
    paper = Paper(call.args.paper) if call.args.paper else None
    with call.office() as office:
        file = write_yearbook(office, int(year), call.args.out, paper)
    if call.args.json:
        say_json([{"file": str(file)}])
    else:
        say(str(file))


def _fields() -> list[str]:
    from kunjungan.domain.register_heads import RegisterField  # noqa: PLC0415 (quick --help)

    return [each.value for each in RegisterField]


def _guest_fields() -> list[str]:
    from kunjungan.domain.guest_heads import GuestField  # noqa: PLC0415 (quick --help)

    return [each.value for each in GuestField]


def _by_hand(
    office: "Office", plan: "RegisterPlan", head: str | None, columns: str | None
) -> "RegisterPlan":
    """Return the plan with the heads and the columns as they were typed."""
    from kunjungan.services.registry.importing import plan_columns  # noqa: PLC0415

    if head:
        place = int(head) - 1 if head.isascii() and head.isdigit() else -1
        if not 0 <= place < len(plan.table):
            raise RuleBroken(later("“{text}” is no row of the sheet."), text=head)
        plan = plan_columns(office, plan.with_head(place))
    return plan_columns(office, plan, _typed(columns)) if columns else plan


def _typed(columns: str) -> "dict[int, RegisterField]":
    from kunjungan.domain.register_heads import RegisterField, column_place  # noqa: PLC0415

    found = {}
    for part in columns.split(","):
        letters, _, what = (text.strip() for text in part.partition("="))
        place = column_place(letters)
        if place < 0 or what not in _fields():
            message = later("“{text}” says of no column what it is; write C=partner,D=subject.")
            raise RuleBroken(message, text=part)
        found[place] = RegisterField(what)
    return found


def _as_json(plan: "RegisterPlan", done: "ImportDone", *, written: bool) -> dict[str, object]:
    from kunjungan.services.registry.importing import said  # noqa: PLC0415 (quick --help)

    return {
        "written": written,
        "sheet": plan.sheet,
        "columns": {str(column): what for column, what in plan.columns.items()},
        "agreements": list(done.agreements) if written else [],
        "taken": len(plan.good),
        "new_partners": done.partners,
        "refused": [
            {"row": row.place, "reason": said(row.faults), "mendable": row.mended is not None}
            for row in plan.refused
        ],
    }


def _tell(plan: "RegisterPlan", done: "ImportDone", *, dry_run: bool) -> None:
    from kunjungan.services.registry.importing import said  # noqa: PLC0415 (quick --help)

    say(
        tr(
            "Taken over: {taken}. New partners: {partners}. Not taken: {refused}.",
            taken=len(plan.good),
            partners=done.partners,
            refused=len(plan.refused),
        )
    )
    if plan.refused:
        rows = [(row.place, said(row.faults)) for row in plan.refused]
        say_table([tr("Row"), tr("Reason")], rows)
    if dry_run:
        say(tr("Nothing was written: this was a dry run."))

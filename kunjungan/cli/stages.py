"""The stages of an agreement and what is still to be done: listed, and a stage left or reopened."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from kunjungan.cli.call import Call
from kunjungan.cli.output import say
from kunjungan.cli.papers import day
from kunjungan.cli.parser import Commands
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.office import Office
    from kunjungan.services.process.stage_lines import StageLine
    from kunjungan.services.tasks import OfficeTask

STAGES: Mapping[str, str] = MappingProxyType(
    {
        "code": later("Code"),
        "name": later("Stage"),
        "state": later("State"),
        "on": later("Date"),
        "due_on": later("Due"),
        "days_left": later("Working days left"),
        "missing": later("Missing"),
        "law": later("Law"),
    }
)
"""The columns of the list of stages."""
TASKS: Mapping[str, str] = MappingProxyType(
    {
        "id": later("Id"),
        "due_on": later("Due"),
        "title": later("What is to be done"),
        "about": later("For"),
        "party": later("Owed by"),
        "owner": later("In charge"),
        "overdue": later("Overdue"),
        "done_on": later("Done"),
    }
)
"""The columns of the list of tasks."""
OUTCOMES = ("done", "pass", "not-required", "reopen")


def add(commands: Commands) -> None:
    """Add ``stage``."""
    stage = commands.add(
        "stage",
        words=tr("Say that a stage of an agreement is done, passed or not required, or reopen it."),
        run=_stage,
    )
    stage.need(
        "id",
        shown="AGREEMENT",
        words=tr("The agreement's id, the beginning of it (4 characters or more), or reference."),
    )
    stage.need("code", shown="CODE", words=tr("The stage's code, as `list stages` tells it."))
    stage.need("outcome", shown="|".join(OUTCOMES), words=tr("How it stands."), choices=OUTCOMES)
    stage.option(
        "--reason",
        metavar="TEXT",
        default="",
        words=tr("Why; kept with the agreement. Needed unless the stage is proven."),
    )
    stage.option(
        "--on", metavar="YYYY-MM-DD", type=day, words=tr("Since when; without it since today.")
    )


def stage_rows(office: "Office", agreement: str) -> list[dict[str, object]]:
    """Return the stages of an agreement for a list; RuleBroken where none is named."""
    from kunjungan.services.process.stages import progress_of  # noqa: PLC0415 (quick --help)

    progress = progress_of(office, _named(office, agreement))
    return [_stage_row(line) | {"track": progress.track} for line in progress.lines]


def task_rows(office: "Office") -> list[dict[str, object]]:
    """Return all steps of visits and duties of agreements for a list, open ones first."""
    from kunjungan.services.tasks import office_tasks  # noqa: PLC0415 (quick --help)

    return [_task_row(line) for line in office_tasks(office)]


def _stage(call: Call) -> None:
    from kunjungan.services.process import leaving  # noqa: PLC0415 (quick --help)
    from kunjungan.services.process.stages import stage_lines  # noqa: PLC0415 (quick --help)
    from kunjungan.ui.labels import label, screen_side  # noqa: PLC0415 (quick --help)

    args = call.args
    code = args.code.upper()
    with call.office("write") as office:
        agreement = _named(office, args.id)
        match args.outcome:
            case "done":
                leaving.finish_stage(office, agreement, code, args.reason, on=args.on)
            case "pass":
                leaving.pass_stage(office, agreement, code, args.reason, on=args.on)
            case "not-required":
                leaving.not_required(office, agreement, code, args.reason, on=args.on)
            case _:
                leaving.reopen_stage(office, agreement, code)
        line = next(line for line in stage_lines(office, agreement) if line.code == code)
    say(tr("{stage}: {state}", stage=screen_side(line.name), state=label(line.state)))
    if line.lacking:
        missing = ", ".join(screen_side(name) for name in line.missing)
        say(tr("Still missing: {what}", what=missing))


def _named(office: "Office", text: str) -> UUID:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415 (quick --help)

    if not text:
        raise RuleBroken(later("Say of which agreement: list stages AGREEMENT."))
    return agreement_named(office, text)


def _stage_row(line: "StageLine") -> dict[str, object]:
    return {
        "code": line.code,
        "name": line.name,
        "state": line.state,
        "on": line.on,
        "reason": line.reason,
        "by_hand": line.by_hand,
        "due_on": line.due.on if line.due else None,
        "days_left": line.due.left if line.due else None,
        "missing": line.missing,
        "documents": [
            {
                "document": paper.slug,
                "name": paper.name,
                "required": paper.required,
                "files": [file.name for file in paper.files],
            }
            for paper in line.documents
        ],
        "law": line.law,
        "practice": line.practice,
        "aside": line.aside,
        "parallel": line.parallel,
        "repeat": line.repeat,
    }


def _task_row(line: "OfficeTask") -> dict[str, object]:
    return {
        "id": line.id,
        "title": line.title,
        "code": line.code,
        "area": line.area,
        "visit": line.visit_id,
        "agreement": line.agreement_id,
        "about": line.about,
        "party": line.party,
        "owner": line.owner,
        "due_on": line.due_on,
        "done_on": line.done_on,
        "overdue": line.overdue,
    }

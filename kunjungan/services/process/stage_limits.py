"""Until when a stage is due: by its own limit, else by its first open duty."""

from collections.abc import Mapping
from datetime import date

from kunjungan.domain.processes import Stage
from kunjungan.domain.standing import StageState
from kunjungan.services.process.deadlines import Due, WorkCalendar
from kunjungan.services.process.evidence import Process


def due_of(
    process: Process, stage: Stage, days: WorkCalendar, owed: Mapping[str, date]
) -> Due | None:
    """Return until when a stage is due: by its own limit, else by its first open duty."""
    limit = stage.deadline
    if limit is not None and (start := _start(process, limit.start)) is not None:
        return days.due(days.after(start, {"working_days": limit.days}))
    first = min((owed[code] for code in stage.duties if code in owed), default=None)
    return days.due(first) if first else None


def _start(process: Process, start: str) -> date | None:
    """Return the day a limit runs from: the date of the latest such paper, or of its stage."""
    code, _, slug = start.partition(".")
    dated = [file.on for file in process.filed(code) if file.document == slug and file.on]
    return max(dated) if dated else _done_on(process, code)


def _done_on(process: Process, code: str) -> date | None:
    stage = next((each for each in process.stages if each.code == code), None)
    standing = process.standing(stage) if stage else None
    left = standing is not None and standing.state in {StageState.DONE, StageState.PASSED}
    return standing.on if standing is not None and left else None

"""A stage of an agreement as a page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.citing import cited
from kunjungan.domain.process_lists import duty_name, fact_name
from kunjungan.domain.processes import Stage
from kunjungan.domain.standing import LEFT, StageState, Standing
from kunjungan.services.process.deadlines import Due, WorkCalendar
from kunjungan.services.process.evidence import Process
from kunjungan.services.process.stage_limits import due_of
from kunjungan.services.process.stage_papers import DocumentLine, documents_of

_CONTENT = Bilingual("isi berkas “{name}” di arsip", "the content of “{name}” in the archive")


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLine:
    """A stage as the page shows it.

    ``missing`` names what its evidence lacks: papers, facts, and the content of files that the
    archive has lost; ``by_hand`` says that a person decided how it stands, for ``reason``. ``due``
    is its limit while it is open.
    """

    code: str
    name: Bilingual
    actor: Bilingual
    gate: Bilingual
    condition: Bilingual
    law: Bilingual
    practice: bool
    aside: bool
    parallel: bool
    repeat: bool
    guards: str
    state: StageState
    on: date | None
    reason: str
    by_hand: bool
    documents: tuple[DocumentLine, ...]
    missing: tuple[Bilingual, ...]
    due: Due | None

    @property
    def lacking(self) -> bool:
        """Whether it counts as done although evidence is missing."""
        return self.state is StageState.DONE and bool(self.missing)


def stage_name(stage: Stage, kind: Bilingual) -> Bilingual:
    """Return what a stage is called for an agreement of a kind."""
    return stage.name.filled(kind=Bilingual(kind.id.lower(), kind.en.lower()))


def missing_names(standing: Standing) -> tuple[Bilingual, ...]:
    """Return what the evidence of a stage lacks: papers, facts and duties by their names."""
    duties = [name for code in standing.duties if (name := duty_name(code))]
    papers = [paper.name for paper in standing.papers]
    return (*papers, *(fact_name(fact) for fact in standing.facts), *duties)


def missing_of(process: Process, stage: Stage) -> tuple[Bilingual, ...]:
    """Return what the evidence of a stage lacks, also the files whose content is gone."""
    lost = (file.name for file in process.filed(stage.code) if file.id in process.lost)
    contents = (_CONTENT.filled(name=name) for name in lost)
    return (*missing_names(process.standing(stage)), *contents)


def stage_line(
    process: Process, stage: Stage, kind: Bilingual, days: WorkCalendar, owed: Mapping[str, date]
) -> StageLine:
    """Return a stage as a page shows it; ``owed`` are the days of the duties that are open."""
    standing = process.standing(stage)
    step = process.steps.get(stage.code)
    waits = standing.state not in LEFT and not process.closed
    return StageLine(
        code=stage.code,
        name=stage_name(stage, kind),
        actor=stage.actor,
        gate=stage.gate,
        condition=stage.condition,
        law=cited(stage.law),
        practice=stage.practice,
        aside=stage.aside,
        parallel=stage.parallel,
        repeat=stage.repeat,
        guards=stage.guards,
        state=standing.state,
        on=standing.on,
        reason=step.reason if step else "",
        by_hand=step is not None,
        documents=tuple(documents_of(process, stage)),
        missing=missing_of(process, stage),
        due=due_of(process, stage, days, owed) if waits else None,
    )

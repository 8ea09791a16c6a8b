"""What proves the stages of an agreement: papers on file, and what the program knows by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.process_lists import stages_of
from kunjungan.domain.processes import Stage
from kunjungan.domain.standing import Kept, Met, StageState, Standing, judge
from kunjungan.domain.tracks import Track
from kunjungan.services.agreement_fields import AgreementFacts, agreement_facts
from kunjungan.services.office import Office
from kunjungan.services.process.file_lines import state_of
from kunjungan.services.process.known_facts import known_facts
from kunjungan.services.process.tracks import track_in
from kunjungan.store.tables import Agreement, AgreementStep, Attachment, Task


@dataclass(frozen=True)
class Process:
    """An agreement's track with its stages, and all that speaks for each of them.

    ``steps`` are what a person said of stages by their codes, ``files`` the papers filed to one,
    ``met`` the facts and the duties that hold, ``lost`` the files whose content is gone.
    """

    track: Track
    stages: tuple[Stage, ...]
    steps: Mapping[str, AgreementStep]
    files: tuple[Attachment, ...]
    met: Mapping[str, Met]
    lost: frozenset[UUID] = frozenset()

    @property
    def begun(self) -> bool:
        """Whether the office keeps stages for this agreement."""
        return bool(self.steps or self.files)

    @property
    def closed(self) -> bool:
        """Whether a stage that ends all others is done: it was refused, or its term is over."""
        ends = [stage for stage in self.stages if stage.closes]
        return any(self.standing(stage).state is StageState.DONE for stage in ends)

    def standing(self, stage: Stage) -> Standing:
        """Return how one of its stages stands."""
        step = self.steps.get(stage.code)
        kept = Kept(step.outcome, step.on, step.reason) if step else None  # type: ignore[arg-type]
        numbered = {paper.slug for paper in stage.documents if paper.numbered}
        papers = {
            file.document: file.on
            for file in self.filed(stage.code)
            if file.document not in numbered or (file.number and file.on)
        }
        return judge(stage, papers, self.met, kept)

    def filed(self, code: str) -> list[Attachment]:
        """Return the papers filed to a stage, the oldest first."""
        return [file for file in self.files if file.stage == code]


def process_of(office: Office, session: Session, row: Agreement) -> Process:
    """Return how an agreement goes forward today, its files looked up in the archive."""
    process = process_in(session, agreement_facts(session, row), until=office.today())
    lost = (file.id for file in process.files if state_of(office, file) != "there")
    return replace(process, lost=frozenset(lost))


def process_in(session: Session, facts: AgreementFacts, *, until: date = date.max) -> Process:
    """Return how an agreement goes forward, as an open session sees it.

    What holds only from a later day than ``until``, such as its end, does not hold yet.
    """
    row = facts.row
    track = track_in(session, row)
    stages = stages_of(track, row.kind)
    steps = session.exec(select(AgreementStep).where(AgreementStep.agreement_id == row.id))
    files = session.exec(
        select(Attachment)
        .where(Attachment.agreement_id == row.id, Attachment.stage != "")
        .order_by(col(Attachment.on), col(Attachment.name))
    )
    awaited = {fact for stage in stages for fact in stage.facts}
    met = known_facts(session, facts, awaited) | _duties(session, row.id)
    met = {name: since for name, since in met.items() if (since.on or until) <= until}
    return Process(track, stages, {step.code: step for step in steps}, tuple(files), met)


def _duties(session: Session, agreement_id: UUID) -> dict[str, Met]:
    """Return the duties of which nothing is open any more, with the day of the last."""
    tasks = session.exec(select(Task).where(Task.agreement_id == agreement_id, Task.code != ""))
    by_code: dict[str, list[date | None]] = {}
    for task in tasks:
        by_code.setdefault(task.code, []).append(task.done_on)
    done = {code: [day for day in days if day] for code, days in by_code.items()}
    return {
        code: Met(max(done[code])) for code, days in by_code.items() if len(done[code]) == len(days)
    }

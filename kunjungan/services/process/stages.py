"""The stages of an agreement: how each stands, what proves it, what is missing and what is due."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.standing import LEFT
from kunjungan.domain.tracks import Track
from kunjungan.services.agreement_fields import rule_in
from kunjungan.services.office import Office
from kunjungan.services.process.deadlines import calendar_in
from kunjungan.services.process.evidence import process_of
from kunjungan.services.process.stage_lines import StageLine, stage_line
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Task


@dataclass(frozen=True, slots=True)
class Progress:
    """The stages of an agreement with their track; ``chosen`` says that a person chose it."""

    track: Track
    chosen: bool
    lines: tuple[StageLine, ...]

    @property
    def awaited(self) -> tuple[StageLine, ...]:
        """The stages on the path, without those that lie aside."""
        return tuple(line for line in self.lines if not line.aside)

    @property
    def left(self) -> int:
        """How many stages of the path are done, passed or not required."""
        return sum(line.state in LEFT for line in self.awaited)


@dataclass(frozen=True, slots=True)
class EvidenceSlot:
    """A document that a file may be evidence of."""

    stage: str
    document: str
    stage_name: Bilingual
    name: Bilingual
    required: bool


def progress_of(office: Office, agreement_id: UUID) -> Progress:
    """Return an agreement's track and its stages, in the order of the law.

    Raises NotFound when the agreement is gone.
    """
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        process = process_of(office, session, row)
        days = calendar_in(session, office.today())
        owed = _owed(session, agreement_id)
        kind = rule_in(session, row).name
        lines = tuple(stage_line(process, stage, kind, days, owed) for stage in process.stages)
        return Progress(process.track, bool(row.track), lines)


def stage_lines(office: Office, agreement_id: UUID) -> list[StageLine]:
    """Return the stages of an agreement in the order of the law."""
    return list(progress_of(office, agreement_id).lines)


def evidence_slots(office: Office, agreement_id: UUID) -> list[EvidenceSlot]:
    """Return every document of every stage, for a file to be filed to."""
    return [
        EvidenceSlot(line.code, paper.slug, line.name, paper.name, paper.required)
        for line in stage_lines(office, agreement_id)
        for paper in line.documents
    ]


def _owed(session: Session, agreement_id: UUID) -> dict[str, date]:
    """Return until when the duties are due that are still open, the first of each code."""
    query = select(Task).where(Task.agreement_id == agreement_id, Task.code != "")
    owed: dict[str, date] = {}
    for task in session.exec(query):
        if task.done_on is None and task.due_on is not None:
            owed[task.code] = min(task.due_on, owed.get(task.code, task.due_on))
    return owed

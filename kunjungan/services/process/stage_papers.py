"""The papers of a stage: those awaited, and what is on file of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.processes import Stage
from kunjungan.services.process.evidence import Process
from kunjungan.store.tables import Attachment

OTHER_PAPERS = Bilingual("Berkas lain", "Other files")


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper on file: its own number and date, and the name of its file."""

    id: UUID
    name: str
    number: str
    on: date | None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of a stage and what is on file of it."""

    slug: str
    name: Bilingual
    required: bool
    files: tuple[PaperLine, ...]


def documents_of(process: Process, stage: Stage) -> Iterator[DocumentLine]:
    """Yield the documents of a stage with what is on file, then files of no known document."""
    filed = process.filed(stage.code)
    for paper in stage.documents:
        own = tuple(_file(file) for file in filed if file.document == paper.slug)
        yield DocumentLine(paper.slug, paper.name, paper.required, own)
    known = {paper.slug for paper in stage.documents}
    if others := tuple(_file(file) for file in filed if file.document not in known):
        yield DocumentLine("", OTHER_PAPERS, required=False, files=others)


def _file(row: Attachment) -> PaperLine:
    return PaperLine(row.id, row.name, row.number, row.on)

"""The records of the sample case that its parts hang on."""

from dataclasses import dataclass
from uuid import UUID

SAMPLE = "CONTOH / SAMPLE"


@dataclass(frozen=True, slots=True)
class SampleBody:
    """A region of the case: its government, its head's tenure, its name."""

    body: UUID
    head: UUID
    name: str


@dataclass(frozen=True, slots=True)
class SampleCase:
    """The visit of 1 September 2022, the one before it, and who takes part.

    ``delegations``, ``sessions`` and ``agreements`` stand in the order Prabumulih, Ogan Ilir.
    """

    visit: UUID
    earlier: UUID
    bandung: SampleBody
    prabumulih: SampleBody
    ogan_ilir: SampleBody
    delegations: tuple[UUID, UUID]
    sessions: tuple[UUID, UUID]
    agreements: tuple[UUID, UUID]

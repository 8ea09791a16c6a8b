"""The partner's own language beside Indonesian and English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kunjungan.domain.clause_marks import marks
from kunjungan.domain.languages import tongue
from kunjungan.services.clauses import ClauseLine
from kunjungan.services.content_text import third_mark
from kunjungan.ui.theme.fonts import carry_scripts


@dataclass(frozen=True)
class Third:
    """A third language by its code, and what stands before each row in it."""

    code: str
    marks: Mapping[UUID, str]

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        return tongue(self.code).right_to_left

    @property
    def short(self) -> str:
        """Its code as a column is called in few letters: KO, ZH."""
        return self.code.partition("-")[0].upper()


def third_of(code: str, lines: Sequence[ClauseLine]) -> Third | None:
    """Return a text's third language, None for a text without one."""
    if not code:
        return None
    carry_scripts()
    counted = marks([line.level for line in lines])
    pairs = zip(lines, counted, strict=True)
    return Third(code, {line.id: third_mark(mark, code) for line, mark in pairs})

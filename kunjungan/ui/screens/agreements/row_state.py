"""How the two languages of a clause agree."""

from dataclasses import dataclass

from kunjungan.domain.clauses import Level
from kunjungan.i18n import tr
from kunjungan.services.clauses import ClauseLine
from kunjungan.ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row's two languages agree, in colour and words."""

    tone: Tone
    words: str


def state_of(line: ClauseLine) -> RowState | None:
    """Return how a clause stands; a translated heading needs no mark."""
    if not line.text.id.strip():
        return RowState(Tone.BAD, tr("No Indonesian text yet"))
    if line.untranslated:
        return RowState(Tone.BAD, tr("Not translated yet"))
    if line.uneven:
        return RowState(Tone.WARN, tr("Numbers or fields differ between the languages"))
    if line.level is Level.ARTICLE:
        return None
    return RowState(Tone.OK, tr("Both languages are there"))

"""The parts of an agreement's text: opening, articles, closing, and what each still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kunjungan.domain.clauses import Level
from kunjungan.i18n import tr
from kunjungan.services.clauses import ClauseLine
from kunjungan.ui.labels import screen_side


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text by its first row; ``missing`` counts rows without English."""

    key: UUID
    title: str
    rows: tuple[UUID, ...]
    missing: int
    article: bool


def sections_of(lines: Sequence[ClauseLine]) -> list[Section]:
    """Return the parts of a text in order."""
    groups: list[list[ClauseLine]] = []
    for line in lines:
        if not groups or _opens(line, groups[-1]):
            groups.append([])
        groups[-1].append(line)
    return [_section(group) for group in groups]


def section_at(sections: Sequence[Section], clause_id: UUID | None) -> int:
    """Return the place of the part that a row belongs to, or -1."""
    places = (place for place, part in enumerate(sections) if clause_id in part.rows)
    return next(places, -1)


def translated(lines: Sequence[ClauseLine]) -> tuple[int, int]:
    """Return how many rows say the same in English, and how many there are."""
    return sum(not line.untranslated for line in lines), len(lines)


def next_problem(
    lines: Sequence[ClauseLine], after: UUID | None, *, back: bool = False
) -> ClauseLine | None:
    """Return the next row that lacks a language, round the end of the text."""
    order = list(reversed(lines)) if back else list(lines)
    here = next((place for place, line in enumerate(order) if line.id == after), -1)
    turned = order[here + 1 :] + order[: here + 1]
    return next((line for line in turned if not line.text.complete), None)


def _opens(line: ClauseLine, group: Sequence[ClauseLine]) -> bool:
    first = group[0].level
    if line.level in {Level.ARTICLE, Level.CLOSING}:
        return line.level is Level.ARTICLE or first is not Level.CLOSING
    if line.level is Level.PARTY:
        return first is not Level.PARTY and first is not Level.ARTICLE
    return first is Level.PARTY


def _section(group: Sequence[ClauseLine]) -> Section:
    first = group[0]
    return Section(
        first.id,
        _title(first),
        tuple(line.id for line in group),
        sum(line.untranslated for line in group),
        article=first.level is Level.ARTICLE,
    )


def _title(first: ClauseLine) -> str:
    if first.level is Level.ARTICLE:
        number = first.marker.id.rpartition(" ")[2]
        return f"{number} {_sentence_case(screen_side(first.text))}".strip()
    words = {Level.PARTY: tr("The parties"), Level.CLOSING: tr("Closing words")}
    return words.get(first.level, tr("Opening") if first.key == "opening" else tr("Considerations"))


def _sentence_case(heading: str) -> str:
    return heading.capitalize() if heading.isupper() else heading

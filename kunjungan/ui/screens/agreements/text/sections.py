"""The parts of an agreement's text: opening, articles, annexes, and what each still lacks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from kunjungan.domain.clauses import Level
from kunjungan.i18n import later, tr
from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.services.preflight import About, Finding
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.agreements.findings.finding_words import column_of
from kunjungan.ui.screens.agreements.rows.clause_columns import HEADINGS, lacks, to_review
from kunjungan.ui.screens.agreements.rows.third import Third

Lack = Literal["untranslated", "stale", "found", ""]
"""What is to be done next in a text: translate, review, mend what was found; or nothing."""


_DATA: Mapping[About, str] = MappingProxyType(
    {
        "number": later("Number"),
        "party": later("Signatory"),
        "facts": later("Data"),
        "witness": later("Witness"),
        "institution": later("Institution"),
    }
)
"""What is lacking in the data, where that is one thing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row, and the language in which something is to be done there."""

    line: ClauseLine
    column: Column


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text by its first row; ``missing`` counts texts that are not translated.

    ``lacks`` says so in few letters: "2 EN". ``blocking`` and ``advice`` count what else was found
    in it. Without ``key`` it stands for the agreement's data, which are no text.
    """

    key: UUID | None
    title: str
    rows: tuple[UUID, ...] = ()
    missing: int = 0
    lacks: str = ""
    article: bool = False
    blocking: int = 0
    advice: int = 0


def sections_of(
    lines: Sequence[ClauseLine],
    third: Third | None = None,
    findings: Mapping[UUID, Sequence[Finding]] | None = None,
) -> list[Section]:
    """Return the parts of a text in order, with what was found in the rows of each."""
    groups: list[list[ClauseLine]] = []
    for line in lines:
        if not groups or _opens(line, groups[-1]):
            groups.append([])
        groups[-1].append(line)
    return [_section(group, third, findings or {}) for group in groups]


def data_section(findings: Sequence[Finding]) -> Section:
    """Return what was found outside the text: date, place, parties, numbers."""
    outside = [each for each in findings if each.clause_id is None and each.about != "process"]
    blocking = [each for each in outside if each.blocking]
    about = {each.about for each in blocking}
    word = tr(_DATA[about.pop()]) if len(about) == 1 and about <= _DATA.keys() else ""
    return Section(
        None,
        tr("Data and parties"),
        lacks=word,
        blocking=len(blocking),
        advice=len(outside) - len(blocking),
    )


def translations(third: Third | None) -> tuple[Column, ...]:
    """Return the columns that render the Indonesian text."""
    return ("en", "third") if third is not None else ("en",)


def section_at(sections: Sequence[Section], clause_id: UUID | None) -> int:
    """Return the place of the part that a row belongs to, or -1."""
    places = (place for place, part in enumerate(sections) if clause_id in part.rows)
    return next(places, -1)


def translated(lines: Sequence[ClauseLine], third: Third | None = None) -> tuple[int, int]:
    """Return how many rows under the headings say all in every language, and how many there are."""
    columns = translations(third)
    rows = [line for line in lines if line.level not in HEADINGS]
    done = sum(not any(lacks(line, column) for column in columns) for line in rows)
    return done, len(rows)


def to_do(
    lines: Sequence[ClauseLine], third: Third | None, found: Mapping[UUID, Sequence[Finding]]
) -> Lack:
    """Return the most pressing thing that is still to be done in a text."""
    columns = translations(third)
    if any(not line.text.id.strip() or _any(lacks, line, columns) for line in lines):
        return "untranslated"
    if any(_any(to_review, line, columns) for line in lines):
        return "stale"
    return "found" if any(found.get(line.id) for line in lines) else ""


def next_problem(
    lines: Sequence[ClauseLine],
    after: UUID | None,
    third: Third | None = None,
    found: Mapping[UUID, Sequence[Finding]] = MappingProxyType({}),
    *,
    back: bool = False,
) -> Problem | None:
    """Return the next row where something is to be done, round the end of the text, and in what."""
    columns = translations(third)
    order = list(reversed(lines)) if back else list(lines)
    here = next((place for place, line in enumerate(order) if line.id == after), -1)
    for line in order[here + 1 :] + order[: here + 1]:
        column = _to_do(line, columns) or _found_in(found.get(line.id, ()))
        if column is not None:
            return Problem(line, column)
    return None


def _to_do(line: ClauseLine, columns: Sequence[Column]) -> Column | None:
    if not line.text.id.strip():
        return "id"
    open_ones = (each for each in columns if lacks(line, each) or to_review(line, each))
    return next(open_ones, None)


def _found_in(findings: Sequence[Finding]) -> Column | None:
    return column_of(findings[0]) if findings else None


def _any(
    is_so: Callable[[ClauseLine, Column], bool], line: ClauseLine, columns: Sequence[Column]
) -> bool:
    return any(is_so(line, column) for column in columns)


def _opens(line: ClauseLine, group: Sequence[ClauseLine]) -> bool:
    first = group[0].level
    if line.level in HEADINGS:
        return True
    if line.level is Level.CLOSING:
        return first is not Level.CLOSING
    if line.level is Level.PARTY:
        return first not in {Level.PARTY, *HEADINGS}
    return first is Level.PARTY


def _section(
    group: Sequence[ClauseLine],
    third: Third | None,
    findings: Mapping[UUID, Sequence[Finding]],
) -> Section:
    first = group[0]
    found = [each for line in group for each in findings.get(line.id, ())]
    codes = {"en": "EN", "third": third.short if third else ""}
    missing = {
        codes[column]: count
        for column in translations(third)
        if (count := sum(lacks(line, column) for line in group))
    }
    return Section(
        first.id,
        _title(first),
        tuple(line.id for line in group),
        sum(missing.values()),
        " ".join(f"{count} {code}" for code, count in missing.items()),
        first.level is Level.ARTICLE,
        sum(each.blocking for each in found if each.code != "missing-translation"),
        sum(not each.blocking for each in found),
    )


def _title(first: ClauseLine) -> str:
    heading = _sentence_case(screen_side(first.text))
    if first.level is Level.ARTICLE:
        number = first.marker.id.rpartition(" ")[2]
        return f"{number} {heading}".strip()
    if first.level is Level.ANNEX:
        word, _, number = screen_side(first.marker).partition(" ")
        mark = f"{word.capitalize()} {number}".strip()
        return f"{mark}: {heading}" if heading else mark
    words = {Level.PARTY: tr("The parties"), Level.CLOSING: tr("Closing words")}
    return words.get(first.level, tr("Opening") if first.key == "opening" else tr("Considerations"))


def _sentence_case(heading: str) -> str:
    return heading.capitalize() if heading.isupper() else heading

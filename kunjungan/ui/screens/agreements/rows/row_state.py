"""How the languages of a row agree, in colour and words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kunjungan.i18n import later, tr
from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.services.preflight import Finding
from kunjungan.ui.screens.agreements.findings.finding_words import words_of
from kunjungan.ui.screens.agreements.rows.clause_columns import (
    HEADINGS,
    column_name,
    lacks,
    to_review,
)
from kunjungan.ui.screens.agreements.rows.third import Third
from kunjungan.ui.theme.tokens import Tone

_OF_THE_ROW = frozenset({"missing-translation", "missing-indonesian", "stale-translation"})
"""Findings that a row shows by itself, before anything was checked."""


_NAMED: Mapping[str, str] = MappingProxyType(
    {
        "term-deviates": later("Glossary term"),
        "term-wrong": later("Glossary term"),
        "figures-differ": later("Figures differ"),
    }
)
"""Findings that have a name of their own among the states of a row."""
_ICONS: Mapping[Tone, str] = MappingProxyType(
    {Tone.OK: "checkmark_circle", Tone.WARN: "warning", Tone.BAD: "error_circle"}
)


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row's languages agree."""

    tone: Tone
    words: str

    @property
    def icon(self) -> str:
        """The sign that stands at the row's end."""
        return _ICONS[self.tone]


def state_of(
    line: ClauseLine, third: Third | None, findings: Sequence[Finding] = ()
) -> RowState | None:
    """Return how a row stands, the worst first; a heading without fault needs no mark."""
    bad = _own_faults(line, third)
    found = [each for each in findings if each.code not in _OF_THE_ROW]
    bad += [_said(each) for each in found if each.blocking]
    fair = [_said(each) for each in found if not each.blocking]
    if bad or fair:
        return RowState(Tone.BAD if bad else Tone.WARN, "\n".join((*bad, *fair)))
    if line.level in HEADINGS:
        return None
    return RowState(Tone.OK, tr("The languages agree"))


def _said(finding: Finding) -> str:
    words = words_of(finding)
    name = _NAMED.get(finding.code)
    return f"{tr(name)}: {words.title}" if name else words.title


def _own_faults(line: ClauseLine, third: Third | None) -> list[str]:
    """Return what blocks as far as the row itself tells."""
    if not line.text.id.strip():
        return [tr("No Indonesian text yet")]
    columns: tuple[Column, ...] = ("en", "third") if third is not None else ("en",)
    bad = [
        tr("Not translated yet: {language}", language=column_name(column, third))
        for column in columns
        if lacks(line, column)
    ]
    bad += [
        tr("To be reviewed, the Indonesian has changed: {language}",
           language=column_name(column, third))
        for column in columns
        if to_review(line, column)
    ]  # fmt: skip
    return bad

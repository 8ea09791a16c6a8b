"""Findings in words: what each says, how many block, and what may be printed now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.layouts import HOME_LANGUAGES
from kunjungan.i18n import later, tr
from kunjungan.services.clauses import Column
from kunjungan.services.language_values import language_name
from kunjungan.services.preflight import About, Finding
from kunjungan.ui.labels import refusal_words, screen_side
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

_VERBS: Mapping[About, str] = MappingProxyType(
    {
        "text": later("Show"),
        "letters": later("Show"),
        "facts": later("Enter"),
        "party": later("Choose"),
        "number": later("Enter"),
        "institution": later("Open"),
        "witness": later("Open"),
        "process": later("Open"),
    }
)
_MANY: Mapping[str, str] = MappingProxyType(
    {
        "missing-translation": later("{count} rows without {language}"),
        "missing-indonesian": later("{count} rows without Indonesian text"),
        "stale-translation": later("{count} rows to review in {language}"),
    }
)
"""What several rows with the same fault are called together."""


@dataclass(frozen=True, slots=True)
class FindingWords:
    """What a finding says: what is wrong, what to do, and the verb of its button."""

    title: str
    fix: str
    verb: str


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """One finding, or several rows with the same fault, to be shown as one line."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding in the row that comes first."""
        return self.findings[0]

    def after(self, rows: Sequence[UUID], here: UUID | None) -> Finding:
        """Return the next of its findings behind the row one is in, round the end."""
        place = rows.index(here) if here in rows else -1
        places = {row: at for at, row in enumerate(rows)}
        behind = [f for f in self.findings if f.clause_id and places[f.clause_id] > place]
        return behind[0] if behind else self.first

    def words(self) -> FindingWords:
        """Return what it says; several rows are named by their places."""
        one = words_of(self.first)
        if len(self.findings) == 1:
            return one
        language = screen_side(language_name(self.first.language))
        title = tr(_MANY[self.first.code], count=len(self.findings), language=language)
        places = [screen_side(each.place) for each in self.findings if each.place]
        return FindingWords(title, "; ".join(places), tr("Go on"))


def words_of(finding: Finding) -> FindingWords:
    """Return what one finding says."""
    title, fix = (
        refusal_words(RuleBroken(words, **finding.values))
        for words in (finding.message, finding.fix)
    )
    verb = later("Replace") if finding.code == "term-wrong" else _VERBS[finding.about]
    return FindingWords(title.rstrip("."), fix, tr(verb))


def grouped(findings: Sequence[Finding]) -> list[FoundGroup]:
    """Return the findings as lines: many rows with the same fault are one, in their place."""
    groups: dict[object, list[Finding]] = {}
    for place, finding in enumerate(findings):
        many = finding.clause_id is not None and finding.code in _MANY
        key = (finding.code, finding.language, finding.blocking) if many else place
        groups.setdefault(key, []).append(finding)
    return [FoundGroup(tuple(group)) for group in groups.values()]


def column_of(finding: Finding) -> Column:
    """Return the column of the text in which a finding stands."""
    if finding.language and finding.language not in HOME_LANGUAGES:
        return "third"
    return "en" if finding.language == "en" else "id"


def by_row(findings: Sequence[Finding]) -> dict[UUID, list[Finding]]:
    """Return the findings that stand in a row of the text, by its id."""
    found: dict[UUID, list[Finding]] = {}
    for finding in findings:
        if finding.clause_id is not None:
            found.setdefault(finding.clause_id, []).append(finding)
    return found


def chips_of(findings: Sequence[Finding]) -> list[ChipText]:
    """Return how many findings block and how many advise, as chips."""
    blocking = sum(finding.blocking for finding in findings)
    advice = len(findings) - blocking
    made = []
    if blocking:
        made.append(ChipText(tr("{count} blocking", count=blocking), Tone.BAD))
    if advice:
        made.append(ChipText(tr("{count} to consider", count=advice), Tone.WARN))
    return made


def advice_on(findings: Sequence[Finding], *, is_open: bool) -> str:
    """Return what may be printed now."""
    if not is_open:
        return tr("The originals of this draft have been printed; its text is locked.")
    if any(finding.blocking for finding in findings):
        return tr(
            "Originals can be printed once nothing blocks. A marked draft can be printed now."
        )
    return tr("The originals can be printed. Printing them locks this draft.")

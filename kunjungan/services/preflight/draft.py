"""An agreement as preflight looks it through, read once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.cells import level_cells
from kunjungan.domain.clauses import Level
from kunjungan.domain.cross_references import Signposts
from kunjungan.domain.layouts import HOME_LANGUAGES, Layout, official_languages
from kunjungan.domain.references import Reference, references
from kunjungan.domain.richtext import fields_in
from kunjungan.domain.spots import Spot, spots
from kunjungan.domain.term_base import TermBase
from kunjungan.services.agreement_fields import AgreementFacts, agreement_facts
from kunjungan.services.agreement_values import agreement_values, figure_values
from kunjungan.services.clauses import anchor_of
from kunjungan.services.language_values import language_name
from kunjungan.services.preflight.findings import Finding, Rule
from kunjungan.services.third_values import known_values
from kunjungan.services.writing.terms import term_base
from kunjungan.store.tables import Agreement, Clause

TABLE = frozenset({Level.TABLE_HEAD, Level.TABLE_ROW})
_FIELD = re.compile(r"\{[^{}]*\}")
_SHARED = "…"
"""Stands for a field that both languages have and that so cannot differ."""


@dataclass(frozen=True)
class Line:
    """A row of the text, as it is stored, with its spot and what its fields say."""

    id: UUID
    level: Level
    key: str | None
    text_id: str
    text_en: str
    text_third: str
    rendered: str
    rendered_third: str
    anchor: str
    spot: Spot
    values: Mapping[str, Bilingual]

    def text(self, language: str) -> str:
        """Return what is written in a language, with fields and marks."""
        if language == "id":
            return self.text_id
        return self.text_en if language == "en" else self.text_third

    @cached_property
    def bare(self) -> Bilingual:
        """Both texts as they are printed, without the marks of bold and italic.

        Cells of a table that hold a figure only stand in the English as they will be printed.
        """
        if self.level not in TABLE:
            return Bilingual(_bare(self.text_id), _bare(self.text_en))
        both = level_cells(self.text_id, self.text_en)
        return Bilingual(" | ".join(cell.id for cell in both), " | ".join(cell.en for cell in both))

    @cached_property
    def typed(self) -> Bilingual:
        """Both texts as they may differ: a field of one language alone is filled, others are gone.

        Fields of both languages say the same by themselves.
        """
        both = self.bare
        if "{" not in both.id and "{" not in both.en:
            return both
        shared = set(fields_in(both.id)) & set(fields_in(both.en))
        return Bilingual(self._filled(both.id, "id", shared), self._filled(both.en, "en", shared))

    @cached_property
    def pointed_to(self) -> Mapping[Language, list[Reference]]:
        """The places that each language points to."""
        return {"id": references(self.bare.id, "id"), "en": references(self.bare.en, "en")}

    def finding(self, rule: Rule, language: str = "", **values: object) -> Finding:
        """Return a finding in this row; ``language`` is named in its sentence."""
        place = self.spot.words
        said: dict[str, object] = {"place": place, **values}
        if language:
            said["language"] = language_name(language)
        column = "third" if language and language not in HOME_LANGUAGES else language or "id"
        return Finding(
            rule,
            said,
            place=place,
            clause_id=self.id,
            language=language,
            field=f"text_{column}",
        )

    def _filled(self, text: str, language: Language, shared: set[str]) -> str:
        def said(found: re.Match[str]) -> str:
            name = found[0][1:-1]
            value = None if name in shared else self.values.get(name)
            return value.side(language) if value else _SHARED

        return _FIELD.sub(said, text)


@dataclass(frozen=True)
class Draft:
    """An agreement's facts and its rows, read once for all checks."""

    facts: AgreementFacts
    lines: Sequence[Line]
    values: Mapping[str, Bilingual]
    terms: TermBase

    @property
    def row(self) -> Agreement:
        """The agreement itself."""
        return self.facts.row

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """All languages of the text, Indonesian first; at home there is no third."""
        return self.facts.languages if self.facts.foreign else HOME_LANGUAGES

    @cached_property
    def official(self) -> tuple[str, ...]:
        """The languages that are signed."""
        foreign = self.facts.foreign
        signed = official_languages(self.row.layout, self.third, foreign=foreign)
        return tuple(code for code, own in zip(self.languages, signed, strict=True) if own)

    @cached_property
    def third(self) -> str:
        """The partner's own language, empty where the paper has none."""
        return next((code for code in self.languages if code not in HOME_LANGUAGES), "")

    @cached_property
    def third_known(self) -> Mapping[str, str]:
        """The fields whose words in the partner's own language are known."""
        return known_values(self.facts, self.values) if self.third else {}

    def weighed(self, finding: Finding) -> Finding:
        """Return a finding without weight where no original shows the language it stands in.

        That is the unofficial English of an agreement at home in volumes, which is printed apart.
        """
        apart = self.row.layout is Layout.VOLUMES and finding.language not in ("", *self.official)
        return replace(finding, harmless=True) if apart else finding

    def has(self, level: Level) -> bool:
        """Say whether the text has a row of a level."""
        return any(line.level is level for line in self.lines)


def draft_in(session: Session, row: Agreement) -> Draft:
    """Return an agreement as an open session sees it, ready to be looked through."""
    facts = agreement_facts(session, row)
    rows = _stored(session, row.id)
    at = spots([stored["level"] for stored in rows])
    texts = (stored[name] for stored in rows for name in ("text_id", "text_en", "text_third"))
    values = agreement_values(facts) | figure_values(texts)
    posts = Signposts([stored["level"] for stored in rows], [_anchor(stored) for stored in rows])
    lines = [
        Line(**stored, spot=spot, values=_own_values(posts, place, stored, values))
        for place, (stored, spot) in enumerate(zip(rows, at, strict=True))
    ]
    return Draft(facts, lines, values, term_base(session))


def _anchor(stored: sa.RowMapping) -> str:
    return anchor_of(stored["id"], stored["anchor"])


def _own_values(
    posts: Signposts, place: int, stored: sa.RowMapping, values: Mapping[str, Bilingual]
) -> Mapping[str, Bilingual]:
    """Return what the fields of one row say: its references are its own."""
    said = posts.said(place, stored["text_id"], stored["text_en"], stored["text_third"])
    return {**values, **said} if said else values


def _stored(session: Session, agreement_id: UUID) -> Sequence[sa.RowMapping]:
    """Return the columns of an agreement's rows in order, without making records of them."""
    names = (
        "id", "level", "key", "anchor",
        "text_id", "text_en", "text_third", "rendered", "rendered_third",
    )  # fmt: skip
    query = (
        sa.select(*(col(getattr(Clause, name)) for name in names))
        .where(col(Clause.agreement_id) == agreement_id)
        .order_by(col(Clause.rank), col(Clause.id))
    )
    return session.connection().execute(query).mappings().all()


def _bare(text: str) -> str:
    return text.replace("**", "").replace("__", "")

"""A pair of texts that the translation memory remembers, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Source:
    """Where a translation stands: an agreement's partner and place, or a kind's standard text."""

    kind: AgreementKind
    place: Bilingual = Bilingual("", "")  # noqa: RUF009 - it never changes
    partner: str = ""
    reference: str = ""
    agreement_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Texts that say the same, where they stand, and what references in the English say there."""

    text_id: str
    text_en: str
    source: Source
    references: Mapping[str, str] = field(default_factory=dict)

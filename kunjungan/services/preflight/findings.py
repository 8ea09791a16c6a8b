"""What preflight reports: a finding says what is wrong, where, and what mends it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual

About = Literal["text", "letters", "facts", "party", "number", "institution", "witness", "process"]
"""Where a finding is mended; for a party, its number or its institution ``seq`` says which."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that preflight looks for: its stable name, two untranslated sentences, its weight.

    ``message`` says what is wrong and ``fix`` what to do; both take the finding's values. What
    blocks keeps originals from being printed, a marked draft never.
    """

    code: str
    message: str
    fix: str
    blocking: bool = True
    about: About = "text"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that an agreement breaks, at one place.

    ``place`` is the row ("Pasal 3 ayat (2)") and ``clause_id`` its id, ``person`` whom it is about,
    ``language`` the language it stands in (``id``, ``en`` or the partner's own), ``field`` the name
    of the field of text or data to mend. ``harmless`` takes a rule's blocking weight away.
    """

    rule: Rule
    values: Mapping[str, object] = field(default_factory=dict)
    seq: int = 0
    place: Bilingual | None = None
    clause_id: UUID | None = None
    person: str = ""
    language: str = ""
    field: str = ""
    harmless: bool = False

    @property
    def code(self) -> str:
        """The rule's stable name, such as ``missing-translation``."""
        return self.rule.code

    @property
    def message(self) -> str:
        """What is wrong, untranslated; its places are filled from ``values``."""
        return self.rule.message

    @property
    def fix(self) -> str:
        """What to do, untranslated; its places are filled from ``values``."""
        return self.rule.fix

    @property
    def blocking(self) -> bool:
        """Whether it keeps originals from being printed."""
        return self.rule.blocking and not self.harmless

    @property
    def about(self) -> About:
        """Where it is mended."""
        return self.rule.about

"""Text that always exists in Indonesian and English together."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in the two languages of every paper."""

    id: str
    en: str

    def filled(self, **values: object) -> "Bilingual":
        """Return the pair with its named places filled; a pair as value gives each its own side."""
        return Bilingual(
            self.id.format(**_sides(values, "id")), self.en.format(**_sides(values, "en"))
        )

    @property
    def complete(self) -> bool:
        """True when neither language is blank."""
        return bool(self.id.strip() and self.en.strip())

    def side(self, language: Language) -> str:
        """Return the text in one language."""
        return self.id if language == "id" else self.en


def _sides(values: dict[str, object], language: Language) -> dict[str, object]:
    return {
        name: value.side(language) if isinstance(value, Bilingual) else value
        for name, value in values.items()
    }

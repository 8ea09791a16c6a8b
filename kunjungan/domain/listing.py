"""Several things as one phrase of a sentence, in both languages."""

from collections.abc import Sequence

from kunjungan.domain.bilingual import Bilingual


def listed(items: Sequence[Bilingual]) -> Bilingual:
    """Return a list as a sentence says it: "A dan B", "A, B, dan C"; "A and B", "A, B, and C"."""
    return Bilingual(
        _joined([item.id for item in items], "dan"), _joined([item.en for item in items], "and")
    )


def listed_names(names: Sequence[Bilingual]) -> Bilingual:
    """Return a list of names that may hold commas: "A, B dan C", "A, B; D, E; dan F"."""
    return Bilingual(
        _joined_names([name.id for name in names], "dan", pause=False),
        _joined_names([name.en for name in names], "and", pause=True),
    )


def _joined(words: Sequence[str], conjunction: str, mark: str = ",") -> str:
    if len(words) < 3:
        return f" {conjunction} ".join(words)
    *first, last = words
    return f"{f'{mark} '.join(first)}{mark} {conjunction} {last}"


def _joined_names(names: Sequence[str], conjunction: str, *, pause: bool) -> str:
    """With ``pause`` a comma closes the first of two names if it holds one itself."""
    if len(names) == 2 and pause and "," in names[0]:
        return f"{names[0]}, {conjunction} {names[1]}"
    return _joined(names, conjunction, ";" if any("," in name for name in names) else ",")

"""What is told about a move or a slip before it is done: what clashes, what goes along."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

CheckTone = Literal["ok", "warn", "bad"]
_GRAVEST: tuple[CheckTone, ...] = ("bad", "warn", "ok")


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing to know: an untranslated sentence with its values."""

    tone: CheckTone
    text: str
    values: dict[str, object] = field(default_factory=dict)


def worst_first(lines: Iterable[CheckLine]) -> list[CheckLine]:
    """Return what clashes before what only warns, and that before all is well."""
    return sorted(lines, key=lambda line: _GRAVEST.index(line.tone))

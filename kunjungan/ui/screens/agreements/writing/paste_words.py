"""The words of the dialog that pastes: languages, places, counts, keys."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from kunjungan.i18n import later, tr
from kunjungan.services.clauses import ClauseLine
from kunjungan.services.writing.paste import Action, PastePlan
from kunjungan.ui.labels import language_word
from kunjungan.ui.screens.agreements.writing.reference_dialog import row_items
from kunjungan.ui.widgets.segmented import Option

_LONG = 64
_COUNTED: Mapping[Action, str] = MappingProxyType(
    {
        "add": later("{count} new rows"),
        "fill": later("{count} gaps filled"),
        "replace": later("{count} replaced"),
        "same": later("{count} already there"),
        "missing": later("{count} without a partner"),
        "skip": later("{count} left out"),
    }
)


def sides(third: str) -> list[Option]:
    """Return what a clipping can be: text in one of the languages, or in both home languages."""
    own = [Option("third", language_word(third))] if third else []
    home = [Option("id", tr("Indonesian")), Option("en", tr("English text"))]
    return [*home, *own, Option("both", tr("Both languages"))]


def places(lines: Sequence[ClauseLine]) -> list[tuple[UUID | None, str]]:
    """Return where the rows can go: at the beginning, or behind any row."""
    found: list[tuple[UUID | None, str]] = [(None, tr("the beginning of the text"))]
    for item, line in zip(row_items(lines), lines, strict=True):
        words = f"{item.title}: {item.detail}" if item.detail else item.title
        found.append((line.id, words if len(words) < _LONG else f"{words[:_LONG]}…"))
    return found


def summary(plan: PastePlan) -> str:
    """Return how many rows are planned to be what."""
    counts = Counter(row.action for row in plan.rows)
    parts = [
        tr(words, count=counts[action]) for action, words in _COUNTED.items() if counts[action]
    ]
    return ", ".join(parts)


def hints() -> list[tuple[str, str]]:
    """Return the keys of the table, each with what it does."""
    keys = ((tr("Space"), tr("leave out")), ("L", tr("kind of row")), ("Ctrl+V", tr("paste again")))
    return list(keys)

"""How changes are spoken of in the office's history."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from kunjungan.i18n import later, tr
from kunjungan.services.history import ChangeLine
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "all": later("All"),
        "undone": later("Taken back"),
        "final": later("Final"),
        "system": later("By the program"),
    }
)
"""The ways the history can be narrowed."""

_GOING_BACK = frozenset({"undo", "redo"})


def label_words(label: str) -> str:
    """Return a change's name in the screen's language; one from elsewhere as it was written."""
    try:
        return tr(label)
    except (KeyError, IndexError, ValueError):
        return label


def change_words(line: ChangeLine) -> str:
    """Return what was done: the name of a change, or that it was undone or redone."""
    change = label_words(line.label)
    if line.kind == "undo":
        return tr("Undone: {change}", change=change)
    return tr("Redone: {change}", change=change) if line.kind == "redo" else change


def kind_of(line: ChangeLine) -> str:
    """Return under which of ``KINDS`` a change stands besides all."""
    if line.undone:
        return "undone"
    if line.final:
        return "final"
    return "system" if line.kind == "system" else ""


def state_chip(line: ChangeLine, next_undo: str) -> ChipText | None:
    """Return how a change stands, or None for one that simply stands."""
    chips = {
        "undone": ChipText(tr("Taken back"), Tone.NEUTRAL, "arrow_undo"),
        "final": ChipText(tr("Final"), Tone.OK, "lock_closed"),
        "system": ChipText(tr("By the program")),
    }
    if line.id == next_undo:
        return ChipText(tr("Undo next"), Tone.INFO, "arrow_undo")
    if line.kind in {"import", "merge"} and not line.undone:
        return ChipText(tr("Import"), Tone.INFO, "arrow_import")
    return chips.get(kind_of(line))


def next_undo(lines: Sequence[ChangeLine]) -> str:
    """Return the change that undo would take back now, empty where a final one ends it."""
    for line in lines:
        if line.kind in _GOING_BACK or line.kind == "system":
            continue
        if line.final:
            return ""
        if not line.undone:
            return line.id
    return ""


def local_day(line: ChangeLine) -> date:
    """Return the day of a change where the program runs."""
    return line.at.astimezone().date()

"""What a comparison tells, in sentences that are still to be translated."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.domain.comparing import Change
from kunjungan.i18n import later
from kunjungan.services.drafts.comparison import RowPair

CHANGES: Mapping[Change, str] = MappingProxyType(
    {
        Change.SAME: later("Unchanged"),
        Change.CHANGED: later("Changed"),
        Change.ADDED: later("Added"),
        Change.REMOVED: later("Removed"),
        Change.MOVED: later("Moved here from {place}"),
        Change.LEFT: later("Moved from here to {place}"),
    }
)
COUNTS: Mapping[Change, str] = MappingProxyType(
    {
        Change.CHANGED: later("{count} changed"),
        Change.ADDED: later("{count} added"),
        Change.REMOVED: later("{count} removed"),
        Change.MOVED: later("{count} moved"),
    }
)
_MOVED_AND_CHANGED = later("Moved here from {place} and changed")
_OTHER_LEVEL = later("Changed: it stands at another level")


def change_words(pair: RowPair) -> tuple[str, dict[str, object]]:
    """Return what became of a row, untranslated, and the values of its places."""
    match pair.change:
        case Change.MOVED if pair.left is not None:
            words = _MOVED_AND_CHANGED if pair.reworded or pair.relevelled else None
            return words or CHANGES[pair.change], {"place": pair.left.place}
        case Change.LEFT if pair.right is not None:
            return CHANGES[pair.change], {"place": pair.right.place}
        case Change.CHANGED if pair.relevelled and not pair.reworded:
            return _OTHER_LEVEL, {}
    return CHANGES[pair.change], {}

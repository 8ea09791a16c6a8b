"""Words for the tracks of agreements, their stages, and what became of a row or of words."""

from kunjungan.domain.comparing import Change
from kunjungan.domain.standing import StageState
from kunjungan.domain.tracks import Track
from kunjungan.domain.word_changes import Fate
from kunjungan.i18n import later
from kunjungan.ui.enum_words import Pair

PROCESS_WORDS: tuple[Pair, ...] = (
    (Track.DOMESTIC, later("With another region (KSDD)")),
    (Track.THIRD_PARTY, later("With a third party (KSDPK)")),
    (Track.MINISTRY, later("Synergy with the central government")),
    (Track.FOREIGN, later("With a foreign partner (KSDPL/KSDLL)")),
    (StageState.OPEN, later("Not yet")),
    (StageState.STARTED, later("Begun")),
    (StageState.DONE, later("Done")),
    (StageState.PASSED, later("Passed")),
    (StageState.NOT_REQUIRED, later("Not required")),
    (Change.SAME, later("Unchanged")),
    (Change.CHANGED, later("Changed")),
    (Change.ADDED, later("Added")),
    (Change.REMOVED, later("Removed")),
    (Change.MOVED, later("Moved here")),
    (Change.LEFT, later("Moved away")),
    (Fate.KEPT, later("Kept words")),
    (Fate.ADDED, later("Added words")),
    (Fate.REMOVED, later("Removed words")),
)

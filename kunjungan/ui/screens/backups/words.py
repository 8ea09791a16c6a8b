"""How backups are spoken of on their screen."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLocale

from kunjungan.domain.date_words import clock
from kunjungan.i18n import tr
from kunjungan.services.upkeep import BackupLine
from kunjungan.ui.dates import long_day, short_day
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

CHECKING, SOUND, DAMAGED = "checking", "sound", "damaged"
_FORMAT = QLocale.DataSizeFormat.DataSizeTraditionalFormat


def when(line: BackupLine) -> str:
    """Return when a backup was made, for a list: "Fri, 26 Aug 2022 17.05"."""
    at = line.at.astimezone()
    return f"{short_day(at.date(), year=True)} {clock(at.time())}"


def when_in_full(at: datetime) -> str:
    """Return a moment for a sentence: "Friday, 26 August 2022, 17.05"."""
    local = at.astimezone()
    return f"{long_day(local.date())}, {clock(local.time())}"


def size_words(size: int) -> str:
    """Return a file's size in the screen's own numbers: "1.2 MB"."""
    return QLocale().formattedDataSize(size, 1, _FORMAT)


def behind_words(line: BackupLine) -> str:
    """Return what the office has done since, as far as it can be told."""
    if line.behind is None:
        return ""
    if line.behind == 0:
        return tr("nothing")
    return tr("1 change") if line.behind == 1 else tr("{count} changes", count=line.behind)


def state_chip(line: BackupLine, checked: str) -> ChipText:
    """Return how a backup stands; ``checked`` is what a check of today found, if there was one."""
    if line.damage is not None or checked == DAMAGED:
        return ChipText(tr("Damaged"), Tone.BAD, "error_circle")
    if checked == CHECKING:
        return ChipText(tr("Being checked…"), Tone.INFO)
    if checked == SOUND:
        return ChipText(tr("Sound, just checked"), Tone.OK, "checkmark_circle")
    return ChipText(tr("Proved when made"), Tone.NEUTRAL, "shield_checkmark")


def restore_words(line: BackupLine) -> str:
    """Return what restoring a backup would do, for the question before it."""
    parts = [
        tr("The office becomes what it was on {moment}.", moment=when_in_full(line.at)),
        _lost(line),
        tr(
            "The present data is put aside in the office's folder and nothing is deleted. "
            "The window closes for a moment and opens again."
        ),
    ]
    return " ".join(part for part in parts if part)


def total_size(lines: Sequence[BackupLine]) -> str:
    """Return how much room backups take together."""
    return size_words(sum(line.size for line in lines))


def _lost(line: BackupLine) -> str:
    if line.behind is None:
        return tr("It comes from another chain of changes than the present data.")
    if line.behind == 0:
        return tr("Nothing was changed since.")
    return tr("Changes made since that will no longer be in it: {count}.", count=line.behind)

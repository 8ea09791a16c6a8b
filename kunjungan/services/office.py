"""What every use-case needs, handed in rather than looked up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kunjungan.store.archive import Archive
from kunjungan.store.store import Store


@dataclass(frozen=True, slots=True)
class Office:
    """An open office: its memory, its archive of files, its clock and who sits at the desk.

    ``today`` is the office's local day and ``now`` the present moment with its zone.
    """

    store: Store
    archive: Archive
    folder: Path
    user: str
    today: Callable[[], date]
    now: Callable[[], datetime]

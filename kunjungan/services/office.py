"""What every use-case needs, handed in rather than looked up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kunjungan.services.signed_texts import refuse_altered
from kunjungan.store.archive import Archive
from kunjungan.store.store import Store


@dataclass(frozen=True, slots=True)
class Office:
    """An open office: its memory, its archive of files, its clock and who sits at the desk.

    ``today`` is the office's local day and ``now`` the present moment with its zone. Whatever is
    done in it, signed texts stay as they are.
    """

    store: Store
    archive: Archive
    folder: Path
    user: str
    today: Callable[[], date]
    now: Callable[[], datetime]

    @property
    def looking_on(self) -> bool:
        """Whether it is open for reading only."""
        return self.store.read_only

    def refuse_looking_on(self) -> None:
        """Raise Unavailable where it is open for reading only, before anything is asked."""
        self.store.refuse_looking_on()

    def __post_init__(self) -> None:
        if refuse_altered not in self.store.rules:
            self.store.rules.append(refuse_altered)

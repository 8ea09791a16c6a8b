"""What a screen is given when it is built, and how places are named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from PySide6.QtGui import QAction

from kunjungan.services.office import Office
from kunjungan.ui.background import Background
from kunjungan.ui.changes import ChangeNews
from kunjungan.ui.desk import Desk
from kunjungan.ui.pictures import PagePictures


@dataclass(frozen=True, slots=True)
class Address:
    """Where one is: a place, perhaps a record in it, perhaps a tab of that record."""

    place: str
    record: UUID | None = None
    tab: str = ""

    @classmethod
    def parse(cls, text: str) -> "Address | None":
        """Return the address a text stands for, or None where it stands for none."""
        place, _, rest = text.partition("/")
        record, _, tab = rest.partition("/")
        try:
            return cls(place, UUID(record) if record else None, tab) if place else None
        except ValueError:
            return None

    @property
    def text(self) -> str:
        """The address as text: ``visits/<id>/delegations``."""
        return f"{self.place}/{self.record or ''}/{self.tab}".rstrip("/")


class Toast(Protocol):
    """Says briefly what was done, with a button to undo it where ``undo`` is true."""

    def __call__(self, text: str, /, *, undo: bool = False) -> None:
        """Show ``text`` for ten seconds."""


class Reopen(Protocol):
    """Closes the office, lets work be done on its files, and opens it again at the same place."""

    def __call__(self, work: Callable[[], str], /) -> None:
        """Do ``work`` while nobody has the office open; the new window tells what it returned.

        An OfficeError from ``work`` is shown by the new window instead.
        """


@dataclass(frozen=True, slots=True)
class ScreenContext:
    """Everything a screen needs, handed in by the window."""

    office: Office
    news: ChangeNews
    background: Background
    desk: Desk
    commands: Mapping[str, QAction]
    navigate: Callable[[Address], None]
    toast: Toast
    pictures: PagePictures
    reopen: Reopen

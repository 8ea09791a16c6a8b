"""Who is lifted from a seat or from the list, and where the guest would come down."""

from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QPointF

from kunjungan.services.precedence.order import RankedGuest


@dataclass(frozen=True, slots=True)
class Hold:
    """A guest in the hand.

    ``origin`` is the seat lifted from, empty from the list; ``target`` the seat below, empty
    beside every seat; ``pointer`` where the hand is, None where the keyboard holds.
    """

    line: RankedGuest
    origin: str = ""
    target: str = ""
    pointer: QPointF | None = None

    @property
    def guest_id(self) -> UUID:
        """The attendee's id."""
        return self.line.guest.id

    @property
    def moved(self) -> bool:
        """Whether letting go now would change a seat."""
        return bool(self.target) and self.target != self.origin

    def over(self, target: str, pointer: QPointF | None = None) -> "Hold":
        """Return the guest held over another seat."""
        return replace(self, target=target, pointer=pointer)

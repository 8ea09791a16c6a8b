"""The places one has been to, for going back and forth like in a browser."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kunjungan.ui.context import Address

_MOST = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """A place and how it looked when it was left: selection, scroll."""

    address: Address
    state: Mapping[str, object] = field(default_factory=dict)


class PlacesHistory:
    """A line of stops with one current."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    @property
    def current(self) -> Stop | None:
        """Where one is, or None before the first place."""
        return self._stops[self._at] if self._stops else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back from somewhere."""
        return self._at + 1 < len(self._stops)

    def note(self, state: Mapping[str, object]) -> None:
        """Remember how the current place looks, before it is left."""
        if self._stops:
            self._stops[self._at] = replace(self._stops[self._at], state=state)

    def go(self, address: Address) -> None:
        """Go to a new place; what lay ahead is forgotten."""
        if self._stops and self._stops[self._at].address == address:
            return
        self._stops = [*self._stops[: self._at + 1], Stop(address)][-_MOST:]
        self._at = len(self._stops) - 1

    def rename(self, address: Address) -> None:
        """Say where one is in other words, such as another tab of the same record."""
        if self._stops:
            self._stops[self._at] = replace(self._stops[self._at], address=address)

    def step(self, by: int) -> Stop | None:
        """Go back (-1) or forth (1) and return the stop, or None where there is none."""
        if not 0 <= self._at + by < len(self._stops):
            return None
        self._at += by
        return self._stops[self._at]

"""A card's place on its page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A place in points: its left and upper edge from the page's lower left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top - self.height

    @property
    def middle(self) -> float:
        """Half way from the left to the right edge."""
        return self.left + self.width / 2

    def inset(self, across: float, down: float) -> "Box":
        """Return it with white inside its edges."""
        return Box(
            self.left + across, self.top - down, self.width - 2 * across, self.height - 2 * down
        )

"""The measures of the printed page, in points from its lower left corner.

The figures are office practice found by setting sample pages: the columns are as wide as the
sheet allows, because narrow columns are what makes white rivers.
"""

from dataclasses import dataclass
from math import ceil

from kunjungan.domain.paper import Paper

MM = 72 / 25.4

PARAF_WIDTH, PARAF_HEIGHT = 24 * MM, 11 * MM
PARAFS_IN_A_ROW = 4
STAMP_WIDTH, STAMP_HEIGHT = 24 * MM, 28 * MM
SIGNING_SPACE = 36 * MM
LOGO_WIDTH, LOGO_HEIGHT = 21 * MM, 25 * MM
_FOOT = 27 * MM
_TYPE = {Paper.F4: (10.0, 13.6), Paper.A4: (9.5, 13.0)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: binding margin at the left, two equal columns, the foot below."""

    width: float
    height: float
    size: float
    lead: float
    """From one baseline to the next."""
    bottom: float
    """Where the text ends and the foot begins."""
    left: float = 22 * MM
    margin_right: float = 18 * MM
    margin_top: float = 18 * MM
    gutter: float = 7 * MM

    @property
    def top(self) -> float:
        """The upper edge of the text."""
        return self.height - self.margin_top

    @property
    def right(self) -> float:
        """The right edge of the English column."""
        return self.width - self.margin_right

    @property
    def measure(self) -> float:
        """The width of one column: 84 mm on F4."""
        return (self.right - self.left - self.gutter) / 2

    @property
    def english(self) -> float:
        """The left edge of the English column."""
        return self.right - self.measure

    @property
    def middle(self) -> float:
        """The middle between the margins."""
        return (self.left + self.right) / 2

    @property
    def ascent(self) -> float:
        """From the top of a line of the grid to its baseline."""
        return self.size * 0.72

    @property
    def paragraph_gap(self) -> float:
        """White before a paragraph."""
        return self.lead / 3

    @property
    def item_gap(self) -> float:
        """White before the items of a list."""
        return self.lead / 6


def sheet_for(paper: Paper, parties: int) -> Sheet:
    """Return the page; more than four parties raise the foot for their initials."""
    width, height = paper.size_mm
    size, lead = _TYPE[paper]
    rows = max(1, ceil(parties / PARAFS_IN_A_ROW))
    return Sheet(width * MM, height * MM, size, lead, _FOOT + (rows - 1) * (PARAF_HEIGHT + MM))

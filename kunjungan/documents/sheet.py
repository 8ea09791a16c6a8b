"""The measures of the printed page, in points from its lower left corner.

The figures are office practice found by setting sample pages: two columns are as wide as the
sheet allows, because narrow columns are what makes white rivers; one column is no wider than the
eye finds back along, some 70 characters.
"""

from dataclasses import dataclass, replace

from kunjungan.domain.paper import Paper

MM = 72 / 25.4

PARAF_WIDTH, PARAF_HEIGHT = 24 * MM, 11 * MM
PARAFS_IN_A_ROW = 4
STAMP_WIDTH, STAMP_HEIGHT = 24 * MM, 28 * MM
SIGNING_SPACE = 36 * MM
LOGO_WIDTH, LOGO_HEIGHT = 21 * MM, 25 * MM
_UNDER_FOOT = 9.5 * MM
_OVER_FOOT = 6.5 * MM
_TYPE = {
    (Paper.F4, 2): (10.0, 13.6),
    (Paper.A4, 2): (9.5, 13.0),
    (Paper.F4, 1): (11.0, 15.2),
    (Paper.A4, 1): (10.5, 14.4),
}
_MARGINS = {2: (22 * MM, 18 * MM), 1: (35 * MM, 30 * MM)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: binding margin at the left, equal columns, the foot below."""

    width: float
    height: float
    columns: int
    size: float
    lead: float
    """From one baseline to the next."""
    left: float
    margin_right: float
    foot: float = PARAF_HEIGHT
    """The height of the foot, without the white round it."""
    margin_top: float = 18 * MM
    gutter: float = 7 * MM

    @property
    def top(self) -> float:
        """The upper edge of the text."""
        return self.height - self.margin_top

    @property
    def foot_top(self) -> float:
        """Where the first line of the foot begins."""
        return _UNDER_FOOT + self.foot

    @property
    def bottom(self) -> float:
        """Where the text ends: 27 mm above the edge when the foot is one row of boxes high."""
        return self.foot_top + _OVER_FOOT

    @property
    def right(self) -> float:
        """The right edge of the text."""
        return self.width - self.margin_right

    @property
    def measure(self) -> float:
        """The width of one column: 84 mm of two on F4."""
        return (self.right - self.left - (self.columns - 1) * self.gutter) / self.columns

    def edge(self, column: int) -> float:
        """Return the left edge of a column, counted from 0."""
        return self.left + column * (self.measure + self.gutter)

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

    def over(self, foot: float) -> "Sheet":
        """Return the page with a foot of another height."""
        return replace(self, foot=foot)


def sheet_for(paper: Paper, columns: int = 2) -> Sheet:
    """Return the page of a paper with so many columns."""
    width, height = paper.size_mm
    return Sheet(width * MM, height * MM, columns, *_TYPE[paper, columns], *_MARGINS[columns])

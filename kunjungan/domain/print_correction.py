"""What a printer does to a page, told from a ruled test page, and how that is made good."""

from dataclasses import dataclass

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

CORNER_MM = 20.0
"""Where the ruled corner stands on the test page, from the left and from the top edge."""
ACROSS_MM, DOWN_MM = 150.0, 200.0
"""How long the test page's two ruled lines are."""
_FARTHEST_MM = 10.0
_MOST = 0.05

TOO_FAR = later(
    "These measures are too far from the ruled ones. Measure from the edge of the paper to the "
    "corner, then the two lines, in millimetres."
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a ruler says of a printed test page, in mm."""

    from_left: float = CORNER_MM
    from_top: float = CORNER_MM
    across: float = ACROSS_MM
    down: float = DOWN_MM


@dataclass(frozen=True, slots=True)
class Correction:
    """What is done to a page before it goes to a printer: scaled about its corner, then moved."""

    x_mm: float = 0.0
    y_mm: float = 0.0
    across: float = 1.0
    down: float = 1.0

    @property
    def nothing(self) -> bool:
        """True when the page is sent as it is."""
        return self == Correction()


def correction(measured: Measured) -> Correction:
    """Return what brings the ruled corner and lines to their places.

    Raises:
        RuleBroken: no printer errs so far: more than 10 mm or 5 per cent.
    """
    across, down = measured.across / ACROSS_MM, measured.down / DOWN_MM
    left = measured.from_left - CORNER_MM * across
    top = measured.from_top - CORNER_MM * down
    if max(abs(across - 1), abs(down - 1)) > _MOST or max(abs(left), abs(top)) > _FARTHEST_MM:
        raise RuleBroken(TOO_FAR)
    return Correction(-left / across, -top / down, 1 / across, 1 / down)

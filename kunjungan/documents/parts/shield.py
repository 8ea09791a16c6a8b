"""The emblems in the head: the office's own pictures, or drawn shields that stand in for them."""

import re
from collections.abc import Sequence
from typing import Protocol

from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.pictures import picture
from kunjungan.documents.setting.centred import fitted_line
from kunjungan.documents.sheet import LOGO_HEIGHT, LOGO_WIDTH

_GENERIC = re.compile(
    r"\b(?:PEMERINTAH|KOTA|KABUPATEN|PROVINSI|DAERAH|THE|OF|GOVERNMENT|CITY|REGENCY|PROVINCE)\b"
)


class Emblazoned(Protocol):
    """Who has an emblem: a picture, or initials of ``shield`` or else of its official name."""

    @property
    def logo(self) -> bytes | None: ...

    @property
    def shield(self) -> str: ...

    @property
    def government(self) -> Sequence[str]: ...


def draw_emblem(ink: Ink, party: Emblazoned, x: float, top: float, width: float) -> None:
    """Draw an emblem in a box of the logo's shape; its proportions are never changed."""
    shown = picture(party.logo) if party.logo else None
    if shown is None:
        _draw_shield(ink, _initials(party.shield or party.government[0]), x, top, width)
        return
    scale = min(width / shown.width, width * LOGO_HEIGHT / LOGO_WIDTH / shown.height)
    across, high = shown.width * scale, shown.height * scale
    ink.picture(shown, x + (width - across) / 2, top - high, across, high)


def _initials(name: str) -> str:
    """Return the first letters of what is particular in a name: "OI" for Kabupaten Ogan Ilir."""
    words = _GENERIC.sub("", name.upper()).split() or name.upper().split()
    return "".join(word[0] for word in words[:3])


def _draw_shield(ink: Ink, initials: str, x: float, top: float, width: float) -> None:
    canvas, high = ink.canvas, width * LOGO_HEIGHT / LOGO_WIDTH
    canvas.saveState()
    canvas.setLineJoin(1)
    for inset, line in ((0.6, 1.3), (3.0, 0.5)):
        left, right, upper, lower = x + inset, x + width - inset, top - inset, top - high + inset
        canvas.setLineWidth(line)
        path = canvas.beginPath()
        path.moveTo(left, upper)
        path.lineTo(right, upper)
        path.lineTo(right, upper - high * 0.52)
        path.curveTo(
            right, lower + high * 0.2, x + width * 0.66, lower + high * 0.07, x + width / 2, lower
        )
        path.curveTo(
            x + width * 0.34,
            lower + high * 0.07,
            left,
            lower + high * 0.2,
            left,
            upper - high * 0.52,
        )
        path.close()
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()
    size = width * (0.34 if len(initials) < 3 else 0.24)
    letters = fitted_line(ink.faces, initials, "bold", size, width * 0.7)
    ink.centred(x + width / 2, top - high * 0.55, letters)

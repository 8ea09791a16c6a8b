"""The code in the foot of a page, as a square of black modules that a camera reads."""

import re
from collections.abc import Sequence
from typing import Literal

from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.sheet import MM

CODE_SIDE = 11 * MM
"""The side of the code without its quiet zone, as high as a box for initials."""
QUIET = 4
"""The white that it needs on each side, in modules (ISO/IEC 18004)."""
LEAST = 0.4 * MM
"""The smallest module that office printers and cameras are sure of."""
_DARK = re.compile(b"\0+")


def draw_code(ink: Ink, text: str, x: float, top: float) -> None:
    """Draw a code with its upper left corner at ``x`` and ``top``; all of it is one path."""
    rows = code_rows(text)
    draw_modules(ink, rows, x, top, max(LEAST, CODE_SIDE / len(rows)))


def draw_modules(ink: Ink, rows: Sequence[bytes], x: float, top: float, module: float) -> None:
    """Draw the rows of a code with modules of one size in points."""
    path = " ".join(
        f"{run.start()} {-row} {run.end() - run.start()} -1 re"
        for row, modules in enumerate(rows)
        for run in _DARK.finditer(modules)
    )
    ink.canvas.addLiteral(f"q 0 g {module:.4f} 0 0 {module:.4f} {x:.3f} {top:.3f} cm {path} f Q")


def code_rows(text: str, level: Literal["L", "M", "Q"] = "L") -> list[bytes]:
    """Return the smallest code for a text row by row, a byte for each module: 0 is dark.

    ``level`` is how much of it may be spoilt: 7, 15 or 25 per cent.
    """
    import zxingcpp  # noqa: PLC0415 - heavy, paper only

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    image = code.to_image(scale=1, add_quiet_zones=False)
    modules = memoryview(image)  # type: ignore[arg-type]  # stubs do not tell that it is a buffer
    return [bytes(row) for row in modules.tolist()]

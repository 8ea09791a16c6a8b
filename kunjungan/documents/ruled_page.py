"""The ruled page that tells what a printer does to paper: a corner, two lines, four edges."""

from io import BytesIO
from typing import TYPE_CHECKING

from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import MM
from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import ACROSS_MM, CORNER_MM, DOWN_MM

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_SIZE, _LEAD = 9.0, 13.0
_WORDS = (
    ("Halaman uji printer / Printer test page", True),
    ("Ukur dengan penggaris, dalam milimeter: / Measure with a ruler, in millimetres:", False),
    ("A  dari tepi kiri kertas ke garis tegak / from the left edge to the upright line", False),
    ("B  dari tepi atas kertas ke garis mendatar / from the top edge to the level line", False),
    ("C  panjang garis mendatar / length of the level line", False),
    ("D  panjang garis tegak / length of the upright line", False),
    ("Seharusnya / should be: A = 20, B = 20, C = 150, D = 200", False),
)


def ruled_page(paper: Paper) -> bytes:
    """Return a one-page PDF of a paper: the corner 20 mm from left and top, ruled to the mm."""
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415 - heavy, paper only
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - heavy, paper only

    faces, file = FaceCase(), BytesIO()
    body = faces.latin("foot")
    registerFont(body.font)
    width, height = (side * MM for side in paper.size_mm)
    canvas = Canvas(
        file,
        pagesize=(width, height),
        invariant=1,
        initialFontName=body.name,  # type: ignore[arg-type]  # stubs say float
    )
    canvas.setTitle("Halaman uji printer")
    x, y = CORNER_MM * MM, height - CORNER_MM * MM
    _rule(canvas, (x, y), (1, 0), ACROSS_MM)
    _rule(canvas, (x, y), (0, -1), DOWN_MM)
    canvas.setFont(body.name, _SIZE)
    for number, (words, strong) in enumerate((*_WORDS, (_named(paper), False))):
        canvas.setFont(body.name, _SIZE + 4 if strong else _SIZE)
        canvas.drawString(x + 20 * MM, y - 25 * MM - number * _LEAD * 1.3, words)
    for letter, (left, below) in _letters().items():
        canvas.setFont(body.name, 12)
        canvas.drawString(x + left * MM, y - below * MM, letter)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _named(paper: Paper) -> str:
    across, down = paper.size_mm
    return f"Kertas / paper: {paper.value.upper()} {across} x {down} mm"


def _letters() -> dict[str, tuple[float, float]]:
    """Return where each measure's letter stands, in mm from the corner to the right and down."""
    return {
        "A": (-12.0, 10.0),
        "B": (10.0, -10.0),
        "C": (ACROSS_MM - 8, 10.0),
        "D": (8.0, DOWN_MM - 4),
    }


def _rule(
    canvas: "Canvas", start: tuple[float, float], way: tuple[int, int], length: float
) -> None:
    """Draw a line with a stroke at every mm, longer at 5 and at 10, inside the ruled corner."""
    x, y = start
    right, up = way
    canvas.setLineWidth(0.25)
    canvas.line(x, y, x + right * length * MM, y + up * length * MM)
    for at in range(int(length) + 1):
        stroke = 5.0 if at % 10 == 0 else 3.5 if at % 5 == 0 else 2.0
        left, top = x + right * at * MM, y + up * at * MM
        canvas.line(left, top, left - up * stroke * MM, top - right * stroke * MM)

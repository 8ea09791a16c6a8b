"""The test page of a label sheet: where each label will be, to be held against a real sheet."""

from kunjungan.documents.cards.box import Box
from kunjungan.documents.cards.content import Said
from kunjungan.documents.cards.drawing import Drawing
from kunjungan.documents.cards.fitting import Part
from kunjungan.documents.cards.sheets import box_of
from kunjungan.documents.pdf.archive import About
from kunjungan.documents.pdf.finishing import file_of
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.tree import tag_of
from kunjungan.documents.setting.faces import CARD_FACES, FaceCase
from kunjungan.documents.sheet import MM
from kunjungan.domain.label_sheets import LabelSheet

_WORDS = "{name}; label {width:g} x {height:g} mm; geser {x:g} / {y:g} mm"
_CROSS = 3 * MM


def trial_page(sheet: LabelSheet) -> bytes:
    """Return a page with the edge, the middle and the number of every label, as PDF."""
    ink = Ink(FaceCase(CARD_FACES), sheet.page_width * MM, sheet.page_height * MM)
    drawing = Drawing(ink)
    words = _WORDS.format(
        name=sheet.name.id,
        width=sheet.width,
        height=sheet.height,
        x=sheet.offset_x,
        y=sheet.offset_y,
    )
    for number in range(sheet.per_page):
        box = box_of(sheet, number)
        _draw_edges(ink, box)
        parts = [Part(Said("id", str(number + 1)), "bold_plain", 16.0, 4.0, first=True)]
        parts += [Part(Said("id", words), "plain", 7.0, 3.0)] if number == 0 else []
        drawing.write(parts, box.inset(2 * MM, 2 * MM), "left")
    ink.next_page()
    return file_of(ink, About(words, "", (tag_of("id"),)))


def _draw_edges(ink: Ink, box: Box) -> None:
    """Draw a label's edge and a cross in its middle."""
    x, y = box.middle, box.top - box.height / 2
    with ink.artifact():
        ink.canvas.setLineWidth(0.4)
        ink.canvas.rect(box.left, box.bottom, box.width, box.height)
        ink.canvas.line(x - _CROSS, y, x + _CROSS, y)
        ink.canvas.line(x, y - _CROSS, x, y + _CROSS)

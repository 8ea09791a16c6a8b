"""Draws where a sheet is cut and where it is folded."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kunjungan.documents.cards.box import Box
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.sheet import MM
from kunjungan.domain.label_sheets import LabelSheet

_GREY, _LINE = 0.45, 0.5
_FOLD: Mapping[str, str] = MappingProxyType({"id": "lipat", "en": "fold"})


def draw_guides(ink: Ink, sheet: LabelSheet, box: Box, languages: Sequence[str]) -> None:
    """Draw a card's edge where it is cut and the lines on which it is folded, all dashed."""
    canvas, fold_word = ink.canvas, " / ".join(_FOLD[each] for each in languages)
    with ink.artifact():
        canvas.saveState()
        canvas.setStrokeGray(_GREY)
        canvas.setLineWidth(_LINE)
        canvas.setDash(3, 2)
        if sheet.cut:
            canvas.rect(box.left, box.bottom, box.width, box.height)
        for fold in range(1, sheet.folds):
            y = box.top - box.height * fold / sheet.folds
            canvas.line(box.left, y, box.left + 4 * MM, y)
            canvas.line(box.left + 18 * MM, y, box.right, y)
            canvas.setFillGray(_GREY)
            ink.text(box.left + 5 * MM, y - 2.2, fold_word, "plain", 6.5)
        canvas.restoreState()

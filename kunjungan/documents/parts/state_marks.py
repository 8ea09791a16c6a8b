"""What says on a page that it is no original: words over the text, and a pale word under it."""

from math import cos, radians, sin

from kunjungan.documents import phrases
from kunjungan.documents.content import AgreementContent
from kunjungan.documents.parts.translation_note import is_translation
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import line_width, single_line
from kunjungan.documents.sheet import MM, Sheet

_PALE, _SIZE, _SLOPE = 0.91, 92.0, 56.0
"""The word across a page: how grey, how large, how steep."""
_FROM_TOP, _APART = 11.5 * MM, 4 * MM


def draw_state(ink: Ink, sheet: Sheet, content: AgreementContent, *, first: bool) -> None:
    """Write above the text, where no emblem stands, that a page is a draft, copy or translation.

    The first page of a translation says so in its head.
    """
    words = phrases.STATE_HEAD.get(content.state)
    marked = is_translation(content) and not first
    low = sheet.height - _FROM_TOP
    y = low + _APART if marked else low
    if words is not None:
        text = " / ".join(words.values()).format(draft=content.draft_no)
        ink.text(sheet.left, y, text, "bold", 10.0)
        when = single_line(ink.faces, content.printed_at, "foot", 8.0)
        ink.line(sheet.right - line_width(ink.faces, when), y, when)
    if marked:
        ink.text(sheet.left, low, " / ".join(phrases.TRANSLATION.values()), "foot", 8.0)


def draw_watermark(ink: Ink, sheet: Sheet, content: AgreementContent, top: float) -> None:
    """Write across the page, under its text and all below ``top``, what a draft or copy is."""
    words = phrases.STATE_HEAD.get(content.state)
    if words is None:
        return
    text = words["id"].format(draft=content.draft_no)
    line = single_line(ink.faces, text, "bold", _SIZE)
    slope, width = radians(_SLOPE), line_width(ink.faces, line)
    half = (width * sin(slope) + _SIZE * cos(slope)) / 2
    room = (top - sheet.bottom) / 2
    scale = min(1.0, room / half)
    middle = min(sheet.height / 2, top - half * scale)
    canvas = ink.canvas
    canvas.saveState()
    canvas.setFillGray(_PALE)
    canvas.translate(sheet.width / 2, middle)
    canvas.rotate(_SLOPE)
    canvas.scale(scale, scale)
    ink.centred(0, -_SIZE / 3, line)
    canvas.restoreState()

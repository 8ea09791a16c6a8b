"""The foot of every page, and the marks of drafts and copies: above the text and under it."""

from kunjungan.documents import phrases
from kunjungan.documents.centred import fitted_line, line_width, single_line
from kunjungan.documents.content import AgreementContent, State
from kunjungan.documents.faces import FaceCase
from kunjungan.documents.ink import Ink
from kunjungan.documents.sheet import MM, PARAF_HEIGHT, PARAF_WIDTH, PARAFS_IN_A_ROW, Sheet
from kunjungan.domain.bilingual import Bilingual

_SIZE, _LEAD, _TIGHT_LEAD = 6.8, 8.3, 7.6
_CAPITALS = 5.0
"""From the top of the foot to its first baseline."""
_INITIALS = 11 * MM
"""Room for the words beside the boxes for initials."""

_ROOMY = 85 * MM
"""Beside less than this the page number stands under the other words."""
_GREY, _PALE = 0.25, 0.45
_RULE_UNDER_TEXT = 4.5 * MM
_UNDER_RULE = 2 * MM
_WATER, _WATER_SIZE, _SLOPE = 0.91, 92.0, 56.0
"""The mark across drafts and copies: how grey, how large, how steep."""


class Foot:
    """What stands under the text: which paper this is, which page, and room for initials."""

    def __init__(
        self, faces: FaceCase, sheet: Sheet, content: AgreementContent, pages: int
    ) -> None:
        self._sheet = sheet
        self._content = content
        self._pages = pages
        self._top = sheet.bottom - _RULE_UNDER_TEXT - _UNDER_RULE
        end = self._parafs_at - _INITIALS
        self._crowded = end - sheet.left < _ROOMY
        widest = single_line(faces, self._numbered(pages).id, "foot", _SIZE)
        self._number_at = end - 6 * MM - line_width(faces, widest)
        width = (end if self._crowded else self._number_at) - 4 * MM - sheet.left
        self._paper = [fitted_line(faces, text, "foot", _SIZE, width) for text in self._texts()]
        self._labels = [
            fitted_line(faces, party.label.id, "foot", 5.6, PARAF_WIDTH - 8)
            for party in content.parties
        ]

    def draw(self, ink: Ink, page: int, *, initials: bool) -> None:
        """Draw the foot; the signature page needs no room for initials."""
        canvas, sheet = ink.canvas, self._sheet
        canvas.setLineWidth(0.4)
        canvas.setStrokeGray(_PALE)
        rule = self._top + _UNDER_RULE
        canvas.line(sheet.left, rule, sheet.right, rule)
        if initials:
            self._draw_parafs(ink)
        canvas.setStrokeGray(0)
        self._draw_texts(ink, page)
        canvas.setFillGray(0)

    def draw_state(self, ink: Ink) -> None:
        """Draw the words of a draft or copy above the text, where no emblem stands."""
        words = phrases.STATE_HEAD.get(self._content.state)
        if words is None:
            return
        words = words.filled(draft=self._content.draft_no)
        y = self._sheet.height - 11.5 * MM
        ink.text(self._sheet.left, y, f"{words.id} / {words.en}", "bold", 10.0)
        when = single_line(ink.faces, self._content.printed_at, "foot", 8.0)
        ink.line(self._sheet.right - line_width(ink.faces, when), y, when)

    def draw_watermark(self, ink: Ink) -> None:
        """Write across the page, under its text, that a draft or copy is no original."""
        words = phrases.STATE_HEAD.get(self._content.state)
        if words is None:
            return
        canvas, sheet = ink.canvas, self._sheet
        text = words.filled(draft=self._content.draft_no).id
        canvas.saveState()
        canvas.setFillGray(_WATER)
        canvas.translate(sheet.width / 2, sheet.height / 2)
        canvas.rotate(_SLOPE)
        ink.centred(0, -_WATER_SIZE / 3, single_line(ink.faces, text, "bold", _WATER_SIZE))
        canvas.restoreState()

    def _draw_texts(self, ink: Ink, page: int) -> None:
        """Write which paper this is, and the page number beside it or, for want of room, below."""
        numbered, left = self._numbered(page), self._sheet.left
        lead = _TIGHT_LEAD if self._crowded else _LEAD
        first = self._top - _CAPITALS
        for number, line in enumerate(self._paper):
            ink.canvas.setFillGray(_PALE if number else _GREY)
            ink.line(left, first - number * lead, line)
        ink.canvas.setFillGray(_GREY)
        if self._crowded:
            below = first - len(self._paper) * lead
            ink.text(left, below, f"{numbered.id} / {numbered.en}", "foot", _SIZE)
        else:
            ink.text(self._number_at, first, numbered.id, "foot", _SIZE)
            ink.text(self._number_at, first - lead, numbered.en, "foot", _SIZE)

    def _numbered(self, page: int) -> Bilingual:
        return phrases.PAGE.filled(page=page, pages=self._pages)

    def _texts(self) -> list[str]:
        """Return the title, what this print is in both languages, and its reference."""
        content, status = self._content, self._status()
        draft = phrases.DRAFT_OF_REFERENCE.filled(draft=content.draft_no).id
        marks = (content.reference, draft, content.fingerprint[:8])
        reference = " · ".join(mark for mark in marks if mark)
        return [phrases.title_line(content), status.id, status.en, reference]

    def _status(self) -> Bilingual:
        content = self._content
        if content.state is State.DRAFT:
            return phrases.DRAFT_FOOT.filled(draft=content.draft_no)
        if content.state is State.COPY:
            return phrases.COPY_FOOT.filled(no=content.original_no)
        words = phrases.ORIGINAL if content.holder else phrases.ORIGINAL_ALONE
        return words.filled(
            no=content.original_no, originals=content.originals, holder=content.holder or ""
        )

    @property
    def _parafs_at(self) -> float:
        across = min(len(self._content.parties), PARAFS_IN_A_ROW)
        return self._sheet.right - across * PARAF_WIDTH

    def _draw_parafs(self, ink: Ink) -> None:
        """Draw a box for each party's initials, and the words beside them."""
        ink.canvas.setLineWidth(0.5)
        for number, label in enumerate(self._labels):
            row, column = divmod(number, PARAFS_IN_A_ROW)
            x = self._parafs_at + column * PARAF_WIDTH
            top = self._top - row * (PARAF_HEIGHT + MM)
            ink.canvas.rect(x, top - PARAF_HEIGHT, PARAF_WIDTH, PARAF_HEIGHT)
            ink.canvas.setFillGray(_PALE)
            ink.line(x + 4, top - 7.5, label)
        ink.canvas.setFillGray(_GREY)
        for number, text in enumerate((phrases.INITIALS.id, phrases.INITIALS.en)):
            line = single_line(ink.faces, text, "foot", _SIZE)
            x = self._parafs_at - 2 * MM - line_width(ink.faces, line)
            ink.line(x, self._top - _CAPITALS - number * _LEAD, line)

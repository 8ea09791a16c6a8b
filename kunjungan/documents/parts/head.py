"""The head of a paper's first page, as its kind asks: at home, or as treaties have it."""

from kunjungan.documents.content import AgreementContent
from kunjungan.documents.parts.head_flow import HeadFlow
from kunjungan.documents.parts.head_home import HomeHead
from kunjungan.documents.parts.head_treaty import TreatyHead
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import Sheet

_SMALLER = (0.88, 0.76)
"""How large its type may be where the text would not begin under it in full size."""
_LEAST_TEXT = 8
"""So many lines of the text should stand under a head."""


def head_for(faces: FaceCase, sheet: Sheet, content: AgreementContent) -> HeadFlow:
    """Return the head of a paper: without emblems and numbers it is a treaty's.

    It is smaller where that brings the text onto its page, and goes on over the page where not
    even that makes room for it.
    """
    make = HomeHead if content.logos or content.numbers else TreatyHead
    usual = head = make(faces, sheet, content, 1.0)
    enough = sheet.bottom + _LEAST_TEXT * sheet.lead
    for scale in _SMALLER:
        if len(head.pages) == 1 and head.bottom >= enough:
            break
        head = make(faces, sheet, content, scale)
    return head if len(head.pages) == 1 else usual

"""Sets cards on their sheets as PDF: ``cards_pdf(cards, sheet, about)``."""

from collections.abc import Sequence
from dataclasses import dataclass

from kunjungan.documents.cards.badge import draw_badge
from kunjungan.documents.cards.box import Box
from kunjungan.documents.cards.certificate import draw_certificate
from kunjungan.documents.cards.content import Badge, Card, Label, Sign, Tent
from kunjungan.documents.cards.drawing import Drawing
from kunjungan.documents.cards.guides import draw_guides
from kunjungan.documents.cards.label import draw_label
from kunjungan.documents.cards.sign import draw_sign
from kunjungan.documents.cards.tent import draw_tent
from kunjungan.documents.pdf.archive import About, sayable
from kunjungan.documents.pdf.finishing import file_of
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.tree import tag_of
from kunjungan.documents.setting.faces import CARD_FACES, FaceCase
from kunjungan.documents.sheet import MM
from kunjungan.domain.label_sheets import LabelSheet


@dataclass(frozen=True, slots=True)
class CardsPrint:
    """How cards are printed: the file's title and author, the first free label from 1, guides."""

    title: str
    author: str
    first: int = 1
    guides: bool = True
    languages: tuple[str, ...] = ("id", "en")


@dataclass(frozen=True, slots=True)
class CardsPdf:
    """Cards as PDF/A; ``small`` are the keys of those that are too small to read easily.

    ``missing`` are the characters that no face has; a box stands for each.
    """

    pdf: bytes
    pages: int
    small: tuple[str, ...]
    missing: tuple[str, ...]


def cards_pdf(cards: Sequence[Card], sheet: LabelSheet, how: CardsPrint) -> CardsPdf:
    """Return cards in their places, none on a label before ``how.first``.

    Equal cards give equal bytes; without any card there is one page that is white.
    """
    ink = Ink(FaceCase(CARD_FACES), sheet.page_width * MM, sheet.page_height * MM)
    drawing = Drawing(ink, mono=sheet.mono)
    small = list[str]()
    for number, card in enumerate(cards, how.first - 1):
        while len(ink.pages) < sheet.spot(number).page:
            ink.next_page()
        box = box_of(sheet, number)
        if how.guides and (sheet.cut or sheet.folds > 1):
            draw_guides(ink, sheet, box, how.languages)
        if _draw(drawing, card, sheet, box):
            small.append(card.key)
    ink.next_page()
    about = About(sayable(how.title), sayable(how.author), tuple(map(tag_of, how.languages)))
    return CardsPdf(file_of(ink, about), len(ink.pages), tuple(small), ink.missing)


def box_of(sheet: LabelSheet, number: int) -> Box:
    """Return the place of a card (from 0) on its page."""
    spot = sheet.spot(number)
    top = (sheet.page_height - spot.y) * MM
    return Box(spot.x * MM, top, sheet.width * MM, sheet.height * MM)


def _draw(drawing: Drawing, card: Card, sheet: LabelSheet, box: Box) -> bool:
    if isinstance(card, Badge):
        return draw_badge(drawing, card, box)
    if isinstance(card, Tent):
        return draw_tent(
            drawing, card, box, sheet.folds, post_first=sheet.post_first and card.known
        )
    if isinstance(card, Label):
        return draw_label(drawing, card, box)
    if isinstance(card, Sign):
        return draw_sign(drawing, card, box)
    return draw_certificate(drawing, card, box)

"""Cards to be drawn by tests, and what stands in each of their places on a finished sheet."""

from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from kunjungan.documents.cards.content import (
    Badge,
    Band,
    Card,
    Certificate,
    Emblem,
    Label,
    Said,
    Sign,
    Tent,
    Words,
)
from kunjungan.documents.cards.sheets import CardsPdf, CardsPrint, box_of, cards_pdf
from kunjungan.domain.badge_roles import badge_roles, role_for
from kunjungan.domain.label_sheets import LabelSheet, shipped_sheets

CODE = "KJG0123456789ABCDEF0123456789ABCDEF"
EMBLEM = Emblem(None, "", ("Pemerintah Kota Bandung",))


def said(*texts: str) -> Words:
    """Words in Indonesian, and after them in English."""
    return tuple(Said("en" if number else "id", text) for number, text in enumerate(texts))


def a_sheet(slug: str) -> LabelSheet:
    """A shipped sheet."""
    return next(sheet for sheet in shipped_sheets() if sheet.slug == slug)


def a_badge(key: str, name: str, post: str = "Kepala Dinas", kind: str = "member") -> Badge:
    """A badge of a guest from Prabumulih."""
    role = role_for(badge_roles(()), kind)
    return Badge(
        key=key,
        event=(said("Kunjungan SPBE"), said("Kamis, 1 September 2022")),
        big=said(name),
        small=(said(post),),
        band=Band(said("Kota Prabumulih"), said(role.word.id), role.colour, role.ink),
        code=CODE,
        emblem=EMBLEM,
    )


def a_card(use: str, key: str, name: str, post: str) -> Card:
    """A card for a use of sheets, with a name and a post on it."""
    badge = a_badge(key, name, post)
    event = badge.event
    if use == "badge":
        return badge
    if use == "tent":
        return Tent(key=key, name=said(name), post=(said(post),), emblem=EMBLEM)
    if use in {"place", "folder"}:
        return Label(key=key, big=said(name), small=(said(post),), mark="1/2")
    if use == "certificate":
        return Certificate(
            key=key, body=said("Pemerintah Kota Bandung"), title=said("Piagam"), number="",
            given=said("diberikan kepada"), name=name, post=(said(post),),
            text=said("atas partisipasinya."), place=said("Bandung, 1 September 2022"),
            signer_post=said("WALI KOTA BANDUNG"), signer="NAMA PEJABAT", emblem=EMBLEM,
        )  # fmt: skip
    return Sign(key=key, event=event, big=said(name), small=(said(post),), band=badge.band)


def printed(cards: list[Card], sheet: LabelSheet, first: int = 1) -> CardsPdf:
    """Cards on a sheet."""
    return cards_pdf(cards, sheet, CardsPrint("Percobaan", "Kota Bandung", first))


def words_on(pdf: bytes, sheet: LabelSheet, number: int) -> str:
    """All that stands in the place of a card, counted from 0; what is cut in two is not whole."""
    box, document = box_of(sheet, number), pypdfium2.PdfDocument(pdf)
    page = document[sheet.spot(number).page]
    layer = page.get_textpage()
    text = str(layer.get_text_bounded(box.left, box.bottom, box.right, box.top))
    layer.close()
    page.close()
    document.close()
    return " ".join(text.split())


def all_words(pdf: bytes) -> str:
    """All that stands on all pages, and outside of them."""
    document = pypdfium2.PdfDocument(pdf)
    layers = [page.get_textpage() for page in document]
    text = " ".join(str(layer.get_text_range()) for layer in layers)
    for layer in layers:
        layer.close()
    document.close()
    return " ".join(text.split())


def picture(pdf: bytes, dpi: int = 200, page: int = 0, *, grey: bool = False) -> Image.Image:
    """A page as a printer puts it on paper."""
    document = pypdfium2.PdfDocument(pdf)
    drawn: Image.Image = document[page].render(scale=dpi / 72, grayscale=grey).to_pil()
    document.close()
    return drawn


def renamed(sheet: LabelSheet, **measures: float) -> LabelSheet:
    """A sheet with other measures."""
    return replace(sheet, **measures)  # type: ignore[arg-type]

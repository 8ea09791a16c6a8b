"""Draws a certificate: a frame, the institution, who gets it and why, and who signs."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.documents.cards.box import Box
from kunjungan.documents.cards.content import Certificate, Said, Words
from kunjungan.documents.cards.drawing import Drawing, colour, parts_of
from kunjungan.documents.cards.fitting import Part
from kunjungan.documents.sheet import MM

_EDGE, _HEAVY, _THIN = 9 * MM, 2.4, 0.7
_FRAME = "#6B5320"
"""The frame's colour, dark in grey as well."""
_EMBLEM = 19 * MM
_SIGNING, _SIGNER, _MOST_SAID, _ASIDE = 22 * MM, 9 * MM, 24 * MM, 12 * MM
_SIGNER_WIDTH = 0.46
"""Room to sign, for the signer's name, at most for place, day and post; the signer's part."""
_NUMBER: Mapping[str, str] = MappingProxyType({"id": "Nomor: {number}", "en": "Number: {number}"})
_NAME_SIZES, _TWO_LINES = (18.0, 30.0), 56
"""The least and the usual type of the name, and how many letters two lines of that hold."""
_BLANK = "……………………………………"


def draw_certificate(drawing: Drawing, certificate: Certificate, box: Box) -> bool:
    """Draw a certificate in its place; return True where it is too small to read easily."""
    frame = box.inset(_EDGE, _EDGE)
    _draw_frame(drawing, frame)
    room = frame.inset(22 * MM, 7 * MM)
    top = room.top
    if certificate.emblem is not None:
        wide = _EMBLEM * 21 / 25
        drawing.emblem(certificate.emblem, room.middle - wide / 2, top, wide)
        top -= _EMBLEM + 2 * MM
    said = Box(room.left, room.top, room.width * _SIGNER_WIDTH, _MOST_SAID)
    foot = drawing.height(_signing(certificate), said) + _SIGNING + _SIGNER
    middle = Box(room.left, top, room.width, top - room.bottom - foot).inset(_ASIDE, 0)
    small = drawing.write(_words(certificate), middle, "middle", level="middle")
    return _draw_signing(drawing, certificate, room, foot) or small


def _words(certificate: Certificate) -> list[Part]:
    """Return what is said, from the institution to the reason."""
    language = certificate.given[0].language
    number = Said(language, _NUMBER[language].format(number=certificate.number or _BLANK))
    return [
        *parts_of((_caps(certificate.body),), ("bold", "italic"), 12.0, 8.0),
        *parts_of(
            (_caps(certificate.title),), ("bold", "italic"), 28.0, 16.0, over=0.35, first=True
        ),
        *parts_of(((number,),), ("regular", "regular"), 11.0, 8.0, over=0.3),
        *parts_of((certificate.given,), ("regular", "italic"), 12.0, 8.0, over=0.9),
        *_name(certificate.name),
        *parts_of(certificate.post, ("regular", "italic"), 13.0, 8.0, over=0.2),
        *parts_of((certificate.text,), ("regular", "italic"), 12.0, 8.0, over=0.9),
    ]


def _name(name: str) -> list[Part]:
    """Return the name large, a long one so that it takes two lines, or a line to write it on."""
    if not name:
        return [Part(Said("id", _BLANK * 2), "regular", 15.0, 6.0, over=1.4)]
    size = max(_NAME_SIZES[0], min(1.0, _TWO_LINES / len(name)) * _NAME_SIZES[1])
    return [Part(Said("id", name), "bold", size, 14.0, over=0.3, first=True)]


def _caps(words: Words) -> Words:
    return tuple(Said(each.language, each.text.upper()) for each in words)


def _draw_signing(drawing: Drawing, certificate: Certificate, room: Box, foot: float) -> bool:
    """Draw place and day, the signer's post, room to sign, the name without titles."""
    wide = room.width * _SIGNER_WIDTH
    box = Box(room.middle - wide / 2, room.bottom + foot, wide, foot)
    over = Box(box.left, box.top, wide, _MOST_SAID)
    small = drawing.write(_signing(certificate), over, "middle")
    name: Words = (Said("id", certificate.signer or _BLANK),)
    under = Box(box.left, box.bottom + _SIGNER, wide, _SIGNER)
    signer = parts_of((name,), ("bold", "bold"), 12.5, 7.0, first=True)
    return drawing.write(signer, under, "middle") or small


def _signing(certificate: Certificate) -> list[Part]:
    """Return place and day, and the signer's post."""
    return [
        *parts_of((certificate.place,), ("regular", "italic"), 11.5, 7.0),
        *parts_of((certificate.signer_post,), ("bold", "italic"), 11.5, 7.0, over=0.1),
    ]


def _draw_frame(drawing: Drawing, frame: Box) -> None:
    """Draw a heavy and a thin rule round all, with a small square in each corner."""
    ink = drawing.ink
    with ink.artifact():
        ink.canvas.setStrokeColor(colour("#000000" if drawing.mono else _FRAME))
        for inset, width in ((0.0, _HEAVY), (2 * MM, _THIN)):
            box = frame.inset(inset, inset)
            ink.canvas.setLineWidth(width)
            ink.canvas.rect(box.left, box.bottom, box.width, box.height)
        side = 5 * MM
        for x in (frame.left, frame.right - side):
            for y in (frame.bottom, frame.top - side):
                ink.canvas.rect(x, y, side, side)
        ink.canvas.setStrokeGray(0)

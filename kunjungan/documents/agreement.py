"""Sets a bilingual agreement as PDF: ``Press().set_agreement(content)``."""

from kunjungan.documents.content import (
    AgreementContent,
    PartyBlock,
    Piece,
    Place,
    StampPlace,
    State,
    Typeset,
)
from kunjungan.documents.page.printing import Printer
from kunjungan.documents.page.side import Side, sides_of
from kunjungan.documents.pdf.finishing import finished
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.compositor import Compositor
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import sheet_for

__all__ = [
    "AgreementContent",
    "PartyBlock",
    "Piece",
    "Place",
    "Press",
    "StampPlace",
    "State",
    "Typeset",
    "agreement_pdf",
]


class Press:
    """The type and the lines already set; keep one to set a changed text again quickly.

    A press is not for two threads at once: give each its own.
    """

    def __init__(self) -> None:
        self._faces = FaceCase()
        self._compositor = Compositor(self._faces)

    def set_agreement(self, content: AgreementContent) -> Typeset:
        """Return the agreement's paper; equal content gives equal bytes."""
        sides = [Side(self._faces, self._compositor, each) for each in sides_of(content)]
        sheet = sheet_for(content.paper)
        ink = Ink(self._faces, sheet.width, sheet.height, content.languages)
        printer = Printer(ink, sum(len(side.pages) for side in sides))
        for side in sides:
            printer.draw(side)
        return Typeset(
            finished(ink, content),
            len(printer.marks),
            tuple(printer.places),
            tuple(printer.stamps),
            ink.missing,
            tuple(printer.marks),
            tuple(printer.overflows),
        )

    def forget_lines(self) -> None:
        """Let go of all lines set before."""
        self._compositor.forget()


def agreement_pdf(content: AgreementContent) -> bytes:
    """Return the PDF of an agreement, set on a press of its own."""
    return Press().set_agreement(content).pdf

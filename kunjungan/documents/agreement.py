"""Sets a bilingual agreement as PDF: ``Press().set_agreement(content)``."""

from io import BytesIO

from kunjungan.documents.arranging import Arranger
from kunjungan.documents.compositor import Compositor
from kunjungan.documents.content import (
    AgreementContent,
    PartyBlock,
    Piece,
    Place,
    StampPlace,
    State,
    Typeset,
)
from kunjungan.documents.faces import FaceCase, printable
from kunjungan.documents.finishing import finished
from kunjungan.documents.foot import Foot
from kunjungan.documents.head import Head
from kunjungan.documents.ink import Ink
from kunjungan.documents.paging import Pager
from kunjungan.documents.phrases import title_line
from kunjungan.documents.printing import Printer
from kunjungan.documents.sheet import sheet_for
from kunjungan.documents.signatures import Signatures

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
        sheet = sheet_for(content.paper, len(content.parties))
        rows = Arranger(self._faces, self._compositor, sheet, content.state).rows(content.pieces)
        head = Head(self._faces, sheet, content)
        signatures = Signatures(self._faces, sheet, content)
        pages = Pager(sheet, head.bottom, signatures.heights, signatures.gap).fill(rows)
        file, ink = self.open_file(content)
        printer = Printer(ink, sheet, signatures)
        foot = Foot(self._faces, sheet, content, len(pages))
        for number, page in enumerate(pages):
            printer.draw(page, None if number else head, foot)
        ink.canvas.save()
        return Typeset(
            finished(file.getvalue(), printable(title_line(content))),
            len(pages),
            tuple(printer.places),
            tuple(printer.stamps),
            tuple(ink.missing),
        )

    def open_file(self, content: AgreementContent) -> tuple[BytesIO, Ink]:
        """Return an empty file of the agreement's paper, and ink that writes into it."""
        from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415 - heavy, paper only
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - heavy, paper only

        sheet, file, first = sheet_for(content.paper, 2), BytesIO(), self._faces["foot"]
        registerFont(first.font)
        canvas = Canvas(
            file,
            pagesize=(sheet.width, sheet.height),
            invariant=1,
            pageCompression=0,
            initialFontName=first.name,  # type: ignore[arg-type]  # stubs say float
        )
        return file, Ink(canvas, self._faces)

    def forget_lines(self) -> None:
        """Let go of all lines set before."""
        self._compositor.forget()


def agreement_pdf(content: AgreementContent) -> bytes:
    """Return the PDF of an agreement, set on a press of its own."""
    return Press().set_agreement(content).pdf

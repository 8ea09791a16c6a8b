"""The engines that ``benchmarks/paper.py`` times; each returns a function that makes the file."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import count

from kunjungan.documents.agreement import AgreementContent, Piece, Press
from kunjungan.domain.clauses import Level
from kunjungan.domain.richtext import Span
from tests.documents.samples import AGREEMENT

Draw = Callable[[], bytes]


def articles_for(pages: int) -> int:
    """Return how many clauses the sample agreement lacks to fill so many pages."""
    press = Press()
    return next(at for at in count() if press.set_agreement(agreement(at)).pages == pages)


def agreement(added: int) -> AgreementContent:
    """Return the sample agreement with so many clauses more, none of whose lines it had before."""
    pieces = AGREEMENT.pieces
    start = [at for at, each in enumerate(pieces) if each.level is Level.ARTICLE][2]
    more = tuple(_reworded(each) for each in pieces[start : start + added])
    return replace(AGREEMENT, pieces=(*pieces[:-3], *more, *pieces[-3:]))


def _reworded(piece: Piece) -> Piece:
    return replace(piece, id=(Span("Selanjutnya "), *piece.id), en=(Span("Then "), *piece.en))


def pages_of(pdf: bytes) -> int:
    """Count the pages of a file."""
    import pikepdf  # noqa: PLC0415 - not part of the time

    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def ours(content: AgreementContent) -> Draw:
    """The typesetter, with a new press for every document: no line is kept."""
    kept = Press()

    def draw() -> bytes:
        kept.forget_lines()
        return kept.set_agreement(content).pdf

    return draw


def keystroke(content: AgreementContent) -> Draw:
    """The typesetter on a press that is kept, after one letter more in the middle of the text."""
    press, presses = Press(), count(1)
    press.set_agreement(content)
    middle = len(content.pieces) // 2

    def draw() -> bytes:
        piece = content.pieces[middle]
        typed = replace(piece, id=(*piece.id, Span("x" * next(presses))))
        pieces = (*content.pieces[:middle], typed, *content.pieces[middle + 1 :])
        return press.set_agreement(replace(content, pieces=pieces)).pdf

    return draw


def floor(content: AgreementContent) -> Draw:
    """The finished page streams again, with the same fonts and the same finish; nothing is set."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - timed

    from kunjungan.documents.finishing import finished  # noqa: PLC0415 - timed

    streams: list[str] = []
    show_page = Canvas.showPage

    def record(canvas: Canvas) -> None:
        streams.append(" ".join(canvas._code))  # type: ignore[attr-defined] # noqa: SLF001 - what is replayed
        show_page(canvas)

    press = Press()
    Canvas.showPage = record  # type: ignore[assignment,method-assign]
    press.set_agreement(content)
    Canvas.showPage = show_page  # type: ignore[method-assign]

    def draw() -> bytes:
        file, ink = press.open_file(content)
        for stream in streams:
            ink.canvas._code.append(stream)  # type: ignore[attr-defined] # noqa: SLF001
            ink.canvas.showPage()
        ink.canvas.save()
        return finished(file.getvalue(), "replay")

    return draw


def tables(content: AgreementContent) -> Draw:
    """ReportLab's platypus: a table of two paragraphs for every clause, divisible in its row."""
    from benchmarks.paper_tables import Tables  # noqa: PLC0415 - timed

    return Tables(content).draw

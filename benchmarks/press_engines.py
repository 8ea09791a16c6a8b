"""The engines that ``benchmarks/press.py`` times; each returns a function that makes a file."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING
from unittest.mock import patch
from zlib import decompress

from kunjungan.documents.content import AgreementContent
from kunjungan.domain.richtext import Span

if TYPE_CHECKING:
    from kunjungan.documents.pdf.ink import Ink

Draw = Callable[[], bytes]


def ours(content: AgreementContent) -> Draw:
    """The press, with no line kept from the document before; the file is PDF/A-3b and tagged."""
    from kunjungan.documents.agreement import Press  # noqa: PLC0415 - timed

    press = Press()

    def draw() -> bytes:
        press.forget_lines()
        return press.set_agreement(content).pdf

    return draw


def keystroke(content: AgreementContent) -> Draw:
    """The press, its lines kept, after one letter more in the middle of the text."""
    from kunjungan.documents.agreement import Press  # noqa: PLC0415 - timed

    press, presses, middle = Press(), count(1), len(content.pieces) // 2
    press.set_agreement(content)

    def draw() -> bytes:
        left, right = content.pieces[middle].text
        typed = replace(content.pieces[middle], text=((*left, Span("x" * next(presses))), right))
        pieces = (*content.pieces[:middle], typed, *content.pieces[middle + 1 :])
        return press.set_agreement(replace(content, pieces=pieces)).pdf

    return draw


def floor(content: AgreementContent, *, keep: bool = True) -> Draw:
    """The finished pages again, with the same structure and finish, the fonts as they are kept."""
    from kunjungan.documents.pdf.finishing import finished  # noqa: PLC0415 - timed
    from kunjungan.documents.pdf.ink import Ink  # noqa: PLC0415 - timed
    from kunjungan.documents.pdf.objects import packed  # noqa: PLC0415 - timed

    done = _ink_of(content)
    streams = [decompress(page) for page in done.pages]

    def draw() -> bytes:
        for face in done.faces.all():
            if not keep:
                face.embedded.clear()
        ink = Ink(done.faces, *done.size, content.languages)
        ink.structure = done.structure
        ink.pages += [packed(stream) for stream in streams]
        return finished(ink, content)

    return draw


def floor_anew(content: AgreementContent) -> Draw:
    """The same, its fonts cut anew for each document: what a writer does that keeps nothing."""
    return floor(content, keep=False)


def tables(content: AgreementContent) -> Draw:
    """ReportLab's platypus: a table of two paragraphs for every clause, divisible in its row."""
    from benchmarks.press_tables import Tables  # noqa: PLC0415 - timed

    return Tables(content).draw


def _ink_of(content: AgreementContent) -> "Ink":
    """Return the ink with which the press has written a document."""
    from kunjungan.documents import agreement  # noqa: PLC0415 - not part of the time
    from kunjungan.documents.pdf.finishing import finished  # noqa: PLC0415 - not part of the time

    held = list["Ink"]()

    def hold(ink: "Ink", of: AgreementContent) -> bytes:
        held.append(ink)
        return finished(ink, of)

    with patch.object(agreement, "finished", hold):
        agreement.Press().set_agreement(content)
    return held[0]

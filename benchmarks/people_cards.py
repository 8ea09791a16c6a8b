"""Times 500 badges against drawing the same marks straight on a ReportLab canvas.

    python -m benchmarks.people_cards

Ours finds out what fits where, writes tagged PDF/A and tells what became too small; the canvas is
handed every string, code and rule with its place and writes a plain PDF. Both make the codes anew
and write a code as one path.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measure import forget_peak, interleaved, peak_mb, report
from kunjungan.documents.cards.content import Badge, Band, Emblem, Said
from kunjungan.documents.cards.sheets import CardsPrint, box_of, cards_pdf
from kunjungan.documents.parts.qr import code_rows
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.lines import Line, text_of_line
from kunjungan.domain.badge_roles import badge_roles
from kunjungan.domain.label_sheets import LabelSheet, shipped_sheets
from kunjungan.resources import resource

BADGES, AIM = 500, 2.0
FONTS = {
    "plain": "fonts/ui/NotoSans-Regular.ttf",
    "bold_plain": "fonts/ui/NotoSans-SemiBold.ttf",
    "bold": "fonts/NaskahBonum-Bold.ttf",
}
FIRST = ("Asep", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hendra", "Indah", "Joko")
LAST = ("Kusuma", "Lestari", "Mulyana", "Nugraha", "Permana", "Rahayu", "Saputra", "Wijaya")


DARK = re.compile(b"\0+")


class Mark(NamedTuple):
    """A string as it stands on a page."""

    page: int
    x: float
    y: float
    text: str
    face: str
    size: float


def main() -> None:
    """Print both times, their ratio, and the memory that ours took."""
    sheet = next(sheet for sheet in shipped_sheets() if sheet.slug == "a4-8")
    cards = badges()
    marks = strings(cards, sheet)
    for face, name in FONTS.items():
        registerFont(TTFont(face, str(resource(name))))
    forget_peak()
    ours(cards, sheet)
    peak = peak_mb()
    times = interleaved(
        {"ours": lambda: ours(cards, sheet), "canvas": lambda: straight(cards, sheet, marks)}
    )
    report(f"{BADGES} badges", times, against="canvas", aim=f"at most {AIM}")
    print(f"  {'peak of ours':<34} {peak:9.0f} MB")


def badges() -> list[Badge]:
    """Return badges of people with names of their own."""
    roles = badge_roles(())
    event = ((Said("id", "Kunjungan SPBE"),), (Said("id", "Kamis, 1 September 2022"),))
    emblem = Emblem(None, "", ("Pemerintah Kota Bandung",))
    found = []
    for number in range(BADGES):
        name = f"{FIRST[number % 10]} {LAST[number // 10 % 8]} {LAST[number // 80]}"
        role = roles[number % len(roles)]
        found.append(
            Badge(
                key=str(number),
                event=event,
                big=(Said("id", f"Dr. {name}, S.T., M.Si."),),
                small=((Said("id", f"Kepala Bagian {LAST[number % 8]} Kota Contoh"),),),
                band=Band(
                    (Said("id", "Kota Contoh"),),
                    (Said("id", role.word.id),),
                    role.colour,
                    role.ink,
                ),
                code=f"KJG{number:032X}",
                emblem=emblem,
            )
        )
    return found


def ours(cards: list[Badge], sheet: LabelSheet) -> bytes:
    """Return the badges as the program makes them."""
    return cards_pdf(cards, sheet, CardsPrint("Tanda pengenal", "Kota Contoh")).pdf


def strings(cards: list[Badge], sheet: LabelSheet) -> list[Mark]:
    """Return every string of the badges with the place that ours gives it."""
    found: list[Mark] = []
    with noted(found):
        ours(cards, sheet)
    return found


@contextmanager
def noted(found: list[Mark]) -> Iterator[None]:
    """Note every line that is drawn."""
    draw = Ink.line

    def note(self: Ink, x: float, y: float, line: Line) -> None:
        face = line.words[0][0][0]
        found.append(Mark(len(self.pages), x, y, text_of_line(line), face, line.size))
        draw(self, x, y, line)

    Ink.line = note  # type: ignore[method-assign]
    try:
        yield
    finally:
        Ink.line = draw  # type: ignore[method-assign]


def straight(cards: list[Badge], sheet: LabelSheet, marks: list[Mark]) -> bytes:
    """Return a plain PDF with the same strings, codes, bands, shields and cut marks."""
    file = BytesIO()
    page = (sheet.page_width * 72 / 25.4, sheet.page_height * 72 / 25.4)
    canvas = Canvas(file, pagesize=page, invariant=1)
    at = 0
    for number, card in enumerate(cards):
        if number and number % sheet.per_page == 0:
            at = written(canvas, marks, at, number // sheet.per_page - 1)
            canvas.showPage()
        drawn(canvas, card, sheet, number)
    written(canvas, marks, at, (len(cards) - 1) // sheet.per_page)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def written(canvas: Canvas, marks: list[Mark], at: int, page: int) -> int:
    """Write the strings of a page; return which is the first of the next."""
    while at < len(marks) and marks[at].page == page:
        mark = marks[at]
        canvas.setFont(mark.face, mark.size)
        canvas.drawString(mark.x, mark.y, mark.text)
        at += 1
    return at


def drawn(canvas: Canvas, card: Badge, sheet: LabelSheet, number: int) -> None:
    """Draw the band, the cut marks, the shield and the code of a badge."""
    box = box_of(sheet, number)
    canvas.setDash(3, 2)
    canvas.rect(box.left, box.bottom, box.width, box.height)
    canvas.setDash()
    canvas.setFillColorRGB(*(int(card.band.colour[i : i + 2], 16) / 255 for i in (1, 3, 5)))
    canvas.rect(box.left, box.bottom, box.width, 24.6, stroke=0, fill=1)
    canvas.setFillGray(0)
    for inset in (0.6, 3.0):
        path = canvas.beginPath()
        left, right = box.left + 13 + inset, box.left + 33 - inset
        path.moveTo(left, box.top - 11)
        path.lineTo(right, box.top - 11)
        path.lineTo(right, box.top - 23)
        path.curveTo(right, box.top - 30, box.left + 26, box.top - 33, box.left + 23, box.top - 35)
        path.curveTo(box.left + 20, box.top - 33, left, box.top - 30, left, box.top - 23)
        path.close()
        canvas.drawPath(path)
    rows, module = code_rows(card.code, "M"), 2.2
    code = " ".join(
        f"{run.start()} {-row} {run.end() - run.start()} -1 re"
        for row, modules in enumerate(rows)
        for run in DARK.finditer(modules)
    )
    place = f"{module} 0 0 {module} {box.right - 66:.3f} {box.top - 60:.3f} cm"
    canvas.addLiteral(f"q 0 g {place} {code} f Q")


if __name__ == "__main__":
    main()

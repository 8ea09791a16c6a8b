"""Sets seating plans as PDF: the room from the audience, the room from the stage, the legend."""

from collections.abc import Sequence

from kunjungan.documents.office.both_words import both_lines, inline, sayer
from kunjungan.documents.office.flow import Level, draw_levels, height_of
from kunjungan.documents.office.pages import Pages, SetPages
from kunjungan.documents.office.seating_drawing import Frame, RoomPainter
from kunjungan.documents.office.seating_sheet import SeatingPaper, SeatingSheet
from kunjungan.documents.office.sheet import LEAD, SIZE, TITLE, TITLE_LEAD, OfficeSheet
from kunjungan.documents.office.sign_list import SignColumn, SignList, SignPaper
from kunjungan.documents.office.sign_list_pdf import ListPrinter
from kunjungan.documents.setting.centred import line_width
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import MM
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.seating_kinds import CARD_WIDTH, ObjectKind
from kunjungan.domain.seating_parts import mirrored

_BROADER = 2.3
"""How much broader than it is a room is drawn at most."""
_FLAG_NAME, _EDGE = 2.0, 0.2
"""Room for a flag with its name beside it, and for numbers at the edge, in the widths of seats."""
_LEGEND = (
    SignColumn(Bilingual("No.", "No."), 6, "middle"),
    SignColumn(Bilingual("Nama", "Name"), 26),
    SignColumn(Bilingual("Jabatan", "Position"), 32),
    SignColumn(Bilingual("Instansi", "Institution"), 18),
    SignColumn(Bilingual("Kursi", "Seat"), 20),
    SignColumn(Bilingual("Keterangan", "Remarks"), 22),
)


def seating_sheet_pdf(paper: SeatingPaper) -> tuple[SetPages, tuple[str, ...]]:
    """Return the plans as PDF/A, and the keys of the guests whose words do not fit their card."""
    height, width = (side * MM for side in paper.paper.size_mm)
    sheet = OfficeSheet(width, height, left=15 * MM, bottom=16 * MM)
    pages, tight = Pages(FaceCase(), width, height), dict[str, None]()
    for number, each in enumerate(paper.sheets):
        for view in range(len(each.views)):
            tight |= dict.fromkeys(_draw(pages, sheet, paper, each, view))
        if each.legend:
            _print_legend(pages, sheet, paper, each, number)
    languages = ("id", "en") if paper.language == "both" else (paper.language,)
    return pages.finished(inline(paper.sheets[0].title), paper.author, languages), tuple(tight)


def _draw(
    pages: Pages, sheet: OfficeSheet, paper: SeatingPaper, each: SeatingSheet, view: int
) -> Sequence[str]:
    """Draw one view on a page of its own; return the keys of cards whose words do not fit."""
    opening = list(_opening(pages, sheet, paper, each, view))
    top = draw_levels(pages.ink, opening, sheet.top)
    room = (sheet.measure, top - sheet.bottom)
    broadest = room[0] / _width(each)
    down = min(each.largest_mm * MM, broadest, room[1] / each.size.depth)
    unit = min(down * _BROADER, broadest)
    left = sheet.middle - unit * each.size.width / 2
    over = (room[1] - down * each.size.depth) / 2
    frame = Frame(left, top - over, unit, down, each.size.width / 2)
    say = sayer(paper.language)
    painter = RoomPainter(pages.ink, frame, say)
    painter.things([mirrored(thing, each.size) if view else thing for thing in each.objects])
    for seat in each.seats:
        painter.seat(seat, mirrored(seat.place, each.size) if view else seat.place)
    painter.numbers()
    pages.end(sheet, each.foot, inline(say(each.views[view])))
    return painter.tight


def _width(each: SeatingSheet) -> float:
    """Return how wide the drawing is, its middle in the room's, in the widths of seats."""
    middle = each.size.width / 2
    seats = [abs(seat.place.x - middle) + CARD_WIDTH / 2 for seat in each.seats]
    things = [
        abs(thing.x - middle) + (_FLAG_NAME if thing.kind is ObjectKind.FLAG else thing.w / 2)
        for thing in each.objects
    ]
    return 2 * max(*seats, *things, 1.0) + _EDGE


def _opening(
    pages: Pages, sheet: OfficeSheet, paper: SeatingPaper, each: SeatingSheet, view: int
) -> Sequence[Level]:
    """Return the title with the plan's name, the view, and when and where."""
    say, faces = sayer(paper.language), pages.ink.faces
    facts = [say(value) for _, value in each.facts]
    joined = Bilingual(" · ".join(v.id for v in facts), " · ".join(v.en for v in facts))
    levels = list[Level]()
    for pair, key, size, lead in (
        (say(each.title), "bold", TITLE, TITLE_LEAD),
        (say(each.views[view]), "bold", SIZE, LEAD),
        (joined, "regular", SIZE, LEAD),
    ):
        for line in both_lines(faces, pair, key, size, sheet.measure):
            x = sheet.middle - line_width(faces, line) / 2
            levels.append(Level(lead, ((x, line),), "H1" if size == TITLE else "P"))
    return [*levels, Level(LEAD)] if height_of(levels) else levels


def _print_legend(
    pages: Pages, sheet: OfficeSheet, paper: SeatingPaper, each: SeatingSheet, number: int
) -> None:
    """Print who sits where, in order of precedence."""
    say = sayer(paper.language)
    rows = [
        (one.number, one.name, say(one.post).id, say(one.body).id, say(one.seat).id, one.note)
        for one in each.legend
    ]
    used = [place for place, words in enumerate(zip(*rows, strict=True)) if any(words)]
    columns = tuple(_LEGEND[place] for place in used)
    shown = [tuple(row[place] for place in used) for row in rows]
    legend = SignList(
        each.title, columns, shown, each.facts, each.notes, each.head, each.foot, row_mm=6.5
    )
    ListPrinter(pages, sheet, SignPaper((legend,), language=paper.language), number).print(legend)

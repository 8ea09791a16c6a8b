"""Sets seating plans as PDF: the room from the audience, the room from the stage, the legend."""

from collections.abc import Sequence
from itertools import chain

from kunjungan.documents.office.both_words import both_lines, inline, sayer
from kunjungan.documents.office.flow import Level, draw_levels, height_of
from kunjungan.documents.office.pages import Pages, SetPages
from kunjungan.documents.office.seating_drawing import SeatPainter
from kunjungan.documents.office.seating_sheet import SeatingPaper, SeatingSheet
from kunjungan.documents.office.seating_things import Frame, ThingPainter
from kunjungan.documents.office.seating_tiles import Area, Tile, tiles_of
from kunjungan.documents.office.sheet import LEAD, SIZE, TITLE, TITLE_LEAD, OfficeSheet
from kunjungan.documents.office.sign_list import SignColumn, SignList, SignPaper
from kunjungan.documents.office.sign_list_pdf import ListPrinter
from kunjungan.documents.setting.centred import line_width
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import MM
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.seating_kinds import CARD_WIDTH, ObjectKind, Size
from kunjungan.domain.seating_parts import mirrored

_BROADER = 2.3
"""How much broader than it is a room is drawn at most."""
_FLAG_NAME, _EDGE = 2.0, 0.2
"""Room for a flag with its name beside it, and for numbers at the edge, in the widths of seats."""
_MANY = 10
"""Blocks of a room have pages of their own where one of so many cards does not fit."""
_CARD, _ROW = 27.0, 18.0
"""How wide a seat is on those pages at least, and how deep, in mm."""
_KEY, _KEY_GAP, _HERE = 38.0, 4.0, 0.6
_CLEAR = 5.0
"""Between the room and the foot of the page, in points."""
_BLOCK = Bilingual("{view} · BAGIAN {at} DARI {count}", "{view} · PART {at} OF {count}")
_LEGEND = (
    SignColumn(Bilingual("No.", "No."), 6, "middle"),
    SignColumn(Bilingual("Nama", "Name"), 26),
    SignColumn(Bilingual("Jabatan", "Position"), 32),
    SignColumn(Bilingual("Instansi", "Institution"), 18),
    SignColumn(Bilingual("Kursi", "Seat"), 20),
    SignColumn(Bilingual("Keterangan", "Remarks"), 22),
)


def seating_sheet_pdf(paper: SeatingPaper) -> tuple[SetPages, tuple[str, ...]]:
    """Return the plans as PDF/A, and the keys of the guests whose words do not fit their card.

    Where a whole room leaves no room for names, pages of its blocks follow the first view of it;
    the other side then shows the numbers alone.
    """
    height, width = (side * MM for side in paper.paper.size_mm)
    sheet = OfficeSheet(width, height, left=15 * MM, bottom=16 * MM)
    pages, tight = Pages(FaceCase(), width, height), dict[str, None]()
    for number, each in enumerate(paper.sheets):
        views = _Views(pages, sheet, paper, each)
        tight |= dict.fromkeys(views.draw())
        if each.legend:
            _print_legend(pages, sheet, paper, each, number)
    languages = ("id", "en") if paper.language == "both" else (paper.language,)
    return pages.finished(inline(paper.sheets[0].title), paper.author, languages), tuple(tight)


class _Views:
    """Draws the views of one plan, each on a page; the first on several where that is too small."""

    def __init__(
        self, pages: Pages, sheet: OfficeSheet, paper: SeatingPaper, each: SeatingSheet
    ) -> None:
        self._pages, self._sheet, self._paper, self._each = pages, sheet, paper, each
        self._say = sayer(paper.language)

    def draw(self) -> Sequence[str]:
        """Draw all views; return the keys of cards whose words do not fit."""
        tight, height = self._whole(0)
        blocks = self._blocks(height) if len(tight) * _MANY > self._seated else ()
        if len(blocks) > 1:
            tight = [key for at in range(len(blocks)) for key in self._block(blocks, at)]
        others = [self._whole(view)[0] for view in range(1, len(self._each.views))]
        return tight if len(blocks) > 1 else [*tight, *chain.from_iterable(others)]

    @property
    def _seated(self) -> int:
        return sum(1 for seat in self._each.seats if seat.number)

    def _whole(self, view: int) -> tuple[list[str], float]:
        """Draw the whole room; return whose words do not fit, and how high its page is."""
        each, middle = self._each, self._each.size.width / 2
        half = _width(each) / 2
        area = Area(middle - half, 0, middle + half, each.size.depth)
        top = self._open(each.views[view], self._sheet.measure)
        painter = self._paint(Tile(area, each.seats, each.objects), view, top)
        self._end(each.views[view])
        return painter.tight, top - self._sheet.bottom

    def _blocks(self, height: float) -> Sequence[Tile]:
        most = Size(self._sheet.measure / (_CARD * MM), height / (_ROW * MM))
        return tiles_of(self._each, most)

    def _block(self, blocks: Sequence[Tile], at: int) -> list[str]:
        """Draw a block of the room on a page of its own, with its place in the room."""
        title = _BLOCK.filled(view=self._each.views[0], at=at + 1, count=len(blocks))
        upper = self._sheet.top
        top = self._open(title, self._sheet.measure - 2 * (_KEY + _KEY_GAP) * MM)
        painter = self._paint(blocks[at], 0, top)
        self._key(blocks, at, (upper, upper - top))
        self._end(title)
        return painter.tight

    def _open(self, title: Bilingual, measure: float) -> float:
        """Write the head of a page; return where the room may begin."""
        opening = _opening(self._pages, self._sheet, self._paper, self._each, (title, measure))
        return draw_levels(self._pages.ink, opening, self._sheet.top)

    def _end(self, title: Bilingual) -> None:
        self._pages.end(self._sheet, self._each.foot, inline(self._say(title)))

    def _paint(self, tile: Tile, view: int, top: float) -> SeatPainter:
        """Draw the room, or a block of it, under a top."""
        each, room = self._each, top - self._sheet.bottom - _CLEAR
        area = tile.area.mirrored(each.size) if view else tile.area
        broadest = self._sheet.measure / area.size.width
        down = min(each.largest_mm * MM, broadest, room / area.size.depth)
        unit = min(down * _BROADER, broadest)
        left = self._sheet.middle - unit * (area.left + area.right) / 2
        over = (room - down * area.size.depth) / 2 - area.top * down
        frame = Frame(left, top - over, unit, down, each.size.width / 2)
        things = [mirrored(thing, each.size) if view else thing for thing in tile.things]
        ThingPainter(self._pages.ink, frame, self._say).things(things)
        painter = SeatPainter(self._pages.ink, frame, self._say)
        for seat in tile.seats:
            painter.seat(seat, mirrored(seat.place, each.size) if view else seat.place)
        painter.numbers()
        return painter

    def _key(self, blocks: Sequence[Tile], at: int, room: tuple[float, float]) -> None:
        """Draw the whole room small at the upper right, its blocks outlined, one of them grey."""
        size, canvas = self._each.size, self._pages.ink.canvas
        scale = min(_KEY * MM / size.width, (room[1] - 2) / size.depth)
        left, top = self._sheet.middle + self._sheet.measure / 2 - scale * size.width, room[0]
        with self._pages.ink.artifact():
            canvas.setLineWidth(0.4)
            for number, tile in enumerate(blocks):
                area = tile.area
                canvas.setFillGray(_HERE if number == at else 1)
                x, y = left + area.left * scale, top - area.bottom * scale
                canvas.rect(x, y, area.size.width * scale, area.size.depth * scale, fill=1)
            canvas.setFillGray(0)
            canvas.setLineWidth(0.8)
            canvas.rect(left, top - size.depth * scale, size.width * scale, size.depth * scale)


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
    pages: Pages,
    sheet: OfficeSheet,
    paper: SeatingPaper,
    each: SeatingSheet,
    under: tuple[Bilingual, float],
) -> Sequence[Level]:
    """Return the title with the plan's name, the words ``under`` it, and when and where.

    They are as wide as the measure beside those words.
    """
    say, faces = sayer(paper.language), pages.ink.faces
    facts = [say(value) for _, value in each.facts]
    joined = Bilingual(" · ".join(v.id for v in facts), " · ".join(v.en for v in facts))
    levels = list[Level]()
    for pair, key, size, lead in (
        (say(each.title), "bold", TITLE, TITLE_LEAD),
        (say(under[0]), "bold", SIZE, LEAD),
        (joined, "regular", SIZE, LEAD),
    ):
        for line in both_lines(faces, pair, key, size, under[1]):
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

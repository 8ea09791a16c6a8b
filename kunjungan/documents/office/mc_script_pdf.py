"""Sets an MC's script as PDF in large type: the time at the left, what is said beside it."""

from collections.abc import Iterator
from itertools import chain

from kunjungan.documents.office.both_words import both_lines, inline, sayer
from kunjungan.documents.office.flow import Level, draw_levels, level_pages
from kunjungan.documents.office.mc_content import Script, ScriptItem
from kunjungan.documents.office.mc_setting import Measure, SpokenSetter
from kunjungan.documents.office.pages import PAGE, Pages, SetPages
from kunjungan.documents.office.sheet import LEAD, SIZE, TITLE, TITLE_LEAD, OfficeSheet
from kunjungan.documents.setting.centred import line_width, single_line
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import MM

_SIZE, _TITLE_SIZE, _TIME_SIZE = 13.0, 14.0, 11.0
_TIMES, _OVER_ITEM, _UNDER_RULE, _OVER_SESSION, _LABEL = 30 * MM, 13.0, 11.0, 16.0, 42 * MM


def mc_script_pdf(script: Script) -> SetPages:
    """Return the script as PDF/A, upright; equal scripts give equal bytes."""
    width, height = (side * MM for side in script.paper.size_mm)
    sheet = OfficeSheet(width, height, left=20 * MM)
    pages = Pages(FaceCase(), width, height)
    levels = list(_Setter(pages.ink.faces, sheet, script).levels())
    room = sheet.top - sheet.bottom
    placed = list(level_pages(levels, room, room))
    say = sayer(script.language)
    for number, page in enumerate(placed, 1):
        draw_levels(pages.ink, page, sheet.top)
        counted = say(PAGE.filled(page=number, pages=len(placed)))
        pages.end(sheet, script.foot, inline(counted))
    languages = ("id", "en") if script.language == "both" else (script.language,)
    return pages.finished(inline(script.title), script.author, languages)


class _Setter:
    """Sets the levels of one script."""

    def __init__(self, faces: FaceCase, sheet: OfficeSheet, script: Script) -> None:
        self._faces, self._sheet, self._script = faces, sheet, script
        self._say = sayer(script.language)
        measure = Measure(sheet.left + _TIMES, sheet.measure - _TIMES, _SIZE)
        self._spoken = SpokenSetter(faces, measure, script.language)

    def levels(self) -> Iterator[Level]:
        """Yield title, facts and every session."""
        width = self._sheet.measure
        for line in both_lines(self._faces, self._say(self._script.title), "bold", TITLE, width):
            x = self._sheet.middle - line_width(self._faces, line) / 2
            yield Level(TITLE_LEAD, ((x, line),), "H1", keep=True)
        yield Level(8.0)
        for label, value in self._script.facts:
            named = both_lines(self._faces, self._say(label), "regular", SIZE, _LABEL - 4)
            said = both_lines(self._faces, self._say(value), "regular", SIZE, width - _LABEL)
            for at, line in enumerate(said):
                before = [(self._sheet.left, each) for each in named[at : at + 1]]
                yield Level(LEAD, (*before, (self._sheet.left + _LABEL, line)))
        for session in self._script.sessions:
            yield Level(_OVER_SESSION)
            for line in both_lines(
                self._faces, self._say(session.title), "bold", _TIME_SIZE, width
            ):
                yield Level(_TIME_SIZE * 1.3, ((self._sheet.left, line),), "H1", keep=True)
            for item in session.items:
                yield from self._item(item, first=item is session.items[0])

    def _item(self, item: ScriptItem, *, first: bool) -> Iterator[Level]:
        """Yield an item under a hairline, its time beside the first line of its title.

        The first stays on the page of its session's title.
        """
        rule = (self._sheet.left, self._sheet.right)
        yield Level(_OVER_ITEM, keep=first)
        yield Level(_UNDER_RULE, rule=rule, keep=True)
        top, *rest = self._spoken.title(item.title, _TITLE_SIZE)
        time = single_line(self._faces, item.time, "bold", _TIME_SIZE)
        yield top._replace(said=((self._sheet.left, time), *top.said))
        yield from rest
        yield from chain.from_iterable(self._spoken.item(item))

"""Sets an MC's cue cards: A5, two on a sheet that lies across, to be cut in the middle.

What does not fit on a card goes on to another one; nothing is made too small to be read.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, pairwise

from kunjungan.documents.office.both_words import inline, sayer
from kunjungan.documents.office.flow import Level, draw_levels, height_of, level_pages
from kunjungan.documents.office.mc_content import Script, ScriptItem, ScriptSession
from kunjungan.documents.office.mc_setting import Measure, SpokenSetter
from kunjungan.documents.office.pages import Pages
from kunjungan.documents.office.sheet import ASCENT
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import balanced_lines, line_width, single_line
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM
from kunjungan.domain.bilingual import Bilingual

WIDTH, HEIGHT = 148.5 * MM, 210 * MM
_EDGE, _TOP, _FOOT = 12 * MM, 12 * MM, 10 * MM
_SIZE, _TITLE, _TIME, _SMALL, _UNDER_TITLE = 14.5, 17.0, 19.0, 8.5, 8.0
_HEAD, _BOTTOM = 34.0, 18 * MM
_MOST_LINES = 3
"""So many small lines stand over the rule of a card's head, clear of its edge."""
_CUT, _MARK = 0.4, 4 * MM
_NEXT = Bilingual("Berikutnya: {time} {title}", "Next: {time} {title}")
_GOES_ON = Bilingual("(lanjutan)", "(continued)")
_TURN = Bilingual("lanjut ke kartu berikutnya", "continues on the next card")


@dataclass(frozen=True, slots=True)
class SetCards:
    """Cards that are set: the file, its sheets, and a fingerprint of each card by its key."""

    pdf: bytes
    sheets: int
    marks: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Face:
    """One side of a card: its head, what is said, and what stands at its foot.

    ``again`` stands behind the time where the item began on another card.
    """

    time: str
    again: str
    where: Bilingual
    levels: Sequence[Level]
    foot: str


def cue_cards_pdf(script: Script, only: Collection[str] = (), *, guides: bool = True) -> SetCards:
    """Return a card for each item, or for those of some keys, as PDF/A."""
    width, height = (side * MM for side in reversed(script.paper.size_mm))
    pages = Pages(FaceCase(), width, height)
    setter = _Setter(pages.ink.faces, script)
    cards = {key: faces for key, faces in setter.cards() if not only or key in only}
    faces = [face for each in cards.values() for face in each]
    for start in range(0, len(faces), 2):
        _draw_sheet(pages, faces[start : start + 2], guides=guides)
    languages = ("id", "en") if script.language == "both" else (script.language,)
    done = pages.finished(inline(script.title), script.author, languages)
    marks = {key: _mark(each) for key, each in cards.items()}
    return SetCards(done.pdf, len(done.marks), marks)


class _Setter:
    """Sets the cards of one script."""

    def __init__(self, faces: FaceCase, script: Script) -> None:
        self._script = script
        self._say = sayer(script.language)
        measure = Measure(_EDGE, WIDTH - 2 * _EDGE, _SIZE)
        self._spoken = SpokenSetter(faces, measure, script.language)

    def cards(self) -> Iterator[tuple[str, list[_Face]]]:
        """Yield every card by its key; its foot says what comes next."""
        items = [(each, item) for each in self._script.sessions for item in each.items]
        for (own, item), (_, after) in pairwise([*items, (None, None)]):
            if own is not None and item is not None:
                yield item.key, list(self._faces(own, item, after))

    def _faces(
        self, own: ScriptSession, item: ScriptItem, after: ScriptItem | None
    ) -> Iterator[_Face]:
        title = list(self._spoken.title(item.title, _TITLE))
        room = HEIGHT - _TOP - _HEAD - _BOTTOM
        pages = list(_pages(title, list(self._spoken.item(item)), room))
        where, coming = self._say(own.title), ""
        if after is not None:
            coming = self._say(_NEXT.filled(time=after.time, title=after.title)).id
        for number, page in enumerate(pages, 1):
            last = number == len(pages)
            again = self._say(_GOES_ON).id if number > 1 else ""
            yield _Face(item.time, again, where, page, coming if last else inline(self._say(_TURN)))


def _pages(
    title: Sequence[Level], languages: Sequence[Sequence[Level]], room: float
) -> Iterator[list[Level]]:
    """Yield what stands on each card of an item: all on one, or else each language on its own.

    A second language begins under the title in that language.
    """
    whole = [level for each in languages for level in each]
    high = height_of((*title, *whole)) + _UNDER_TITLE
    blocks = [whole] if high <= room else languages
    for number, block in enumerate(blocks):
        own = [level for level in title if level.language == "en" or not number]
        own += [Level(_UNDER_TITLE)] if own else []
        first, *others = [*level_pages(block, room - height_of(own), room)] or [[]]
        yield [*own, *first]
        yield from others


def _mark(faces: Sequence[_Face]) -> str:
    """Return the fingerprint of a card: what it says, wherever on a sheet it stands."""
    said = [
        (
            f"{face.time} {face.again}".strip(),
            inline(face.where),
            face.foot,
            [line.words for level in face.levels for _, line in level.said],
        )
        for face in faces
    ]
    return sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:16]


def _draw_sheet(pages: Pages, faces: Sequence[_Face], *, guides: bool) -> None:
    ink = pages.ink
    width, height = ink.size
    left, below = (width - 2 * WIDTH) / 2, (height - HEIGHT) / 2
    for number, face in enumerate(faces):
        ink.canvas.saveState()
        ink.canvas.translate(left + number * WIDTH, below)
        _draw(ink, face)
        ink.canvas.restoreState()
    if guides:
        _draw_guides(ink, left, below)
    pages.end_bare()


def _draw(ink: Ink, face: _Face) -> None:
    """Draw a card from its own lower left corner."""
    top, room = HEIGHT - _TOP, WIDTH - 2 * _EDGE
    time = single_line(ink.faces, face.time, "bold", _TIME)
    again = single_line(ink.faces, face.again, "foot", _SMALL)
    behind = line_width(ink.faces, time) + 6
    spare = room - behind - line_width(ink.faces, again) - 6
    where = _where(ink.faces, face.where, spare)
    with ink.tagged("P", "id"):
        ink.line(_EDGE, top - ASCENT * _TIME, time)
    if face.again:
        with ink.tagged("P", "id"):
            ink.line(_EDGE + behind, top - ASCENT * _TIME, again)
    with ink.tagged("P", "id"):
        for number, line in enumerate(reversed(where)):
            y = top - ASCENT * _TIME + number * _SMALL * 1.15
            ink.line(WIDTH - _EDGE - line_width(ink.faces, line), y, line)
    with ink.artifact():
        ink.canvas.setLineWidth(1.6)
        ink.canvas.line(_EDGE, top - _HEAD + 12, WIDTH - _EDGE, top - _HEAD + 12)
        ink.canvas.setLineWidth(0.4)
        ink.canvas.line(_EDGE, _FOOT + 11, WIDTH - _EDGE, _FOOT + 11)
    draw_levels(ink, face.levels, top - _HEAD)
    foot = balanced_lines(ink.faces, face.foot, "foot", _SMALL, room)
    for number, line in enumerate(foot):
        with ink.tagged("P", "id", key=f"foot{face.time}{face.foot}"):
            ink.line(_EDGE, _FOOT - number * _SMALL * 1.15, line)


def _where(faces: FaceCase, title: Bilingual, room: float) -> list[Line]:
    """Return a session's title at a card's head: in one language or cut where it is too high."""
    cuts = (f"{title.id[:end].rstrip()}…" for end in range(len(title.id) - 1, 0, -1))
    for words in chain((inline(title), title.id), cuts):
        lines = balanced_lines(faces, words, "foot", _SMALL, room)
        if len(lines) <= _MOST_LINES:
            return lines
    return []


def _draw_guides(ink: Ink, left: float, below: float) -> None:
    """Draw the cut between two cards, and marks at their corners where the sheet is larger."""
    canvas, (width, height) = ink.canvas, ink.size
    with ink.artifact():
        canvas.setLineWidth(_CUT)
        canvas.setDash(3, 3)
        canvas.line(left + WIDTH, 0, left + WIDTH, height)
        canvas.setDash()
        for x in (left, left + 2 * WIDTH):
            if left > _MARK:
                canvas.line(x, 0, x, min(below, _MARK))
                canvas.line(x, height, x, height - min(below, _MARK))
        for y in (below, below + HEIGHT):
            if left > _MARK:
                canvas.line(0, y, _MARK, y)
                canvas.line(width, y, width - _MARK, y)

"""Sets what an MC says in large type: lines ragged, words whole, one language after the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kunjungan.documents.office.flow import Level
from kunjungan.documents.office.mc_content import How, Paragraph, ScriptItem
from kunjungan.documents.setting.centred import balanced_lines, filled_lines, single_line
from kunjungan.documents.setting.compositor import Compositor, Style
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.setting.ragged import ragged_lines
from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.richtext import Rich
from kunjungan.domain.visit_words import Tongue

_LEAD, _APART, _GREET_GAP = 1.34, 0.5, 0.18
_INDENT, _WIDE_INDENT = 1.7, 2.3
"""From baseline to baseline, white between paragraphs and greetings; the indent of
greetings, and that of ten or more."""
_NOTE_SIZE, _NOTE_LEAD, _BETWEEN = 0.72, 1.3, 72.0
_NOTE = Bilingual("Catatan", "Note")
_NEEDS = Bilingual("Siapkan", "Have ready")


@dataclass(frozen=True, slots=True)
class Measure:
    """Where words stand, and in which type size; all in points."""

    left: float
    width: float
    size: float


def _with_notes(levels: Iterable[Level]) -> list[Level]:
    """Return levels in which a note stays on the page of what it comes after."""
    found = list[Level]()
    for level in levels:
        if level.quiet and len(found) > 1 and not found[-1].said:
            found[-2] = found[-2]._replace(keep=True)
        found.append(level)
    return found


class SpokenSetter:
    """Sets items between two edges in one type size."""

    def __init__(self, faces: FaceCase, measure: Measure, language: Tongue) -> None:
        self._faces = faces
        self._compositor = Compositor(faces)
        self.measure = measure
        self._sides: tuple[Language, ...] = ("id", "en") if language == "both" else (language,)

    def title(self, words: Bilingual, size: float) -> Iterator[Level]:
        """Yield the title of an item, the English slanted under it; it keeps with what follows."""
        for number, side in enumerate(self._sides):
            if number and words.en in {"", words.id}:
                return
            face: FaceKey = "italic" if number else "bold"
            own = size * 0.8 if number else size
            text = words.side(side) or words.id
            for line in balanced_lines(self._faces, text, face, own, self.measure.width):
                said = ((self.measure.left, line),)
                yield Level(own * 1.25, said, "P" if number else "H2", side, keep=True)

    def item(self, item: ScriptItem) -> Iterator[list[Level]]:
        """Yield what is said at an item in each language; under the last what the office noted."""
        *others, last = self._sides
        for side in others:
            yield _with_notes(self._said(item, side))
        yield _with_notes((*self._said(item, last), *self._notes(item)))

    def _said(self, item: ScriptItem, side: Language) -> Iterator[Level]:
        size, rule = self.measure.size, (self.measure.left, self.measure.left + _BETWEEN)
        if side != self._sides[0] and item.paragraphs:
            yield Level(size * _APART * 1.4)
            yield Level(size * _APART * 0.4, rule=rule, keep=True)
        greeted, indent = 0, self._indent(item)
        for at, paragraph in enumerate(item.paragraphs):
            greeted = greeted + 1 if paragraph.how is How.GREET else 0
            part = f"{item.key}{side}{at}"
            *levels, last = self._paragraph(paragraph, side, (greeted, indent), part)
            opens = not greeted and at + 1 < len(item.paragraphs)
            opens = opens and item.paragraphs[at + 1].how is How.GREET
            yield from (*levels, last._replace(keep=last.keep or opens))

    def _paragraph(
        self, paragraph: Paragraph, side: Language, greeting: tuple[int, float], part: str
    ) -> Iterator[Level]:
        """Yield a paragraph whole: nobody turns a page within a sentence."""
        size, (greeted, wide) = self.measure.size, greeting
        text = paragraph.en if side == "en" else paragraph.id
        if paragraph.how is How.WAIT:
            plain = "".join(span.text for span in text)
            yield from self._quiet(f"({plain})", side, part)
            return
        indent = wide if greeted else 0.0
        lines = self._ragged(text, side, self.measure.width - indent)
        yield Level(size * (_GREET_GAP if greeted else _APART), keep=True)
        for at, line in enumerate(lines):
            said = [(self.measure.left + indent, line)]
            if greeted and at == 0:
                mark = single_line(self._faces, f"{greeted}.", "regular", size)
                said.insert(0, (self.measure.left, mark))
            keep = at < len(lines) - 1
            yield Level(size * _LEAD, tuple(said), "P", side, part, keep=keep)

    def _indent(self, item: ScriptItem) -> float:
        """Return how far greetings stand in from their numbers, all of an item alike."""
        count = sum(paragraph.how is How.GREET for paragraph in item.paragraphs)
        return self.measure.size * (_WIDE_INDENT if count > 9 else _INDENT)

    def _ragged(self, text: Rich, side: Language, width: float) -> Sequence[Line]:
        size = self.measure.size
        galley = self._compositor.galley(text, Style(side, size, width))
        return ragged_lines(galley, width, size)

    def _notes(self, item: ScriptItem) -> Iterator[Level]:
        """Yield the office's own cue and what is needed, quietly."""
        for label, words in ((_NOTE, item.note), (_NEEDS, item.needs)):
            if words:
                named = label.side(self._sides[0])
                yield from self._quiet(f"{named}: {words}", "id", f"{item.key}{label.en}")

    def _quiet(self, words: str, side: Language, part: str) -> Iterator[Level]:
        size = self.measure.size * _NOTE_SIZE
        yield Level(self.measure.size * _APART, keep=True)
        lines = filled_lines(self._faces, words, "foot", size, self.measure.width)
        for at, line in enumerate(lines):
            said = ((self.measure.left, line),)
            keep = at < len(lines) - 1
            yield Level(size * _NOTE_LEAD, said, "P", side, part, keep=keep, quiet=True)

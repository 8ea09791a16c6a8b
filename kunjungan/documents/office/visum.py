"""Sets visums as PDF: printed into the guests' own sheets, or as labels to be stuck there.

Nothing but words is printed: whoever signs does so by hand, and the stamp follows (domain notes
7.9). Words that are too long wrap, then shrink; where even that is not enough the guest is named.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kunjungan.documents.pdf.archive import About, sayable
from kunjungan.documents.pdf.finishing import file_of
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.tree import tag_of
from kunjungan.documents.setting.centred import filled_lines, line_width
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM
from kunjungan.domain.label_sheets import LabelSheet
from kunjungan.domain.visum_forms import LEAST_SIZE, FieldSpot, VisumField, VisumForm

_LEAD = 1.2
_STEP = 0.5
_MOST_LINES: Mapping[VisumField, int] = MappingProxyType(
    {VisumField.ARRIVED_POST: 3, VisumField.LEFT_POST: 3}
)
"""How many lines a field may have under its baseline; one where nothing is said."""
LABELS: Mapping[VisumField, str] = MappingProxyType(
    {
        VisumField.ARRIVED_AT: "Tiba di",
        VisumField.ARRIVED_ON: "Pada tanggal",
        VisumField.LEFT_FROM: "Berangkat dari",
        VisumField.LEFT_TO: "Ke",
        VisumField.LEFT_ON: "Pada tanggal",
    }
)
"""What a label says before a field, where a sheet has it printed already."""
_LABEL_PAD, _LABEL_SIZE = 2.5, 8.0
LEAST_LABEL_MM = (80.0, 36.0)
"""Smaller labels hold no visum with room for signature and stamp."""


@dataclass(frozen=True, slots=True)
class VisumText:
    """The visum of one guest: whose it is, and what each field says; empty ones are left out."""

    key: str
    who: str
    said: Mapping[VisumField, str]


@dataclass(frozen=True, slots=True)
class VisumPrint:
    """What was printed, and the keys of those whose words did not fit their field."""

    pdf: bytes
    pages: int
    cramped: tuple[str, ...]


def overprint(form: VisumForm, visums: Sequence[VisumText], title: str) -> VisumPrint:
    """Return a page for each guest, to be printed into the guest's own sheet in this order."""
    faces = FaceCase()
    width, height = (side * MM for side in form.paper.size_mm)
    ink, cramped = Ink(faces, width, height), list[str]()
    for visum in visums:
        for field, words in visum.said.items():
            spot = form.fields.get(field)
            if spot is not None and words and not _draw(ink, spot, words, field, form.size):
                cramped.append(visum.key)
        ink.next_page()
    return _printed(ink, title, cramped)


def stickers(
    sheet: LabelSheet, visums: Sequence[VisumText], title: str, first: int = 1
) -> VisumPrint:
    """Return labels with arrival and departure side by side, from a label (1) of the first page."""
    faces = FaceCase()
    ink, cramped = Ink(faces, sheet.page_width * MM, sheet.page_height * MM), list[str]()
    page = 0
    for place, visum in enumerate(visums, first - 1):
        spot = sheet.spot(place)
        for _ in range(spot.page - page):
            ink.next_page()
        page = spot.page
        for field, label, at in _on_label(sheet, spot.x, spot.y):
            words = visum.said.get(field, "")
            said = f"{label} : {words}" if label and words else words
            if words and not _draw(ink, at, said, field, _LABEL_SIZE):
                cramped.append(visum.key)
    ink.next_page()
    return _printed(ink, title, cramped)


def calibration(form: VisumForm) -> VisumPrint:
    """Return a page with every field of a form where it will be printed, ruled to the mm.

    It is printed on plain paper and held against a form, to the light.
    """
    faces = FaceCase()
    width, height = (side * MM for side in form.paper.size_mm)
    ink = Ink(faces, width, height)
    _rulers(ink)
    ink.canvas.setLineWidth(0.3)
    with ink.tagged("H1", "id"):
        ink.text(28 * MM, height - 22 * MM, f"Halaman uji visum: {form.name.id}", "bold", 12)
    with ink.tagged("P", "id"):
        words = (
            f"Kertas {form.paper.value.upper()} tanpa penskalaan. Tempelkan pada formulir dan "
            "lihat menghadap cahaya; selisihnya dalam mm dimasukkan ke formulir."
        )
        for number, line in enumerate(filled_lines(faces, words, "regular", 9, width - 56 * MM)):
            ink.line(28 * MM, height - 28 * MM - number * 12, line)
    for field, spot in form.fields.items():
        _mark(ink, field, spot)
    ink.next_page()
    return _printed(ink, f"Halaman uji visum {form.name.id}", [])


def _draw(ink: Ink, spot: FieldSpot, words: str, field: VisumField, size: float) -> bool:
    """Write words on their baseline and below it; False where they did not fit at any size."""
    most = _MOST_LINES.get(field, 1)
    lines, size = _fitting(ink.faces, words, spot.width * MM, most, size)
    top = ink.size[1] - spot.y * MM
    with ink.tagged("P", "id"):
        for number, line in enumerate(lines):
            ink.line(spot.x * MM, top - number * size * _LEAD, line)
    wide = max(line_width(ink.faces, line) for line in lines)
    return len(lines) <= most and wide <= spot.width * MM + 0.01


def _fitting(
    faces: FaceCase, words: str, width: float, most: int, size: float
) -> tuple[list[Line], float]:
    """Return words in the lines they may have, smaller and smaller until they fit."""
    while True:
        lines = [
            line
            for part in words.split("\n")
            for line in filled_lines(faces, part, "regular", size, width)
        ]
        fits = len(lines) <= most and all(line_width(faces, line) <= width for line in lines)
        if fits or size - _STEP < LEAST_SIZE:
            return lines, size
        size -= _STEP


def _on_label(sheet: LabelSheet, x: float, y: float) -> Iterator[tuple[VisumField, str, FieldSpot]]:
    """Yield each field with its label and its place: arrival at the left, departure at the right.

    Between post and name there is room for signature and stamp.
    """
    half = sheet.width / 2
    lead = _LABEL_SIZE * _LEAD / MM
    sides = (
        (VisumField.ARRIVED_AT, VisumField.ARRIVED_ON, VisumField.ARRIVED_POST,
         VisumField.ARRIVED_NAME, VisumField.ARRIVED_NIP),
        (VisumField.LEFT_FROM, VisumField.LEFT_TO, VisumField.LEFT_ON, VisumField.LEFT_POST,
         VisumField.LEFT_NAME, VisumField.LEFT_NIP),
    )  # fmt: skip
    for side, fields in enumerate(sides):
        left, width = x + side * half + _LABEL_PAD, half - 2 * _LABEL_PAD
        top = y + _LABEL_PAD + lead
        for number, field in enumerate(fields[:-2]):
            yield field, LABELS.get(field, ""), FieldSpot(left, top + number * lead, width)
        foot = y + sheet.height - _LABEL_PAD
        yield fields[-2], "", FieldSpot(left, foot - lead, width)
        yield fields[-1], "", FieldSpot(left, foot, width)


def _rulers(ink: Ink) -> None:
    """Draw mm along the upper and the left edge, longer at 5 and at 10."""
    width, height = ink.size
    canvas = ink.canvas
    with ink.artifact():
        canvas.setLineWidth(0.25)
        for at in range(round(width / MM) + 1):
            stroke = 5.0 if at % 10 == 0 else 3.5 if at % 5 == 0 else 2.0
            canvas.line(at * MM, height, at * MM, height - stroke * MM)
        for at in range(round(height / MM) + 1):
            stroke = 5.0 if at % 10 == 0 else 3.5 if at % 5 == 0 else 2.0
            canvas.line(0, height - at * MM, stroke * MM, height - at * MM)
        for at in range(20, int(width / MM), 20):
            ink.text(at * MM + 1, height - 8 * MM, str(at), "foot", 6)
        for at in range(20, int(height / MM), 20):
            ink.text(6 * MM, height - at * MM - 2, str(at), "foot", 6)


def _mark(ink: Ink, field: VisumField, spot: FieldSpot) -> None:
    """Draw a field's baseline with a cross at its start, and say what it is and where."""
    x, y = spot.x * MM, ink.size[1] - spot.y * MM
    with ink.artifact():
        ink.canvas.line(x, y, x + spot.width * MM, y)
        ink.canvas.line(x, y - 2 * MM, x, y + 2 * MM)
    with ink.tagged("P", "id"):
        words = f"{NAMES[field]} ({spot.x:g}; {spot.y:g})"
        ink.text(x + 2, y + 2, words, "foot", 7)


def _printed(ink: Ink, title: str, cramped: Sequence[str]) -> VisumPrint:
    pdf = file_of(ink, About(sayable(title), "", (tag_of("id"),)))
    return VisumPrint(pdf, len(ink.pages), tuple(dict.fromkeys(cramped)))


NAMES: Mapping[VisumField, str] = MappingProxyType(
    {
        VisumField.ARRIVED_AT: "Tiba di",
        VisumField.ARRIVED_ON: "Tiba pada tanggal",
        VisumField.ARRIVED_POST: "Jabatan (tiba)",
        VisumField.ARRIVED_NAME: "Nama (tiba)",
        VisumField.ARRIVED_NIP: "NIP (tiba)",
        VisumField.LEFT_FROM: "Berangkat dari",
        VisumField.LEFT_TO: "Ke",
        VisumField.LEFT_ON: "Berangkat pada tanggal",
        VisumField.LEFT_POST: "Jabatan (berangkat)",
        VisumField.LEFT_NAME: "Nama (berangkat)",
        VisumField.LEFT_NIP: "NIP (berangkat)",
    }
)
"""What each field is called on the calibration page."""

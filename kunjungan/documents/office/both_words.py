"""Words in one language or in both on one line: "Nama / Name", the English slanted."""

from collections.abc import Callable

from kunjungan.documents.setting.centred import balanced_lines, line_width, single_line
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.visit_words import Tongue

Sayer = Callable[[Bilingual], Bilingual]
SLANTED = {"regular": "italic", "bold": "bold_italic", "foot": "foot"}


def sayer(language: Tongue) -> Sayer:
    """Return what leaves a pair as it is, or says one of its sides alone."""
    if language == "both":
        return lambda pair: pair
    if language == "id":
        return lambda pair: Bilingual(pair.id, pair.id)
    return lambda pair: Bilingual(pair.en or pair.id, pair.en or pair.id)


def alone(pair: Bilingual, language: Tongue) -> str:
    """Return one side of a pair for a narrow cell: English if only that is asked for."""
    return pair.en or pair.id if language == "en" else pair.id or pair.en


def inline(pair: Bilingual) -> str:
    """Return a pair as plain words: "Halaman 1 / Page 1"."""
    return f"{pair.id} / {pair.en}" if pair.en and pair.en != pair.id else pair.id


def both_lines(
    faces: FaceCase, pair: Bilingual, key: FaceKey, size: float, width: float
) -> list[Line]:
    """Return a pair on one line if it fits, else each side in balanced lines of its own."""
    if not pair.en or pair.en == pair.id:
        return balanced_lines(faces, pair.id, key, size, width)
    first = single_line(faces, f"{pair.id} /", key, size)
    second = single_line(faces, pair.en, SLANTED[key], size)
    whole = Line((*first.words, *second.words), size, first.space, 1.0, 1.0, 0.0, spaced=True)
    if line_width(faces, whole) <= width:
        return [whole]
    return [
        *balanced_lines(faces, pair.id, key, size, width),
        *balanced_lines(faces, pair.en, SLANTED[key], size, width),
    ]

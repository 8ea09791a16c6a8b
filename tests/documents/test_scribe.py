import re

import pytest

from kunjungan.documents.pdf.scribe import Scribe
from kunjungan.documents.setting.centred import single_line
from kunjungan.documents.setting.faces import FaceCase

MOVES = re.compile(r"\)(-?\d+)\(")


@pytest.fixture(scope="module")
def faces() -> FaceCase:
    return FaceCase()


@pytest.mark.parametrize("text", ["AVATAR", "AVŁAVĐTo", "ŁAVA"])
def test_letters_are_kerned_as_they_were_measured(faces: FaceCase, text: str) -> None:
    written = Scribe(faces).written(single_line(faces, text, "regular", 10.0))
    moves = [move for _, move in faces["regular"].measure(text)[1]]
    assert moves
    assert sum(map(int, MOVES.findall(written))) == -sum(round(move) for move in moves)


def test_a_line_of_usual_letters_is_written_once_for_all_files(faces: FaceCase) -> None:
    line = single_line(faces, "Kesepakatan Bersama", "bold", 10.0)
    first = Scribe(faces).written(line)
    assert line.drawn == first
    assert Scribe(faces).written(line) is first


def test_a_line_with_a_rare_letter_is_written_anew_for_each_file(faces: FaceCase) -> None:
    rare, other = (single_line(faces, text, "regular", 10.0) for text in ("Đà", "Łà"))
    scribe = Scribe(faces)
    scribe.written(other)
    late = scribe.written(rare)
    assert rare.drawn is None
    assert late != Scribe(faces).written(rare)


def test_a_missing_character_is_named_once(faces: FaceCase) -> None:
    scribe = Scribe(faces)
    written = scribe.written(single_line(faces, "a\ue000b\ue000", "regular", 10.0))
    assert list(scribe.missing) == ["\ue000"]
    assert written.count("/ActualText <FEFFe000>") == 2

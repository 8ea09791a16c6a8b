import re
from hashlib import sha256

import pytest

from kunjungan.documents.faces import STABLE, FaceCase, FaceKey
from kunjungan.resources import resource

FONTS = resource("fonts/MANIFEST.txt").parent
FACES = FaceCase()
SERIFS: tuple[FaceKey, ...] = ("regular", "bold", "italic", "bold_italic")


def test_fonts_are_the_files_that_the_manifest_names() -> None:
    listed = dict(
        reversed(pair)
        for pair in re.findall(
            r"([0-9a-f]{64})  (\S+)", (FONTS / "MANIFEST.txt").read_text("utf-8")
        )
    )
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")}
    assert found == listed


@pytest.mark.parametrize("name", ["NaskahBonum", "LiberationSans"])
def test_each_family_comes_with_its_licence(name: str) -> None:
    assert "icense" in (FONTS / f"LICENSE-{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("key", SERIFS)
def test_body_faces_have_the_lasting_characters_and_kern_their_pairs(key: FaceKey) -> None:
    face = FACES[key]
    assert all(map(face.has, STABLE))
    width, moves = face.measure("AVA")
    assert [place for place, _ in moves] == [1, 2]
    assert width < sum(face.widths[ord(char)] for char in "AVA")


def test_a_soft_hyphen_looks_like_a_hyphen() -> None:
    for key in SERIFS:
        assert FACES[key].widths[0xAD] == FACES[key].widths[ord("-")]


def test_each_character_goes_to_a_face_that_has_it() -> None:
    assert FACES.runs("regular", "Kota Ж") == [("regular", "Kota "), ("foot", "Ж")]
    assert FACES.runs("bold", "厦") == [("bold", "厦")]

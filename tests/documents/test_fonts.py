import re
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # fontTools ships no types

from kunjungan.documents.setting.faces import STABLE, Face, FaceCase, FaceKey
from kunjungan.documents.setting.scripts.shaping import ScriptFont
from kunjungan.resources import resource

FONTS = resource("fonts/MANIFEST.txt").parent
SCRIPTS = FONTS / "scripts"
FACES = FaceCase()
SERIFS: tuple[FaceKey, ...] = ("regular", "bold", "italic", "bold_italic")


@pytest.mark.parametrize("folder", [FONTS, SCRIPTS], ids=["latin", "scripts"])
def test_fonts_are_the_files_that_the_manifest_names(folder: Path) -> None:
    manifest = (folder / "MANIFEST.txt").read_text("utf-8")
    listed = dict(reversed(pair) for pair in re.findall(r"([0-9a-f]{64})  (\S+)", manifest))
    found = {each.name: sha256(each.read_bytes()).hexdigest() for each in folder.glob("*.[ot]tf")}
    assert found == listed


@pytest.mark.parametrize("name", ["NaskahBonum", "LiberationSans"])
def test_each_family_comes_with_its_licence(name: str) -> None:
    assert "icense" in (FONTS / f"LICENSE-{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("key", SERIFS)
def test_body_faces_have_the_lasting_characters_and_kern_their_pairs(key: FaceKey) -> None:
    face = FACES.latin(key)
    assert all(map(face.has, STABLE))
    width, moves = face.measure("AVA")
    assert [place for place, _ in moves] == [1, 2]
    assert width < sum(face.widths[ord(char)] for char in "AVA")


def test_faces_of_other_scripts_come_with_their_licence_and_bear_no_reserved_name() -> None:
    licence = (SCRIPTS / "OFL.txt").read_text("utf-8")
    for file in SCRIPTS.glob("*.[ot]tf"):
        names = {each.nameID: str(each) for each in TTFont(file)["name"].names}
        assert names[1] in licence
        assert names[0].removeprefix("\u00a9 ").removesuffix(".") in licence
        assert "Open Font License" in names[13]
        assert not re.search("Noto|Source", names[1] + names[4] + names[6])


def test_han_holds_the_national_character_sets_and_all_hangul() -> None:
    font = ScriptFont("scripts/NaskahHan-Regular.otf")
    codecs = ("gb2312", "shift_jis", "euc_kr")
    letters = [chr(code) for code in range(0x3400, 0xA000)]
    wanted = {char for char in letters for codec in codecs if char.encode(codec, "ignore")}
    first_of_taiwan = (
        bytes((high, low)) for high in range(0xA4, 0xC6) for low in range(0x40, 0x7F)
    )
    wanted |= set(b"".join(first_of_taiwan).decode("big5"))
    wanted |= set("镕堃髙﨑々ヶーぁ、。「」\uff08\uff09") | {
        chr(code) for code in range(0xAC00, 0xD7A4)
    }
    assert len(wanted) > 20_000
    assert [char for char in sorted(wanted) if not font.has(char)] == []


def test_what_the_faces_of_other_scripts_take_stays_under_twelve_megabytes() -> None:
    assert sum(file.stat().st_size for file in SCRIPTS.iterdir()) < 12_000_000


def test_a_latin_text_opens_no_face_of_another_script() -> None:
    faces = FaceCase()
    for text in (
        "Wali Kota Bandung",
        "Nguy\u1ec5n \u0130mamo\u011flu \u2014 \u201c\u00e9\u201d \u20ac",
    ):
        faces.runs("regular", text)
    assert faces._fonts == {}


def test_a_soft_hyphen_looks_like_a_hyphen() -> None:
    for key in SERIFS:
        assert FACES.latin(key).widths[0xAD] == FACES.latin(key).widths[ord("-")]


def test_each_character_goes_to_a_face_that_has_it() -> None:
    assert FACES.runs("regular", "Kota Ж") == [("regular", "Kota "), ("regular:serif", "Ж")]
    assert FACES.runs("bold", "厦\ue000") == [("bold:han", "厦"), ("bold", "\ue000")]


def test_the_face_of_a_letter_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    faces, asked = FaceCase(), list[str]()
    has = Face.has

    def counted(face: Face, char: str) -> bool:
        asked.append(char)
        return has(face, char)

    monkeypatch.setattr(Face, "has", counted)
    first = faces.runs("bold", "Łódź Đà Nẵng")
    count = len(asked)
    assert count
    assert faces.runs("bold", "Łódź Đà Nẵng") == first
    assert len(asked) == count

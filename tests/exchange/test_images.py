"""Pictures that people hand in: whatever they are, plain PNG comes out, or one sentence."""

import gzip
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.exchange.images import HEIC, safe_content, safe_picture
from kunjungan.exchange.plain_images import DAMAGED, LONGEST, NO_PICTURE, TOO_LARGE
from kunjungan.exchange.svg_images import NO_DRAWING, TOO_INVOLVED

RED, BLUE = (200, 30, 30), (20, 20, 220)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" {}>{}</svg>'
BOX = 'viewBox="0 0 10 20"'
FILLED = '<rect width="10" height="20" fill="#ff0000"/>'


def halves() -> Image.Image:
    """A picture that is blue at the left and red at the right."""
    image = Image.new("RGB", (60, 40), RED)
    image.paste(BLUE, (0, 0, 30, 40))
    return image


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def read(data: bytes) -> Image.Image:
    image: Image.Image = Image.open(BytesIO(safe_content(data, "gambar")))
    assert image.format == "PNG"
    assert image.mode in {"RGB", "RGBA"}
    return image


def near(image: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    found = image.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return all(abs(a - b) < 40 for a, b in zip(found, colour, strict=True))


def refusal(data: bytes) -> str:
    with pytest.raises(RuleBroken) as refused:
        safe_content(data, "gambar.png")
    assert refused.value.values["name"] == "gambar.png"
    return refused.value.message


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP", "AVIF"])
def test_common_kinds_keep_what_they_show(kind: str) -> None:
    image = read(encoded(halves(), kind))
    assert image.size == (60, 40)
    assert near(image, (5, 20), BLUE)
    assert near(image, (55, 20), RED)


def test_a_photo_is_turned_as_the_camera_was_held_and_says_nothing_else() -> None:
    exif = Image.Exif()
    exif[0x112], exif[0x10F] = 6, "Kamera"
    image = read(encoded(halves(), "JPEG", exif=exif))
    assert image.size == (40, 60)
    assert near(image, (20, 5), BLUE)
    assert not image.getexif()
    assert "exif" not in image.info


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_printing_colours_become_those_of_a_screen(kind: str) -> None:
    image = read(encoded(halves().convert("CMYK"), kind))
    assert near(image, (5, 20), BLUE)
    assert near(image, (55, 20), RED)


def test_sixteen_bits_become_eight() -> None:
    image = read(encoded(Image.new("I;16", (10, 10), 32768), "PNG"))
    assert near(image, (5, 5), (128, 128, 128))


def test_of_an_animation_the_first_frame_stays() -> None:
    frames = [Image.new("RGB", (60, 40), RED)]
    image = read(encoded(halves(), "GIF", save_all=True, append_images=frames))
    assert near(image, (5, 20), BLUE)
    assert getattr(image, "n_frames", 1) == 1


def test_what_shows_through_still_does() -> None:
    clear = halves().convert("RGBA")
    clear.putalpha(0)
    assert read(encoded(clear, "PNG")).getpixel((5, 5)) == (20, 20, 220, 0)


def test_a_huge_photo_becomes_small() -> None:
    assert max(read(encoded(Image.new("L", (12000, 9000), 9), "JPEG")).size) == LONGEST


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_a_huge_scan_is_made_smaller_before_all_else(
    monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    sizes, turned = list[int](), ImageOps.exif_transpose

    def seen(image: Image.Image) -> Image.Image:
        sizes.append(max(image.size))
        return turned(image)

    monkeypatch.setattr(ImageOps, "exif_transpose", seen)
    scan = halves().convert(mode).resize((9000, 90), Image.Resampling.NEAREST)
    image = read(encoded(scan, "PNG"))
    assert sizes == [4500]
    assert image.size == (LONGEST, 16)
    assert near(image, (5, 5), BLUE) or mode == "L"


def bomb(side: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [12_000, 60_000])
def test_a_picture_that_claims_to_be_immense_is_refused_unread(side: int) -> None:
    assert refusal(bomb(side)) == TOO_LARGE


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"hello", NO_PICTURE),
        (b"%PDF-1.7", NO_PICTURE),
        (b"\0\0\0\x18ftypheic" + bytes(50), HEIC),
        (encoded(halves(), "PNG")[:-60], DAMAGED),
        (encoded(halves(), "JPEG")[:300], DAMAGED),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', NO_DRAWING),
        (SVG.format('viewBox="0 0 1 90000"', FILLED).encode(), NO_DRAWING),
        (gzip.compress(b"no drawing", mtime=0)[:12], NO_DRAWING),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence(data: bytes, message: str) -> None:
    assert refusal(data) == message


@pytest.mark.parametrize(
    "made", [bytes, gzip.compress, lambda data: data.decode().encode("utf-16")]
)
def test_a_drawing_is_drawn_large(made: Callable[[bytes], bytes]) -> None:
    image = read(made(SVG.format(BOX, FILLED).encode()))
    assert image.size == (LONGEST // 2, LONGEST)
    assert near(image, (100, 100), (255, 0, 0))


def test_a_drawing_runs_nothing_and_reads_nothing_outside_itself(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(encoded(Image.new("RGB", (10, 20), (0, 255, 0)), "PNG"))
    inside = (
        f'{FILLED}<script>while(true){{}}</script><image x:href="{secret}" width="10" height="20"/>'
        f'<image x:href="{secret.as_uri()}" width="10" height="20"/>'
        '<image x:href="http://contoh.invalid/a.png" width="10" height="20"/>'
        '<foreignObject width="10" height="20"><p>no</p></foreignObject>'
    )
    assert near(read(SVG.format(f'{BOX} onload="x()"', inside).encode()), (100, 100), (255, 0, 0))


def test_a_drawing_that_multiplies_itself_is_refused() -> None:
    shown = '<use x:href="#a{}"/>'
    levels = "".join(f'<g id="a{n}">{shown.format(n - 1) * 10}</g>' for n in range(1, 10))
    drawing = SVG.format(BOX, f'<g id="a0">{FILLED}</g>{levels}')
    assert refusal(drawing.encode()) == TOO_INVOLVED
    ring = SVG.format(BOX, '<g id="a"><use x:href="#a"/></g>')
    assert refusal(ring.encode()) == TOO_INVOLVED


@pytest.mark.parametrize(
    "entity", ['SYSTEM "file:///etc/hostname"', '"&b;&b;"', f'"{"a" * 600}"', 'PUBLIC "a" "b"']
)
def test_a_drawing_that_reads_or_swells_by_entities_is_refused(entity: str) -> None:
    head = f'<!DOCTYPE svg [<!ENTITY b "bb"><!ENTITY a {entity}>]>'
    drawing = head + SVG.format(BOX, "<text>&a;</text>")
    assert refusal(drawing.encode()) == TOO_INVOLVED


def test_a_drawing_program_s_own_abbreviations_do_no_harm() -> None:
    head = '<!DOCTYPE svg [<!ENTITY ns "http://contoh.invalid/ns/">]>'
    drawing = head + SVG.format(BOX, f'<g xmlns:i="&ns;">{FILLED}</g>')
    assert near(read(drawing.encode()), (100, 100), (255, 0, 0))


def test_a_file_that_is_gone_or_empty_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        safe_picture(tmp_path / "hilang.png")
    empty = tmp_path / "kosong.png"
    empty.touch()
    with pytest.raises(RuleBroken, match=r"kosong\.png"):
        safe_picture(empty)


SEEDS = tuple(encoded(halves(), kind) for kind in ("PNG", "JPEG", "GIF", "WEBP", "BMP", "AVIF"))


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SEEDS), st.integers(0, 2000), st.binary(max_size=12))
def test_whatever_happened_to_a_file_it_is_a_picture_or_a_sentence(
    seed: bytes, at: int, put: bytes
) -> None:
    broken = seed[:at] + put + seed[at + len(put) :]
    assert told(broken) in {"", "gambar"}


def told(data: bytes) -> str:
    """The name that a refusal says, or nothing where the picture was taken."""
    try:
        made = safe_content(data, "gambar")
    except RuleBroken as refused:
        return str(refused.values["name"])
    return "" if made.startswith(b"\x89PNG") else "no picture"

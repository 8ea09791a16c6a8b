"""Golden files: what a paper says and where on the page, and how its pages look from afar."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

FOLDER = Path(__file__).parent / "documents" / "golden"
FARTHEST = 1.0
"""The mean grey difference, of 255, at which two pictures of a page are no longer the same page."""
DPI = 36

MatchesGolden = Callable[[bytes, str], None]


def layout(pdf: bytes) -> str:
    """Write a PDF's pages as plain text in their places on the page."""
    pages = PdfReader(BytesIO(pdf)).pages
    texts = (page.extract_text(extraction_mode="layout") for page in pages)
    lines = (line.rstrip() for text in texts for line in [*text.splitlines(), "\f"])
    return "\n".join(lines) + "\n"


def pictures(pdf: bytes) -> list[Image.Image]:
    """Draw every page small and grey."""
    document = pypdfium2.PdfDocument(pdf)
    drawn = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    document.close()
    return drawn


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the mean grey difference of two pictures; 255 when their sizes differ."""
    if one.size != other.size:
        return 255.0
    return ImageStat.Stat(ImageChops.difference(one.convert("L"), other.convert("L"))).mean[0]


def bless(pdf: bytes, name: str) -> None:
    """Write the golden files of a paper anew."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob(f"{name}-*.png"):
        old.unlink()
    (FOLDER / f"{name}.txt").write_text(layout(pdf), encoding="utf-8", newline="\n")
    for number, picture in enumerate(pictures(pdf), 1):
        picture.save(FOLDER / f"{name}-{number}.png", optimize=True)


def compare(pdf: bytes, name: str) -> None:
    """Fail where a paper differs from its golden files; --bless accepts the difference."""
    assert layout(pdf) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    drawn = pictures(pdf)
    assert len(drawn) == len(list(FOLDER.glob(f"{name}-*.png")))
    for number, picture in enumerate(drawn, 1):
        with Image.open(FOLDER / f"{name}-{number}.png") as golden:
            far = difference(picture, golden)
        assert far < FARTHEST, f"page {number} of {name} looks different by {far:.2f}"

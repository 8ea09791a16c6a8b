"""Pictures inside a file: the office's emblems, in their colours and with what shows through."""

from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from kunjungan.documents.pdf.objects import PdfFile, packed

_SHARPEST = 640
"""The most pixels across that a 21 mm picture needs (about 770 to the inch)."""


class Picture(NamedTuple):
    """A picture as a file holds it; width and height in pixels."""

    width: int
    height: int
    colours: bytes
    """``DeviceRGB`` or ``DeviceGray``."""
    pixels: bytes
    alpha: bytes
    """Compressed, as the pixels are; empty where nothing shows through."""


@lru_cache(maxsize=16)
def picture(data: bytes) -> Picture | None:
    """Return a picture no larger than paper can show, or None for what is not a picture."""
    from PIL import Image  # noqa: PLC0415 - heavy, paper only

    try:
        image: Image.Image = Image.open(BytesIO(data))
        image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    if image.mode not in ("L", "RGB", "RGBA"):
        image = image.convert("RGBA")
    image.thumbnail((_SHARPEST, _SHARPEST * 2))
    alpha = b""
    if image.mode == "RGBA":
        mask = image.getchannel("A")
        alpha = packed(mask.tobytes()) if mask.getextrema() != (255, 255) else b""
        image = image.convert("RGB")
    colours = b"DeviceGray" if image.mode == "L" else b"DeviceRGB"
    return Picture(image.width, image.height, colours, packed(image.tobytes()), alpha)


def write_picture(file: PdfFile, shown: Picture) -> int:
    """Write a picture and its mask; return its number."""
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%b"
    mask = b""
    if shown.alpha:
        size = (shown.width, shown.height, b"DeviceGray")
        mask = b"/SMask %d 0 R" % file.stream(entries % size, shown.alpha)
    return file.stream(entries % (shown.width, shown.height, shown.colours) + mask, shown.pixels)

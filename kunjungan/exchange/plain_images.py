"""Makes pictures made of dots plain: upright, 8 bit, screen colours, the first frame, bare."""

import struct
import warnings
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1600
"""Pixels along the longer side, at most: 26 mm at 1,500 to the inch, a page at 200."""
_MOST_PIXELS = 90_000_000
"""Of what is decoded whole; JPEG is decoded smaller, so that a camera's 108 million pass."""
_REDUCED = frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "I", "F"})
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP", "ICO", "AVIF", "JPEG2000")
_FAULTS = (OSError, ValueError, SyntaxError, EOFError, RuntimeError, struct.error, zlib.error)

NO_PICTURE = later(
    "{name} is no picture that can be read. Nothing was changed; choose a PNG, JPEG, WebP, GIF, "
    "TIFF, BMP or SVG file."
)
DAMAGED = later(
    "{name} is damaged or was not copied to its end. Nothing was changed; copy it again, or save "
    "it anew in a picture program."
)
TOO_LARGE = later(
    "{name} claims to be {width} by {height} dots, more than can be taken. Nothing was changed; "
    "save it smaller and choose that file."
)


def plain_png(data: bytes, name: str) -> bytes:
    """Return a picture made of dots as a plain PNG.

    Raises:
        RuleBroken: it is no picture, damaged, or claims to be larger than can be taken.
    """
    from PIL import Image  # noqa: PLC0415 - heavy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        image = _opened(data, name)
        try:
            made = _plain(image)
        except _FAULTS as error:
            raise RuleBroken(DAMAGED, name=name) from error
    out = BytesIO()
    made.save(out, "PNG")
    return out.getvalue()


def _opened(data: bytes, name: str) -> "Image":
    """Return a picture of which only the head was read."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - heavy

    try:
        image: Image.Image = Image.open(BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        width, height = _claimed(data)
        raise RuleBroken(TOO_LARGE, name=name, width=width, height=height) from error
    except UnidentifiedImageError as error:
        raise RuleBroken(NO_PICTURE, name=name) from error
    except _FAULTS as error:
        raise RuleBroken(DAMAGED, name=name) from error
    if image.format in {"JPEG", "MPO"}:
        image.draft(None, (LONGEST, LONGEST))
    if image.width * image.height > _MOST_PIXELS:
        raise RuleBroken(TOO_LARGE, name=name, width=image.width, height=image.height)
    return image


def _plain(image: "Image") -> "Image":
    """Return the first frame upright, small enough, and in screen colours of 8 bit."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - heavy

    image.seek(0)
    image.load()
    seen = _in_screen_colours(ImageOps.exif_transpose(_in_8_bit(_nearer(image))))
    clear = "A" in seen.getbands() or "transparency" in seen.info
    seen = seen.convert("RGBA" if clear else "RGB")
    seen.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    bare = Image.new(seen.mode, seen.size)
    bare.paste(seen)
    return bare


def _nearer(image: "Image") -> "Image":
    """Return a huge picture at twice the size it will have or a little more: all else is quick."""
    times = max(image.size) // (2 * LONGEST)
    return image.reduce(times) if times > 1 and image.mode in _REDUCED else image


def _in_8_bit(image: "Image") -> "Image":
    """Return a grey picture of 16 or 32 bit, or of fractions, in 256 greys."""
    if not image.mode.startswith(("I", "F")):
        return image
    from PIL import Image, ImageMath  # noqa: PLC0415 - heavy

    fine = image.convert("F") if image.mode == "F" else image.convert("I").convert("F")
    _, high = fine.getextrema()
    most = 1.0 if image.mode == "F" and float(str(high)) <= 1 else 65535.0
    scaled = ImageMath.lambda_eval(lambda args: args["fine"] * (255 / most), fine=fine)
    grey: Image.Image = scaled.convert("L")
    grey.info = dict(image.info)
    return grey


def _in_screen_colours(image: "Image") -> "Image":
    """Return a picture in sRGB where it says by itself what its colours are, such as in CMYK."""
    from PIL import ImageCms  # noqa: PLC0415 - heavy

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile of something else
        return image
    return turned or image


def _claimed(data: bytes) -> tuple[int, int]:
    """Return what a picture that is refused unread says of its size, as far as that is seen."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return int(width), int(height)
    if data.startswith(b"GIF8") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return int(width), int(height)
    return 0, 0

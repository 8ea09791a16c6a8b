"""Makes pictures that people hand in safe: logos and photos of any common kind become plain PNG.

Turned as the camera was held, in screen colours of 8 bit, the first frame of several, no larger
than paper needs, and without what cameras write into them, such as the place.
"""

import re
from pathlib import Path

from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange.incoming import kept_name, parts_of
from kunjungan.exchange.plain_images import plain_png
from kunjungan.i18n import later

MEGABYTES = 60
_HEIC = re.compile(rb".{4}ftyp(hei[cxms]|hev[cx]|mif1|msf1)", re.DOTALL)
_SVG = re.compile(rb"<(\w+:)?svg[\s>]")
_GZIP = b"\x1f\x8b"

HEIC = later(
    "{name} is a HEIC picture as some telephones make them. Nothing was changed; save it as JPEG "
    "and choose that file."
)


def safe_picture(path: Path) -> bytes:
    """Return a picture file as a plain PNG of at most 1,600 pixels along a side.

    Raises:
        NotFound: the file is gone.
        RuleBroken: it is no picture, damaged, or claims to be larger than can be taken.
        Unavailable: it cannot be read.
    """
    return safe_content(b"".join(parts_of(path, megabytes=MEGABYTES)), kept_name(path.name))


def safe_content(data: bytes, name: str) -> bytes:
    """Return the content of a picture file as a plain PNG; raises RuleBroken like above."""
    from kunjungan.exchange.svg_images import drawn, unpacked  # noqa: PLC0415 - drawings only

    if data.startswith(_GZIP):
        data = unpacked(data, name)
    if _SVG.search(data[:8192].replace(b"\0", b"")) and not data.startswith(b"\x89PNG"):
        return drawn(data, name)
    if _HEIC.match(data):
        raise RuleBroken(HEIC, name=name)
    return plain_png(data, name)

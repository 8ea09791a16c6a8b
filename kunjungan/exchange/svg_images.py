"""Draws SVG files as PNG: nothing in them is run, and nothing outside them is read."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from typing import Any

from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange.plain_images import LONGEST, plain_png
from kunjungan.i18n import later

_MOST_BYTES = 20_000_000
_MOST_PARTS = 200_000
"""Parts of a drawing, each counted as often as others show it."""
_SLIMMEST = 40
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_DROPPED = frozenset(
    {"script", "foreignObject", "filter", "animate", "animateMotion", "animateTransform", "set"}
    | {"handler", "iframe", "audio", "video", "a:script"}
)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,(.*)", re.DOTALL | re.IGNORECASE)
_NUMBER = re.compile(r"\s*\+?(\d+(?:\.\d*)?|\.\d+)")
_ENTITY = re.compile(rb"<!ENTITY\s+(%?)\s*\S+\s+(SYSTEM|PUBLIC|\"[^\"]*\"|'[^']*')")

NO_DRAWING = later(
    "{name} is a damaged or unusual SVG drawing. Nothing was changed; save it anew as plain SVG or "
    "as PNG and choose that file."
)
TOO_INVOLVED = later(
    "{name} is too involved a drawing to be taken. Nothing was changed; save it as PNG and choose "
    "that file."
)


def unpacked(data: bytes, name: str) -> bytes:
    """Return the content of a packed drawing (.svgz), refused where it swells too much."""
    packer = zlib.decompressobj(31)
    try:
        plain = packer.decompress(data, _MOST_BYTES)
    except zlib.error as error:
        raise RuleBroken(NO_DRAWING, name=name) from error
    if packer.unconsumed_tail:
        raise RuleBroken(TOO_INVOLVED, name=name)
    if not packer.eof:
        raise RuleBroken(NO_DRAWING, name=name)
    return plain


def drawn(data: bytes, name: str) -> bytes:
    """Return a drawing as PNG, as large as a picture may be.

    Raises:
        RuleBroken: it is damaged, empty, or too involved to be drawn.
    """
    import resvg_py  # noqa: PLC0415 - drawings only
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy

    if len(data) > _MOST_BYTES:
        raise RuleBroken(TOO_INVOLVED, name=name)
    root = _read(data, name)
    _clean(root, name)
    if _shown(root) > _MOST_PARTS:
        raise RuleBroken(TOO_INVOLVED, name=name)
    width, height = _size(root, name)
    plain = etree.tostring(root, encoding="unicode")
    fonts = "<text" in plain or ":text" in plain
    try:
        made = resvg_py.svg_to_bytes(
            svg_string=plain, skip_system_fonts=not fonts, width=width, height=height
        )
    except ValueError as error:
        raise RuleBroken(NO_DRAWING, name=name) from error
    return plain_png(bytes(made), name)


def _read(data: bytes, name: str) -> Any:  # noqa: ANN401 - lxml has no types
    """Return the drawing's tree; its own short abbreviations are read, nothing outside is."""
    from lxml import etree  # noqa: PLC0415 - heavy

    for parameter, value in _ENTITY.findall(data):
        outside = value in {b"SYSTEM", b"PUBLIC"}
        if parameter or outside or b"&" in value or len(value) > 500:
            raise RuleBroken(TOO_INVOLVED, name=name)
    parser = etree.XMLParser(
        no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, recover=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RuleBroken(NO_DRAWING, name=name) from error


def _clean(root: Any, name: str) -> None:  # noqa: ANN401 - lxml has no types
    """Take out what runs, what is outside, and what costs without limit."""
    for part in list(root.iter()):
        kind = _kind(part)
        if not kind or kind in _DROPPED or (kind == "style" and "@import" in (part.text or "")):
            _drop(part)
            continue
        for key, value in list(part.attrib.items()):
            if key in _HREFS:
                _keep_inside(part, key, value, name)
            elif key.lower().startswith("on") or key == "filter":
                del part.attrib[key]


def _keep_inside(part: Any, key: str, value: str, name: str) -> None:  # noqa: ANN401
    """Keep what points into the drawing; a picture inside it is made safe, all else is let go."""
    if value.strip().startswith("#"):
        return
    del part.attrib[key]
    found = _PICTURE.match(value.strip())
    if not found or _kind(part) != "image":
        return
    try:
        dots = plain_png(base64.b64decode(found[1]), name)
    except (binascii.Error, RuleBroken):
        return
    part.set(key, f"data:image/png;base64,{base64.b64encode(dots).decode()}")


def _drop(part: Any) -> None:  # noqa: ANN401 - lxml has no types
    above = part.getparent()
    if above is not None:
        above.remove(part)


def _kind(part: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the name of a part without its namespace, nothing for what is no part."""
    return part.tag.rpartition("}")[2] if isinstance(part.tag, str) else ""


def _shown(root: Any) -> int:  # noqa: ANN401 - lxml has no types
    """Return how many parts are drawn where parts show others, which may show others again."""
    named = {part.get("id"): part for part in root.iter() if part.get("id")}
    counted: dict[Any, int] = {}

    def count(part: Any, above: frozenset[Any]) -> int:  # noqa: ANN401
        if part in counted:
            return counted[part]
        if part in above or len(above) > 30:
            return _MOST_PARTS
        total = 0
        for inner in part.iter():
            total += 1
            total += sum(count(named[key], above | {part}) for key in _uses(inner) if key in named)
            if total > _MOST_PARTS:
                break
        counted[part] = min(total, _MOST_PARTS + 1)
        return counted[part]

    return count(root, frozenset())


def _uses(part: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Yield the ids of the parts that a part shows again."""
    if _kind(part) == "use":
        for key in _HREFS:
            if (value := (part.get(key) or "").strip()).startswith("#"):
                yield value[1:]


def _size(root: Any, name: str) -> tuple[int | None, int | None]:  # noqa: ANN401
    """Return width or height in pixels, the longer side; the box that is shown tells which."""
    box = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    sides = [root.attrib.pop(side, "") for side in ("width", "height")]
    if len(box) != 4:
        box = ["0", "0", *sides]
        root.set("viewBox", " ".join(re.sub(r"[a-z%]+$", "", side) for side in box))
    found = [_NUMBER.match(side) for side in box[2:]]
    width, height = (float(side[1]) if side else 0.0 for side in found)
    if min(width, height) <= 0 or max(width, height) > _SLIMMEST * min(width, height):
        raise RuleBroken(NO_DRAWING, name=name)
    return (LONGEST, None) if width >= height else (None, LONGEST)

"""Unpacks one part of a Word document, no larger than a text can be."""

import zipfile
from typing import TYPE_CHECKING

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]
_LARGEST = 64 * 1024 * 1024
"""Bytes of one part when unpacked; a paper of 100 pages has less than two million."""
BROKEN = later("This Word file is damaged and cannot be read. Nothing was changed.")
_LARGE = later("This Word file is too large to be a text. Nothing was changed.")


def part_of(parts: zipfile.ZipFile, name: str) -> "_Element | None":
    """Return one part of the document, None if it has none."""
    from lxml import etree  # type: ignore[import-untyped] # noqa: PLC0415 - heavy, for a paste

    path = f"word/{name}.xml"
    if path not in parts.namelist():
        return None
    with parts.open(path) as file:
        text = file.read(_LARGEST + 1)
    if len(text) > _LARGEST:
        raise RuleBroken(_LARGE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise RuleBroken(BROKEN) from error

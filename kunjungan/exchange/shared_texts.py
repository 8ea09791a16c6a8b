"""How much text the cells of a workbook name: one long text may be named a million times."""

import re
import zipfile

_TEXTS = "xl/sharedstrings.xml"
_TEXT = re.compile(rb"<(?:\w+:)?si\b")
_NAMED = re.compile(rb"""t(?<=\bt)\s*=\s*["']s["'][^<>]{0,400}>\s*<(?:\w+:)?v>\s*(\d{1,9})""")


def named_bytes(package: zipfile.ZipFile, most: int) -> int:
    """Return how many bytes of shared text all cells name together; exact only above ``most``."""
    names = package.namelist()
    texts = next((name for name in names if name.casefold() == _TEXTS), None)
    if texts is None:
        return 0
    sizes = [len(text) for text in _TEXT.split(package.read(texts))[1:]]
    named = [
        place
        for name in names
        if name != texts and name.casefold().endswith(".xml")
        for place in _NAMED.findall(package.read(name))
    ]
    bound = max(sizes, default=0) * len(named)
    if bound <= most:
        return bound
    return sum(sizes[place] for place in map(int, named) if place < len(sizes))

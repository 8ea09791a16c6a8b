"""Reads the tables of a web page, which many programs save under the name of a workbook."""

import re
from collections.abc import Iterator
from typing import Any

Table = tuple[str, list[list[object]]]
"""Name and rows; an empty cell is an empty text."""
_PAGE = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html|head|body|table|meta|style)\b", re.IGNORECASE
)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_SPAN = re.compile(r"colspan\s*=\s*[\"']?0*(\d{1,9})", re.IGNORECASE)
_LONGEST = 20_000_000
"""So many letters a page may have."""
_WIDEST = 2_000
"""So many columns a cell may span."""


def is_page(text: str) -> bool:
    """Say whether a text is a web page."""
    return _PAGE.match(text) is not None


def page_tables(text: str, most: int) -> list[Table] | None:
    """Return the tables of a page that hold anything; None for more than ``most`` cells.

    Nothing that the page names is fetched, and no script of it is run.
    """
    spans = sum(min(int(width), _WIDEST) for width in _SPAN.findall(text))
    if len(text) > _LONGEST or len(_CELL.findall(text)) + spans > most:
        return None
    from lxml import html  # type: ignore[import-untyped]  # noqa: PLC0415 - lists only

    bare = re.sub(r"^\s*<\?xml[^>]*>", "", text)
    page = html.document_fromstring(bare, parser=html.HTMLParser(no_network=True))
    found = [
        (f"Tabel {number}", [list(_cells(row)) for row in table.iter("tr")])
        for number, table in enumerate(page.iter("table"), 1)
        if next(table.iterancestors("table"), None) is None
    ]
    return [(name, rows) for name, rows in found if any(any(row) for row in rows)]


def _cells(row: Any) -> Iterator[object]:  # noqa: ANN401 - a library without types
    """Yield the texts of a row; what spans several columns leaves the others empty."""
    for cell in row:
        if cell.tag in {"td", "th"}:
            yield " ".join(cell.text_content().split())
            span = cell.get("colspan", "1")
            width = int(span) if span.isdecimal() and len(span) < 10 else 1
            yield from [""] * (min(width, _WIDEST) - 1)

"""The words of a paragraph of a Word document, line by line, without what was deleted."""

from itertools import takewhile
from typing import TYPE_CHECKING

from kunjungan.domain.cleaning import clean
from kunjungan.domain.richtext import Span

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AWAY = (f"{W}moveFrom", f"{W}del", f"{W}p")
_OFF = frozenset({"0", "false", "off", "none"})


def lines_of(paragraph: "_Element") -> list[list[Span]]:
    """Return the words of a paragraph, a list for each line that its writer began."""
    lines: list[list[Span]] = [[]]
    for run in paragraph.iter(f"{W}r"):
        if _left_out(run, paragraph):
            continue
        properties = run.find(f"{W}rPr")
        if _on(properties, "vanish"):
            continue
        style = value_of(properties, "rStyle").casefold()
        bold = _on(properties, "b") or style == "strong"
        italic = _on(properties, "i") or style == "emphasis"
        for part in run:
            if part.tag in (f"{W}br", f"{W}cr") and part.get(f"{W}type") is None:
                lines.append([])
            elif text := _words(part):
                lines[-1].append(Span(text, bold, italic))
    return lines


def _words(part: "_Element") -> str:
    if part.tag == f"{W}t":
        return clean(part.text or "").replace("\n", " ")
    signs = {f"{W}tab": " ", f"{W}noBreakHyphen": "-", f"{W}br": " "}
    return signs.get(part.tag, "")


def _left_out(run: "_Element", paragraph: "_Element") -> bool:
    """Say whether a run was moved away or deleted, or belongs to a frame inside the paragraph."""
    inside = takewhile(lambda above: above is not paragraph, run.iterancestors())
    return any(above.tag in _AWAY for above in inside)


def _on(properties: "_Element | None", name: str) -> bool:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found is not None and found.get(f"{W}val", "1") not in _OFF


def value_of(parent: "_Element | None", name: str) -> str:
    """Return what a property of a part says, empty where it has none."""
    found = parent.find(f"{W}{name}") if parent is not None else None
    return found.get(f"{W}val") or "" if found is not None else ""

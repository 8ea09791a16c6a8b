"""What a paper's parts are and in which order they are read, kept apart from where they stand."""

from collections.abc import Hashable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Element:
    """A heading, paragraph, cell, picture or signature, in one language."""

    role: str
    language: str
    row: Hashable = None
    """What the cells of one table row have in common."""
    alt: str = ""
    """What a picture shows."""
    marks: list[tuple[int, int]] = field(default_factory=list)
    """The pages (from 0) on which its parts stand, and their numbers there."""
    text: str = ""
    """What it says so far, in the order of reading."""
    top: float = 0.0
    """Where its first line stands, in points from the lower edge of its page."""
    leftward: bool = False
    """True when any of it is drawn from right to left."""


class Structure:
    """The parts of one paper, written down while its pages are drawn."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.pages: list[list[Element]] = [[]]
        """For each page the elements of its marked parts, in the order of their numbers."""
        self._known: dict[tuple[str, str, Hashable], Element] = {}

    def open(self, role: str, language: str, key: Hashable, alt: str = "") -> Element:
        """Return the element of a key, new or continued, with its next part on this page."""
        element = self._known.get((role, language, key)) if key is not None else None
        if element is None:
            row = key[0] if isinstance(key, tuple) and key else key
            element = Element(role, language, row, alt)
            self.elements.append(element)
            if key is not None:
                self._known[role, language, key] = element
        page = self.pages[-1]
        element.marks.append((len(self.pages) - 1, len(page)))
        page.append(element)
        return element

    def next_page(self) -> None:
        """Begin to number the parts of another page."""
        self.pages.append([])

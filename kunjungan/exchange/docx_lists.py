"""The numbered lists of a Word document: what each prints before its next paragraph."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kunjungan.domain.cleaning import clean
from kunjungan.domain.paste_marks import list_number

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]
from kunjungan.exchange.docx_words import W, value_of

_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACE = re.compile(r"%(\d)")


@dataclass(slots=True)
class Numbered:
    """A list of the document: the form of each level, and how far it has counted."""

    levels: Mapping[int, tuple[str, str, int]]
    counts: dict[int, int] = field(default_factory=dict)

    def next_mark(self, depth: int) -> str:
        """Count one more at a depth and return what is printed before it."""
        kind, form, start = self.levels.get(depth, ("decimal", "%1.", 1))
        self.counts = {level: count for level, count in self.counts.items() if level <= depth}
        self.counts[depth] = self.counts.get(depth, start - 1) + 1
        if kind in ("bullet", "none"):
            return clean(form).strip() or ("•" if kind == "bullet" else "")

        def counted(found: re.Match[str]) -> str:
            level = int(found[1]) - 1
            own, _, first = self.levels.get(level, ("decimal", "", 1))
            return list_number(_KINDS.get(own, "1"), self.counts.get(level, first))

        return _PLACE.sub(counted, form)


def lists_of(numbering: "_Element") -> Iterator[tuple[str, Numbered]]:
    """Yield each list by its number; those of one form go on counting together."""
    forms = {
        form.get(f"{W}abstractNumId"): Numbered(dict(_levels(form)))
        for form in numbering.iterfind(f"{W}abstractNum")
    }
    for number in numbering.iterfind(f"{W}num"):
        shared = forms.get(value_of(number, "abstractNumId"), Numbered({}))
        anew = number.find(f"{W}lvlOverride") is not None
        yield number.get(f"{W}numId", ""), Numbered(shared.levels) if anew else shared


def _levels(form: "_Element") -> Iterator[tuple[int, tuple[str, str, int]]]:
    for level in form.iterfind(f"{W}lvl"):
        start = value_of(level, "start")
        yield (
            int(level.get(f"{W}ilvl") or 0),
            (
                value_of(level, "numFmt") or "decimal",
                value_of(level, "lvlText"),
                int(start) if start.isdecimal() else 1,
            ),
        )


def styles_of(styles: "_Element") -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield the styles that number their paragraphs, each with its list and depth."""
    for style in styles.iterfind(f"{W}style"):
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None:
            depth = value_of(numbered, "ilvl") or "0"
            yield style.get(f"{W}styleId", ""), (value_of(numbered, "numId"), int(depth))

"""A clause as it is shown: marks and fields resolved, and each letter's place in what was typed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kunjungan.domain.richtext import fields_in, rich


@dataclass(frozen=True, slots=True)
class Run:
    """Some letters in one face; a field's run stands for the place ``start`` to ``end``."""

    text: str
    start: int
    end: int
    bold: bool = False
    italic: bool = False
    field: str = ""


def runs_of(source: str, values: Mapping[str, str]) -> list[Run]:
    """Return what a typed clause looks like; a field without a value shows its own name."""
    found: list[Run] = []
    at = 0
    for span in rich(source):
        start = source.index(span.text, at)
        at = start + len(span.text)
        for text, place, name in _parts(span.text):
            shown = values.get(name, text) if name else text
            begins = start + place
            ends = begins + len(text)
            field = name if name in values else ""
            found.append(Run(shown or "…", begins, ends, span.bold, span.italic, field))
    return found


def shown_text(runs: Sequence[Run]) -> str:
    """Return the letters that are shown."""
    return "".join(run.text for run in runs)


def typed_place(runs: Sequence[Run], shown: int) -> int:
    """Return where in the typed text a place in the shown text stands; a field counts whole."""
    for run in runs:
        if shown <= len(run.text):
            if run.field or len(run.text) != run.end - run.start:
                return run.start if shown < len(run.text) / 2 else run.end
            return run.start + shown
        shown -= len(run.text)
    return runs[-1].end if runs else 0


def _parts(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield plain pieces and fields in order: text, place, and a field's name."""
    at = 0
    while (field := _next_field(text, at)) is not None:
        place, name = field
        if place > at:
            yield text[at:place], at, ""
        at = place + len(name) + 2
        yield text[place:at], place, name
    if at < len(text):
        yield text[at:], at, ""


def _next_field(text: str, at: int) -> tuple[int, str] | None:
    places = [(text.find(f"{{{name}}}", at), name) for name in fields_in(text)]
    return min(((place, name) for place, name in places if place >= 0), default=None)

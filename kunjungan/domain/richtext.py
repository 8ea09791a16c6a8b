"""Marks inside a clause: ``**bold**``, ``__italic__`` and ``{field}`` places.

A field has a name such as ``party1.name``, is a figure (``number:52245500``) or the place of
another row (``ref:3f9a01c4be77``).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

FIELD = re.compile(
    r"\{([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*|(?:number|money):\d{1,15}|ref:[a-z0-9_]{1,32})\}"
)
_BOLD = r"\*\*(?![\s*])(?P<bold>.+?)(?<![\s*])\*\*(?!\*)"
_ITALIC = r"(?<!\w)__(?![\s_])(?P<italic>.+?)(?<![\s_])__(?!\w)"
_MARKED = re.compile(f"{_BOLD}|{_ITALIC}", re.DOTALL)
_NO_VALUES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


Rich = tuple[Span, ...]


def rich(text: str, values: Mapping[str, str] = _NO_VALUES) -> Rich:
    """Return a clause as spans: closed marks become faces, known fields their value.

    Whatever is not a closed mark or a known field is printed as typed. A value is never read
    for marks.
    """
    return tuple(_spans(text, values, Span("")))


def plain(text: Rich) -> str:
    """Return the bare words of a rich text."""
    return "".join(span.text for span in text)


def fields_in(text: str) -> tuple[str, ...]:
    """Return the names of the field places in a text, in order, each once."""
    return tuple(dict.fromkeys(FIELD.findall(text)))


def _spans(text: str, values: Mapping[str, str], face: Span) -> list[Span]:
    spans: list[Span] = []
    end = 0
    for found in _MARKED.finditer(text):
        spans += _run(text[end : found.start()], values, face)
        inner = found["bold"] or found["italic"]
        bold = face.bold or found["bold"] is not None
        italic = face.italic or found["italic"] is not None
        spans += _spans(inner, values, Span("", bold, italic))
        end = found.end()
    return spans + _run(text[end:], values, face)


def _run(text: str, values: Mapping[str, str], face: Span) -> list[Span]:
    filled = FIELD.sub(lambda found: values.get(found[1], found[0]), text)
    return [Span(filled, face.bold, face.italic)] if filled else []

"""What the MC says at each kind of item, as data (``mc_lines.toml``): office practice."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.richtext import Rich, Span, fields_in
from kunjungan.domain.spoken import Speech
from kunjungan.domain.visit_words import ItemKind
from kunjungan.resources import resource

_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class McLine:
    """A paragraph of the MC; ``only`` names a field that it needs, ``unless`` one it gives way to.

    ``greet`` goes before the salutations, ``wait`` is a note and not read out.
    """

    kind: ItemKind
    words: Bilingual
    unless: str = ""
    greet: bool = False
    wait: bool = False
    only: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields without which it cannot be said."""
        return fields_in(self.words.id)


Values = Mapping[str, Speech]


@cache
def mc_lines() -> tuple[McLine, ...]:
    """Return all paragraphs that the program brings, in the order in which they are said."""
    text = resource("data/mc_lines.toml").read_text(encoding="utf-8")
    return tuple(
        McLine(
            ItemKind(row["kind"]),
            Bilingual(row["id"], row["en"]),
            row.get("unless", ""),
            row.get("greet", False),
            row.get("wait", False),
            row.get("only", ""),
        )
        for row in tomllib.loads(text)["say"]
    )


def lines_for(kind: ItemKind, known: Values) -> Iterator[McLine]:
    """Yield what is said at an item of a kind, given the fields that are known."""
    for line in mc_lines():
        said = all(name in known for name in line.fields)
        wanted = not line.only or line.only in known
        if line.kind is kind and said and wanted and not (line.unless and line.unless in known):
            yield line


def filled(line: McLine, known: Values) -> Speech:
    """Return a paragraph with its fields filled, each with its own faces."""
    return _filled(line.words.id, known, 0), _filled(line.words.en, known, 1)


def _filled(text: str, known: Values, side: int) -> Rich:
    spans, end = list[Span](), 0
    for found in _FIELD.finditer(text):
        spans.append(Span(text[end : found.start()]))
        spans += known[found[1]][side]
        end = found.end()
    return tuple(span for span in (*spans, Span(text[end:])) if span.text)

"""The words of a title, line under line: what the paper is, between whom, about what."""

from collections.abc import Sequence
from typing import NamedTuple

from kunjungan.documents.content import AgreementContent
from kunjungan.documents.setting.centred import balanced_lines, listed_lines, too_wide
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.domain.languages import tongue

_LISTED = 4
"""Up to so many parties have a line each in a title in which those of more run on."""


class Item(NamedTuple):
    """One part of a title: the type, or the parties, or a word between them."""

    texts: tuple[str, ...]
    """One text, or the names of many parties, which run on."""
    kind: bool = False
    """True for the words that say what the paper is: "KESEPAKATAN BERSAMA"."""
    small: bool = False
    """True for the words between the others: ANTARA, DENGAN, TENTANG."""


def title_items(content: AgreementContent, column: int, *, running: bool) -> list[Item]:
    """Return the parts of a title in one language, in capitals (Permendagri 1/2023).

    ``running`` lets the names of many parties stand side by side.
    """
    names = [party.government[column] for party in content.parties]
    mark = ";" if any("," in name for name in names) else ","
    *others, last = [f"{name}{mark}" for name in names[:-2]] + names[-2:] or [""]
    many = running and len(names) > _LISTED
    listed = [tuple(others)] if many else [(name,) for name in others]
    joined = [Item((content.joining[column],), small=True)] if others else []
    items = [
        Item((content.title[column],), kind=True),
        Item((content.between[column],), small=True),
        *map(Item, listed),
        *joined,
        Item((last,)),
        Item((content.about[column],), small=True),
        Item((content.subject[column],)),
    ]
    said_in = tongue(content.languages[column])
    return [
        item._replace(texts=tuple(map(said_in.capitals, item.texts)))
        for item in items
        if any(item.texts)
    ]


class Setter:
    """Sets the lines of a head, and remembers what had to be cut to fit."""

    def __init__(self, faces: FaceCase) -> None:
        self.cut: list[str] = []
        self._faces = faces

    def lines(self, texts: Sequence[str], key: FaceKey, size: float, width: float) -> list[Line]:
        """Return a text, or several that run on, in centred lines about equally long."""
        self.cut += [text for text in texts if too_wide(self._faces, text, key, size, width)]
        if len(texts) == 1:
            return balanced_lines(self._faces, texts[0], key, size, width)
        return listed_lines(self._faces, texts, key, size, width)

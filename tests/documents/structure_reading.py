"""Reads the structure of a finished paper: its sections, headings, paragraphs, cells, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

_SHOWS = frozenset(
    ("Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh")
)
_BETWEEN = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
Codes = tuple[int, dict[int, str]]
"""How many bytes a code of a font has, and what the codes say."""


@dataclass
class Node:
    """One element: its role as written, its language, its own text and what it holds."""

    role: str
    language: str
    text: str = ""
    alt: str = ""
    pages: tuple[int, ...] = ()
    """The pages (from 1) on which it stands."""
    kids: list["Node"] = field(default_factory=list)

    def leaves(self) -> Iterator["Node"]:
        """Yield the elements below that hold others no more, in reading order."""
        for kid in self.kids:
            yield from kid.leaves() if kid.kids else (kid,)


def document(pdf: bytes) -> Node:
    """Return the whole structure, from its document downwards."""
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        texts = {
            (number, mark): text
            for number, page in enumerate(file.pages, 1)
            for mark, text in Marked(page).texts.items()
        }
        (root,) = file.Root.StructTreeRoot.K
        return _node(root, pages, texts)


def sections(pdf: bytes) -> dict[str, list[Node]]:
    """Return for each language its elements without kids, in reading order."""
    return {section.language: list(section.leaves()) for section in document(pdf).kids}


def texts(pdf: bytes, *roles: str) -> dict[str, list[str]]:
    """Return for each language the texts of its elements of these roles, or of all, in order."""
    return {
        language: [node.text for node in nodes if not roles or node.role in roles]
        for language, nodes in sections(pdf).items()
    }


def outside(pdf: bytes) -> list[tuple[int, str]]:
    """Return by page the drawing operators that stand in no element and in no artifact."""
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = enumerate(file.pages, 1)
        return [(number, name) for number, page in pages for name in Marked(page).outside]


def _node(
    found: pikepdf.Object, pages: dict[tuple[int, int], int], texts: dict[tuple[int, int], str]
) -> Node:
    node = Node(str(found.S)[1:], str(found.get("/Lang", "")), alt=str(found.get("/Alt", "")))
    parts: list[tuple[int, int]] = []
    for kid in found.K if isinstance(found.K, pikepdf.Array) else [found.K]:
        if not isinstance(kid, pikepdf.Dictionary):
            parts.append((pages[found.Pg.objgen], int(kid)))
        elif "/MCID" in kid:
            parts.append((pages[kid.Pg.objgen], int(kid.MCID)))
        else:
            assert kid.P.objgen == found.objgen, "a kid names another parent"
            node.kids.append(_node(kid, pages, texts))
    node.text = _tidy(str(found.get("/ActualText", "".join(texts[part] for part in parts))))
    node.pages = tuple(dict.fromkeys(page for page, _ in parts))
    return node


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("\u00ad\\s*", "", text)).strip()


class Marked:
    """What the marked parts of a page say, and what is drawn outside of them."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.texts: dict[int, str] = {}
        self.outside: list[str] = []
        self._fonts = {name: _codes(font) for name, font in page.Resources.Font.items()}
        self._font: Codes = (1, {})
        self._open: list[tuple[int | None, str | None]] = []
        """The marks that are open: an element's number, and words that replace what is inside."""
        for instruction in pikepdf.parse_content_stream(page):
            self._take(list(instruction.operands), str(instruction.operator))
        assert self._open == [], "a mark is not closed on its page"

    def _take(self, operands: list[pikepdf.Object], operator: str) -> None:
        if operator in ("BDC", "BMC"):
            self._begin(operands)
        elif operator == "EMC":
            self._open.pop()
        elif operator == "Tf":
            self._font = self._fonts[str(operands[0])]
        elif operator in _SHOWS:
            if not self._open:
                self.outside.append(operator)
            if operator in ("Tj", "TJ"):
                shown = operands[0] if operator == "TJ" else operands
                self._say("".join(self._read(part) for part in shown))

    def _begin(self, operands: list[pikepdf.Object]) -> None:
        entries = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
        mark = int(entries.MCID) if "/MCID" in entries else None
        if mark is not None:
            assert mark not in self.texts, "a number is used twice on a page"
            assert all(number is None for number, _ in self._open), "elements stand in each other"
            self.texts[mark] = ""
        instead = str(entries.ActualText) if "/ActualText" in entries else None
        if instead is not None:
            self._say(instead)
        self._open.append((mark, instead))

    def _say(self, text: str) -> None:
        if any(instead is not None for _, instead in self._open):
            return
        for mark, _ in self._open:
            if mark is not None:
                self.texts[mark] += text

    def _read(self, part: pikepdf.Object) -> str:
        if not isinstance(part, pikepdf.String):
            return ""
        data, (size, names) = bytes(part), self._font
        starts = range(0, len(data), size)
        codes = (int.from_bytes(data[at : at + size], "big") for at in starts)
        return "".join(names[code] if size == 1 else names.get(code, "") for code in codes)


def _codes(font: pikepdf.Object) -> Codes:
    size = 2 if font.Subtype == "/Type0" else 1
    table = font.ToUnicode.read_bytes().decode("ascii")
    blocks = re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL)
    return size, {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for block in blocks
        for code, text in _BETWEEN.findall(block)
    }

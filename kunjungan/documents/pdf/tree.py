"""The structure of a paper inside its file: who reads it aloud finds headings, texts and tables."""

from collections.abc import Iterable
from itertools import groupby

from kunjungan.documents.pdf.objects import PdfFile, array, text
from kunjungan.documents.pdf.structure import Element, Structure

_CELLS = frozenset(("TH", "TD"))
_TAGS = {"id": "id-ID", "en": "en-GB"}
_HEAD_CELL = b"/A<</O/Table/Scope/Column>>"


def tag_of(language: str) -> str:
    """Return the name of a language as a file gives it (BCP 47)."""
    return _TAGS.get(language, language)


def write_tree(file: PdfFile, structure: Structure, pages: list[int]) -> int:
    """Write document, sections, elements and the way back from each page; return the root."""
    return _Tree(file, structure, pages).root


class _Tree:
    """The tree while it is written, with the number of every element so far."""

    def __init__(self, file: PdfFile, structure: Structure, pages: list[int]) -> None:
        self._file = file
        self._pages = pages
        self._numbers: dict[int, int] = {}
        self.root, document = file.reserve(), file.reserve()
        sections = [
            self._section(language, elements, document)
            for language, elements in _by_language(structure.elements).items()
        ]
        file.add(b"<</S/Document/P %d 0 R/K%b>>" % (self.root, array(sections)), document)
        parents = b" ".join(
            b"%d %b" % (number, array(self._numbers[id(each)] for each in page))
            for number, page in enumerate(structure.pages[: len(pages)])
        )
        file.add(
            b"<</Type/StructTreeRoot/K[%d 0 R]/RoleMap<</Sign/P>>/ParentTreeNextKey %d"
            b"/ParentTree<</Nums[%b]>>>>" % (document, len(pages), parents),
            self.root,
        )

    def _section(self, language: str, elements: list[Element], document: int) -> int:
        number, lang = self._file.reserve(), b"/Lang" + text(tag_of(language))
        kids: list[int] = []
        for cells, run in groupby(elements, lambda each: each.role in _CELLS):
            write = self._table if cells else self._leaves
            kids += write(run, lang, number)
        body = b"<</S/Sect/P %d 0 R%b/K%b>>" % (document, lang, array(kids))
        return self._file.add(body, number)

    def _table(self, cells: Iterable[Element], lang: bytes, parent: int) -> list[int]:
        number, rows = self._file.reserve(), []
        for _, run in groupby(cells, lambda each: each.row):
            row = self._file.reserve()
            kids = array(self._leaves(run, lang, row))
            rows.append(self._file.add(b"<</S/TR/P %d 0 R%b/K%b>>" % (number, lang, kids), row))
        body = b"<</S/Table/P %d 0 R%b/K%b>>" % (parent, lang, array(rows))
        return [self._file.add(body, number)]

    def _leaves(self, elements: Iterable[Element], lang: bytes, parent: int) -> list[int]:
        return [self._leaf(each, lang, parent) for each in elements]

    def _leaf(self, element: Element, lang: bytes, parent: int) -> int:
        (first, mark), pages = element.marks[0], self._pages
        kids = b"%d" % mark
        if len(element.marks) > 1:
            parts = (
                b"%d" % mark
                if page == first
                else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[page], mark)
                for page, mark in element.marks
            )
            kids = b"[%b]" % b" ".join(parts)
        more = b"/Alt" + text(element.alt) if element.alt else b""
        if element.leftward:
            more += b"/ActualText" + text(element.text)
        if element.role == "TH":
            more += _HEAD_CELL
        number = self._numbers[id(element)] = self._file.add(
            b"<</S/%b/P %d 0 R%b%b/Pg %d 0 R/K %b>>"
            % (element.role.encode("ascii"), parent, lang, more, pages[first], kids)
        )
        return number


def _by_language(elements: list[Element]) -> dict[str, list[Element]]:
    sections: dict[str, list[Element]] = {}
    for each in elements:
        sections.setdefault(each.language, []).append(each)
    return sections

"""The pages of one file: what is written on them, what part of the text it is, where pages end."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Literal

from kunjungan.documents.pdf.objects import PdfFile, packed
from kunjungan.documents.pdf.pictures import Picture, write_picture
from kunjungan.documents.pdf.scribe import Scribe
from kunjungan.documents.pdf.structure import Element, Structure
from kunjungan.documents.setting.centred import line_width, single_line
from kunjungan.documents.setting.faces import SOFT_HYPHEN, FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line, text_of_line
from kunjungan.domain.layouts import HOME_LANGUAGES


class Ink:
    """Text on the pages of one document, of one size in points."""

    def __init__(
        self, faces: FaceCase, width: float, height: float, languages: Iterable[str] = ()
    ) -> None:
        """Take the languages of the paper: letters take the forms of the one that has them."""
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - heavy, paper only

        self.canvas = Canvas("", pagesize=(width, height), invariant=1)
        """For rules and shapes; it writes no text and saves nothing."""
        self.size = (width, height)
        self.faces = faces
        self.structure = Structure()
        self.pages: list[bytes] = []
        """What every page that was ended shows, compressed."""
        self._scribe = Scribe(faces)
        self._scribe.scripts.language = "".join(set(languages) - set(HOME_LANGUAGES))
        self._pictures: dict[Picture, str] = {}
        self._element: Element | None = None
        self._printed: list[str] = []
        """What the tagged lines of the page so far say."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters so far that no face has; a box stands for each."""
        return tuple(self._scribe.missing)

    @contextmanager
    def tagged(
        self, role: str, language: str, *, key: Hashable | None = None, alt: str = ""
    ) -> Iterator[None]:
        """Write what follows as (part of) one element of the paper in one of its languages.

        The same role, language and key again, on this page or a later one, continue the element.
        Elements are read, language after language, in the order in which they are first opened.
        Cells (TH, TD) have the key ``(row, column)``; rows that follow each other form a table.
        A Figure has ``alt``, the words that stand for the picture.
        """
        element = self.structure.open(role, language, key, alt)
        self._write(f"/{role} <</MCID {element.marks[-1][1]}>> BDC")
        self._element = element
        yield
        self._element = None
        self._write("EMC")

    @contextmanager
    def artifact(self, kind: Literal["Layout", "Pagination"] = "Layout") -> Iterator[None]:
        """Write what follows as no part of the text: rules and boxes, or the foot of a page."""
        self._write(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._write("EMC")

    def mark(self) -> str:
        """Return 8 hex digits that change with any word or figure that the page shows as text."""
        text = " ".join(self._printed).replace(f"{SOFT_HYPHEN} ", "")
        return sha256(text.encode("utf-8", "replace")).hexdigest()[:8].upper()

    def next_page(self) -> None:
        """End a page; every page is ended so, the last as well."""
        canvas = self.canvas
        code = "\n".join(canvas._code)  # type: ignore[attr-defined]  # noqa: SLF001 - no save
        self.pages.append(packed(code.encode("latin-1")))
        canvas._startPage()  # type: ignore[attr-defined]  # noqa: SLF001 - no save
        self.structure.next_page()
        self._printed.clear()

    def picture(self, shown: Picture, x: float, y: float, width: float, height: float) -> None:
        """Show a picture with its lower left corner at ``x`` and ``y``; sizes in points."""
        name = self._pictures.setdefault(shown, f"I{len(self._pictures) + 1}")
        self._write(f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm /{name} Do Q")

    def font_resource(self, name: str, build: Callable[[PdfFile], int]) -> None:
        """Offer pages a font of one's own; ``build`` writes it in the end, returns its number."""
        self._scribe.font_resource(name, build)

    def write_resources(self, file: PdfFile) -> int:
        """Write the fonts and pictures of all pages; return the number of their list."""
        fonts = self._scribe.write_fonts(file)
        pictures = b"".join(
            b"/%b %d 0 R" % (name.encode("ascii"), write_picture(file, shown))
            for shown, name in self._pictures.items()
        )
        return file.add(b"<</Font%b/XObject<<%b>>>>" % (fonts, pictures))

    def line(self, x: float, y: float, line: Line) -> None:
        """Write a set line with its baseline at ``y``."""
        written = self._scribe.written(line)
        if self._element is not None:
            self._note(self._element, y + line.size, line)
        if written:
            scale = "1" if line.scale == 1 else f"{line.scale:.4f}"
            code = f"BT {scale} 0 0 1 {x + line.indent:.3f} {y:.3f} Tm {written} ET"
            self._write(f"q {self._outline} {code} Q" if "2 Tr " in written else code)

    def _note(self, element: Element, top: float, line: Line) -> None:
        """Remember what a tagged line says, not the line."""
        text = text_of_line(line)
        self._printed.append(text)
        element.text += text.replace(SOFT_HYPHEN, "") + " " * line.spaced
        element.top = element.top or top
        element.leftward |= line.levels is not None

    @property
    def _outline(self) -> str:
        """What makes the outlines of thick letters as grey as their inside."""
        red, green, blue = self.canvas._fillColorObj  # type: ignore[attr-defined]  # noqa: SLF001 - no getter
        return f"{red:g} {green:g} {blue:g} RG 1 j"

    def text(self, x: float, y: float, text: str, key: FaceKey, size: float) -> None:
        """Write a short text on one line from ``x`` to the right."""
        self.line(x, y, single_line(self.faces, text, key, size))

    def centred(self, x: float, y: float, line: Line) -> None:
        """Write a line with its middle at ``x``."""
        self.line(x - line_width(self.faces, line) / 2, y, line)

    def _write(self, code: str) -> None:
        self.canvas._code.append(code)  # type: ignore[attr-defined]  # noqa: SLF001 - no kerned text

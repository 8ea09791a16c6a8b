"""Writes text into a PDF page: kerned, justified, every character findable as it was typed."""

from typing import TYPE_CHECKING

from kunjungan.documents.centred import line_width, single_line
from kunjungan.documents.faces import STABLE, Face, FaceCase, FaceKey, Kerns
from kunjungan.documents.lines import Line

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_LASTING = "".join(sorted(STABLE))
_VOCABULARY = 20_000
_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {
    40: "\\(",
    41: "\\)",
    92: "\\\\",
}


class Ink:
    """Text on the pages of one document."""

    def __init__(self, canvas: "Canvas", faces: FaceCase) -> None:
        """Give the lasting characters of every face their codes, in a fixed order."""
        self.canvas = canvas
        self.faces = faces
        self.missing: dict[str, None] = {}
        self._document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001 - font codes are private
        self._names: dict[FaceKey, str] = {}
        for face in faces.all():
            face.font.splitString(_LASTING, self._document)
            self._names[face.key] = face.font.getSubsetInternalName(0, self._document)

    def line(self, x: float, y: float, line: Line) -> None:
        """Write a set line with its baseline at ``y``."""
        drawn = line.drawn
        if drawn is None:
            drawn = self._drawn(line)
            if all(STABLE.issuperset(text) for word in line.words for _, text in word):
                line.drawn = drawn
        if drawn:
            scale = "1" if line.scale == 1 else f"{line.scale:.4f}"
            self._write(f"BT {scale} 0 0 1 {x:.3f} {y:.3f} Tm {drawn} ET")

    def text(self, x: float, y: float, text: str, key: FaceKey, size: float) -> None:
        """Write a short text on one line from ``x`` to the right."""
        self.line(x, y, single_line(self.faces, text, key, size))

    def centred(self, x: float, y: float, line: Line) -> None:
        """Write a line with its middle at ``x``."""
        self.line(x - line_width(self.faces, line) / 2, y, line)

    def _write(self, code: str) -> None:
        self.canvas._code.append(code)  # type: ignore[attr-defined]  # noqa: SLF001 - no kerned text

    def _drawn(self, line: Line) -> str:
        run = _Run(line.size)
        if line.tracking:
            run.parts.append(f"{line.tracking:.3f} Tc")
        gaps: dict[FaceKey, str] = {}
        key: FaceKey = "regular"
        for number, word in enumerate(line.words):
            if number:
                run.strings.append(gaps.get(key) or gaps.setdefault(key, self._gap(line, key)))
            for key, text in word:
                face = self.faces[key]
                if STABLE.issuperset(text):
                    run.face(self._names[key])
                    run.strings.append(face.codes.get(text) or self._code(face, text))
                else:
                    self._write_rare(run, face, text)
        if line.spaced and line.words:
            run.strings.append(" ")
        run.close()
        if line.tracking:
            run.parts.append("0 Tc")
        return " ".join(run.parts)

    def _gap(self, line: Line, key: FaceKey) -> str:
        """Return the space between two words, inside an array of strings."""
        more = line.space * 1000 / line.size - self.faces[key].space
        return f" ){-more:.0f}(" if abs(more) >= 0.5 else " "

    def _code(self, face: Face, text: str) -> str:
        """Return a word of lasting characters, kerned, inside an array of strings."""
        ((_, codes),) = face.font.splitString(text, self._document)
        code = _kerned(codes, face.measure(text)[1])
        if len(face.codes) > _VOCABULARY:
            face.codes.clear()
        face.codes[text] = code
        return code

    def _write_rare(self, run: "_Run", face: Face, text: str) -> None:
        """Write a word with characters that have no lasting code, or that the face lacks."""
        for char in text:
            if face.has(char) and char.isprintable():
                for subset, codes in face.font.splitString(char, self._document):
                    run.face(face.font.getSubsetInternalName(subset, self._document))
                    run.strings.append(_kerned(codes, ()))
            else:
                self._write_box(run, face, char)

    def _write_box(self, run: "_Run", face: Face, char: str) -> None:
        """Write a box for a character; the text layer keeps the character."""
        self.missing[char] = None
        run.face(face.font.getSubsetInternalName(0, self._document))
        run.close()
        run.parts.append(f"/Span <</ActualText <FEFF{char.encode('utf-16-be').hex()}>>> BDC")
        run.strings.append("\\000")
        run.close()
        run.parts.append("EMC")


def _kerned(codes: bytes, moves: Kerns) -> str:
    """Return codes as the inside of a PDF string, closed and opened again round each move."""
    text = codes.decode("latin-1")
    if not moves:
        return text.translate(_ESCAPES)
    parts, start = [], 0
    for at, move in moves:
        parts.append(f"{text[start:at].translate(_ESCAPES)}){-move:.0f}(")
        start = at
    return "".join((*parts, text[start:].translate(_ESCAPES)))


class _Run:
    """The operators of one line, its strings gathered for as few of them as can be."""

    def __init__(self, size: float) -> None:
        self.parts: list[str] = []
        self.strings: list[str] = []
        self._size = f"{size:g}"
        self._face = ""

    def face(self, name: str) -> None:
        """Choose the face by its name in the document."""
        if name != self._face:
            self.close()
            self._face = name
            self.parts.append(f"{name} {self._size} Tf")

    def close(self) -> None:
        """End the operator that is being gathered."""
        if self.strings:
            self.parts.append(f"[({''.join(self.strings)})] TJ")
            self.strings = []

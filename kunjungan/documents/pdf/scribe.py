"""Turns set lines into the language of PDF: kerned, justified, every character findable."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from kunjungan.documents.pdf.fonts import embed
from kunjungan.documents.pdf.objects import PdfFile
from kunjungan.documents.pdf.script_scribe import ScriptScribe, spoken
from kunjungan.documents.setting.faces import STABLE, Face, FaceCase, FaceKey, Kerns
from kunjungan.documents.setting.lines import Line, text_of_line
from kunjungan.documents.setting.scripts.bidi import begins_leftward, has_leftward, levels
from kunjungan.documents.setting.scripts.shaping import ShapedFace
from kunjungan.documents.setting.scripts.visual import MIRRORED, from_left_to_right

_LASTING = "".join(sorted(STABLE))
_BOX = "\u25a1"
_VOCABULARY = 20_000
_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {
    40: "\\(",
    41: "\\)",
    92: "\\\\",
}


class _Codes:
    """What a face of ReportLab's notes the codes of its characters on: one file."""

    def __init__(self) -> None:
        self.fontMapping: dict[str, str] = {}
        self.delayedFonts: list[Any] = []


class Scribe:
    """Writes the lines of one file, and knows the fonts that they need."""

    def __init__(self, faces: FaceCase) -> None:
        """Give the lasting characters of every face their codes, in a fixed order."""
        self.missing: dict[str, None] = {}
        """Characters that no face has; a box stands for each."""
        self._faces = faces
        self._codes: Any = _Codes()
        self._names: dict[FaceKey, str] = {}
        self._fonts: dict[str, Callable[[PdfFile], int]] = {}
        self.scripts = ScriptScribe(self.font_resource)
        for face in faces.all():
            face.font.splitString(_LASTING, self._codes)
            self._names[face.key] = self._name(face)

    def written(self, line: Line) -> str:
        """Return a line from its first character on; what will last is kept with the line."""
        if line.drawn is None:
            run = self._run(line)
            if not run.lasting:
                return " ".join(run.parts)
            line.drawn = " ".join(run.parts)
        return line.drawn

    def font_resource(self, name: str, build: Callable[[PdfFile], int]) -> None:
        """Offer pages a font of one's own; ``build`` writes it in the end, returns its number."""
        self._fonts.setdefault(name, build)

    def write_fonts(self, file: PdfFile) -> bytes:
        """Write all fonts into a file; return the dictionary that names them."""
        fonts = {
            self._name(face, number)[1:]: embed(file, face, number, tuple(subset))
            for face in self._faces.all()
            for number, subset in enumerate(face.font.state[self._codes].subsets)
        } | {name: build(file) for name, build in self._fonts.items()}
        return b"<<%b>>" % b"".join(b"/%b %d 0 R" % (n.encode(), at) for n, at in fonts.items())

    def _name(self, face: Face, subset: int = 0) -> str:
        return str(face.font.getSubsetInternalName(subset, self._codes))

    def _run(self, line: Line) -> "_Run":
        run = _Run(line.size, line.stretch)
        if line.tracking:
            run.parts.append(f"{line.tracking:.3f} Tc")
        if line.levels is None and _reads_leftward(line):
            text = text_of_line(line)
            line.levels = levels(text, leftward=begins_leftward(text))
        if line.levels:
            self._write_turned(run, line, line.levels)
        else:
            self._write_words(run, line)
        run.close()
        if line.tracking:
            run.parts.append("0 Tc")
        return run

    def _write_words(self, run: "_Run", line: Line) -> None:
        gaps: dict[FaceKey, str] = {}
        key: FaceKey = "regular"
        strings = run.strings
        for number, word in enumerate(line.words):
            if number:
                strings.append(gaps.get(key) or gaps.setdefault(key, self._gap(line, key)))
            for key, text in word:
                code = run.codes.get(text) if key == run.key else None
                if code is None:
                    self._write(run, key, text)
                else:
                    strings.append(code)
        if line.spaced and line.words:
            strings.append(" ")

    def _write_turned(self, run: "_Run", line: Line, levels: bytes) -> None:
        """Write a line in which anything reads to the left, as it stands from left to right."""
        for part in from_left_to_right(line.words, levels):
            if part.key:
                self._write(run, part.key, part.text, leftward=part.leftward)
            else:
                run.face(self._names["regular"])
                run.strings.append(self._gap(line, "regular"))
        if line.spaced and not min(levels):
            run.strings.append(" ")

    def _gap(self, line: Line, key: FaceKey) -> str:
        """Return the space between two words, inside an array of strings."""
        more = line.space * 1000 / line.size - self._faces[key].space
        return f" ){-more:.0f}(" if abs(more) >= 0.5 else " "

    def _write(self, run: "_Run", key: FaceKey, text: str, *, leftward: bool = False) -> None:
        face = self._faces[key]
        if isinstance(face, ShapedFace):
            self._write_shaped(run, face, text, leftward=leftward)
            return
        if leftward:
            text = text[::-1].translate(MIRRORED)
        code = face.codes.get(text)
        if code is None:
            if not STABLE.issuperset(text):
                run.lasting = False
                self._write_rare(run, face, text)
                return
            code = self._code(face, text)
        run.face(self._names[key])
        run.key, run.codes = key, face.codes
        run.strings.append(code)

    def _write_shaped(self, run: "_Run", face: ShapedFace, text: str, *, leftward: bool) -> None:
        """Write a text of another script; the space after it is one of the paper's own face."""
        code, told = self.scripts.written(
            face, text, run.size, leftward=leftward, stretch=run.stretch
        )
        run.lasting = False
        run.face("")
        run.parts += [code] if told else [spoken(text), code, "EMC"]
        run.face(self._names[face.key.partition(":")[0]])

    def _code(self, face: Face, text: str) -> str:
        """Return a word of lasting characters, kerned, inside an array of strings."""
        ((_, codes),) = face.font.splitString(text, self._codes)
        code = _kerned(codes, face.measure(text)[1])
        if len(face.codes) > _VOCABULARY:
            face.codes.clear()
        face.codes[text] = code
        return code

    def _write_rare(self, run: "_Run", face: Face, text: str) -> None:
        """Write a word with characters that have no lasting code, or that the face lacks."""
        for drawn, chars in groupby(text, lambda char: face.has(char) and char.isprintable()):
            if drawn:
                self._write_stretch(run, face, "".join(chars))
            else:
                for char in chars:
                    self._write_box(run, face, char)

    def _write_stretch(self, run: "_Run", face: Face, text: str) -> None:
        """Write characters of one face, kerned, whatever subsets their codes are in."""
        start, kerns = 0, face.measure(text)[1]
        for subset, codes in face.font.splitString(text, self._codes):
            stop = start + len(codes)
            moves = tuple((at - start, move) for at, move in kerns if start <= at < stop)
            run.face(self._name(face, subset))
            run.strings.append(_kerned(codes, moves))
            start = stop

    def _write_box(self, run: "_Run", face: Face, char: str) -> None:
        """Write a box for a character; the text layer keeps the character."""
        self.missing[char] = None
        boxes = self._faces.latin("foot")
        run.close()
        run.parts.append(spoken(char))
        self._write_stretch(run, boxes, _BOX)
        run.strings.append(f"){boxes.widths[ord(_BOX)] - face.missing_width:.0f}(")
        run.close()
        run.parts.append("EMC")


def _reads_leftward(line: Line) -> bool:
    return any(":" in key and has_leftward(text) for word in line.words for key, text in word)


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

    def __init__(self, size: float, stretch: float) -> None:
        self.parts: list[str] = []
        self.strings: list[str] = []
        self.size = size
        self.stretch = stretch
        self.lasting = True
        """True while every character has the same code in every file."""
        self.key = ""
        """The face now chosen, if with codes that last: those of ``codes``."""
        self.codes: dict[str, str] = {}
        self._size = f"{size:g}"
        self._face = ""

    def face(self, name: str) -> None:
        """Choose a face by its name in the file; without a name what follows chooses its own."""
        self.key = ""
        if name != self._face:
            self.close()
            self._face = name
            if name:
                self.parts.append(f"{name} {self._size} Tf")

    def close(self) -> None:
        """End the operator that is being gathered."""
        if self.strings:
            self.parts.append(f"[({''.join(self.strings)})] TJ")
            self.strings.clear()

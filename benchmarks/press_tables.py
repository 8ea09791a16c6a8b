"""The same agreement in ReportLab's platypus: two paragraphs in a table row for every clause.

Hyphenation is on when ``pyphen`` is installed, which is the only way that ReportLab has.
"""

from importlib.util import find_spec
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from kunjungan.documents.content import AgreementContent, Piece
from kunjungan.domain.clauses import Level
from kunjungan.domain.richtext import Rich
from kunjungan.resources import resource

MM = 72 / 25.4
FACES = [f"NaskahBonum-{style}" for style in ("Regular", "Bold", "Italic", "BoldItalic")]
FOOT = "LiberationSans-Regular"
INDENTS = {Level.LETTER: 36, Level.NUMBER: 36, Level.PARTY: 20, Level.PARAGRAPH: 20}


class Tables:
    """A document of rows; fonts and styles are made once, as a warm program would have them."""

    def __init__(self, content: AgreementContent) -> None:
        self._content = content
        for name in (*FACES, FOOT):
            registerFont(TTFont(name, str(resource(f"fonts/{name}.ttf"))))
        registerFontFamily(FACES[0], *FACES)
        self._styles = {
            (language, indent): _style(language, indent)
            for language in ("id_ID", "en_US")
            for indent in (0, 20, 36)
        }
        self._centred = ParagraphStyle("c", fontName=FACES[1], leading=13.6, alignment=TA_CENTER)

    def draw(self) -> bytes:
        """Return the file."""
        file = BytesIO()
        document = SimpleDocTemplate(
            file,
            pagesize=(215 * MM, 330 * MM),
            leftMargin=22 * MM,
            rightMargin=18 * MM,
            topMargin=18 * MM,
            bottomMargin=27 * MM,
            invariant=1,
            initialFontName=FOOT,
        )
        story: list[Flowable] = [Paragraph(self._content.subject[0], self._centred)] * 12
        for piece in self._content.pieces:
            left = self._cell(piece, piece.text[0], piece.marker[0], "id_ID")
            right = self._cell(piece, piece.text[1], piece.marker[1], "en_US")
            story.append(Table([[left, right]], [87.5 * MM, 87.5 * MM], splitInRow=1))
        document.build(story, onFirstPage=_foot, onLaterPages=_foot)
        return file.getvalue()

    def _cell(self, piece: Piece, text: Rich, marker: str, language: str) -> Paragraph:
        words = "".join(f"<b>{escape(s.text)}</b>" if s.bold else escape(s.text) for s in text)
        if piece.level is Level.ARTICLE:
            return Paragraph(f"{marker}<br/>{words}", self._centred)
        style = self._styles[(language, INDENTS.get(piece.level, 0))]
        return Paragraph(words, style, bulletText=marker or None)


def _style(language: str, indent: int) -> ParagraphStyle:
    return ParagraphStyle(
        language + str(indent),
        fontName=FACES[0] if language == "id_ID" else FACES[2],
        fontSize=10,
        leading=13.6,
        alignment=TA_JUSTIFY,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=0,
        leftIndent=indent,
        bulletIndent=indent // 2,
        hyphenationLang=language if find_spec("pyphen") else "",
    )


def _foot(canvas: Canvas, _document: object) -> None:
    canvas.setFont(FOOT, 7)
    canvas.line(22 * MM, 22 * MM, 197 * MM, 22 * MM)
    for number in range(5):
        canvas.drawString(22 * MM, (19 - 3 * number) * MM, "Asli 1 dari 2")
    for x in (149 * MM, 173 * MM):
        canvas.rect(x, 9 * MM, 24 * MM, 11 * MM)

"""The parts that Word documents are made of: pages, tables, languages of text, fixed bytes."""

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kunjungan.domain.paper import Paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

FONT, SIZE = "Bookman Old Style", 10
_NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 - Word's own, without a zone
_STAMP = (1980, 1, 1, 0, 0, 0)
_LOCALES = {"id": "id-ID", "en": "en-GB"}
_RIGHT_TO_LEFT = frozenset({"ar", "he"})
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})
_UNKNOWN_TO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def new_document(paper: Paper, title: str, author: str) -> "Document":
    """Return an empty document of one paper, its margins 20 mm and 25 mm at the binding."""
    import docx  # noqa: PLC0415 - heavy, only when exported
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - heavy, only when exported
    from docx.shared import Mm, Pt  # noqa: PLC0415 - heavy, only when exported

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in paper.size_mm)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    normal.paragraph_format.space_after = Pt(3)
    normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    told = document.core_properties
    told.title, told.author = known_to_xml(title)[:255], known_to_xml(author)[:255]
    told.created = told.modified = _NEVER
    told.last_modified_by, told.comments, told.revision = told.author, "", 1
    return document


def known_to_xml(text: str) -> str:
    """Return a text in which a letter that XML cannot hold is the sign for one."""
    return _UNKNOWN_TO_XML.sub("\ufffd", text)


def speak(run: "Run", language: str) -> None:
    """Say which language a run is in, so that Word checks its spelling and reads it right."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy, only when exported
    from docx.oxml.ns import qn  # noqa: PLC0415 - heavy, only when exported

    base = language.split("-", maxsplit=1)[0]
    kind = "val"
    if base in _EAST_ASIAN:
        kind = "eastAsia"
    elif base in _RIGHT_TO_LEFT:
        kind = "bidi"
    told = OxmlElement("w:lang")
    told.set(qn(f"w:{kind}"), _LOCALES.get(language, language))
    properties = run._r.get_or_add_rPr()  # noqa: SLF001 - python-docx has no way to it
    if kind == "bidi":
        properties.append(OxmlElement("w:rtl"))
    properties.append(told)


def direct(paragraph: "Paragraph", language: str) -> None:
    """Let a paragraph run from right to left where its language does."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy, only when exported

    if language.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT:
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no other way
        properties.insert_element_before(OxmlElement("w:bidi"), "w:ind", "w:jc", "w:rPr")


def fix_widths(table: "Table", section: "Section", parts: Sequence[float]) -> None:
    """Give a table's columns these parts of the text's width."""
    from docx.shared import Length  # noqa: PLC0415 - heavy, only when exported

    sides = (section.page_width, section.left_margin, section.right_margin)
    room, left, right = (int(side or 0) for side in sides)
    whole = room - left - right
    table.autofit = False
    for column, part in zip(table.columns, parts, strict=True):
        column.width = Length(int(whole * part))
        for cell in column.cells:
            cell.width = Length(int(whole * part))


def repeat(row: "_Row") -> None:
    """Repeat a row at the head of every page that its table reaches."""
    _flag(row, "w:tblHeader")


def keep_whole(row: "_Row") -> None:
    """Let no page divide a row."""
    _flag(row, "w:cantSplit")


def add_page_number(paragraph: "Paragraph") -> None:
    """Write the number of the page, which Word counts itself."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy, only when exported
    from docx.oxml.ns import qn  # noqa: PLC0415 - heavy, only when exported

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def written(document: "Document") -> bytes:
    """Return the document's bytes; an equal document gives equal bytes."""
    raw, fixed = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as packed, ZipFile(fixed, "w", ZIP_DEFLATED) as file:
        for part in sorted(packed.namelist()):
            told = ZipInfo(part, _STAMP)
            told.compress_type = ZIP_DEFLATED
            file.writestr(told, packed.read(part))
    return fixed.getvalue()


def _flag(row: "_Row", name: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy, only when exported

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - no other way

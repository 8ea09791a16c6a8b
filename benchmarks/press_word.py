"""The same agreement by docxtpl and LibreOffice, in the Python that has docxtpl.

    PYTHON benchmarks/press_word.py FOLDER COUNT < agreement.json

Prints how many milliseconds each of so many documents took: filled in from one template, then all
converted by one run of LibreOffice, the fastest way that it has, as tagged PDF/A-3b. The text is
justified and hyphenated in two columns as ours is; there are no emblems and no code.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate  # type: ignore[import-not-found]  # it has a Python of its own

EXPORT = {
    "SelectPdfVersion": {"type": "long", "value": "3"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
}


def main(folder: Path, count: int) -> None:
    """Make the documents and print the time for one of them, and the last one's file."""
    rows = json.loads(sys.stdin.read())
    template = folder / "template.docx"
    write_template(template)
    files = [folder / f"{number}.docx" for number in range(count)]
    started = time.perf_counter()
    for number, file in enumerate(files):
        document = DocxTemplate(template)
        document.render({"rows": rows, "number": number})
        document.save(file)
    convert(files, folder)
    taken = (time.perf_counter() - started) * 1000 / count
    sys.stdout.write(json.dumps({"wall ms": taken, "pdf": str(files[-1].with_suffix(".pdf"))}))


def convert(files: list[Path], folder: Path) -> None:
    """Have LibreOffice make a PDF of every file; it ends well also where it failed."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    form = f"pdf:writer_pdf_Export:{json.dumps(EXPORT)}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
    missing = [file.name for file in files if not file.with_suffix(".pdf").exists()]
    if missing:
        raise FileNotFoundError(", ".join(missing))


def write_template(file: Path) -> None:
    """Write a page of two columns with a table row for every clause."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(215), Mm(330)
    page.left_margin, page.right_margin = Mm(22), Mm(18)
    page.top_margin, page.bottom_margin = Mm(18), Mm(27)
    document.settings.element.append(OxmlElement("w:autoHyphenation"))
    font = document.styles["Normal"].font
    font.name, font.size = "TeX Gyre Bonum", Pt(10)
    for line in ("{{ title }}", "{{ number }}"):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    table = document.add_table(rows=3, cols=2)
    table.rows[0].cells[0].text = "{%tr for row in rows %}"
    for column, language in enumerate(("id-ID", "en-GB")):
        paragraph = table.rows[1].cells[column].paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.line_spacing = Pt(13.6)
        run = paragraph.add_run(f"{{{{ row[{column}] }}}}")
        run.italic = column == 1
        say_language(run, language)
    table.rows[2].cells[0].text = "{%tr endfor %}"
    page.footer.paragraphs[0].text = "Asli 1 dari 2 / Original 1 of 2"
    document.save(str(file))


def say_language(run: Any, language: str) -> None:  # noqa: ANN401 - python-docx has no types
    """Mark a run as written in a language, so that it is hyphenated by its rules."""
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language)
    run._element.get_or_add_rPr().append(mark)  # noqa: SLF001 - python-docx has no way


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

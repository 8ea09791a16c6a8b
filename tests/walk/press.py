"""Papers of every kind for the walks: the event they come from, and what is read off a file."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp
from PIL import Image

from tests.documents.structure_reading import texts
from tests.walk.program import EVENT, Program

PAPERS = Path(__file__).with_name("press.json")
"""What a busy office signs besides the true case, written down by hand; all of it is invented."""
PKS, CONTRACT, SYNERGY, NK, LOI, MSP, ADDENDUM, ELEVEN = (f"KS-2022-0{no}" for no in range(11, 19))
ORIGINALS = {PKS: 2, CONTRACT: 2, SYNERGY: 2, NK: 2, LOI: 2, MSP: 6, ADDENDUM: 2, ELEVEN: 11}
SCAN_DPI = 150
LANGUAGES = {"id-ID": "id", "en-GB": "en", "ko": "third", "ja": "third"}
"""What the structure of a file calls a language, and what the event does."""

Agreement = dict[str, Any]


def event() -> dict[str, Any]:
    """The event as plain data."""
    read: dict[str, Any] = json.loads(PAPERS.read_text(encoding="utf-8"))
    return read


def parties(reference: str) -> list[dict[str, str]]:
    """What the parties of an agreement of the event are called in each language."""
    events = (event(), json.loads(EVENT.read_text(encoding="utf-8")))
    names = {body["ref"]: body["name"] for each in events for body in each["institutions"]}
    (agreement,) = (each for each in event()["agreements"] if each["reference"] == reference)
    return [
        {**names[party["institution"]], "third": party.get("name_third", "")}
        for party in agreement["parties"]
    ]


def spoilt(file: Path, changes: Mapping[str, Callable[[Agreement], object]]) -> Path:
    """Write the event with some of its agreements changed, by their references."""
    changed = event()
    for agreement in changed["agreements"]:
        changes.get(agreement["reference"], bool)(agreement)
    file.write_text(json.dumps(changed), encoding="utf-8")
    return file


@dataclass(frozen=True, slots=True)
class Printed:
    """An office, and the originals that were printed of each of its agreements."""

    program: Program
    files: Mapping[str, list[Path]]

    def all(self) -> list[Path]:
        """Every file."""
        return [file for files in self.files.values() for file in files]


def print_all(program: Program, folder: Path) -> Printed:
    """Print the originals of every agreement of the event."""
    files = {}
    for reference in ORIGINALS:
        told = program.tells("print", "agreement", reference, "--out", folder)
        files[reference] = [Path(paper["file"]) for paper in told]
    return Printed(program, files)


def said(file: Path) -> dict[str, str]:
    """What a paper says in each of its languages, as a reading program has it."""
    read = texts(file.read_bytes())
    return {LANGUAGES[code]: "\n".join(paragraphs) for code, paragraphs in read.items()}


def picture(pdf: bytes, page: int) -> Image.Image:
    """A page as a scanner gives it."""
    document = pypdfium2.PdfDocument(pdf)
    drawn: Image.Image = document[page - 1].render(scale=SCAN_DPI / 72, grayscale=True).to_pil()
    document.close()
    return drawn


def codes(pdf: bytes) -> list[str]:
    """What the square in the foot of each page says."""
    pages = (picture(pdf, page) for page in range(1, pages_of(pdf) + 1))
    return [found.text for page in pages for found in zxingcpp.read_barcodes(page)]


def pages_of(pdf: bytes) -> int:
    """How many pages a file has."""
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count


def sizes_mm(pdf: bytes) -> set[tuple[float, float]]:
    """The sizes of a file's pages, to a tenth of a millimetre."""
    document = pypdfium2.PdfDocument(pdf)
    sizes = {tuple(round(side / 72 * 25.4, 1) for side in page.get_size()) for page in document}
    document.close()
    return sizes


def scanned(pictures: list[Image.Image], file: Path) -> Path:
    """Write pictures as a file that holds nothing else: a PDF, a PNG or a JPEG."""
    data = BytesIO()
    kind = {".pdf": "PDF", ".png": "PNG", ".jpg": "JPEG"}[file.suffix]
    more: dict[str, Any] = {"save_all": True, "append_images": pictures[1:]} if pictures[1:] else {}
    pictures[0].save(data, kind, **more)
    file.write_bytes(data.getvalue())
    return file

"""Reads what a paper says of itself: a PDF that this program wrote, a scan, or a photograph."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from kunjungan.domain.errors import RuleBroken, Unavailable
from kunjungan.domain.paper_code import PaperCode, read_code
from kunjungan.i18n import later
from kunjungan.pdfium import PDFIUM

if TYPE_CHECKING:
    from pikepdf import Pdf
    from PIL.Image import Image

LIMIT_MB = 200
_MOST_PIXELS = 120_000_000
_MOST_PAGES = 400
_DPI = 200
"""At least three pixels for a module of the code in a foot."""
_ATTACHED = "agreement.json"

TOO_LARGE = later("{name} is larger than {limit} MB. Nothing was read from it.")
ENCRYPTED = later("{name} is protected by a password. Save it without one and try again.")
BROKEN = later("{name} is neither a whole PDF nor a picture. Nothing was read from it.")
UNREADABLE = later("{name} could not be read. Check that it is still there and may be opened.")


@dataclass(frozen=True, slots=True)
class PaperFile:
    """What a file shows: its SHA-256, the codes on its pages, and what is attached to it.

    ``agreement`` is the id that the attached data names, ``fingerprint`` that of its text.
    """

    sha256: str
    codes: tuple[PaperCode, ...] = ()
    agreement: str = ""
    fingerprint: str = ""


def read_paper(path: Path) -> PaperFile:
    """Return what a paper's file shows.

    Raises:
        Unavailable: the file cannot be opened.
        RuleBroken: it is too large, protected, or no PDF or picture.
    """
    try:
        if path.stat().st_size > LIMIT_MB * 1024 * 1024:
            raise RuleBroken(TOO_LARGE, name=path.name, limit=LIMIT_MB)
        data = path.read_bytes()
    except OSError as error:
        raise Unavailable(UNREADABLE, name=path.name) from error
    sha = hashlib.sha256(data).hexdigest()
    if b"%PDF-" in data[:1024]:
        return _of_pdf(data, sha, path.name)
    return PaperFile(sha, tuple(_codes([_picture(data, path.name)])))


def _of_pdf(data: bytes, sha: str, name: str) -> PaperFile:
    import pikepdf  # noqa: PLC0415 - heavy, only when a file is checked

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            told = _told(pdf)
            codes = () if told else tuple(_codes(_pages(data)))
    except pikepdf.PasswordError as error:
        raise RuleBroken(ENCRYPTED, name=name) from error
    except (pikepdf.PdfError, ValueError, OSError, RuntimeError) as error:
        raise RuleBroken(BROKEN, name=name) from error
    return PaperFile(sha, codes, told.get("id", ""), told.get("fingerprint", ""))


def _told(pdf: "Pdf") -> dict[str, str]:
    """Return the words of the data attached to a file of ours; empty for any other."""
    if _ATTACHED not in pdf.attachments:
        return {}
    try:
        told = json.loads(pdf.attachments[_ATTACHED].get_file().read_bytes())
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    return {key: word for key, word in told.items() if isinstance(word, str)}


def _pages(data: bytes) -> Iterator["Image"]:
    """Yield a picture of every page, whether it holds a scan or was drawn by a program."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - only when a file is checked

    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        count = min(len(document), _MOST_PAGES)
    try:
        for number in range(count):
            with PDFIUM:
                page = document[number]
                width, height = page.get_size()
                scale = min(_DPI / 72, sqrt(_MOST_PIXELS / max(width * height, 1)))
                picture = page.render(scale=scale, grayscale=True).to_pil()
                page.close()
            yield picture
    finally:
        with PDFIUM:
            document.close()


def _picture(data: bytes, name: str) -> "Image":
    from PIL import Image  # noqa: PLC0415 - heavy, only when a file is checked

    try:
        picture: Image.Image = Image.open(BytesIO(data))
        if picture.width * picture.height > _MOST_PIXELS:
            raise RuleBroken(TOO_LARGE, name=name, limit=LIMIT_MB)
        picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise RuleBroken(BROKEN, name=name) from error
    return picture


def _codes(pictures: "Iterator[Image] | list[Image]") -> Iterator[PaperCode]:
    """Yield the codes that pictures show, each once, in reading order."""
    import zxingcpp  # noqa: PLC0415 - heavy, only when a file is checked

    seen = set()
    for picture in pictures:
        found = zxingcpp.read_barcodes(
            picture.convert("L"), zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        )
        for barcode in found:
            code = read_code(barcode.text)
            if code is not None and code not in seen:
                seen.add(code)
                yield code

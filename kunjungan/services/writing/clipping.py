"""What was copied elsewhere, from the clipboard or out of a file, and what stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kunjungan.domain.errors import RuleBroken, Unavailable
from kunjungan.domain.pasting import (
    MAX_BLOCKS,
    MAX_LETTERS,
    MAX_PARAGRAPH,
    Block,
    Paragraph,
    blocks_of_text,
    with_words,
)
from kunjungan.i18n import later

MAX_BYTES = 64 * 1024 * 1024
_TOO_MUCH = later(
    "This is more than one agreement can hold: over {paragraphs} paragraphs or {letters} letters. "
    "Nothing was pasted; copy a part of it."
)
_TOO_LONG = later(
    "One paragraph has over {letters} letters, more than a row can hold. "
    "Nothing was pasted; divide it and paste again."
)
_NOTHING = later("There are no words to paste. Copy the text first, then paste again.")
_KINDS = later("{name} is no text that can be read here. Choose a .docx, .txt or .html file.")


@dataclass(frozen=True, slots=True)
class Clipping:
    """What the clipboard offers of the same thing: plain text and HTML; or blocks of a file."""

    text: str = ""
    html: str = ""
    blocks: tuple[Block, ...] = ()


def blocks_of(clipping: Clipping) -> list[Block]:
    """Return the paragraphs and tables of what was copied; HTML tells more than plain text.

    Raises:
        RuleBroken: there are no words, or far too many.
    """
    found = list(with_words(clipping.blocks))
    if not found and clipping.html.strip():
        from kunjungan.exchange.pasted_html import blocks_of_html  # noqa: PLC0415 - slow to load

        found = list(with_words(blocks_of_html(clipping.html)))
    if not found:
        found = list(with_words(blocks_of_text(clipping.text[: MAX_LETTERS * 2])))
    if not found:
        raise RuleBroken(_NOTHING)
    letters = [len(part.text) for block in found for part in _parts(block)]
    if len(found) > MAX_BLOCKS or sum(letters) > MAX_LETTERS:
        raise RuleBroken(_TOO_MUCH, paragraphs=MAX_BLOCKS, letters=MAX_LETTERS)
    if max(letters) > MAX_PARAGRAPH:
        raise RuleBroken(_TOO_LONG, letters=MAX_PARAGRAPH)
    return found


def clipping_of_file(path: Path) -> Clipping:
    """Return what stands in a Word document (.docx), a page (.html) or a plain text.

    Raises:
        RuleBroken: it is of another kind, damaged, protected or too large.
        Unavailable: it cannot be read.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RuleBroken(
                later("{name} is larger than {most} MB, too large to be a text."),
                name=path.name,
                most=MAX_BYTES // 1024**2,
            )
        data = path.read_bytes()
    except OSError as error:
        raise Unavailable(later("{name} cannot be read."), name=path.name) from error
    return _clipping(path, data)


def _clipping(path: Path, data: bytes) -> Clipping:
    suffix = path.suffix.casefold()
    if suffix in (".docx", ".docm", ".doc") or data.startswith(b"PK\x03\x04"):
        from kunjungan.exchange.pasted_docx import blocks_of_docx  # noqa: PLC0415 - slow to load

        return Clipping(blocks=tuple(blocks_of_docx(data)))
    readable = b"\0" not in data[:2000] or data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if suffix not in (".txt", ".md", ".html", ".htm", "") or not readable:
        raise RuleBroken(_KINDS, name=path.name)
    text = _decoded(data)
    return Clipping(html=text) if suffix in (".html", ".htm") else Clipping(text=text)


def _decoded(data: bytes) -> str:
    """Return the letters of a file, in whatever encoding they were written."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
        return str(best) if best is not None else data.decode("cp1252", "replace")


def _parts(block: Block) -> Iterable[Paragraph]:
    return [block] if isinstance(block, Paragraph) else block.paragraphs

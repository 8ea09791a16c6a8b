"""Makes the file of a paper: its pages, fonts, structure, bookmarks and data, as PDF/A-3b."""

from kunjungan.documents.content import AgreementContent
from kunjungan.documents.pdf.archive import (
    About,
    attach,
    attachments,
    sayable,
    write_colours,
    write_info,
    write_metadata,
)
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.objects import PdfFile, array, text
from kunjungan.documents.pdf.outline import bookmarks, write_outline
from kunjungan.documents.pdf.tree import tag_of, write_tree
from kunjungan.documents.phrases import title_line


def finished(ink: Ink, content: AgreementContent) -> bytes:
    """Return the file of an agreement's pages; equal pages give equal bytes."""
    title, author = sayable(title_line(content)), sayable(content.author)
    about = About(title, author, tuple(map(tag_of, content.languages)))
    return file_of(ink, about, content.data)


def file_of(ink: Ink, about: About, data: bytes = b"") -> bytes:
    """Return the file of all pages that the ink has ended, ``data`` attached where there is any."""
    file = PdfFile()
    pages = _write_pages(file, ink)
    entries = [
        b"/Type/Catalog/Pages %d 0 R" % pages[0],
        b"/Lang" + text(about.languages[0]),
        b"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>",
        b"/Metadata %d 0 R" % write_metadata(file, about),
        b"/OutputIntents[%d 0 R]" % write_colours(file),
        b"/StructTreeRoot %d 0 R" % write_tree(file, ink.structure, pages[1:]),
    ]
    if outline := write_outline(file, bookmarks(ink.structure.elements), pages[1:]):
        entries.append(b"/Outlines %d 0 R" % outline)
    if data:
        entries.append(attachments(attach(file, data)))
    root = file.add(b"<<%b>>" % b"".join(entries))
    return file.finished(root, write_info(file, about))


def _write_pages(file: PdfFile, ink: Ink) -> list[int]:
    """Write the pages with what they show; return the number of their tree and of each."""
    resources = ink.write_resources(file)
    tree, first = file.reserve(), file.reserve(len(ink.pages))
    numbers = range(first, first + len(ink.pages))
    for place, (number, code) in enumerate(zip(numbers, ink.pages, strict=True)):
        entries = b"/MediaBox[0 0 %.4f %.4f]/Resources %d 0 R/Contents %d 0 R/StructParents %d"
        shown = entries % (*ink.size, resources, file.stream(b"", code), place)
        file.add(b"<</Type/Page/Parent %d 0 R%b/Tabs/S>>" % (tree, shown), number)
    kids = (array(numbers), len(numbers))
    file.add(b"<</Type/Pages/Kids%b/Count %d>>" % kids, tree)
    return [tree, *numbers]

"""What PDF/A-3b asks of a file: what it is, its colours, and the data that it was made from."""

import re
from functools import cache
from hashlib import md5
from typing import NamedTuple

from kunjungan.documents.pdf.objects import PdfFile, packed, text
from kunjungan.resources import resource

PRODUCER = "Kunjungan"
_ATTACHED = "agreement.json"
_ABOUT = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
    "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
    "<dc:format>application/pdf</dc:format>"
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "{author}<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>"
    "<pdf:Producer>" + PRODUCER + "</pdf:Producer>"
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"


_UNSAID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML may hold."""


def sayable(words: str) -> str:
    """Return words on one line, as a file may say them of itself."""
    return " ".join(_UNSAID.sub("\ufffd", words).split())


class About(NamedTuple):
    """What a file says about itself; languages by their tags (BCP 47), the main one first."""

    title: str
    author: str
    languages: tuple[str, ...]


def write_info(file: PdfFile, about: About) -> int:
    """Write title and author for readers that know no XMP; return the number."""
    author = b"/Author" + text(about.author) if about.author else b""
    title, producer = text(about.title), text(PRODUCER)
    return file.add(b"<</Title%b%b/Producer%b>>" % (title, author, producer))


def write_metadata(file: PdfFile, about: About) -> int:
    """Write the XMP packet, without any date: equal papers are equal files; return its number."""
    packet = _ABOUT.format(
        title=about.title.translate(_ESCAPES),
        author=_AUTHOR.format(about.author.translate(_ESCAPES)) if about.author else "",
        languages="".join(f"<rdf:li>{tag}</rdf:li>" for tag in about.languages),
    )
    return file.stream(b"/Type/Metadata/Subtype/XML", packet.encode(), flate=False)


def write_colours(file: PdfFile) -> int:
    """Write what the colours of the file mean: sRGB; return the number."""
    profile = file.stream(b"/N 3", _profile())
    name = text("sRGB IEC61966-2.1")
    return file.add(
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier%b/Info%b"
        b"/DestOutputProfile %d 0 R>>" % (name, name, profile)
    )


def attach(file: PdfFile, data: bytes) -> int:
    """Attach the data that the paper was made from; return the number of its description."""
    entries = b"/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size %d/CheckSum<%b>>>"
    check = md5(data, usedforsecurity=False).hexdigest().encode("ascii")
    source = file.stream(entries % (len(data), check), packed(data))
    name = text(_ATTACHED)
    said = text("Data perjanjian / Agreement data")
    return file.add(
        b"<</Type/Filespec/F%b/UF%b/Desc%b/AFRelationship/Source/EF<</F %d 0 R/UF %d 0 R>>>>"
        % (name, name, said, source, source)
    )


def attachments(number: int) -> bytes:
    """Return the catalog's entries for an attached file."""
    named = (number, text(_ATTACHED), number)
    return b"/AF[%d 0 R]/Names<</EmbeddedFiles<</Names[%b %d 0 R]>>>>" % named


@cache
def _profile() -> bytes:
    return packed(resource("colours/sRGB.icc").read_bytes())

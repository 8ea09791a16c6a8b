"""Takes single pages out of a finished paper."""

from collections.abc import Sequence
from io import BytesIO


def pages_of(pdf: bytes, pages: Sequence[int]) -> bytes:
    """Return a PDF of some pages, counted from 1, as they are; equal pages give equal bytes.

    It holds nothing of the other pages, and is no archival file: that is the whole paper.
    """
    import pikepdf  # noqa: PLC0415 - heavy, paper only

    file = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as whole, pikepdf.new() as part:
        for number in pages:
            part.pages.append(whole.pages[number - 1])
        for page in part.pages:
            if "/StructParents" in page.obj:
                del page.obj["/StructParents"]
        part.docinfo["/Title"] = str(whole.docinfo.get("/Title", ""))
        part.save(file, deterministic_id=True)
    return file.getvalue()

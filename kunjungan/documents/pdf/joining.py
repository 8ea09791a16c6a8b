"""Puts finished papers one after the other into one file."""

from collections.abc import Sequence
from io import BytesIO


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Return a PDF of all pages in order; a single paper stays byte by byte.

    Several papers in one make no archival file: each alone is one.
    """
    import pikepdf  # noqa: PLC0415 - heavy, paper only

    if len(pdfs) == 1:
        return pdfs[0]
    file = BytesIO()
    with pikepdf.new() as whole:
        for pdf in pdfs:
            with pikepdf.open(BytesIO(pdf)) as part:
                whole.pages.extend(part.pages)
        for page in whole.pages:
            if "/StructParents" in page.obj:
                del page.obj["/StructParents"]
        whole.save(file, deterministic_id=True)
    return file.getvalue()

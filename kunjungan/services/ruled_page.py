"""The ruled test page of a paper, for printers that are a little off."""

from pathlib import Path

from kunjungan.domain.paper import Paper
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole


def ruled_page(paper: Paper) -> bytes:
    """Return a one-page PDF with a corner 20 mm from both edges and lines ruled to the mm."""
    from kunjungan.documents.ruled_page import (  # noqa: PLC0415 - ReportLab is slow to load
        ruled_page as page,
    )

    return page(paper)


def write_ruled_page(paper: Paper, folder: Path) -> Path:
    """Write the test page into a folder and return its file.

    Raises:
        Unavailable: the folder cannot be written.
    """
    name = safe_file_name(f"Halaman uji printer {paper.value.upper()}", ".pdf")
    return write_whole(folder / name, ruled_page(paper))

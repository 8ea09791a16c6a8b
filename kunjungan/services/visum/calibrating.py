"""The page that shows where a form's fields will be printed."""

from pathlib import Path

from kunjungan.domain.visum_forms import VisumForm
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole


def calibration_pdf(form: VisumForm) -> bytes:
    """Return the calibration page of a form, to be printed without scaling on plain paper."""
    from kunjungan.documents.office.visum import calibration  # noqa: PLC0415 - slow to load

    return calibration(form).pdf


def calibration_name(form: VisumForm) -> str:
    """Return a name for the page's file."""
    return safe_file_name(f"Halaman uji visum {form.name.id}", ".pdf")


def write_calibration(form: VisumForm, path: Path) -> Path:
    """Write the page and return its file; a folder gets a file named by the form.

    Raises:
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    if path.suffix.lower() != ".pdf":
        path /= calibration_name(form)
    return write_whole(path, calibration_pdf(form))

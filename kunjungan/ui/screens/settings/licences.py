"""Whose work the program carries, under which licences, with their texts."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from kunjungan.i18n import later
from kunjungan.resources import resource


@dataclass(frozen=True, slots=True)
class Work:
    """A work of others: ``note`` is an untranslated sentence, ``package`` where its text lies."""

    name: str
    by: str
    licence: str
    note: str = ""
    package: str = ""


ICONS, UI_TYPE, PAPER_TYPE, FOOT_TYPE, REGIONS = "icons", "ui-type", "paper-type", "foot", "regions"
COLOURS = "colours"

WORKS = (
    Work(
        "Qt, PySide6",
        "The Qt Company",
        "LGPL 3.0",
        later(
            "Qt and PySide6 are used unchanged, as separate files that you may replace by your own "
            "build, under the GNU Lesser General Public License version 3. Their sources are at "
            "qt.io and code.qt.io."
        ),
    ),
    Work("Fluent System Icons", "Microsoft", "MIT", package=ICONS),
    Work("Noto Sans", "The Noto Project Authors", "SIL OFL 1.1", package=UI_TYPE),
    Work(
        "Naskah Bonum",
        "GUST, from TeX Gyre Bonum",
        "GUST Font License",
        later("A copy of TeX Gyre Bonum in another file format and therefore under another name."),
        PAPER_TYPE,
    ),
    Work("Liberation Sans", "Red Hat", "SIL OFL 1.1", package=FOOT_TYPE),
    Work("sRGB profile", "icc-profiles-free", "zlib", package=COLOURS),
    Work(
        "idn-area-data",
        "idn-area contributors",
        "ODbL 1.0",
        later(
            "Codes and names of Indonesia's regions come from the database idn-area-data, which is "
            "made available under the Open Database License. What the office writes with them is "
            "its own; a changed database handed on must stay under that licence."
        ),
        REGIONS,
    ),
    Work("PDFium, pypdfium2", "Google, pypdfium2 team", "BSD, Apache 2.0", package="pypdfium2"),
    Work("ReportLab", "ReportLab Europe", "BSD", package="reportlab"),
    Work("pikepdf, qpdf", "James R. Barlow, Jay Berkenbilt", "MPL 2.0", package="pikepdf"),
    Work("Pillow", "Jeffrey A. Clark and contributors", "MIT-CMU", package="pillow"),
    Work("SQLAlchemy", "SQLAlchemy authors", "MIT", package="sqlalchemy"),
    Work("SQLModel", "Sebastián Ramírez", "MIT", package="sqlmodel"),
    Work("Alembic", "SQLAlchemy authors", "MIT", package="alembic"),
    Work("Pydantic", "Pydantic Services", "MIT", package="pydantic"),
    Work("Pyphen", "Kozea, CourtBouillon", "MPL 1.1, LGPL 2.1", package="pyphen"),
    Work("Babel", "Armin Ronacher, Babel team", "BSD", package="babel"),
    Work(
        "uharfbuzz, HarfBuzz",
        "Adrien Tétar, HarfBuzz authors",
        "Apache 2.0, MIT",
        package="uharfbuzz",
    ),
    Work("zxing-cpp", "zxing-cpp community", "Apache 2.0", package="zxing-cpp"),
    Work(
        "resvg-py, resvg", "baseplate-admin, resvg authors", "MIT, Apache 2.0", package="resvg-py"
    ),
    Work("python-docx", "Steve Canny", "MIT", package="python-docx"),
    Work("lxml", "lxml dev team", "BSD", package="lxml"),
    Work("python-calamine, calamine", "Dmitriy, Johann Tuffe", "MIT", package="python-calamine"),
    Work("XlsxWriter", "John McNamara", "BSD", package="xlsxwriter"),
    Work("charset-normalizer", "Ahmed R. Tahri", "MIT", package="charset-normalizer"),
    Work("RapidFuzz", "Max Bachmann", "MIT", package="rapidfuzz"),
    Work("Simplemma", "Adrien Barbaresi", "MIT", package="simplemma"),
    Work("icalendar", "Plone Foundation", "BSD", package="icalendar"),
    Work("recurring-ical-events", "Nicco Kunzmann", "LGPL 3.0", package="recurring-ical-events"),
    Work("x-wr-timezone", "Nicco Kunzmann", "LGPL 3.0", package="x-wr-timezone"),
    Work("platformdirs", "platformdirs developers", "MIT", package="platformdirs"),
    Work("typing-extensions", "Python Software Foundation", "PSF 2.0", package="typing-extensions"),
    Work("tzdata", "Python Software Foundation", "Apache 2.0", package="tzdata"),
)

_TEXTS = frozenset({"LICENSE", "LICENCE", "COPYING", "BSD-3-CLAUSE"})


def program_version() -> str:
    """Return the program's version, or nothing where it was never installed."""
    try:
        return version("kunjungan")
    except PackageNotFoundError:
        return ""


def licence_text(work: Work) -> str:
    """Return the licence as its owner wrote it, or nothing where it did not come along."""
    own = {
        ICONS: lambda: resource("icons/LICENSE"),
        UI_TYPE: lambda: resource("fonts/ui/OFL.txt"),
        PAPER_TYPE: lambda: resource("fonts/LICENSE-NaskahBonum.txt"),
        FOOT_TYPE: lambda: resource("fonts/LICENSE-LiberationSans.txt"),
        COLOURS: lambda: resource("colours/LICENSE.txt"),
        REGIONS: lambda: resource("data/REGIONS-DATA-LICENSE.md"),
    }
    if work.package in own:
        return own[work.package]().read_text(encoding="utf-8")
    return _text_of(work.package) if work.package else ""


def _text_of(package: str) -> str:
    try:
        files = distribution(package).files or []
    except PackageNotFoundError:
        return ""
    for file in files:
        if Path(file).stem.upper() in _TEXTS:
            path = Path(str(file.locate()))
            if path.is_file():
                return path.read_text(encoding="utf-8", errors="replace")
    return ""

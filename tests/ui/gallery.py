"""Draws the building blocks to PNG files to look at: ``python -m tests.ui.gallery FOLDER``."""

import os
import sys
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.settings import Settings
from kunjungan.store.archive import Archive
from kunjungan.store.memory import open_memory
from kunjungan.ui.background import Background
from kunjungan.ui.changes import ChangeNews
from kunjungan.ui.context import Address
from kunjungan.ui.desk import Desk
from kunjungan.ui.language import ScreenLanguage
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.pictures import PagePictures
from kunjungan.ui.shell.parts import Hit, OfficeStatus, Undoing, WindowParts
from kunjungan.ui.theme.apply import ThemeChoice, dress, recolour
from tests.ui.gallery_pages import PLACES
from tests.ui.gallery_parts import PreviewPage, guest_dialog

SIZES = ((1366, 720), (1093, 576))


def sample_parts(app: QApplication, folder: Path, settings: Settings) -> WindowParts:
    """Everything a window needs, on an empty office in memory and the gallery's own places."""
    office = Office(
        open_memory(), Archive(folder / "arsip"), folder, "Analis Protokol",
        today=lambda: date(2022, 8, 26), now=lambda: datetime(2022, 8, 26, 2, tzinfo=UTC),
    )  # fmt: skip
    language = ScreenLanguage(app)
    saved = datetime(2022, 8, 26, 8, 12, tzinfo=UTC)
    address = Address("visits", uuid4())
    return WindowParts(
        office=office,
        news=ChangeNews(),
        background=Background(app),
        pictures=PagePictures(app),
        desk=Desk(settings, None, app),
        places=PLACES,
        undoing=Undoing(int, int, lambda: later("Schedule visit"), lambda: None),
        status=lambda: OfficeStatus("kunjungan.db", saved, saved),
        find=lambda text: [Hit(f"Kunjungan {text}", "1 September 2022", "link", address)],
        speak=language.speak,
        recolour=lambda theme: recolour(app, ThemeChoice(theme)),
        reopen=lambda work: None,
    )  # fmt: skip


def wait(milliseconds: int) -> None:
    """Let Qt work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def shoot(widget: QWidget, path: Path) -> None:
    """Draw a widget to a file."""
    wait(60)
    widget.grab().save(str(path))


def main(folder: Path, pdf: Path | None) -> None:
    """Draw every gallery page in both sizes, themes and languages."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    dress(app, ThemeChoice.LIGHT)
    recent = (
        ("visits/x", "SPBE 1 Sep 2022", "Kunjungan"),
        (f"agreements/{uuid4()}", "KB Kota Prabumulih", "Kerja sama"),
    )
    parts = sample_parts(app, folder, Settings(recent=recent))
    window = MainWindow(parts)
    for (width, height), theme, language in product(SIZES, ("light", "dark"), ("id", "en")):
        parts.desk.change(theme=theme, language=language)
        window.resize(width, height)
        window.show()
        wait(20)
        for place in PLACES:
            window.frame.go(Address(place.key))
            page = window.frame.page
            if isinstance(page, PreviewPage) and pdf is not None:
                for view in page.views:
                    view.show_pdf(pdf.read_bytes())
                wait(900)
            shoot(window, folder / f"{place.key}-{width}-{theme}-{language}.png")
        dialog = guest_dialog(window)
        dialog.submit()
        dialog.show()
        shoot(dialog, folder / f"dialog-{width}-{theme}-{language}.png")
        dialog.deleteLater()
    parts.pictures.stop()
    parts.background.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)

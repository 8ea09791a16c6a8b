"""The program with its window: one office at a time, closed and opened again on request."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from kunjungan.app.desk import first_folder
from kunjungan.app.sitting import Sitting, Surroundings, sit_down, window_parts
from kunjungan.app.way_out import another_folder, way_out
from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.settings import Settings, settings_file
from kunjungan.store.files import DATABASE
from kunjungan.ui.desk import Desk
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.language import ScreenLanguage
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.messages import ask, show_refusal
from kunjungan.ui.pictures import PagePictures
from kunjungan.ui.theme.apply import ThemeChoice, dress, recolour
from kunjungan.ui.widgets.confirm import tell

Work = Callable[[], str]


def open_window(folder: Path, settings: Settings) -> None:
    """Open the window on the office in a folder and stay until it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Kunjungan")
    dress(app, ThemeChoice(settings.theme))
    program = Program(app, Desk(settings, settings_file(), app))
    if program.open(folder):
        app.exec()
    program.end()


class Program:
    """Holds the window and the office that it shows."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        language = ScreenLanguage(app)
        language.speak(desk.settings.language)
        self._app = app
        self._around = Surroundings(
            desk=desk,
            pictures=PagePictures(app),
            speak=language.speak,
            recolour=lambda theme: recolour(app, ThemeChoice(theme)),
        )
        self.sitting: Sitting | None = None
        self.window: MainWindow | None = None

    def open(self, folder: Path) -> bool:
        """Open an office with its window; while it cannot be, ask for another.

        Returns False when the person gives up.
        """
        wanted: Path | None = folder
        while wanted is not None:
            try:
                self._open(wanted)
            except OfficeError as refusal:
                wanted = way_out(wanted, refusal)
            else:
                return True
        return False

    def end(self) -> None:
        """Let go of the office and of the drawing thread; once, when the program ends."""
        self._leave()
        self._around.pictures.stop()

    def _open(self, folder: Path) -> None:
        if folder == first_folder():
            folder.mkdir(parents=True, exist_ok=True)
        desk = self._around.desk
        sitting = sit_down(folder, desk.settings.user)
        desk.change(last_office=str(folder))
        parts = window_parts(self._around, sitting, self._reopen)
        parts = replace(parts, commands={"office.open": self._choose})
        self.sitting = sitting
        self.window = MainWindow(parts)
        self.window.show()
        for notice in sitting.notices:
            if sitting.office.store.read_only:
                tell(self.window, tr("Opened for reading only"), refusal_words(notice))
            else:
                show_refusal(self.window, notice)

    def _reopen(self, work: Work) -> None:
        """Do work on the closed office and open it again, once the caller's click is over."""
        if self.sitting is not None:
            folder = self.sitting.office.folder
            QTimer.singleShot(0, lambda: self._switch(folder, work))

    def _switch(self, folder: Path, work: Work) -> None:
        self._app.setQuitOnLastWindowClosed(False)
        try:
            if self.window is None or not self.window.close():
                return
            self._leave()
            done = _done(work)
            if not self.open(folder):
                self._app.quit()
            elif self.window is not None and isinstance(done, str):
                self._say(done)
            elif isinstance(done, OfficeError):
                show_refusal(self.window, done)
        finally:
            self._app.setQuitOnLastWindowClosed(True)

    def _say(self, text: str) -> None:
        if text and self.window is not None:
            self.window.frame.context.toast(text)

    def _leave(self) -> None:
        if self.window is not None:
            delete(self.window)  # at once, or a timer of its pages asks an office that is closed
            self.window = None
        if self.sitting is not None:
            self.sitting.close()
            self.sitting = None

    def _choose(self, parent: QWidget) -> None:
        """Let the person choose another office, or a folder to begin one in."""
        folder = another_folder(parent)
        if folder is None:
            return
        words = tr("There is no office in “{folder}” yet. Begin one there?", folder=folder.name)
        if (folder / DATABASE).exists() or ask(
            parent, tr("A new office"), words, verb=tr("Begin an office"), danger=False
        ):
            QTimer.singleShot(0, lambda: self._switch(folder, str))


def _done(work: Work) -> str | OfficeError:
    try:
        return work()
    except OfficeError as refusal:
        return refusal

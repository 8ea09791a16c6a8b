"""What tests and pictures of the window share: a dressed application, a window's parts."""

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication

from kunjungan.services.office import Office
from kunjungan.settings import Settings
from kunjungan.ui.background import Background
from kunjungan.ui.changes import ChangeNews
from kunjungan.ui.desk import Desk
from kunjungan.ui.language import ScreenLanguage
from kunjungan.ui.pictures import PagePictures
from kunjungan.ui.shell.parts import OfficeStatus, Undoing, WindowParts
from kunjungan.ui.theme.apply import ThemeChoice, dress, recolour
from kunjungan.ui.widgets.page import Place


def dressed(app: QApplication) -> QApplication:
    """Give the tests' application our style once, in light colours and English."""
    ScreenLanguage(app).speak("en")
    if app.property("dressed"):
        recolour(app, ThemeChoice.LIGHT)
    else:
        dress(app, ThemeChoice.LIGHT)
        app.setProperty("dressed", "yes")
    return app


class UndoDesk:
    """Changes that can be undone and redone, as plain labels."""

    def __init__(self, *done: str) -> None:
        self.done = list(done)
        self.undone: list[str] = []

    def undo(self) -> None:
        self.undone.append(self.done.pop())

    def redo(self) -> None:
        self.done.append(self.undone.pop())

    def parts(self) -> Undoing:
        return Undoing(
            self.undo,
            self.redo,
            lambda: self.done[-1] if self.done else None,
            lambda: self.undone[-1] if self.undone else None,
        )


def window_parts(
    app: QApplication,
    office: Office,
    places: Sequence[Place],
    settings: Settings,
    undoing: UndoDesk | None = None,
) -> WindowParts:
    """Everything a window needs; nothing is kept on disk."""
    language = ScreenLanguage(app)
    return WindowParts(
        office=office,
        news=ChangeNews(),
        background=Background(),
        pictures=PagePictures(),
        desk=Desk(settings, None),
        places=places,
        undoing=(undoing or UndoDesk()).parts(),
        status=lambda: OfficeStatus("kunjungan.db"),
        find=lambda _text: (),
        speak=language.speak,
        recolour=lambda theme: recolour(app, ThemeChoice(theme)),
        reopen=lambda _work: None,
    )


# What the screenless platform cannot do; it says so for every window.
QUIET = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

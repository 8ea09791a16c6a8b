"""This desk's choices while the program runs: read by screens, kept at every change."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kunjungan.settings import Settings, save

_LOG = logging.getLogger(__name__)


class Desk(QObject):
    """The settings in force and the file they go to.

    Signals:
        changed: A choice changed; carries the names of the changed settings (frozenset).
    """

    changed = Signal(object)

    def __init__(
        self, settings: Settings, path: Path | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._path = path

    @property
    def settings(self) -> Settings:
        """The choices in force."""
        return self._settings

    def change(self, **values: Any) -> None:  # noqa: ANN401  # each setting has its own type
        """Take new values, keep them for the next start, and tell who listens."""
        before = self._settings
        self._settings = replace(before, **values)
        names = frozenset(n for n in values if getattr(before, n) != getattr(self._settings, n))
        if names:
            self._keep()
            self.changed.emit(names)

    def _keep(self) -> None:
        if self._path is None:
            return
        try:
            save(self._path, self._settings)
        except OSError as error:
            _LOG.warning("Settings not saved: %s", error.strerror)

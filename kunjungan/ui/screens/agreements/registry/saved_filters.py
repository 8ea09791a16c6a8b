"""Filters that a person gave a name, and the one that was in force at the last start."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.ui.desk import Desk
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog

_IN_FORCE = ""


class SavedFilters(Button):
    """Keeps a list's filters on this desk: name one, choose one, remove one.

    Signals:
        chosen: A kept filter was chosen; carries it as text.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, of: str, parent: QWidget) -> None:
        super().__init__("", kind="link", parent=parent)
        self._desk = desk
        self._of = of
        self._filter = self.in_force
        self.clicked.connect(self._on_clicked)
        self._dress()

    @property
    def in_force(self) -> str:
        """The filter that the list was left with."""
        return self._kept().get(_IN_FORCE, "")

    @property
    def named(self) -> dict[str, str]:
        """The filters that have a name."""
        return {name: text for name, text in self._kept().items() if name != _IN_FORCE}

    def show_filter(self, text: str) -> None:
        """Take note of the filter in force, for the next start."""
        self._filter = text
        self._keep({**self._kept(), _IN_FORCE: text})

    def keep_as(self, name: str) -> None:
        """Keep the filter in force under a name; RuleBroken without one."""
        if not name:
            raise RuleBroken(later("Give the filter a name."))
        self._keep({**self._kept(), name: self._filter})

    def remove(self, name: str, _checked: bool = False) -> None:
        """Forget a kept filter."""
        self._keep({known: text for known, text in self._kept().items() if known != name})

    def menu_of(self) -> QMenu:
        """Return what the button offers: the kept filters, keeping this one, removing one."""
        menu = QMenu(self)
        named = self.named
        for name, text in named.items():
            entry = menu.addAction(name.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(text == self._filter)
            entry.triggered.connect(partial(self._choose, text))
        menu.addSeparator()
        keep = menu.addAction(tr("Save this filter…"))
        keep.setEnabled(bool(self._filter))
        keep.triggered.connect(self.ask_name)
        if named:
            away = menu.addMenu(tr("Remove a filter"))
            for name in named:
                entry = away.addAction(name.replace("&", "&&"))
                entry.triggered.connect(partial(self.remove, name))
        return menu

    def ask_name(self) -> None:
        """Ask what the filter in force shall be called, and keep it."""
        dialog = FormDialog(tr("Save filter"), tr("Save filter"), self.window(), writes=False)
        name = LineField(tr("Ending, this year's PKS"))
        dialog.add(tr("Name"), name, needed=True)
        dialog.run(lambda: self.keep_as(name.value()))
        dialog.deleteLater()

    def _choose(self, text: str, _checked: bool = False) -> None:
        self.chosen.emit(text)

    def _on_clicked(self) -> None:
        if not self.named:
            self.ask_name()
            return
        menu = self.menu_of()
        menu.exec(self.mapToGlobal(QPoint(0, self.height() + 2)))
        menu.deleteLater()

    def _kept(self) -> dict[str, str]:
        return {name: text for of, name, text in self._desk.settings.filters if of == self._of}

    def _keep(self, filters: dict[str, str]) -> None:
        others = [kept for kept in self._desk.settings.filters if kept[0] != self._of]
        own = [(self._of, name, text) for name, text in filters.items() if name or text]
        self._desk.change(filters=(*others, *own))
        self._dress()

    def _dress(self) -> None:
        """Say what a click does: keep this filter, or choose among those kept."""
        named = self.named
        self.setText(tr("Saved filters") if named else tr("Save filter"))
        self.setEnabled(bool(named or self._filter))
        self.updateGeometry()

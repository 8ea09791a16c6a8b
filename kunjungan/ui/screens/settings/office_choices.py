"""The office's settings as rows: each change is kept at once and can be undone."""

from dataclasses import replace
from functools import partial
from typing import Any, Protocol, cast

from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.settings.setting_row import SettingRow
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.fields import Field, TypedLine
from kunjungan.ui.widgets.search_picker import SearchPicker

_MAY_BE_EMPTY = frozenset({"own_institution"})


class _SettingField(Field, Protocol):
    """A field that can be told what to show."""

    def set_value(self, value: Any) -> None:  # noqa: ANN401  # each field has its own kind
        """Show a value."""


class OfficeChoices:
    """Makes rows for the office's settings and keeps what is chosen in them."""

    def __init__(self, context: ScreenContext) -> None:
        self._context = context
        self._rows: dict[str, tuple[SettingRow, _SettingField]] = {}
        self._widgets: dict[str, QWidget] = {}
        self._showing = False
        self.now = office_settings(context.office)

    def row(self, name: str, title: str, hint: str, field: QWidget, *, law: str = "") -> SettingRow:
        """Return the row of one setting; without ``law`` it rests on office practice."""
        basis = ChipText(law, Tone.INFO) if law else ChipText(tr("Office practice"))
        made = SettingRow(title, hint, field, basis)
        field.setEnabled(not self._context.office.looking_on)
        known = cast("_SettingField", field)
        self._rows[name] = (made, known)
        self._widgets[name] = field
        keep = partial(self._keep, name, title)
        if isinstance(field, TypedLine):
            field.editingFinished.connect(keep)
        else:
            known.changed.connect(keep)
        if isinstance(field, SearchPicker):
            field.picked.connect(keep)
        return made

    def field(self, name: str) -> QWidget | None:
        """Return the field that a setting is changed in, if it has one."""
        return self._widgets.get(name)

    def show(self) -> None:
        """Show the settings as they stand, in every row."""
        self.now = office_settings(self._context.office)
        self._showing = True
        for name, (row, field) in self._rows.items():
            row.refuse("")
            field.set_value(getattr(self.now, name))
        self._showing = False

    def refuse(self, name: str, words: str) -> None:
        """Say under a row why what it holds cannot be, while it is typed; nothing takes it back."""
        self._rows[name][0].refuse(words)

    def _keep(self, name: str, title: str, *_: object) -> None:
        if self._showing:
            return
        row, field = self._rows[name]
        try:
            value = field.value()
            if value is None and name not in _MAY_BE_EMPTY:
                row.refuse(tr("Fill in this field."))
                return
            if value != getattr(self.now, name):
                change_settings(self._context.office, replace(self.now, **{name: value}))
                self._context.toast(tr("{setting} changed", setting=title), undo=True)
        except OfficeError as refusal:
            row.refuse(refusal_words(refusal))
        else:
            self.show()

"""Asks for the day on which a letter went out or was answered."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_day(
    parent: QWidget, title: str, verb: str, today: date, keep: Callable[[date | None], None]
) -> bool:
    """Ask for a day, today at first, until ``keep`` took it; False when the person gave up."""
    dialog = FormDialog(title, verb, parent)
    field = DateField()
    dialog.add(tr("Day"), field, needed=True)
    field.show_day(today)
    return dialog.run(lambda: keep(field.day()))

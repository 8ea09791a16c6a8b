"""Asks whether personal data goes along when people are exported."""

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.ui.widgets.fields import CheckField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_export(parent: QWidget) -> bool | None:
    """Return whether personal data goes along; None for a change of mind."""
    intro = tr("Names, titles, posts, institutions and the last visit are written into a table.")
    dialog = FormDialog(
        tr("Export people"), tr("Choose a file…"), parent, intro=intro, writes=False
    )
    personal = CheckField(tr("Personal data too: NIP, telephone, e-mail, diet, access"))
    hint = tr("Leave it out unless whoever gets the file may have it (UU 27/2022).")
    dialog.add("", personal, hint=hint)
    return personal.value() if dialog.run(lambda: None) else None

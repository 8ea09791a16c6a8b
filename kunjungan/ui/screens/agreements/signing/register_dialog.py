"""Asks where a signed agreement is kept and enters it in the register."""

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.office import Office
from kunjungan.services.register import register
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


class RegisterDialog:
    """Where the original is kept; the number follows by itself."""

    def __init__(self, office: Office, view: AgreementView, parent: QWidget) -> None:
        self._office = office
        self._view = view
        self.label = ""
        intro = tr(
            "The register number is the next one of the year of the last signature. "
            "A register is a permanent record: entering it cannot be undone."
        )
        self.dialog = FormDialog(
            tr("Enter in the register"), tr("Enter in register"), parent, intro=intro
        )
        self.kept_at = LineField(tr("Cabinet, shelf, folder"))
        self.dialog.add(tr("Our original is kept at"), self.kept_at)

    def save(self) -> None:
        """Enter the agreement and remember its number."""
        self.label = register(self._office, self._view.id, kept_at=self.kept_at.value())


def ask_register(office: Office, view: AgreementView, parent: QWidget) -> str:
    """Ask and enter; return the register number, or nothing when given up."""
    asked = RegisterDialog(office, view, parent)
    asked.dialog.run(asked.save)
    return asked.label

"""What other days of a visit would move, told while they are typed."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.services.office import Office
from kunjungan.services.visiting.shifting import Shifted, foreseen_shift
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.visits.shift_words import again_words, moved_words, redating_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField
from kunjungan.ui.widgets.layouts import column


class MovesNotice(QWidget):
    """Names what moves along and what is to be done again; offers to date agreements anew.

    Nothing is shown for a visit that is new.
    """

    def __init__(
        self, office: Office, on: DateField, until: DateField, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._on, self._until = on, until
        self._visit: UUID | None = None
        self._moved, self._again = Notice(Tone.INFO, ""), Notice(Tone.WARN, "")
        self.redating = CheckField("")
        self.setLayout(column(self._moved, self._again, self.redating, spacing=4))
        on.changed.connect(self._show)
        until.changed.connect(self._show)
        self._show()

    def watch(self, visit_id: UUID) -> None:
        """Tell what the days that are typed mean for a visit."""
        self._visit = visit_id

    def _foreseen(self) -> tuple[Shifted, str]:
        """Return what would move, or why it cannot."""
        try:
            on, until = self._on.value(), self._until.value()
        except OfficeError:
            return Shifted(), ""  # the field itself says what is wrong
        if self._visit is None or on is None:
            return Shifted(), ""
        try:
            return foreseen_shift(self._office, self._visit, on, until), ""
        except OfficeError as refusal:
            return Shifted(), refusal_words(refusal)

    def _show(self) -> None:
        shifted, refused = self._foreseen()
        for notice, words in (
            (self._moved, moved_words(shifted)),
            (self._again, refused or again_words(shifted)),
        ):
            notice.show_text(words)
            notice.setVisible(bool(words))
        self.redating.setText(redating_words(shifted))
        self.redating.setVisible(bool(shifted.agreements))
        self.redating.set_value(bool(shifted.agreements))
        self.setVisible(bool(refused) or shifted != Shifted())

"""The signing sheet: who signs which original, over the stamp or not, when and where."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QVBoxLayout, QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import OfficeError, RuleBroken
from kunjungan.domain.originals import Medium
from kunjungan.i18n import later, tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.agreements import agreement_form
from kunjungan.services.language_values import language_name
from kunjungan.services.office import Office
from kunjungan.services.signing import SignatureForm, SignatureLine, list_signatures, sign
from kunjungan.ui.labels import choices, refusal_words, screen_side
from kunjungan.ui.messages import ask
from kunjungan.ui.screens.agreements.signing_columns import columns, key_of
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.layouts import LABEL_GAP, column, row
from kunjungan.ui.widgets.rows_model import Cell, Group

_SIZE = (880, 560)
_PAD = 18


class SigningDialog(QDialog):
    """Ticks the signatures that were given and records them, all at once or one by one.

    Signals:
        recorded: Signatures were recorded; carries how many are still due.
    """

    recorded = Signal(int)

    def __init__(self, office: Office, view: AgreementView, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._view = view
        self._lines: list[SignatureLine] = list_signatures(office, view.id)
        self._ticked = {key_of(line) for line in self._lines if line.on is None}
        self.table = DataTable(columns(self._who), key=key_of, two_lines=True, parent=self)
        self.on = DateField()
        self.place = LineField()
        self.medium = ChoiceField(choices(Medium))
        self._notice = Notice(Tone.BAD, "", self)
        self._notice.hide()
        self.verb = Button("", icon="signature", kind="primary", parent=self)
        self._close = Button(tr("Close"), parent=self)
        self._build(parent)
        self._fill()
        self.table.toggled.connect(self._on_toggled)
        self.verb.clicked.connect(self.record)
        self._close.clicked.connect(self.reject)

    @Slot()
    def record(self) -> None:
        """Record what is ticked, after asking: signed paper vouches for it, nothing undoes it."""
        try:
            forms = self._forms()
        except RuleBroken as refusal:
            self._refuse(refusal)
            return
        words = tr("Signatures stand on paper; recording them cannot be undone.")
        verb = self._verb_words()
        if not ask(self, f"{verb}?", words, verb=verb, danger=False):
            return
        try:
            sign(self._office, self._view.id, forms)
        except OfficeError as refusal:
            self._refuse(refusal)
            return
        self._lines = list_signatures(self._office, self._view.id)
        self._ticked = set()
        due = sum(line.on is None for line in self._lines)
        self.recorded.emit(due)
        if not due:
            self.accept()
        self._refresh()

    def _forms(self) -> list[SignatureForm]:
        on: PartialDate | None = self.on.value()
        if on is None or on.full is None:
            raise RuleBroken(later("Enter the day of signing."))
        day: date = on.full
        return [
            SignatureForm(line.original_no, line.seq, day, self.place.value(), self.medium.value())
            for line in self._lines
            if key_of(line) in self._ticked
        ]

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Signatures"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 40))
        partners = ", ".join(screen_side(party.body) for party in self._view.parties[1:])
        head = set_role(QLabel(partners, self), TextRole.SUBTITLE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        inside = column(head, self._intro(), self.table, margins=(_PAD, 14, _PAD, 12))
        inside.setStretch(2, 1)
        layout.addLayout(inside, 1)
        layout.addWidget(self._footer())

    def _intro(self) -> QLabel:
        words = tr(
            "Tick each signature that was given. The one over the duty stamp is marked: "
            "that original goes to the other party."
        )
        intro = set_role(QLabel(words, self), TextRole.SMALL)
        intro.setWordWrap(True)
        return intro

    def _footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setProperty("frame", "sunken")
        self.place.setFixedWidth(130)
        fields = row(
            self._labelled(tr("Day of signing"), self.on),
            self._labelled(tr("Place"), self.place),
            self._labelled(tr("Signed"), self.medium),
            None,
            column(None, row(self._close, self.verb)),
            spacing=12,
        )
        footer.setLayout(column(self._notice, fields, margins=(_PAD, 10, _PAD, 12)))
        return footer

    def _labelled(self, words: str, field: QWidget) -> QVBoxLayout:
        name = set_role(QLabel(words, self), TextRole.SMALL)
        name.setBuddy(field)
        field.setAccessibleName(words)
        return column(name, field, spacing=LABEL_GAP)

    def _fill(self) -> None:
        form = agreement_form(self._office, self._view.id)
        day = form.signing_on or self._office.today()
        self.on.set_value(PartialDate.of(day))
        self.place.set_value(form.place_id)
        self._refresh()

    def _refresh(self) -> None:
        self.table.show_rows(self._lines, group=self._group)
        due = any(line.on is None for line in self._lines)
        self.verb.setText(self._verb_words())
        self.verb.updateGeometry()
        self.verb.setVisible(due)
        self.verb.setEnabled(bool(self._ticked))
        self.verb.setDefault(due)
        for field in (self.on, self.place, self.medium):
            field.setEnabled(due)

    def _verb_words(self) -> str:
        return tr("Record {count} signatures", count=len(self._ticked))

    def _refuse(self, refusal: OfficeError) -> None:
        self._notice.show_text(refusal_words(refusal))
        self._notice.show()

    def _group(self, line: SignatureLine) -> Group:
        mine = [one for one in self._lines if one.original_no == line.original_no]
        done = sum(one.on is not None for one in mine)
        title = tr("Original {number}, kept by {who}", number=line.original_no, who=line.holder)
        if line.language:
            title = f"{title}, {screen_side(language_name(line.language))}"
        return Group(title, tr("{done} of {total} signed", done=done, total=len(mine)))

    def _who(self, line: SignatureLine) -> Cell:
        ticked = line.on is not None or key_of(line) in self._ticked
        return Cell(line.signatory or line.party, detail=line.party, bold=True, checked=ticked)

    @Slot(object)
    def _on_toggled(self, line: SignatureLine) -> None:
        if line.on is None:
            self._ticked ^= {key_of(line)}
            self._notice.hide()
            self._refresh()

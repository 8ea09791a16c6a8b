"""The signing sheet: who signs which original, over the stamp or not, when, where, and how."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QVBoxLayout, QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import OfficeError, RuleBroken
from kunjungan.domain.originals import Medium
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.agreements import agreement_form
from kunjungan.services.institutions import institution_form
from kunjungan.services.language_values import language_name
from kunjungan.services.office import Office
from kunjungan.services.signing import SignatureForm, SignatureLine, list_signatures, sign
from kunjungan.services.substitutes import Substitute, list_substitutes
from kunjungan.ui.dates import long_day
from kunjungan.ui.labels import refusal_words, screen_side
from kunjungan.ui.messages import ask
from kunjungan.ui.screens.agreements.signing.signing_columns import columns, key_of, who_cell
from kunjungan.ui.screens.agreements.signing.signing_correction import ask_correction
from kunjungan.ui.screens.agreements.signing.signing_fields import SigningFields
from kunjungan.ui.screens.agreements.signing.signing_words import due_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import column, row
from kunjungan.ui.widgets.rows_model import Cell, Group
from kunjungan.ui.widgets.segmented import Option, Segmented

_SIZE = (880, 600)
_PAD = 18
EVERYONE = "0"
"""The session in which all parties sign; every other is that of one party, by its number."""


class SigningDialog(QDialog):
    """Ticks the signatures that were given and records them: all at once, or party by party.

    Signals:
        recorded: Signatures were recorded; carries how many are still due.
    """

    recorded = Signal(int)

    def __init__(self, office: Office, view: AgreementView, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._view = view
        self._lines: list[SignatureLine] = list_signatures(office, view.id)
        self._facts = agreement_form(office, view.id)
        self._ticked: set[tuple[int, int]] = set()
        self.session = Segmented([], self)
        self.today = button(tr("All here today"), self.all_today, kind="link", parent=self)
        self.table = DataTable(columns(self._who), key=key_of, two_lines=True, parent=self)
        self.fields = SigningFields(self)
        self._due = set_role(QLabel(self), TextRole.SMALL)
        self._notice = Notice(Tone.BAD, "", self)
        self.verb = Button("", icon="signature", kind="primary", parent=self)
        self._close = Button(tr("Close"), parent=self)
        self._build(parent)
        self._connect()
        self._begin(EVERYONE)

    @Slot()
    def record(self) -> None:
        """Record what is ticked, after asking: signed paper vouches for it, nothing undoes it."""
        try:
            forms = self._forms()
        except RuleBroken as refusal:
            self._refuse(refusal)
            return
        verb = self._verb_words()
        if not ask(self, f"{verb}?", _question(forms), verb=verb, danger=False):
            return
        try:
            sign(self._office, self._view.id, forms)
        except OfficeError as refusal:
            self._refuse(refusal)
            return
        self._lines = list_signatures(self._office, self._view.id)
        due = [line for line in self._lines if line.on is None]
        self.recorded.emit(len(due))
        if not due:
            self.accept()
        parties = {line.seq for line in due}
        self._begin(str(parties.pop()) if len(parties) == 1 else EVERYONE)
        self._ticked = set()  # those are of another day: nothing is recorded by a second Enter
        self._refresh()

    @Slot()
    def all_today(self) -> None:
        """Tick every signature that is due, given today at the place of the agreement, in ink."""
        self._begin(EVERYONE)
        self.fields.on.set_value(PartialDate.of(self._office.today()))
        self.fields.medium.set_value(Medium.WET)
        self.verb.setFocus()

    def _forms(self) -> list[SignatureForm]:
        ticked = [line for line in self._lines if key_of(line) in self._ticked]
        return self.fields.forms(ticked)

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Signatures"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 40))
        self._notice.hide()
        self._due.setWordWrap(True)
        self.session.setAccessibleName(tr("Who signs in this session"))
        words = tr(
            "Tick each signature that was given. The one over the duty stamp is marked: "
            "that original goes to the other party."
        )
        intro = set_role(QLabel(words, self), TextRole.SMALL)
        intro.setWordWrap(True)
        top = row(self.session, self.today, None, spacing=14)
        inside = column(intro, top, self.table, self._due, margins=(_PAD, 12, _PAD, 10))
        inside.setStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(self._footer())

    def _footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setProperty("frame", "sunken")
        verbs = row(self._notice, None, self._close, self.verb)
        footer.setLayout(column(self.fields, verbs, margins=(_PAD, 10, _PAD, 12)))
        return footer

    def _connect(self) -> None:
        self.session.chosen.connect(self._begin)
        self.table.toggled.connect(self._on_toggled)
        self.table.opened.connect(self._on_opened)
        self.fields.day_changed.connect(self._offer)
        self.verb.clicked.connect(self.record)
        self._close.clicked.connect(self.reject)

    @Slot(str)
    def _begin(self, session: str) -> None:
        """Begin a session: whose signatures are ticked, and where that party signs."""
        self._show_sessions()
        self.session.set_value(session)
        seq = int(session)
        mine = [line for line in self._lines if line.on is None and seq in {0, line.seq}]
        self._ticked = {key_of(line) for line in mine}
        today = self._office.today()
        self.fields.on.set_value(PartialDate.of(min(self._facts.signing_on or today, today)))
        self.fields.place.set_value(self._place(seq))
        self._offer()
        self._notice.hide()
        self._refresh()

    def _show_sessions(self) -> None:
        """Offer the sessions, each with how many signatures it still lacks."""
        due = Counter(line.seq for line in self._lines if line.on is None)
        sides = [Option(str(p.seq), p.short, due[p.seq]) for p in self._view.parties]
        self.session.show_options([Option(EVERYONE, tr("Everyone"), due.total()), *sides])

    def _place(self, seq: int) -> str:
        """Return where a party signs: the agreement's place, for a partner alone its own city."""
        if seq < 2:
            return self._facts.place_id
        party = next(party for party in self._view.parties if party.seq == seq)
        city = institution_form(self._office, party.institution_id).city_id
        return city or self._facts.place_id

    @Slot()
    def _offer(self) -> None:
        """Offer who may sign instead, where one party signs alone."""
        seq, day = int(self.session.value() or EVERYONE), self.fields.day()
        party = next((party for party in self._view.parties if party.seq == seq), None)
        others: Sequence[Substitute] = ()
        waits = any(line.on is None and line.seq == seq for line in self._lines)
        if party is not None and day is not None and waits:
            others = list_substitutes(self._office, self._view.id, seq, day)
        self.fields.show_others(party.signatory if party else "", others)

    def _refresh(self) -> None:
        self.table.show_rows(self._lines, group=self._group)
        waiting = [line for line in self._lines if line.on is None]
        left = [line for line in waiting if key_of(line) not in self._ticked]
        self._due.setText(due_words(left))
        self._due.setVisible(bool(left))
        self.verb.setText(self._verb_words())
        self.verb.updateGeometry()
        self.verb.setVisible(bool(waiting))
        self.verb.setEnabled(bool(self._ticked))
        self.verb.setDefault(bool(waiting))
        self.today.setVisible(bool(waiting))
        self.session.setVisible(bool(waiting))
        self.fields.setEnabled(bool(waiting))

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
        return who_cell(line, ticked=line.on is not None or key_of(line) in self._ticked)

    @Slot(object)
    def _on_toggled(self, line: SignatureLine) -> None:
        if line.on is None:
            self._ticked ^= {key_of(line)}
            self._notice.hide()
            self._refresh()

    @Slot(object)
    def _on_opened(self, line: SignatureLine) -> None:
        """Tick a signature that is due; of a recorded one ask for the correction."""
        if line.on is None:
            self._on_toggled(line)
        elif ask_correction(self._office, self._view, line, self):
            self._lines = list_signatures(self._office, self._view.id)
            self._refresh()


def _question(forms: Sequence[SignatureForm]) -> str:
    """Return what is about to be recorded, and that nothing takes it back."""
    words = tr("Signatures stand on paper; recording them cannot be undone.")
    days: set[date] = {form.on for form in forms}
    said = ", ".join(long_day(day) for day in sorted(days))
    places = ", ".join(sorted({form.place for form in forms if form.place}))
    return f"{said}, {places}. {words}" if places else f"{said}. {words}"

"""Moves the day of signing, and shows before what will move with it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.domain.date_words import opening
from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.agreements import agreement_form
from kunjungan.services.office import Office
from kunjungan.services.redating import Moved, Redated, foreseen, redate
from kunjungan.ui.dates import long_day
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.form_dialog import FormDialog

_LABEL, _HEIGHT = 132, 380
_ARROW = "\N{RIGHTWARDS ARROW}"


@dataclass(frozen=True, slots=True)
class NewDay:
    """The day that signing was moved to, and what moved with it."""

    day: date
    result: Redated


class RedateDialog:
    """The new day, and under it everything that follows from it."""

    def __init__(self, office: Office, agreement_id: UUID, parent: QWidget) -> None:
        self._office = office
        self._id = agreement_id
        self.done: NewDay | None = None
        self.dialog = FormDialog(tr("Move the signing date"), tr("Move the date"), parent)
        self.dialog.setMinimumHeight(_HEIGHT)
        self.day = DateField()
        self._title = set_role(QLabel(self.dialog), TextRole.CARD)
        self._facts = FactsList(_LABEL, self.dialog)
        self._notice = Notice(Tone.WARN, "", self.dialog)
        self.dialog.add(tr("New date of signing"), self.day, needed=True)
        self.dialog.add_widget(self._title)
        self.dialog.add_widget(self._facts)
        self.dialog.add_widget(self._notice)
        before = agreement_form(office, agreement_id).signing_on
        self.day.show_day(before)
        self.day.changed.connect(self._foresee)
        self._foresee()

    def save(self) -> None:
        """Move the date, in one step that undo takes back."""
        day = self.day.day()
        if day is not None:
            self.done = NewDay(day, redate(self._office, self._id, day))

    def _foresee(self) -> None:
        """Show what the day typed so far would move."""
        found = self._foreseen()
        self._title.setText(tr("This moves with it") if found else tr("Nothing moves yet"))
        self._facts.show_facts(_facts(found) if found else [])
        stale = found.result.stale if found else 0
        self._notice.setVisible(stale > 0)
        self._notice.show_text(
            tr("Printed papers that become outdated: {count}. Print them again.", count=stale)
        )

    def _foreseen(self) -> NewDay | None:
        """Return what would move, None while the day is none or moves nothing."""
        try:
            day = self.day.day()
            result = foreseen(self._office, self._id, day) if day else None
        except OfficeError:
            return None
        return NewDay(day, result) if day and result and result.moved else None


def _facts(found: NewDay) -> list[Fact]:
    words = opening(found.day)
    return [
        *(Fact(tr(move.what), _change(move)) for move in found.result.moved),
        Fact(tr("Opening words"), words.id),
        Fact(tr("Opening words (EN)"), words.en),
    ]


def _change(move: Moved) -> str:
    before, after = _words(move.before), _words(move.after)
    return f"{before} {_ARROW} {after}" if before else after


def _words(value: date | str | int | None) -> str:
    return long_day(value) if isinstance(value, date) else str(value or "")


def ask_new_day(office: Office, agreement_id: UUID, parent: QWidget) -> NewDay | None:
    """Ask for another day of signing; return what it moved, or None when nothing was."""
    asked = RedateDialog(office, agreement_id, parent)
    asked.dialog.run(asked.save)
    return asked.done if asked.done is not None and asked.done.result.moved else None

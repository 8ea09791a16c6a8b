"""Lets a session slip: by how many minutes, with whom, and what follows before it is done."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.domain.check_lines import worst_first
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.visit_day.board import BoardSession
from kunjungan.services.visit_day.slip_follows import SlipReport
from kunjungan.services.visit_day.slipping import foreseen_slip, slip_session
from kunjungan.ui.dates import hours_words
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.visits.board.words import title_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.check_lines import CheckLines
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, NumberField
from kunjungan.ui.widgets.form_dialog import FormDialog

USUAL = 20
"""The minutes that stand there at first."""


def ask_slip(office: Office, session: BoardSession, parent: QWidget) -> SlipReport | None:
    """Ask by how much a session slips and do it; return what followed."""
    dialog = SlipDialog(office, session, parent)
    done: list[SlipReport] = []

    def slip() -> None:
        following = dialog.following.value()
        key = session.line.id
        done.append(slip_session(office, key, dialog.minutes_by(), following=following))

    return done[0] if dialog.run(slip) else None


class SlipDialog(FormDialog):
    """Minutes, later or earlier, and whether the later sessions of the day follow."""

    def __init__(self, office: Office, session: BoardSession, parent: QWidget) -> None:
        super().__init__(tr("Slip a session"), tr("Slip"), parent, intro=title_words(session))
        self._office = office
        self._session: UUID = session.line.id
        self.minutes = NumberField(1, 720)
        self.side = ChoiceField([(1, tr("later")), (-1, tr("earlier"))])
        self.following = CheckField(tr("Later sessions of this day follow"))
        self._hours = set_role(QLabel(), TextRole.STRONG)
        self._follows = CheckLines()
        self.add_pair((tr("Minutes"), self.minutes), (tr("Which way"), self.side))
        self.add("", self.following)
        self.add_widget(self._hours)
        self.add_widget(self._follows)
        self._form.set_needed(self.minutes)
        self.minutes.set_value(USUAL)
        self.following.set_value(True)
        for field in (self.minutes, self.side, self.following):
            field.changed.connect(self.foresee)
        self.foresee()

    def minutes_by(self) -> int:
        """Return by how many minutes it slips, below zero where it is earlier."""
        minutes = self.minutes.value()
        return (minutes or 0) * int(self.side.value())

    @Slot()
    def foresee(self) -> None:
        """Tell what would follow from what stands there now."""
        try:
            by, following = self.minutes_by(), self.following.value()
            report = foreseen_slip(self._office, self._session, by, following=following)
        except RuleBroken as refusal:
            self._hours.setText(refusal_words(refusal))
            self._follows.show_lines(())
        else:
            self._hours.setText(slip_words(report))
            self._follows.show_lines(worst_first(report.follows))


def slip_words(report: SlipReport) -> str:
    """Return a session's hours before and after."""
    before, after = report.hours
    return f"{hours_words(*before)} → {hours_words(*after)}"

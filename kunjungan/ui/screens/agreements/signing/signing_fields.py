"""The fields under the signing sheet: day, place and medium, and who signs instead."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.originals import Medium
from kunjungan.domain.substitutes import NO_AUTHORITY, Authority
from kunjungan.i18n import later, tr
from kunjungan.services.signing import SignatureForm, SignatureLine
from kunjungan.services.substitutes import Substitute
from kunjungan.ui.labels import choices, screen_side
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.labels import labelled
from kunjungan.ui.widgets.layouts import column, framed, row

_PLACE, _NUMBER = 150, 150
_NO_DAY = later("Enter the day of signing.")


class SigningFields(QWidget):
    """What holds for all signatures of one session.

    Signals:
        day_changed: Another day was entered, so that others may hold the posts.
    """

    day_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.on = DateField()
        self.place = LineField()
        self.medium = ChoiceField(choices(Medium))
        self.who = ChoiceField()
        self.number = LineField()
        self.number_on = DateField()
        self.reason = LineField()
        self._warning = Notice(Tone.WARN, "", self)
        self._others: Sequence[Substitute] = ()
        self._instead = QWidget(self)
        self._proof = QWidget(self)
        self._build()
        self.on.changed.connect(self.day_changed)
        self.who.changed.connect(self._on_who)
        self.show_others("", ())

    def day(self) -> date | None:
        """Return the day as far as it can be read."""
        try:
            return self.on.day()
        except RuleBroken:
            return None

    def show_others(self, named: str, others: Sequence[Substitute]) -> None:
        """Offer who may sign instead of whom the paper names; nobody hides the line."""
        self._others = others
        people: list[tuple[UUID | None, str]] = [(None, named)]
        people += [
            (each.line.id, f"{each.line.name.full}, {screen_side(each.line.post)}")
            for each in others
        ]
        self.who.show_choices(people)
        self._instead.setVisible(bool(others))
        self._on_who()

    def forms(self, lines: Sequence[SignatureLine]) -> list[SignatureForm]:
        """Return what was entered for these signatures; RuleBroken without a day."""
        on: PartialDate | None = self.on.value()
        if on is None or on.full is None:
            raise RuleBroken(_NO_DAY)
        return [
            SignatureForm(
                line.original_no,
                line.seq,
                on.full,
                self.place.value(),
                self.medium.value(),
                self.who.value(),
                self._authority(),
            )
            for line in lines
        ]

    def show_authority(self, authority: Authority) -> None:
        """Show by what somebody signs."""
        self.number.set_value(authority.number)
        self.number_on.show_day(authority.on)
        self.reason.set_value(authority.reason)

    def _authority(self) -> Authority:
        if self.who.value() is None:
            return NO_AUTHORITY
        return Authority(self.number.value(), self.number_on.day(), self.reason.value())

    def _build(self) -> None:
        self.place.setFixedWidth(_PLACE)
        self.number.setFixedWidth(_NUMBER)
        when = row(
            labelled(tr("Day of signing"), self.on),
            labelled(tr("Place"), self.place),
            labelled(tr("Signed"), self.medium),
            None,
            spacing=12,
        )
        who = row(labelled(tr("Who signs"), self.who), spacing=12)
        who.setStretch(0, 1)
        proof = row(
            labelled(tr("Authority, number"), self.number),
            labelled(tr("of"), self.number_on),
            labelled(tr("Reason, where there is none"), self.reason),
            spacing=12,
        )
        proof.setStretch(2, 1)
        self._proof.setLayout(column(proof, self._warning, spacing=4))
        self._instead.setLayout(column(framed(who, self), self._proof, spacing=8))
        self.setLayout(column(when, self._instead, spacing=8))

    @Slot()
    def _on_who(self) -> None:
        """Ask for the authority of whoever signs instead; a decree on record is there already."""
        chosen = next((o for o in self._others if o.line.id == self.who.value()), None)
        self._proof.setVisible(chosen is not None)
        if chosen is None:
            return
        self.show_authority(chosen.authority)
        words = " ".join(tr(warning.message) for warning in chosen.warnings)
        self._warning.show_text(words)
        self._warning.setVisible(bool(words))

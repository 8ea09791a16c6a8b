"""Two records of people side by side, to be made one field by field, or kept apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.likeness import SIGNS, Likeness
from kunjungan.domain.names import PersonName, read_nip
from kunjungan.i18n import later, tr
from kunjungan.services.duplicates.finding import keep_apart
from kunjungan.services.duplicates.merging import merge
from kunjungan.services.known_people.card import PersonCard, person_card
from kunjungan.services.known_people.twins import TwinLine
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.pictures import picture_of
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import refusal_words, screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.institutions.person_form import PHOTO
from kunjungan.ui.screens.institutions.picture_field import PictureView
from kunjungan.ui.screens.institutions.words import joined
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.layouts import column, dialog_foot, framed, row, scrolling

_SIZE, _EDGE, _PAD, _LABELS = (760, 480), 40, 18, 110


class Choice(Enum):
    """What somebody decided on two records."""

    NONE = "none"
    MERGED = "merged"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class _Line:
    """Fields that are chosen together, and how they are shown."""

    label: str
    fields: tuple[str, ...]
    shown: Callable[[PersonForm], str]


def _name(form: PersonForm) -> str:
    return PersonName(form.name, form.titles_front, form.titles_back).full


LINES = (
    _Line(later("Name"), ("name", "titles_front", "titles_back"), _name),
    _Line(later("Known as"), ("known_as",), lambda form: form.known_as),
    _Line(later("Form of address"), ("honorific",), lambda form: form.honorific),
    _Line(later("Name on cards"), ("card_name",), lambda form: form.card_name),
    _Line(later("Pronunciation"), ("pronunciation",), lambda form: form.pronunciation),
    _Line(later("NIP"), ("nip",), lambda form: read_nip(form.nip).grouped if form.nip else ""),
    _Line(later("Rank"), ("rank", "grade"), lambda form: joined(form.rank, form.grade)),
    _Line(later("Telephone"), ("phone",), lambda form: form.phone),
    _Line(later("E-mail"), ("email",), lambda form: form.email),
    _Line(later("Photo"), ("photo_sha",), lambda form: form.photo_sha),
    _Line(later("Diet"), ("diet",), lambda form: form.diet),
    _Line(later("Access needs"), ("access",), lambda form: form.access),
    _Line(later("Note"), ("note",), lambda form: form.note),
)


def decide(context: ScreenContext, line: TwinLine, parent: QWidget) -> None:
    """Let two records be compared, made one or kept apart; what was done can be undone."""
    with refusals_shown(parent):
        choice = _asked(context.office, line, parent)
        if choice is Choice.MERGED:
            context.toast(tr("Two records made one"), undo=True)
        elif choice is Choice.APART:
            tell_apart(context, line)


def tell_apart(context: ScreenContext, line: TwinLine) -> None:
    """Record that two are different people; raises Unavailable where nothing may be written."""
    keep_apart(context.office, line.one.id, line.other.id)
    context.toast(tr("Kept apart; not offered again"), undo=True)


def _asked(office: Office, line: TwinLine, parent: QWidget) -> Choice:
    cards = person_card(office, line.one.id), person_card(office, line.other.id)
    dialog = MergeDialog(office, cards, line, parent)
    dialog.exec()
    return dialog.choice


class MergeDialog(QDialog):
    """Where both records say the same it is said once; where they differ one is chosen."""

    def __init__(
        self,
        office: Office,
        cards: tuple[PersonCard, PersonCard],
        line: TwinLine,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._office = office
        more = len(cards[1].offices) + len(cards[1].visits)
        swap = more > len(cards[0].offices) + len(cards[0].visits)
        self._kept, self._gone = reversed(cards) if swap else cards
        self.choice = Choice.NONE
        self.choices: dict[str, QButtonGroup] = {}
        self._notice = Notice(Tone.BAD, "", self)
        self._notice.hide()
        self.setWindowTitle(tr("One person or two?"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))
        self._lay_out(line)

    def form(self) -> PersonForm:
        """Return the one person as chosen."""
        form, other = self._kept.form, self._gone.form
        for line in LINES:
            group = self.choices.get(line.label)
            if group is not None and group.checkedId() == 1:
                form = replace(form, **{name: getattr(other, name) for name in line.fields})
        return form

    def merge(self) -> None:
        """Make one person of two; a refusal is told in the dialog, which stays."""
        try:
            seen = self._gone.form.version
            merge(self._office, self._kept.id, self._gone.id, self.form(), seen=seen)
        except OfficeError as refusal:
            self._notice.show_text(refusal_words(refusal))
            self._notice.show()
            return
        self.choice = Choice.MERGED
        self.accept()

    def keep_apart(self) -> None:
        """Say that they are two people."""
        self.choice = Choice.APART
        self.accept()

    def _lay_out(self, line: TwinLine) -> None:
        apart = button(tr("Keep apart"), self.keep_apart, parent=self)
        cancel = button(tr("Cancel"), self.reject, parent=self)
        verb = button(tr("Make one person"), self.merge, kind="primary", parent=self)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.merge)
        inside = column(*self._head(line), spacing=10, margins=(_PAD, 14, _PAD, 14))
        inside.addLayout(self._grid())
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolling(framed(inside), self), 1)
        layout.addWidget(dialog_foot(apart, self._notice, None, cancel, verb))
        verb.setDefault(True)
        first = next(iter(self.choices.values()), None)
        ((first.checkedButton() if first else None) or verb).setFocus()

    def _head(self, line: TwinLine) -> Sequence[QWidget]:
        told = tr(
            "Offices, visits and all else of both come together in one record. Papers that were "
            "printed keep what they say."
        )
        note = set_role(QLabel(told, self), TextRole.SMALL)
        note.setWordWrap(True)
        return [self._likeness(line.likeness), note] if line.likeness.score else [note]

    def _likeness(self, likeness: Likeness) -> QWidget:
        chip = Chip(ChipText(tr("{score} of 100", score=likeness.score), Tone.WARN), self)
        signs = ", ".join(tr(SIGNS[sign]) for sign in likeness.signs)
        words = set_role(QLabel(signs, self), TextRole.BODY)
        words.setWordWrap(True)
        top = row(chip, words)
        top.setStretch(1, 1)
        return framed(top)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column_no, card in enumerate((self._kept, self._gone), 1):
            grid.addWidget(_about(card), 0, column_no)
        for line in LINES:
            self._add_line(grid, line)
        return grid

    def _add_line(self, grid: QGridLayout, line: _Line) -> None:
        """Show a line that says something; it is a choice where the two records differ."""
        sides = [line.shown(card.form) for card in (self._kept, self._gone)]
        if not any(sides):
            return
        place = grid.rowCount()
        label = set_role(QLabel(tr(line.label), self), TextRole.SMALL)
        grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignVCenter)
        if sides[0] == sides[1]:
            words = set_role(QLabel(self._said(line, sides[0]), self), TextRole.SMALL)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            grid.addWidget(words, place, 1, 1, 2)
            return
        group = QButtonGroup(self)
        for side, text in enumerate(sides):
            grid.addWidget(self._option(group, side, line, text), place, side + 1)
        group.button(0 if sides[0] else 1).setChecked(True)
        self.choices[line.label] = group

    def _option(self, group: QButtonGroup, side: int, line: _Line, text: str) -> QWidget:
        option, said = QRadioButton(self), self._said(line, text)
        option.setAccessibleName(f"{tr(line.label)}: {said}")
        group.addButton(option, side)
        if line.fields != ("photo_sha",) or not text:
            return _worded(option, said)
        option.setText(said)
        view = PictureView(PHOTO, "person", self)
        view.show_picture(picture_of(self._office, text), option.accessibleName())
        return framed(row(option, view, None))

    def _said(self, line: _Line, text: str) -> str:
        if line.fields == ("photo_sha",):
            return tr("this photo") if text else tr("none")
        return text or tr("nothing")


class _Words(QLabel):
    """What an option stands for, in as many lines as it needs; a click on it chooses."""

    def __init__(self, option: QRadioButton, words: str) -> None:
        super().__init__(words)
        self._option = option
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._option.setFocus()
        self._option.setChecked(True)


def _worded(option: QRadioButton, words: str) -> QWidget:
    line = row(option, set_role(_Words(option, words), TextRole.BODY), spacing=6)
    line.setStretch(1, 1)
    line.setAlignment(option, Qt.AlignmentFlag.AlignTop)
    return framed(line)


def _about(card: PersonCard) -> QWidget:
    """Return who a record is about: offices and visits."""
    held = [screen_side(office.term.post) for office in card.offices]
    came = [visit.visit for visit in card.visits]
    name = set_role(QLabel(_name(card.form)), TextRole.CARD)
    lines = [
        joined(*held[:2]) or tr("no office recorded"),
        tr("Visits: {count}", count=len(came)) if came else tr("no visit"),
    ]
    quiet = [set_role(QLabel(line), TextRole.SMALL) for line in lines]
    for each in (name, *quiet):
        each.setWordWrap(True)
        each.setTextFormat(Qt.TextFormat.PlainText)
    return framed(column(name, *quiet, None, spacing=2))

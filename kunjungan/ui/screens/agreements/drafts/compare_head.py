"""The head of a comparison: which two texts, what differs in all, and how to go through it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.domain.comparing import Change
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import tr
from kunjungan.services.drafts.comparison import Comparison
from kunjungan.services.drafts.text_refs import TextRef
from kunjungan.services.drafts.words import COUNTS
from kunjungan.ui.labels import language_word
from kunjungan.ui.screens.agreements.drafts.draft_words import SHORT, TONES
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.labels import ElidedLabel, labelled
from kunjungan.ui.widgets.layouts import LABEL_GAP, WidgetRow, column, row
from kunjungan.ui.widgets.search_picker import Item, SearchPicker
from kunjungan.ui.widgets.segmented import Option, Segmented

ALL, CHANGED = "all", "changed"
BOTH = "both"
_PAD = 18


class CompareHead(QWidget):
    """Two pickers, the counts, and the steps.

    Signals:
        sides_chosen: Two texts are to be compared; carries both.
        rows_chosen: All rows, or only those that differ; carries ``ALL`` or ``CHANGED``.
        languages_chosen: Other languages are to be shown.
        stepped: The next difference is wanted (1), or the one before (-1).
    """

    sides_chosen = Signal(object, object)
    rows_chosen = Signal(str)
    languages_chosen = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = tr("A draft, or another agreement")
        self.left, self.right = SearchPicker(hint, parent=self), SearchPicker(hint, parent=self)
        self._marks = [set_role(ElidedLabel(parent=self), TextRole.SMALL) for _ in range(2)]
        self._chips = WidgetRow(6, self)
        self.rows = Segmented([Option(ALL, tr("All rows")), Option(CHANGED, tr("Differences"))])
        self.languages = Segmented([])
        self._at = set_role(QLabel(self), TextRole.SMALL)
        self._steps: list[Button] = []
        self._shown: tuple[TextRef, TextRef] | None = None
        self._languages = 2
        self._build()
        self._connect()

    def set_items(self, items: Sequence[Item]) -> None:
        """Offer the texts that can be compared; their keys are TextRefs."""
        for picker in (self.left, self.right):
            picker.set_items(items)

    def show_sides(self, left: TextRef, right: TextRef) -> None:
        """Show which texts are compared, without asking for them."""
        self._shown = (left, right)
        for picker, ref in ((self.left, left), (self.right, right)):
            with QSignalBlocker(picker):
                picker.set_value(ref)

    def show_comparison(self, found: Comparison) -> None:
        """Show fingerprints, counts and languages of a comparison."""
        for mark, text in zip(self._marks, (found.left, found.right), strict=True):
            words = tr(
                "{reference}, draft {number}, fingerprint {mark}",
                reference=text.reference,
                number=text.draft_no,
                mark=text.fingerprint[:SHORT],
            )
            mark.setText(words)
        chips = [
            Chip(ChipText(tr(COUNTS[change], count=count), TONES[change]), self)
            for change, count in found.counts.items()
            if count
        ]
        if found.same:
            chips = [Chip(ChipText(tr("Both texts say the same"), TONES[Change.ADDED]), self)]
        self._chips.refill(chips)
        for step in self._steps:
            step.setEnabled(not found.same)
        self._languages = len(found.languages)
        names = [Option(str(at), language_word(code)) for at, code in enumerate(found.languages)]
        self.languages.show_options([Option(BOTH, tr("All")), *names])

    def show_place(self, place: int, count: int) -> None:
        """Say on which of the differences one is; 0 between two."""
        words = tr("Difference {place} of {count}", place=place, count=count) if place else ""
        self._at.setText(words)

    def chosen_languages(self) -> list[int]:
        """Return the places of the languages to show."""
        key = self.languages.value()
        return list(range(self._languages)) if key in {BOTH, ""} else [int(key)]

    def _build(self) -> None:
        before = button(tr("Previous"), lambda: self.stepped.emit(-1), icon="arrow_up", parent=self)
        after = button(tr("Next"), lambda: self.stepped.emit(1), icon="arrow_down", parent=self)
        before.show_keys("Shift+F8")
        after.show_keys("F8")
        self._steps = [before, after]
        swap = button(tr("Swap"), self._swap, parent=self)
        sides = row(
            self._side(tr("Left text"), self.left, self._marks[0]),
            column(set_role(QLabel(" ", self), TextRole.SMALL), swap, None, spacing=LABEL_GAP),
            self._side(tr("Right text"), self.right, self._marks[1]),
            spacing=12,
        )
        sides.setStretch(0, 1)
        sides.setStretch(2, 1)
        tools = row(self._chips, None, self._at, *self._steps, spacing=8)
        shown = row(self.rows, self.languages, None, spacing=12)
        self.setLayout(column(sides, tools, shown, spacing=8, margins=(_PAD, 12, _PAD, 10)))

    def _side(self, words: str, picker: SearchPicker, mark: QLabel) -> QVBoxLayout:
        return column(labelled(words, picker, self), mark, spacing=LABEL_GAP)

    def _connect(self) -> None:
        self.left.picked.connect(self._on_picked)
        self.right.picked.connect(self._on_picked)
        self.rows.chosen.connect(self.rows_chosen)
        self.languages.chosen.connect(lambda _key: self.languages_chosen.emit())

    def _swap(self) -> None:
        if self._shown is not None:
            left, right = self._shown
            self.show_sides(right, left)
            self.sides_chosen.emit(right, left)

    @Slot()
    def _on_picked(self) -> None:
        try:
            left, right = self.left.value(), self.right.value()
        except RuleBroken:
            return  # something is half typed; the texts shown stay
        if left is not None and right is not None:
            self._shown = (left, right)
            self.sides_chosen.emit(left, right)

"""The form of a label sheet: its page, its labels, and how far a printer is off, in mm."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.label_sheets import CardUse, LabelSheet
from kunjungan.i18n import later, tr
from kunjungan.services.label_sheets import save_sheet
from kunjungan.services.office import Office
from kunjungan.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    LineField,
    MeasureField,
    NumberField,
)
from kunjungan.ui.widgets.form_dialog import FormDialog

USES: Mapping[CardUse, str] = MappingProxyType(
    {
        "badge": later("Badges"),
        "tent": later("Name tents"),
        "place": later("Place labels"),
        "folder": later("Folder labels"),
        "vehicle": later("Vehicle signs"),
        "door": later("Door signs"),
        "certificate": later("Certificates"),
    }
)
_PAIRS = (
    ("page_width", later("Page width (mm)"), "page_height", later("Page height (mm)")),
    ("width", later("Label width (mm)"), "height", later("Label height (mm)")),
    ("left", later("Left margin (mm)"), "top", later("Top margin (mm)")),
    ("gap_x", later("Gap across (mm)"), "gap_y", later("Gap down (mm)")),
    ("offset_x", later("Shift right (mm)"), "offset_y", later("Shift down (mm)")),
)
_IN_A_ROW = 3


def ask_sheet(office: Office, sheet: LabelSheet, parent: QWidget) -> str:
    """Ask for a sheet that starts as another; return its slug, "" for a change of mind."""
    dialog = LabelDialog(sheet, parent)
    made: list[str] = []
    kept = dialog.run(lambda: made.append(save_sheet(office, dialog.values())))
    return made[-1] if kept else ""


class UsesField(QWidget):
    """What may be printed on a sheet, each with its box.

    Signals:
        changed: A use was ticked or unticked.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.boxes = {use: CheckField(tr(words), self) for use, words in USES.items()}
        for number, box in enumerate(self.boxes.values()):
            box.changed.connect(self.changed)
            layout.addWidget(box, *divmod(number, _IN_A_ROW))
        self.setFocusProxy(self.boxes["badge"])

    def value(self) -> tuple[CardUse, ...]:
        """Return the uses that are ticked."""
        return tuple(use for use in get_args(CardUse) if self.boxes[use].value())

    def set_value(self, uses: tuple[CardUse, ...]) -> None:
        """Tick some uses and no others."""
        for use, box in self.boxes.items():
            box.set_value(use in uses)


class LabelDialog(FormDialog):
    """Name, uses, measures, and what is special about a sheet."""

    def __init__(self, sheet: LabelSheet, parent: QWidget) -> None:
        new = not sheet.slug
        super().__init__(
            tr("New label sheet") if new else tr("Edit label sheet"),
            tr("Add label sheet") if new else tr("Save label sheet"),
            parent,
        )
        self._start = sheet
        self.name_id, self.name_en, self.uses = LineField(), LineField(), UsesField()
        self.columns, self.rows = NumberField(1, 50), NumberField(1, 99)
        self.measures = {name: MeasureField(signed=True) for pair in _PAIRS for name in pair[::2]}
        self.folds = ChoiceField(
            [(0, tr("Not folded")), (2, tr("Folded in two")), (3, tr("Folded in three"))]
        )
        self.cut = CheckField(tr("Plain paper that is cut: print cut marks"))
        self.mono = CheckField(tr("Printer with black alone"))
        self.post_first = CheckField(tr("Position larger than the name"))
        self._lay_out()
        self._show(sheet)

    def values(self) -> LabelSheet:
        """Return the sheet as filled in; RuleBroken where a measure is no number."""
        name = self.name_id.value()
        measures: dict[str, Any] = {
            key: field.value() or 0.0 for key, field in self.measures.items()
        }
        return replace(
            self._start,
            name=Bilingual(name, self.name_en.value() or name),
            uses=self.uses.value(),
            columns=self.columns.value() or 1,
            rows=self.rows.value() or 1,
            folds=self.folds.value(),
            cut=self.cut.value(),
            mono=self.mono.value(),
            post_first=self.post_first.value(),
            **measures,
        )

    def _lay_out(self) -> None:
        self.add_pair((tr("Indonesian"), self.name_id), (tr("English"), self.name_en))
        self.add(tr("For"), self.uses)
        self.add_pair((tr("Columns"), self.columns), (tr("Rows"), self.rows))
        for first, words, second, others in _PAIRS:
            pair = (tr(words), self.measures[first]), (tr(others), self.measures[second])
            self.add_pair(*pair)
        self.add(tr("Folding"), self.folds)
        for box in (self.cut, self.mono, self.post_first):
            self.add("", box)

    def _show(self, sheet: LabelSheet) -> None:
        self.name_id.set_value(sheet.name.id)
        self.name_en.set_value(sheet.name.en)
        self.uses.set_value(sheet.uses)
        self.columns.set_value(sheet.columns)
        self.rows.set_value(sheet.rows)
        self.folds.set_value(sheet.folds)
        self.cut.set_value(sheet.cut)
        self.mono.set_value(sheet.mono)
        self.post_first.set_value(sheet.post_first)
        for name, field in self.measures.items():
            field.set_value(getattr(sheet, name))

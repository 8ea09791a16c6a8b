"""The parts of a room as fields: each table or block of rows with its numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.seating_kinds import PART_NAMES, Part, PartKind, name_of_part
from kunjungan.i18n import later, tr
from kunjungan.ui.labels import screen_side
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import button, icon_button
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, NumberField, NumbersField
from kunjungan.ui.widgets.labels import labelled
from kunjungan.ui.widgets.layouts import column, row

_SEATS = later("Seats")
_NUMBERS: Mapping[PartKind, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        PartKind.SIGNING: (("seats", _SEATS), ("behind", later("Aides behind"))),
        PartKind.HEAD: (("seats", _SEATS),),
        PartKind.ROWS: (("rows", later("Rows")), ("seats", later("Seats in a row"))),
        PartKind.MEETING: (("seats", later("Seats a side")), ("behind", later("Chairs behind"))),
        PartKind.U_SHAPE: (("seats", later("At the closed end")), ("arm", later("On each arm"))),
        PartKind.ROUND: (("seats", _SEATS),),
        PartKind.BANQUET: (("rows", later("Tables")), ("seats", later("Seats a table"))),
    }
)
"""Which numbers a kind of part has, and what they are called."""
_LEAST = {"seats": 1, "rows": 1}
_NEW = {"seats": 4, "rows": 1}


class PartField(QFrame):
    """One part: its kind, its numbers, its place among the others.

    Signals:
        changed: A number or a tick is another one.
        moved: It was asked ahead (-1), behind (1) or away (0).
    """

    changed = Signal()
    moved = Signal(int)

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self._part = part
        self._numbers: dict[str, NumberField] = {}
        self._aisles = NumbersField(1, 59)
        self._halves = CheckField(tr("Guests on the right half, hosts on the left"))
        self._right = CheckField(tr("The guest sits at the host's right hand"))
        self._show(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(self._head())
        layout.addLayout(self._fields())
        if part.kind is PartKind.ROWS:
            layout.addWidget(self._halves)
        if part.kind is PartKind.SIGNING:
            layout.addWidget(self._right)

    def value(self) -> Part:
        """Return the part as typed; RuleBroken for numbers that no room could hold."""
        numbers = {name: field.value() for name, field in self._numbers.items()}
        known = {name: number for name, number in numbers.items() if number is not None}
        seats = known.get("seats", self._part.seats)
        aisles = tuple(seat for seat in sorted(self._aisles.value()) if seat < seats)
        return replace(
            self._part,
            **known,  # type: ignore[arg-type]  # names of whole numbers only
            aisles=aisles if self._part.kind is PartKind.ROWS else self._part.aisles,
            halves=self._halves.value(),
            guest_right=self._right.value(),
        )

    def _show(self, part: Part) -> None:
        for name, _ in _NUMBERS[part.kind]:
            field = NumberField(_LEAST.get(name, 0), 100)
            field.set_value(getattr(part, name))
            self._numbers[name] = field
        self._aisles.set_value(part.aisles)
        self._halves.set_value(part.halves)
        self._right.set_value(part.guest_right)
        lines: list[NumberField | NumbersField | CheckField] = [*self._numbers.values()]
        for each in [*lines, self._aisles, self._halves, self._right]:
            each.changed.connect(self.changed)

    def _head(self) -> QVBoxLayout:
        title = screen_side(name_of_part(self._part))
        steps: Sequence[tuple[str, str, int]] = (
            ("arrow_up", tr("{part}: nearer the stage", part=title), -1),
            ("arrow_down", tr("{part}: nearer the door", part=title), 1),
            ("dismiss", tr("Remove {part}", part=title), 0),
        )
        deeds = [
            icon_button(icon, tip, partial(self.moved.emit, step), self)
            for icon, tip, step in steps
        ]
        return column(row(set_role(QLabel(title, self), TextRole.CARD), None, *deeds, spacing=2))

    def _fields(self) -> QVBoxLayout:
        cells = [
            labelled(tr(word), self._numbers[name]) for name, word in _NUMBERS[self._part.kind]
        ]
        if self._part.kind is PartKind.ROWS:
            cells.append(labelled(tr("Aisle after seats"), self._aisles))
        else:
            self._aisles.hide()
        return column(row(*cells, None, spacing=14))


class PartsField(QWidget):
    """All parts of a room from the stage to the door, and a way to add one.

    Signals:
        changed: The room is another one.
    """

    changed = Signal()

    def __init__(self, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[PartField] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._kind = ChoiceField([(kind, screen_side(PART_NAMES[kind])) for kind in PartKind])
        self._kind.setAccessibleName(tr("Kind of part"))
        self._kind.set_value(PartKind.ROWS)
        add = button(tr("Add this part"), self._add, icon="add", parent=self)
        self.setLayout(column(self._list, row(self._kind, add, None)))
        self._fill(parts)

    def value(self) -> tuple[Part, ...]:
        """Return the parts as typed; RuleBroken for numbers that no room could hold."""
        return tuple(field.value() for field in self._fields)

    def known(self) -> tuple[Part, ...] | None:
        """Return the parts, or None while a number is half typed."""
        return _or_none(self.value)

    def _fill(self, parts: Sequence[Part]) -> None:
        for field in self._fields:
            self._list.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._fields = [PartField(part, self) for part in parts]
        for place, field in enumerate(self._fields):
            self._list.addWidget(field)
            field.changed.connect(self.changed)
            field.moved.connect(partial(self._move, place))

    def _add(self) -> None:
        parts = self.known()
        if parts is not None:
            self._fill([*parts, new_part(self._kind.value())])
            self.changed.emit()

    def _move(self, place: int, step: int) -> None:
        parts = self.known()
        if parts is None:
            return
        rest = [part for at, part in enumerate(parts) if at != place]
        if step:
            rest.insert(min(max(place + step, 0), len(rest)), parts[place])
        self._fill(rest)
        self.changed.emit()


def new_part(kind: PartKind) -> Part:
    """Return a part of a kind with usual numbers (office practice); saving gives it its key."""
    usual = {"seats": 8, "rows": 3, "arm": 5 if kind is PartKind.U_SHAPE else 0}
    if kind in (PartKind.SIGNING, PartKind.HEAD):
        usual |= {"seats": 3, "rows": 1}
    if kind in (PartKind.MEETING, PartKind.U_SHAPE, PartKind.ROUND):
        usual["rows"] = 1
    return Part(kind=kind, key="", **usual)  # type: ignore[arg-type]  # whole numbers only


def _or_none(read: Callable[[], tuple[Part, ...]]) -> tuple[Part, ...] | None:
    try:
        return read()
    except OfficeError:
        return None

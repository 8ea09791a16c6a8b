"""What the list of visits is narrowed by: words, activity, stage, kind and institution."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.domain.names import search_key
from kunjungan.domain.stages import OVER, VisitStage
from kunjungan.domain.visit_words import VisitKind
from kunjungan.i18n import tr
from kunjungan.services.finding import visits_naming
from kunjungan.services.office import Office
from kunjungan.services.visit_lists import VisitLine
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.words import brief_body, joined
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import row
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.segmented import Option, Segmented

_WIDTH = 148
_ROOM_FOR_KIND, _ROOM_FOR_EXPORT = 960, 1110
"""From which width on, in logical pixels, there is room for what a narrow window leaves out."""


class VisitFilters(QWidget):
    """A row of filters that all hold together.

    Signals:
        changed: The list is to be narrowed anew.
    """

    changed = Signal()

    def __init__(self, office: Office, export: CommandButton, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self.search = SearchField(tr("Institution, theme or person"), self)
        self.segments = Segmented(_options(()), self)
        self.stage = ChoiceField(parent=self)
        self.kind = ChoiceField(parent=self)
        self.body = ChoiceField(parent=self)
        self._wanted = ""
        self._export = export
        self._build()

    def show_lines(self, lines: Sequence[VisitLine]) -> None:
        """Count the visits in the segments, and offer what they can be narrowed by."""
        self.segments.show_options(_options(lines))
        stages = {line.stage for line in lines}
        kinds = {line.kind for line in lines}
        self.stage.show_choices(
            [(None, tr("All stages")), *((s, label(s)) for s in VisitStage if s in stages)]
        )
        self.kind.show_choices(
            [(None, tr("All kinds")), *((k, label(k)) for k in VisitKind if k in kinds)]
        )
        self.body.show_choices([(None, tr("All institutions")), *_bodies(lines)])
        if self._wanted:
            self.body.set_value(self._wanted)
            self._wanted = ""

    def narrowed(self, lines: Sequence[VisitLine]) -> list[VisitLine]:
        """Return the visits that fit all filters."""
        stage, kind, body = self.stage.value(), self.kind.value(), self.body.value()
        rows = [
            line
            for line in lines
            if in_segment(line, self.segments.value())
            and stage in {None, line.stage}
            and kind in {None, line.kind}
            and (body is None or body in map(str, line.institutions))
        ]
        if words := self.search.text().strip():
            rows = _matching(rows, words, visits_naming(self._office, words))
        return rows

    def words(self) -> str:
        """Return what the list is narrowed by, for a file that is taken out of it."""
        segment = {
            "active": tr("Active"), "outgoing": tr("Outgoing"), "incoming": tr("Incoming"),
            "over": tr("Filed"),
        }.get(self.segments.value(), "")  # fmt: skip
        chosen = [
            field.currentText()
            for field in (self.stage, self.kind, self.body)
            if field.value() is not None
        ]
        quoted = f"“{words}”" if (words := self.search.text().strip()) else ""
        return joined(segment, *chosen, quoted)

    def remember(self) -> dict[str, object]:
        """Return every filter as a plain value."""
        return {
            "segment": self.segments.value(),
            "search": self.search.text(),
            "stage": self.stage.value() or "",
            "kind": self.kind.value() or "",
            "body": self.body.value() or self._wanted,
        }

    def recall(self, state: Mapping[str, object]) -> None:
        """Narrow by what ``remember`` told."""
        self.segments.set_value(str(state.get("segment", "")))
        self.search.setText(str(state.get("search", "")))
        for field, key in ((self.stage, "stage"), (self.kind, "kind")):
            if value := state.get(key):
                field.set_value(value)
        self._wanted = str(state.get("body", ""))
        if self._wanted:
            self.body.set_value(self._wanted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room; a filter that narrows stays in sight."""
        super().resizeEvent(event)
        narrows = self.kind.value() is not None
        self.kind.setVisible(narrows or self.width() >= _ROOM_FOR_KIND)
        self._export.setVisible(self.width() >= _ROOM_FOR_EXPORT)

    def _build(self) -> None:
        for field, name in (
            (self.stage, tr("Stage")),
            (self.kind, tr("Kind")),
            (self.body, tr("Institution")),
        ):
            field.setAccessibleName(name)
            field.setMaximumWidth(_WIDTH)
            field.setMinimumWidth(96)
            field.changed.connect(self.changed)
        layout = row(
            self.search, self.segments, self.stage, self.kind, self.body, None, self._export
        )
        self.setLayout(layout)
        self.search.searched.connect(self._on_changed)
        self.segments.chosen.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


def in_segment(line: VisitLine, segment: str) -> bool:
    """Say whether a visit is in one of the segments; an unknown one holds all."""
    match segment:
        case "active":
            return line.stage not in OVER
        case "incoming" | "outgoing":
            return line.direction == segment
        case "over":
            return line.stage in OVER
    return True


def _matching(rows: list[VisitLine], words: str, named: frozenset[UUID]) -> list[VisitLine]:
    wanted = search_key(words).split()
    return [line for line in rows if line.id in named or _holds(line, wanted)]


def _holds(line: VisitLine, wanted: list[str]) -> bool:
    bodies = (side for body in line.bodies for side in (body.id, body.en))
    key = search_key(" ".join((line.title, line.place, line.liaison, *bodies)))
    return all(word in key for word in wanted)


def _options(lines: Sequence[VisitLine]) -> list[Option]:
    def count(segment: str) -> int:
        return sum(in_segment(line, segment) for line in lines)

    return [
        Option("all", tr("All")),
        Option("active", tr("Active"), count("active")),
        Option("incoming", tr("Incoming"), count("incoming")),
        Option("outgoing", tr("Outgoing"), count("outgoing")),
        Option("over", tr("Filed")),
    ]


def _bodies(lines: Sequence[VisitLine]) -> list[tuple[str, str]]:
    """Return the institutions of the visits by name; keys are text, to be remembered."""
    known = {
        str(key): brief_body(screen_side(name))
        for line in lines
        for key, name in zip(line.institutions, line.bodies, strict=True)
    }
    return sorted(known.items(), key=lambda one: search_key(one[1]))

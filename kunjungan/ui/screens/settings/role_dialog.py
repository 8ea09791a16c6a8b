"""The form of a badge role: its word, its colour, whom it is for."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kunjungan.domain.badge_roles import CREW, ENVOY, HOST, BadgeRole, badge_roles
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.ui.guest_words import ROLES
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog

_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "#1B4F8F": later("Blue"),
        "#55565B": later("Grey"),
        "#4A3F73": later("Violet"),
        "#7A2331": later("Dark red"),
        "#1E6B3A": later("Green"),
        "#7C4A00": later("Brown"),
        "#1F2329": later("Black"),
        "#0B5A61": later("Teal"),
        "#F2C200": later("Yellow"),
    }
)
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        **ROLES,
        HOST: later("Host's own party"),
        CREW: later("Crew of the day"),
        ENVOY: later("Ambassadors and consuls"),
    }
)
_IN_A_ROW, _APART = 3, 16


def ask_role(
    start: BadgeRole | None, keep: Callable[[BadgeRole], None], parent: QWidget
) -> BadgeRole | None:
    """Ask for a role and hand it to ``keep``; return it, or None for a change of mind."""
    dialog = RoleDialog(start, parent)
    made: list[BadgeRole] = []

    def save() -> None:
        made.append(dialog.values())
        keep(made[-1])

    return made[-1] if dialog.run(save) else None


def kind_words(kinds: Collection[str]) -> str:
    """Return kinds of guests in words, in the order in which they are offered."""
    return ", ".join(tr(words) for kind, words in _KINDS.items() if kind in kinds)


def colour_words(colour: str) -> str:
    """Return the name of a colour, or its number."""
    return tr(_COLOURS[colour]) if colour in _COLOURS else colour


class KindsField(QWidget):
    """Kinds of guests, each with its box.

    Signals:
        changed: A kind was ticked or unticked.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(_APART)
        self.boxes = {kind: CheckField(tr(words), self) for kind, words in _KINDS.items()}
        for number, box in enumerate(self.boxes.values()):
            box.changed.connect(self.changed)
            layout.addWidget(box, *divmod(number, _IN_A_ROW))
        self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> frozenset[str]:
        """Return the kinds that are ticked."""
        return frozenset(kind for kind, box in self.boxes.items() if box.value())

    def set_value(self, kinds: Collection[str]) -> None:
        """Tick some kinds and no others."""
        for kind, box in self.boxes.items():
            box.set_value(kind in kinds)


class RoleDialog(FormDialog):
    """Word in both languages, colour, and kinds of guests."""

    def __init__(self, start: BadgeRole | None, parent: QWidget) -> None:
        super().__init__(
            tr("Edit badge role") if start else tr("New badge role"),
            tr("Save badge role") if start else tr("Add badge role"),
            parent,
        )
        self.word_id, self.word_en, self.kinds = LineField(), LineField(), KindsField()
        colours = [(colour, tr(words)) for colour, words in _COLOURS.items()]
        if start is not None and start.colour not in _COLOURS:
            colours.append((start.colour, start.colour))
        self.colour, self.other = ChoiceField(colours), LineField("#1B4F8F")
        self.add_pair((tr("Indonesian"), self.word_id), (tr("English"), self.word_en))
        self.add_pair((tr("Colour"), self.colour), (tr("Another colour"), self.other))
        hint = tr("Whoever is ticked here leaves the role that had them.")
        self.add(tr("For"), self.kinds, hint=hint)
        if start is not None:
            self.word_id.set_value(start.word.id)
            self.word_en.set_value(start.word.en)
            self.colour.set_value(start.colour)
            self.kinds.set_value(start.roles)

    def values(self) -> BadgeRole:
        """Return the role as filled in; RuleBroken says what is wrong with it."""
        word, colour = self.word_id.value(), self.other.value() or self.colour.value()
        if not word or "|" in word + self.word_en.value():
            raise RuleBroken(later("A badge role needs a word without a bar."))
        line = f"{word} | {self.word_en.value()} | {colour} | {', '.join(self.kinds.value())}"
        (role,) = badge_roles([line])
        return role

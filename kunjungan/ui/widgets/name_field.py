"""A person's name with the titles before and after it, each kept as it is typed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kunjungan.domain.names import PersonName, parse_name
from kunjungan.i18n import tr
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import GAP, LABEL_GAP, column

_PASTED = 4


class PersonNameField(QWidget):
    """Front titles, name, back titles, and the whole as it will be written.

    Signals:
        changed: One of the parts changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._front = LineField("Dr. H.", self)
        self.name = LineField(parent=self)
        self._back = LineField("S.T., M.Si.", self)
        self._preview = set_role(ElidedLabel(parent=self), TextRole.SMALL)
        self._typed = ""
        lines = QHBoxLayout()
        lines.setSpacing(GAP)
        for title, line, share in (
            (tr("Titles before"), self._front, 2),
            (tr("Name"), self.name, 5),
            (tr("Titles after"), self._back, 3),
        ):
            caption = set_role(QLabel(title, self), TextRole.NOTE)
            lines.addLayout(column(caption, line, spacing=LABEL_GAP), share)
            line.setAccessibleName(title)
            line.changed.connect(self._on_changed)
        self.name.textEdited.connect(self._on_typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LABEL_GAP)
        layout.addLayout(lines)
        layout.addWidget(self._preview)
        self.setFocusProxy(self._front)  # Tab would skip what stands before the proxy
        self._on_changed()

    def value(self) -> PersonName:
        """Return the name; its plain part may be empty."""
        front = tuple(self._front.value().split())
        back = tuple(title.strip() for title in self._back.value().split(",") if title.strip())
        return PersonName(self.name.value(), front, back)

    def set_value(self, value: PersonName) -> None:
        """Show a name taken apart."""
        self._front.set_value(" ".join(value.front))
        self.name.set_value(value.plain)
        self._back.set_value(", ".join(value.back))
        self._typed = value.plain

    @Slot()
    def _on_changed(self) -> None:
        name = self.value()
        self._preview.setText(tr("Written as: {name}", name=name.full))
        self._preview.setVisible(bool(name.plain))
        self.changed.emit()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Take a whole name apart when it was pasted into an empty field."""
        pasted = len(text) - len(self._typed) >= _PASTED
        self._typed = text
        found = parse_name(text)
        alone = not self._front.value() and not self._back.value()
        if pasted and alone and (found.front or found.back):
            self.set_value(found)

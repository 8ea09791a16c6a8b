"""A field for several dates, each a day or a month."""

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.i18n import tr
from kunjungan.ui.dates import read_day, typed_day
from kunjungan.ui.widgets.fields import TypedLine


class DatesField(TypedLine):
    """Dates apart by commas, written out when the field is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("For example: 01-09-2022, Oct 2022"), parent)

    def value(self) -> tuple[str, ...]:
        """Return the dates as text of ``PartialDate``, each once; RuleBroken where one is none."""
        parts = [part.strip() for part in re.split(r"[,;]", self.text())]
        return tuple(dict.fromkeys(str(read_day(part)) for part in parts if part))

    def set_value(self, value: Sequence[str]) -> None:
        """Show dates."""
        self.setText(", ".join(typed_day(PartialDate.parse(text)) for text in value))
        self.setCursorPosition(0)

"""A line for an amount in whole rupiah."""

import re

from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.ui.screens.visits.gifts.words import rupiah_words
from kunjungan.ui.widgets.fields import TypedLine

_GROUPS = re.compile(r"(?:rp)?\.?\s*(\d{1,3}(?:[. ]\d{3})*|\d+)(?:,-|,00)?", re.IGNORECASE)


class MoneyField(TypedLine):
    """An amount, or none: 350000, 350.000 and Rp350.000 are the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Rp350.000", parent)

    def value(self) -> int | None:
        """Return the amount, or None for an empty field; RuleBroken where it is no amount."""
        text = self.text().strip()
        if not text:
            return None
        found = _GROUPS.fullmatch(text)
        if found is None:
            raise RuleBroken(later("Enter whole rupiah, such as 350.000."))
        return int(re.sub(r"\D", "", found[1]))

    def set_value(self, value: int | None) -> None:
        """Show an amount, or nothing."""
        self.setText("" if value is None else rupiah_words(value))

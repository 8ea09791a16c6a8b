"""What follows from other hours, one line each, the worst first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.services.visit_day.slip_follows import Follow
from kunjungan.ui.screens.visits.board.words import follow_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice

_TONES = {"bad": Tone.BAD, "warn": Tone.WARN, "ok": Tone.OK}
_RANKS = tuple(_TONES)


class FollowList(QWidget):
    """Lines with an icon each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def show_follows(self, follows: Sequence[Follow]) -> None:
        """Replace the lines."""
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for follow in worst_first(follows):
            self._lines.addWidget(Notice(_TONES[follow.tone], follow_words(follow), self))


def worst_first(follows: Sequence[Follow]) -> list[Follow]:
    """Return what follows, what clashes before what only warns, and that before all is well."""
    return sorted(follows, key=lambda follow: _RANKS.index(follow.tone))

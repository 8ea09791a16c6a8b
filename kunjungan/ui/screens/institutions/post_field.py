"""A post in both languages, offered from the one list of positions and read from abbreviations."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.posts import Post, offered_posts, read_post
from kunjungan.i18n import tr
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.layouts import CARD_GAP, LABEL_GAP, column
from kunjungan.ui.widgets.search_picker import Item
from kunjungan.ui.widgets.suggest_field import SuggestField


class PostField(QWidget):
    """Offers known posts; "Ka. Dinas Kominfo" is written out when the field is left.

    Signals:
        changed: One of the sides changed.
        known: A post of the list was picked or read; carries the Post.
    """

    changed = Signal()
    known = Signal(object)

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        """Make the field; ``place`` such as "Prabumulih" is filled into what is offered."""
        super().__init__(parent)
        self.indonesian = SuggestField(tr("for example: Ka. Dinas Kominfo"), parent=self)
        self.english = LineField(parent=self)
        self._given = Bilingual("", "")
        self._offered = {post.title.id: post for post in offered_posts(place)}
        self.indonesian.set_items(
            [Item(title, title, post.title.en) for title, post in self._offered.items()]
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(CARD_GAP)
        sides: tuple[tuple[str, LineField | SuggestField], ...] = (
            (tr("In Indonesian"), self.indonesian),
            (tr("In English"), self.english),
        )
        for title, side in sides:
            caption = set_role(QLabel(title, self), TextRole.NOTE)
            layout.addLayout(column(caption, side, spacing=LABEL_GAP), 1)
            side.setAccessibleName(title)
            side.changed.connect(self.changed)
        self.indonesian.picked.connect(self._on_picked)
        self.indonesian.editingFinished.connect(self._read)
        self.setFocusProxy(self.indonesian)

    def value(self) -> Bilingual:
        """Return both sides; either may be empty."""
        return Bilingual(self.indonesian.value(), self.english.value())

    def set_value(self, value: Bilingual) -> None:
        """Show both sides."""
        self._given = value
        self.indonesian.set_value(value.id)
        self.english.set_value(value.en)

    @Slot(object)
    def _on_picked(self, title: str) -> None:
        self._take(self._offered[title])

    @Slot()
    def _read(self) -> None:
        """Write out what was typed where the list knows it; what was there before stays."""
        typed = self.indonesian.value()
        if typed != self._given.id and (post := read_post(typed)).known:
            self._take(post)

    def _take(self, post: Post) -> None:
        english = self.english.value()
        keep = english and english != self._given.en
        self.set_value(Bilingual(post.title.id, english if keep else post.title.en or english))
        self.known.emit(post)

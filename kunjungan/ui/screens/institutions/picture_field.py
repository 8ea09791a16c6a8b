"""A field for a logo or a photo: chosen or dropped, made safe, shown at once."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.pictures import keep_picture, picture_of
from kunjungan.ui.files import PICTURES, dropped_files, in_documents
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.layouts import column, row

_ICON = 24


class PictureView(QLabel):
    """A picture in a frame of its own size; an icon stands for none."""

    def __init__(self, size: QSize, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFixedSize(size)
        self.setProperty("frame", "card")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_picture(self, data: bytes | None, name: str = "") -> None:
        """Show a picture that was made safe, or the icon; ``name`` says whose it is."""
        self.setAccessibleName(name)
        made = QPixmap()
        if data is None or not made.loadFromData(data, "PNG"):
            colour = current_tokens().text3
            self.setPixmap(pixmap(self._icon, _ICON, colour, self.devicePixelRatioF()))
            return
        ratio = self.devicePixelRatioF()
        room = (self.size() - QSize(6, 6)) * ratio
        fit = Qt.AspectRatioMode.KeepAspectRatio
        small = made.scaled(room, fit, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(ratio)
        self.setPixmap(small)


class PictureField(QWidget):
    """Holds the fingerprint of a picture in the archive; a refused file leaves it as it was.

    Signals:
        changed: Another picture stands there, or none.
    """

    changed = Signal()

    def __init__(
        self, office: Office, size: QSize, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._sha = ""
        self.setAcceptDrops(True)
        self._view = PictureView(size, icon, self)
        self._choose = button(tr("Choose a picture…"), self._ask, icon="folder_open", parent=self)
        self._clear = button(tr("Remove picture"), self._remove, kind="link", parent=self)
        self.notice = Notice(Tone.BAD, "", self)
        self.notice.hide()
        hint = set_role(
            QLabel(tr("PNG, JPEG, SVG, TIFF, WebP… or drop it here"), self), TextRole.NOTE
        )
        side = column(row(self._choose, self._clear, None), hint, self.notice, None, spacing=4)
        layout = row(self._view, side, spacing=12)
        layout.setAlignment(self._view, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.setFocusProxy(self._choose)
        self.set_value("")

    def value(self) -> str:
        """Return the picture's fingerprint, empty for none."""
        return self._sha

    def set_value(self, sha: str) -> None:
        """Show a picture of the archive."""
        self._sha = sha
        data = picture_of(self._office, sha)
        self._view.show_picture(data)
        self._clear.setVisible(bool(sha))
        self.notice.hide()
        if sha and data is None:
            self._tell(tr("The picture is missing from the archive. Choose it again."))

    def take(self, path: Path) -> None:
        """Keep a file of this computer and show it; what is refused is told under the buttons."""
        try:
            sha = keep_picture(self._office, path)
        except OfficeError as refusal:
            self._tell(refusal_words(refusal))
            return
        self.set_value(sha)
        self.changed.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.take(dropped_files(event)[0])

    def _ask(self) -> None:
        kind = tr("Pictures ({kinds})", kinds=PICTURES)
        title = tr("Choose a picture")
        chosen, _ = QFileDialog.getOpenFileName(self, title, in_documents(), kind)
        if chosen:
            self.take(Path(chosen))

    def _remove(self) -> None:
        self.set_value("")
        self.changed.emit()

    def _tell(self, words: str) -> None:
        self.notice.show_text(words)
        self.notice.show()

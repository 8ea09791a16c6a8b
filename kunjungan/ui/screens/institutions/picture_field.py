"""A field for a logo or a photo: chosen or dropped, made safe, shown at once."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
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
_LOOK_MS = 50
"""How often the field looks whether its picture is made: a worker that called it would hold it."""


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

    A file is made safe beside the screen's work; who asks for the value meanwhile waits for it.

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
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="picture")
        self._taking: Future[str] | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self.setAcceptDrops(True)
        self._view = PictureView(size, icon, self)
        self._choose = button(tr("Choose a picture…"), self._ask, icon="folder_open", parent=self)
        self._clear = button(tr("Remove picture"), self._remove, kind="link", parent=self)
        self.notice = Notice(Tone.BAD, "", self)
        self.notice.hide()
        self._hint = set_role(QLabel(self), TextRole.NOTE)
        side = column(
            row(self._choose, self._clear, None), self._hint, self.notice, None, spacing=4
        )
        layout = row(self._view, side, spacing=12)
        layout.setAlignment(self._view, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.setFocusProxy(self._choose)
        self.set_value("")

    def value(self) -> str:
        """Return the picture's fingerprint, empty for none."""
        self._settle()
        return self._sha

    def set_value(self, sha: str) -> None:
        """Show a picture of the archive."""
        self._sha, self._taking = sha, None
        self._show_busy(busy=False)
        data = picture_of(self._office, sha)
        self._view.show_picture(data)
        self._clear.setVisible(bool(sha))
        self.notice.hide()
        if sha and data is None:
            self._tell(tr("The picture is missing from the archive. Choose it again."))

    def take(self, path: Path) -> None:
        """Keep a file of this computer and show it; what is refused is told under the buttons."""
        self.notice.hide()
        self._show_busy(busy=True)
        self._taking = self._worker.submit(keep_picture, self._office, path)
        self._look.start()

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

    @Slot()
    def _on_look(self) -> None:
        if self._taking is None or self._taking.done():
            self._settle()

    def _settle(self) -> None:
        """Show what came of the file that was chosen last, once it is made."""
        self._look.stop()
        taking, self._taking = self._taking, None
        if taking is None:
            return
        self._show_busy(busy=False)
        try:
            sha = taking.result()
        except OfficeError as refusal:
            self._tell(refusal_words(refusal))
            return
        self.set_value(sha)
        self.changed.emit()

    def _show_busy(self, *, busy: bool) -> None:
        kinds = tr("PNG, JPEG, SVG, TIFF, WebP… or drop it here")
        self._hint.setText(tr("Reading the picture…") if busy else kinds)
        self._choose.setEnabled(not busy)

    def _tell(self, words: str) -> None:
        self.notice.show_text(words)
        self.notice.show()

"""A small picture of a kept file, drawn elsewhere: the first page of a PDF, or the picture."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Slot
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.file_kinds import PDF, SHOWN
from kunjungan.i18n import tr
from kunjungan.services.process.file_lines import FileLine
from kunjungan.services.process.files import file_content
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role

_WIDTH, _HEIGHT = 150, 200
_LARGEST = 50 << 20
"""Of larger files no picture is drawn: it would take long and say little."""
_MOST_PIXELS_MB = 256


class FilePreview(QLabel):
    """Shows a picture as soon as there is one; until then, and without one, words."""

    def __init__(self, context: ScreenContext, line: FileLine, parent: QWidget) -> None:
        super().__init__(tr("Drawing…"), parent)
        self._pictures = context.pictures
        self._ratio = self.devicePixelRatioF()
        self._number = 0
        set_role(self, TextRole.SMALL)
        self.setProperty("frame", "card")
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAccessibleName(tr("Picture of {name}", name=line.name))
        if line.media_type not in SHOWN or line.size > _LARGEST:
            self.setText(tr("No picture of files of this kind"))
            return
        self._connect()
        office, shown = context.office, line.media_type
        context.background.run(
            lambda: _drawn(file_content(office, line.id), shown, self._box()),
            done=self._take,
            refused=self._refuse,
            owner=self,
        )

    @Slot()
    def let_go(self) -> None:
        """Close the document; nothing is drawn any more."""
        self._pictures.close(self._number)
        self._number = 0

    def _connect(self) -> None:
        self._pictures.opened.connect(self._on_opened)
        self._pictures.drawn.connect(self._on_drawn)
        self._pictures.failed.connect(self._on_failed)

    def _box(self) -> QSize:
        return QSize(_WIDTH - 2, _HEIGHT - 2) * self._ratio

    def _take(self, drawn: bytes | QImage) -> None:
        if isinstance(drawn, bytes):
            self._number = self._pictures.open(drawn)
        else:
            self._show(drawn)

    def _refuse(self, refusal: OfficeError) -> None:
        self.setText(refusal_words(refusal))

    @Slot(int, object)
    def _on_opened(self, number: int, sizes: list[tuple[float, float]]) -> None:
        if number != self._number:
            return
        if not sizes:
            self._on_failed(number, "")
            return
        width, height = sizes[0]
        room = self._box()
        scale = min(room.width() / max(width, 1), room.height() / max(height, 1))
        self._pictures.request(number, [0], scale)

    @Slot(int, int, float, QImage)
    def _on_drawn(self, number: int, _page: int, _scale: float, image: QImage) -> None:
        if number == self._number:
            self._show(image)

    @Slot(int, str)
    def _on_failed(self, number: int, _why: str) -> None:
        if number == self._number:
            self.setText(tr("This file cannot be shown; it may need a password."))

    def _show(self, image: QImage) -> None:
        if image.isNull():
            self.setText(tr("This picture cannot be shown."))
            return
        image.setDevicePixelRatio(self._ratio)
        self.setPixmap(QPixmap.fromImage(image))


def _drawn(data: bytes, kind: str, room: QSize) -> bytes | QImage:
    """Return a PDF as it is, or a picture made small; called on another thread."""
    if kind == PDF:
        return data
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    QImageReader.setAllocationLimit(_MOST_PIXELS_MB)
    reader.setAutoTransform(True)
    return reader.read().scaled(
        room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )

"""A logo or a photo in a form: made safe beside the screen's work."""

from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kunjungan.services.office import Office
from kunjungan.services.pictures import keep_picture
from kunjungan.ui.screens.institutions.picture_field import PictureField
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET


@pytest.fixture
def parent(qapp: QApplication, qtbot: QtBot) -> QWidget:
    dressed(qapp)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_picture_is_made_safe_and_a_bad_one_changes_nothing(
    office: Office, parent: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    field = PictureField(office, QSize(72, 90), "person", parent)
    good, bad = tmp_path / "foto.jpg", tmp_path / "foto.png"
    Image.new("CMYK", (300, 200)).save(good)
    bad.write_bytes(b"no picture")
    with qtbot.waitSignal(field.changed):
        field.take(good)
    kept = field.value()
    assert office.archive.get(kept).startswith(b"\x89PNG")
    field.take(bad)
    assert field.value() == kept
    assert field.notice.isVisibleTo(field)


def test_a_large_picture_does_not_hold_up_the_screen(
    office: Office, parent: QWidget, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is made safe the field says so; who saves meanwhile gets the picture."""
    go_on = Event()

    def slow(office: Office, path: Path) -> str:
        go_on.wait()
        return keep_picture(office, path)

    monkeypatch.setattr("kunjungan.ui.screens.institutions.picture_field.keep_picture", slow)
    Image.new("RGB", (30, 20)).save(tmp_path / "foto.png")
    field = PictureField(office, QSize(72, 90), "person", parent)
    field.take(tmp_path / "foto.png")
    assert "Reading the picture…" in {label.text() for label in field.findChildren(QLabel)}
    go_on.set()
    assert office.archive.get(field.value())
    field.take(tmp_path / "foto.png")
    with qtbot.waitSignal(field.changed):
        pass
    assert "Reading the picture…" not in {label.text() for label in field.findChildren(QLabel)}

"""Bad input at the workbench's window: told in a sentence, and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from kunjungan.ui.screens.agreements.writing.paste_dialog import PasteDialog
from kunjungan.ui.widgets.confirm import MessageDialog
from tests.store.damage import fingerprints
from tests.ui.shared import QUIET
from tests.walk.driver import Desktop
from tests.walk.driver_workbench import CONTROL_SHIFT, Workbench
from tests.walk.hands import FormHands, told
from tests.walk.program import Program
from tests.walk.workbench import REPLICATION, changed, locked_pdf

pytestmark = QUIET

HOSTILE = """<html><body><script>alert("x")</script><style>p {color: red}</style>
<p onclick="alert(1)">Pasal 17</p><p>KETENTUAN&nbsp;LAIN</p>
<p>(1) Hal&nbsp;lain <img src="http://example.invalid/a.png">diatur
<a href="javascript:alert(2)">kemudian</a>&#8203;.</p><table><tr><td>"""


@pytest.fixture
def bench(desktop: Desktop, tmp_path: Path) -> Workbench:
    """The page of the agreement with two faults, in an office that keeps files up to 1 MB."""
    file = changed(
        tmp_path / "office.json", lambda office: office["settings"].update(attachment_megabytes=1)
    )
    Program(desktop.folder, tmp_path / "desk").does("import", "office", file)
    desktop.start()
    made = Workbench(desktop)
    made.open(REPLICATION)
    return made


def test_a_hostile_page_is_pasted_as_the_words_it_says(desktop: Desktop, bench: Workbench) -> None:
    copied = QMimeData()
    copied.setHtml(HOSTILE)
    QApplication.clipboard().setMimeData(copied)
    before = bench.text()
    desktop.hands.answer(lambda dialog: desktop.hands.click(dialog.verb))
    desktop.key(Qt.Key.Key_V, CONTROL_SHIFT)
    desktop.hands.done()
    added = [text for text in bench.text() if text not in before]
    assert added == [("KETENTUAN LAIN", ""), ("Hal lain diatur kemudian.", "")]
    desktop.choose("Undo: Paste text")
    assert bench.text() == before


def test_a_broken_document_is_told_in_the_dialog_and_nothing_is_inserted(
    desktop: Desktop, bench: Workbench, tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.docx"
    broken.write_bytes(b"PK\x03\x04 no document")
    QApplication.clipboard().clear()
    desktop.hands.files = [broken]
    before, said = bench.text(), list[str]()

    def open_and_give_up(dialog: PasteDialog) -> None:
        desktop.hands.press("Choose a file…", dialog)
        said.extend(told(dialog))
        desktop.hands.press("Cancel", dialog)

    desktop.hands.answer(open_and_give_up)
    desktop.key(Qt.Key.Key_V, CONTROL_SHIFT)
    desktop.hands.done()
    assert "This Word file is damaged and cannot be read. Nothing was changed." in said
    assert bench.text() == before


def test_files_that_are_no_good_are_told_and_the_good_ones_are_kept(
    desktop: Desktop, bench: Workbench, tmp_path: Path
) -> None:
    huge, locked = tmp_path / "besar.pdf", tmp_path / "terkunci.pdf"
    with huge.open("wb") as file:
        file.truncate(101 << 20)
    locked.write_bytes(locked_pdf())
    bench.turn()
    desktop.hands.files = [huge, locked]
    asked: list[str] = []
    remarks: list[str] = []

    def attach(form: FormHands) -> None:
        asked.extend(told(form.form))
        form.press("Attach")

    def read(box: MessageDialog) -> None:
        remarks.append(box.accessibleDescription() or " ".join(told(box)))
        box.accept()

    bench.attach(attach, read)
    assert any("besar.pdf" in words for words in asked)
    assert any("password" in words for words in remarks)
    (said,) = bench.files()
    assert "terkunci.pdf" in said
    assert desktop.office.store.verify() == []


def test_a_kept_file_that_is_gone_is_told_when_it_is_opened(
    desktop: Desktop, bench: Workbench, tmp_path: Path
) -> None:
    letter = tmp_path / "surat.txt"
    letter.write_text("Dengan hormat", encoding="utf-8")
    bench.turn()
    desktop.hands.files = [letter]
    bench.attach(lambda form: form.press("Attach"))
    (kept,) = (path for path in (desktop.folder / "arsip").rglob("*") if path.is_file())
    kept.unlink()
    before = fingerprints(desktop.folder / "arsip")
    said: list[str] = []

    def read(box: MessageDialog) -> None:
        said.extend(told(box))
        box.accept()

    desktop.hands.answer(read)
    desktop.choose("Open the file")
    desktop.hands.done()
    assert any("missing from the archive" in words for words in said)
    assert fingerprints(desktop.folder / "arsip") == before

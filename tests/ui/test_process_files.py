"""The files of an agreement in its window: dropped, opened, described, removed."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.services.office import Office
from kunjungan.services.process.attaching import attach
from kunjungan.services.process.file_form import FileForm
from kunjungan.services.process.file_lines import list_files
from kunjungan.ui.screens.agreements.process.file_dialog import FileDialog
from kunjungan.ui.screens.agreements.process.files_card import FilesCard
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.builders import an_agreement
from tests.services.signed_pdfs import plain_pdf, signed_pdf, tampered
from tests.ui.agreements_case import Case, agreements_window, toast, words_of
from tests.ui.office_case import answer_questions
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    """An agreement without files, its course on screen."""
    made = an_agreement(case.office)
    case.go(made, "process")
    return made


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Surat DPRD.pdf"
    path.write_bytes(plain_pdf())
    return path


def card(case: Case) -> FilesCard:
    return case.screen.findChildren(FilesCard)[0]


def shown(case: Case) -> list[str]:
    return [row[0].partition(",")[0] for row in words_of(card(case).table)]


def submit(monkeypatch: pytest.MonkeyPatch, number: str = "") -> list[FormDialog]:
    """Press the verb of the next form; with ``number`` enter it before."""
    seen: list[FormDialog] = []

    def pressed(dialog: FormDialog) -> int:
        seen.append(dialog)
        if number:
            dialog.findChildren(LineField)[-1].set_value(number)
        return int(dialog.submit())

    monkeypatch.setattr(FormDialog, "exec", pressed)
    return seen


def drop(case: Case, *paths: Path) -> None:
    """Drop files on the card as the desktop does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    rest = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(20, 20), copy, *rest)
    QApplication.sendEvent(card(case), enter)
    assert enter.isAccepted() == bool(paths)
    QApplication.sendEvent(card(case), QDropEvent(QPointF(20, 20), copy, *rest))


def wait_for(case: Case, names: list[str]) -> None:
    case.bot.waitUntil(lambda: sorted(shown(case)) == sorted(names))


def test_a_dropped_file_is_described_kept_and_undone(
    case: Case, agreement: UUID, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(monkeypatch, "170/12/DPRD")
    drop(case, letter)
    wait_for(case, ["Surat DPRD.pdf"])
    (line,) = list_files(case.office, agreement)
    assert line.number == "170/12/DPRD"
    assert "Attached: Surat DPRD.pdf" in toast(case)
    case.run("edit.undo")
    wait_for(case, [])


def test_of_several_dropped_files_the_bad_are_told_and_the_good_kept(
    case: Case, agreement: UUID, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, photo = tmp_path / "kosong.pdf", tmp_path / "foto.png"
    empty.write_bytes(b"")
    photo.write_bytes(b"\x89PNG\r\n\x1a\n")
    seen = submit(monkeypatch)
    drop(case, letter, empty, photo, tmp_path)
    wait_for(case, ["Surat DPRD.pdf", "foto.png"])
    said = " ".join(label.text() for label in seen[0].findChildren(QLabel))
    assert "kosong.pdf is empty" in said
    assert "is a folder" in said
    assert len(list_files(case.office, agreement)) == 2


def test_where_nothing_can_be_kept_a_message_says_why(
    case: Case, agreement: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer_questions(monkeypatch)
    drop(case, tmp_path / "hilang.pdf")
    assert "hilang.pdf is no longer there" in told[0]
    assert list_files(case.office, agreement) == []


def test_the_same_file_again_and_its_signatures_are_told(
    case: Case, agreement: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ttd.pdf"
    path.write_bytes(signed_pdf("Yana Contoh"))
    attach(case.office, agreement, path)
    told = answer_questions(monkeypatch)
    submit(monkeypatch)
    drop(case, path)
    case.bot.waitUntil(lambda: bool(told))
    assert "Kept before, not added again: ttd.pdf" in told[0]
    assert "electronic signatures: 1" in told[0]
    assert len(list_files(case.office, agreement)) == 1


@pytest.mark.usefixtures("agreement")
def test_the_command_asks_for_files(
    case: Case, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(letter)], ""))
    submit(monkeypatch)
    case.run("file.attach")
    wait_for(case, ["Surat DPRD.pdf"])


def test_enter_opens_a_copy_in_the_systems_viewer(
    case: Case, agreement: UUID, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(case.office, agreement, letter)
    wait_for(case, ["Surat DPRD.pdf"])
    opened: list[Path] = []

    def launch(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", launch)
    case.bot.keyClick(card(case).table.view, Qt.Key.Key_Return)
    case.bot.waitUntil(lambda: bool(opened))
    assert opened[0].read_bytes() == letter.read_bytes()
    assert opened[0].name == "Surat DPRD.pdf"


@pytest.mark.parametrize(
    ("name", "lost", "words"),
    [("pasang.exe", False, "never opened"), ("Surat.pdf", True, "is missing")],
)
def test_what_cannot_be_opened_is_told_and_its_row_stays(
    case: Case,
    agreement: UUID,
    monkeypatch: pytest.MonkeyPatch,
    *,
    name: str,
    lost: bool,
    words: str,
) -> None:
    attach(case.office, agreement, b"MZ\x90", FileForm(name))
    if lost:
        case.office.archive.path(list_files(case.office, agreement)[0].sha256).unlink()
    told = answer_questions(monkeypatch)
    wait_for(case, [name])
    case.run("file.open")
    case.bot.waitUntil(lambda: bool(told))
    assert words in told[0]
    assert shown(case) == [name]


def test_a_computer_without_a_viewer_says_so(
    case: Case, agreement: UUID, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(case.office, agreement, letter)
    wait_for(case, ["Surat DPRD.pdf"])
    told = answer_questions(monkeypatch)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    case.run("file.open")
    case.bot.waitUntil(lambda: bool(told))
    assert "no program for Surat DPRD.pdf" in told[0]


def test_del_removes_and_undo_brings_back(case: Case, agreement: UUID, letter: Path) -> None:
    attach(case.office, agreement, letter)
    wait_for(case, ["Surat DPRD.pdf"])
    case.bot.keyClick(card(case).table.view, Qt.Key.Key_Delete)
    wait_for(case, [])
    assert not case.can("file.open")
    case.run("edit.undo")
    wait_for(case, ["Surat DPRD.pdf"])


def test_export_writes_what_came_in(
    case: Case, agreement: UUID, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(case.office, agreement, letter)
    wait_for(case, ["Surat DPRD.pdf"])
    target = tmp_path / "keluar.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    case.run("file.export")
    assert target.read_bytes() == letter.read_bytes()


def test_f2_shows_the_particulars_with_what_became_of_the_signatures(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(case.office, agreement, tampered(signed_pdf("Yana Contoh")), FileForm("ttd.pdf"))
    wait_for(case, ["ttd.pdf"])
    said: list[str] = []

    def read(dialog: FormDialog) -> int:
        def words() -> str:
            return " ".join(label.text() for label in dialog.findChildren(QLabel))

        case.bot.waitUntil(lambda: "has been altered" in words())
        said.append(words())
        dialog.findChildren(LineField)[-1].set_value("12")
        return int(dialog.submit())

    monkeypatch.setattr(FormDialog, "exec", read)
    case.bot.keyClick(card(case).table.view, Qt.Key.Key_F2)
    assert "Yana Contoh, Pemerintah Contoh, signed on" in said[0]
    assert "was not checked" in said[0]
    assert list_files(case.office, agreement)[0].number == "12"


def test_a_picture_of_the_first_page_is_drawn(case: Case, agreement: UUID, letter: Path) -> None:
    key = attach(case.office, agreement, letter).id
    context = case.window.frame.context
    asked = FileDialog(context, key, case.screen)
    (preview,) = [
        p for p in asked.dialog.findChildren(QLabel) if p.accessibleName().startswith("Picture")
    ]
    case.bot.waitUntil(lambda: not preview.pixmap().isNull())
    assert preview.text() == ""
    asked.dialog.done(0)

"""The workbench in the window: the text, its drafts and its process, in sentences."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from kunjungan.services.clauses import ClauseLine
from kunjungan.ui.screens.agreements.drafts.compare_dialog import CompareDialog
from kunjungan.ui.screens.agreements.page import AgreementPage
from kunjungan.ui.screens.agreements.process.view import ProcessView
from kunjungan.ui.screens.agreements.registry.view import RegisterView
from kunjungan.ui.screens.agreements.screen import AgreementsScreen
from kunjungan.ui.screens.agreements.signing.signing_dialog import SigningDialog
from kunjungan.ui.screens.agreements.signing.signing_fields import SigningFields
from kunjungan.ui.screens.agreements.writing.paste_dialog import PasteDialog
from kunjungan.ui.widgets.chips import Chip
from kunjungan.ui.widgets.confirm import MessageDialog
from tests.walk.driver import Desktop
from tests.walk.driver_agreements import Agreements
from tests.walk.hands import CONTROL, NO_MODIFIER, FormHands, rows, told

CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PASTED = Path(__file__).with_name("paste")


@dataclass(frozen=True, slots=True)
class Session:
    """A party that signs somewhere on a day, perhaps by a substitute with an authority."""

    party: str
    on: str
    place: str
    substitute: str = ""
    authority: str = ""


class Workbench:
    """The page of the agreement that grows."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop
        self._hands = desktop.hands
        self.agreements = Agreements(desktop)

    @property
    def page(self) -> AgreementPage:
        """The page, which must be there."""
        return self.agreements.page

    @property
    def process(self) -> ProcessView:
        """The cards of the process."""
        return self.page.process

    def text(self) -> list[tuple[str, str]]:
        """Return the rows of the text in both languages."""
        return [(line.text.id, line.text.en) for line in self._lines]

    def english(self) -> list[str]:
        """Return the English of every row."""
        return [text_en for _, text_en in self.text()]

    def codes(self) -> set[str]:
        """Return what was found, once what was written last has been looked through."""
        self._hands.until(lambda: self.page._findings is not None)
        return {finding.code for finding in self.page._findings or ()}

    def wait_until_gone(self, code: str) -> None:
        """Wait until something is no longer found."""
        self._hands.until(lambda: code not in self.codes())

    def draft(self, fill: Callable[[FormHands], object]) -> None:
        """Draft an agreement by its key, from the register."""
        self._at.go_to("Agreements")
        self._at.ask(lambda: self._at.key(Qt.Key.Key_N, CONTROL_SHIFT), fill)
        self._hands.until(self.page.isVisible)

    def open(self, reference: str) -> None:
        """Open an agreement of the register by Enter."""
        self._at.go_to("Agreements")
        register = self._register
        (line,) = (row for row in register.shown if row.reference == reference)
        register.table.select(line.id)
        self._hands.key(Qt.Key.Key_Return, register.table.view)
        self._hands.until(self.page.isVisible)

    def paste(self, language: str) -> list[str]:
        """Paste a Word text by its key and insert it as planned; return what the dialog says."""
        copied = QMimeData()
        copied.setHtml((PASTED / f"agreement.{language}.html").read_text(encoding="utf-8"))
        copied.setText((PASTED / f"agreement.{language}.txt").read_text(encoding="utf-8"))
        QApplication.clipboard().setMimeData(copied)
        said: list[str] = []

        def insert(dialog: PasteDialog) -> None:
            if language == "en":
                self._hands.press("English text", dialog)
            else:
                self._hands.click(dialog.replace)
            said.extend(told(dialog))
            self._hands.click(dialog.verb)

        self._hands.answer(insert)
        self._at.key(Qt.Key.Key_V, CONTROL_SHIFT)
        self._hands.done()
        return said

    def next_problem(self, beginning: str) -> None:
        """Go to the next problems by F8 until one is in the row that begins like this."""
        self._go(beginning, Qt.Key.Key_F8)

    def go_down_to(self, beginning: str) -> None:
        """Go down row by row, by the key, to the one that begins like this."""
        self._go(beginning, Qt.Key.Key_Down, CONTROL)

    def accept_suggestion(self) -> str:
        """Take the suggestion under the row over by its key; return from where it is."""
        strip = self.page.does.words.suggestions.strip
        self._hands.until(strip.isVisible)
        said = f"{strip.percent.text()} {strip.source.text()}"
        self._key(Qt.Key.Key_Return, ALT)
        self._hands.until(lambda: not strip.isVisible())
        return said

    def write(self, text: str) -> None:
        """Write a text instead of what stands in the field one is in, and let it be kept."""
        self._key(Qt.Key.Key_A, CONTROL)
        field = self.page.rows.field()
        assert field is not None
        self._hands.bot.keyClicks(field, text)
        self._hands.until(lambda: text in {words for row in self.text() for words in row})

    def add_paragraph(self, after: str, texts: tuple[str, str]) -> None:
        """Add a paragraph behind a row by its key and write it in both languages."""
        self.go_down_to(after)
        self._key(Qt.Key.Key_Return, CONTROL)
        for text in texts:
            self.write(text)
            self._key(Qt.Key.Key_Tab)

    def undo(self) -> None:
        """Take back what was done last, by the key in the text."""
        self._key(Qt.Key.Key_Z, CONTROL)

    def redo(self) -> None:
        """Do again what was taken back, by the key in the text."""
        self._key(Qt.Key.Key_Y, CONTROL)

    def keep_draft(self, note: str) -> None:
        """Keep the draft and start the next."""

        def fill(form: FormHands) -> None:
            form.write("Note", note)
            form.press("Keep the draft")

        self._at.ask(lambda: self._at.choose("Keep this draft…"), fill)

    def compare(self) -> tuple[list[str], list[str]]:
        """Compare with the draft kept last, by the key; return the counts and what differs."""
        counts: list[str] = []
        differences: list[str] = []

        def look(dialog: CompareDialog) -> None:
            model = dialog.list.model()
            self._hands.until(lambda: model.rowCount() > 0)
            self._hands.press("Differences", dialog)
            chips = dialog.head.findChildren(Chip)
            counts.extend(chip.accessibleName() for chip in chips if chip.isVisible())
            differences.extend(str(model.index(at, 0).data()) for at in range(model.rowCount()))
            self._hands.press("Close", dialog)

        self._hands.answer(look)
        self._at.key(Qt.Key.Key_D, CONTROL)
        self._hands.done()
        return counts, differences

    def turn(self) -> None:
        """Go from the text to the process or back, by the key."""
        before = self.process.isVisible()
        self._at.key(Qt.Key.Key_F12)
        self._hands.until(lambda: self.process.isVisible() is not before)

    def clear(self, *days: str) -> list[str]:
        """Record by Enter that each step cleared the text on these days; return how they stand."""
        card = self.process.clearance
        card.table.select(1)
        for day in days:

            def fill(form: FormHands, day: str = day) -> None:
                form.write("On", day)
                form.press("Save record")

            self._at.ask(lambda: self._hands.key(Qt.Key.Key_Return, card.table.view), fill)
            self._hands.key(Qt.Key.Key_Down, card.table.view)
        return rows(card.table, 3)

    def sign(self, *sessions: Session) -> None:
        """Record the signatures of sessions one after the other in the sheet of F7."""

        def record(sheet: SigningDialog) -> None:
            for session in sessions:
                self._hands.press(f"{session.party} 2", sheet)
                self._fill(session, sheet.fields)
                self._hands.click(sheet.verb)

        def agree(box: MessageDialog) -> None:
            self._hands.press("Record 2 signatures", box)

        self._hands.answer(record, *(agree for _ in sessions))
        self._at.key(Qt.Key.Key_F7)
        self._hands.done()

    def _fill(self, session: Session, fields: SigningFields) -> None:
        self._hands.write(fields.on.line, session.on)
        self._hands.write(fields.place, session.place)
        if session.substitute:
            self._hands.choose(fields.who, session.substitute)
            self._hands.write(fields.number, session.authority)
            self._hands.write(fields.number_on.line, session.on)

    def file_scan(self, no: int, scan: Path) -> None:
        """File the scan of an original."""
        self.process.originals.table.select(no)
        self._hands.files = [scan]
        self._at.ask(
            lambda: self._at.choose("File a scan of an original…"),
            lambda form: form.press("Attach"),
        )
        self._hands.until(lambda: any(scan.name in said for said in self.files()))

    def attach(self, *answers: Callable[[Any], object]) -> None:
        """Attach files by the command; the form, and what is told after it, are answered."""
        before = self.files()
        fill, *more = answers
        self._hands.answer(lambda dialog: fill(FormHands(self._hands, dialog)), *more)
        self._at.choose("Attach files…")
        self._hands.done()
        self._hands.until(lambda: self.files() != before)

    def files(self) -> list[str]:
        """Return what the card of files says of each."""
        return rows(self.process.files.table)

    def reminders(self) -> list[str]:
        """Go to the register and on to what is due, by the bar above it; return what is due."""
        self._at.go_to("Agreements")
        self._hands.until(lambda: self._at.in_menu("Reminders") != "")
        self._at.press("Show")
        return rows(self._register.bottom.reminders.table, 1)

    def extend(self, number: str) -> None:
        """Draft by P in the register what extends the agreement of this number."""
        register = self._register
        (line,) = (row for row in register.shown if row.own.number == number)
        register.table.select(line.id)
        register.table.view.setFocus()
        self._at.ask(
            lambda: self._hands.key(Qt.Key.Key_P, register.table.view),
            lambda form: form.press("Draft renewal"),
        )
        self._hands.until(self.page.isVisible)

    @property
    def _register(self) -> RegisterView:
        (shown,) = self._at.page(AgreementsScreen).findChildren(RegisterView)
        return shown

    @property
    def _lines(self) -> list[ClauseLine]:
        return list(self.page.text.lines)

    def _go(self, beginning: str, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        for _ in self._lines:
            self._at.key(key, modifier)
            line = self.page.rows.current()
            if line is not None and line.text.id.startswith(beginning):
                return
        raise AssertionError(beginning)

    def _key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        field = self.page.rows.field()
        assert field is not None
        self._hands.key(key, field, modifier)

"""The agreement's page and its dialogs, each with what a person does there, in sentences."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QImage

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.ui.pictures import PagePictures
from kunjungan.ui.screens.agreements.page import AgreementPage
from kunjungan.ui.screens.agreements.printing.print_dialog import PrintDialog
from kunjungan.ui.screens.agreements.registry.view import RegisterView
from kunjungan.ui.screens.agreements.rows.clause_field import ClauseField
from kunjungan.ui.screens.agreements.rows.clause_row import ClauseRow
from kunjungan.ui.screens.agreements.screen import AgreementsScreen
from kunjungan.ui.screens.agreements.signing.signing_dialog import SigningDialog
from kunjungan.ui.widgets.banner import Banner
from kunjungan.ui.widgets.chips import Chip
from kunjungan.ui.widgets.confirm import MessageDialog
from tests.documents.reading import words
from tests.walk.driver import Desktop, Visits
from tests.walk.hands import CONTROL, FormHands, rows, told


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on an agreement's page."""

    title: str
    clause: UUID | None
    language: str
    tab: str
    paper: int


class _Drawn(QObject):
    """Notes at which scale the first page of each paper was drawn last, and which picture it is.

    An object of Qt's, because a page may still come when nobody holds it any more.
    """

    def __init__(self, pictures: PagePictures) -> None:
        super().__init__(pictures)
        self.pages: dict[int, tuple[float, int]] = {}
        pictures.drawn.connect(self._on_drawn)

    @Slot(int, int, float, QImage)
    def _on_drawn(self, paper: int, page: int, scale: float, image: QImage) -> None:
        if page == 0:
            self.pages[paper] = scale, image.cacheKey()


class Agreements:
    """The place of agreements, and the page of the one that was opened."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop
        self._hands = desktop.hands
        self._drawn = _Drawn(desktop.frame.context.pictures)

    @property
    def page(self) -> AgreementPage:
        """The page of one agreement."""
        (page,) = self._at.page(AgreementsScreen).findChildren(AgreementPage)
        return page

    @property
    def title(self) -> str:
        """What the page is called."""
        return self._at.page(AgreementsScreen).header.title

    def chips(self) -> list[str]:
        """Return what the chips beside the title say."""
        header = self._at.page(AgreementsScreen).header
        return [chip.accessibleName() for chip in header.findChildren(Chip) if chip.isVisible()]

    def place(self) -> Place:
        """Return where one is."""
        here, side = self.page.rows.current(), self.page.side
        clause = here.id if here else None
        return Place(
            self.title.partition(": ")[2],
            clause,
            self.page.rows.side,
            side.tab,
            side.preview.choice.value(),
        )

    def banner(self) -> str:
        """Return what the bar over the page says, or nothing."""
        header = self._at.page(AgreementsScreen).header
        shown = [bar for bar in header.findChildren(Banner) if bar.isVisible()]
        return shown[0].accessibleName() if shown else ""

    def open_first(self) -> None:
        """Open the first agreement of the list by the keyboard."""
        self._at.go_to("Agreements")
        self._hands.key(Qt.Key.Key_Return, self._list.table.view)
        self._hands.until(self.page.isVisible)

    def draft(self, visits: Visits, partner: str, *, number: str = "") -> None:
        """Draft an agreement with a guest of the visit on screen; without a number it follows."""
        visits.show_tab("agreements")

        def fill(form: FormHands) -> None:
            form.pick("The Second Party: Institution", partner)
            if number:
                form.write("The Second Party: Number", number)
            form.press("Draft agreement")

        self._at.ask(lambda: self._at.press("New agreement"), fill)
        self._hands.until(lambda: partner in self.title)
        self.wait_for_paper(partner.upper())

    def write_after(self, beginning: str, more: str) -> None:
        """Click the text that begins like this and write at its end."""
        field = self._field(beginning)
        self._hands.click(field.viewport())
        self._hands.until(field.hasFocus)
        self._hands.key(Qt.Key.Key_End, field, CONTROL)
        self._hands.bot.keyClicks(field, more)

    def in_field(self, key: Qt.Key) -> None:
        """Press Ctrl and a key in the text one is writing in."""
        field = self.page.rows.field()
        assert field is not None
        self._hands.key(key, field, CONTROL)

    def look_at(self, paper: str) -> None:
        """Choose which paper the preview shows, going down the list by its key."""
        choice = self.page.side.preview.choice
        choice.setFocus()
        while choice.currentText() != paper:
            before = choice.currentIndex()
            self._hands.key(Qt.Key.Key_Down, choice)
            assert choice.currentIndex() > before, f"there is no {paper!r} to choose"

    def picture(self) -> QImage:
        """Return the first page as the preview shows it once it has come to rest."""
        self._hands.until(self._is_drawn)
        return self._images[0].copy()

    def wait_for_paper(self, said: str) -> None:
        """Wait until the preview's paper says this; meanwhile the last good one stays in sight."""

        def says() -> bool:
            assert self._images, "the last good page is gone"
            return said in self._paper_words()

        self._hands.until(lambda: bool(self._images))
        self._hands.until(says)

    def party_texts(self) -> list[Bilingual]:
        """Return the parties' paragraphs as the editor shows them."""
        found = [row for row in self.page.rows._rows.values() if row.line.level is Level.PARTY]
        found.sort(key=ClauseRow.y)
        return [Bilingual(*(row.fields[s].toPlainText() for s in ("id", "en"))) for row in found]

    def print_originals(self, folder: Path) -> list[Path]:
        """Save both originals as PDF files by the dialog of F9 and return them."""
        before = set(folder.glob("*.pdf"))
        self._hands.folder = folder

        def save(dialog: PrintDialog) -> None:
            self._save(dialog)
            self._hands.until(lambda: not dialog.isVisible())

        self._hands.answer(save)
        command = self._at.window.frame.context.commands["agreement.print"]
        self._hands.until(command.isEnabled)
        self.page.rows.setFocus()
        self._at.key(Qt.Key.Key_F9)
        self._hands.done()
        return sorted(set(folder.glob("*.pdf")) - before)

    def fail_to_print_originals(self, folder: Path) -> list[str]:
        """Try to save both originals where that cannot be; return what the dialog then says."""
        self._hands.folder = folder
        said: list[str] = []

        def try_to_save(dialog: PrintDialog) -> None:
            self._save(dialog)
            self._hands.until(dialog.footer.verb.isVisible)
            said.extend(told(dialog))
            self._hands.press("Cancel", dialog)

        self._hands.answer(try_to_save)
        self._at.key(Qt.Key.Key_F9)
        self._hands.done()
        return said

    def sign_everything(self) -> list[str]:
        """Record every signature by the sheet of F7; return who signs what over a stamp."""
        over: list[str] = []

        def record(sheet: SigningDialog) -> None:
            over.extend(_over_stamps(sheet))
            self._hands.press("Record 4 signatures", sheet)

        def agree(box: MessageDialog) -> None:
            self._hands.press("Record 4 signatures", box)

        self._hands.answer(record, agree)
        self._at.key(Qt.Key.Key_F7)
        self._hands.done()
        return over

    def register(self, kept_at: str) -> None:
        """Enter the signed agreement in the register."""

        def fill(form: FormHands) -> None:
            form.write("Our original is kept at", kept_at)
            form.press("Enter in register")

        self._at.ask(lambda: self._at.press("Enter in the register"), fill)

    def enter_partners_number(self, number: str) -> None:
        """Enter the number that the partner sent later."""

        def fill(form: FormHands) -> None:
            form.write("Number", number)
            form.press("Enter number")

        self._at.ask(lambda: self._at.choose("Partner's number…"), fill)

    def listed(self) -> list[str]:
        """Return the register numbers on the list of agreements."""
        self._at.go_to("Agreements")
        return sorted(row.register_no for row in self._list.shown)

    @property
    def _list(self) -> RegisterView:
        (shown,) = self._at.page(AgreementsScreen).findChildren(RegisterView)
        return shown

    def _save(self, dialog: PrintDialog) -> None:
        """Press the button that saves, which without a printer is the main one."""
        footer = dialog.footer
        self._hands.until(footer.verb.isEnabled)
        self._hands.click(footer.save if footer.save.isVisible() else footer.verb)

    def _field(self, beginning: str) -> ClauseField:
        def found() -> list[ClauseField]:
            shown = self.page.rows.findChildren(ClauseField)
            return [f for f in shown if f.isVisible() and f.toPlainText().startswith(beginning)]

        self._hands.until(lambda: bool(found()))
        return found()[0]

    def _paper_words(self) -> str:
        paper = self.page.side.preview._paper
        return words(paper.pdf) if paper is not None else ""

    @property
    def _images(self) -> dict[int, QImage]:
        """The pages in sight, as far as they are drawn."""
        return self.page.side.preview.view._canvas._images

    def _is_drawn(self) -> bool:
        """Tell whether nothing newer is under way and the first page in sight is the one drawn.

        The view hears of a drawn page on its own, perhaps a moment after ``_Drawn``.
        """
        preview, view = self.page.side.preview, self.page.side.preview.view
        setting = preview._busy or preview._soon.isActive() or view._opening != view._number
        scale = view._canvas.pixels_per_mm * view.devicePixelRatioF()
        seen = self._images.get(0)
        drawn = seen is not None and self._drawn.pages.get(view._number) == (scale, seen.cacheKey())
        return drawn and not setting and not view._settle.isActive()


def _over_stamps(sheet: SigningDialog) -> list[str]:
    """Return which original each signature over a stamp stands on, and whose it is."""
    found, original = [], ""
    for said, stamp in zip(rows(sheet.table, 0), rows(sheet.table, 1), strict=True):
        if said.startswith("Original"):
            original = said.partition(",")[0]
        elif "over the stamp" in stamp:
            found.append(f"{original}: {said.partition(',')[0]}")
    return found

"""The card of the originals: who signed each, its scans, and where it lies now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.language_values import language_name
from kunjungan.services.parties import OPEN
from kunjungan.services.process.custody import CustodyLine, custody
from kunjungan.services.process.file_lines import FileLine, list_files
from kunjungan.services.process.lending import take_back
from kunjungan.services.signing import SignatureLine, list_signatures
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import short_day
from kunjungan.ui.files import open_attachment
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.process.attach_dialog import ask_scan
from kunjungan.ui.screens.agreements.process.custody_dialog import ask_copy, ask_custody
from kunjungan.ui.screens.agreements.process.file_words import BETWEEN
from kunjungan.ui.screens.agreements.signing.signing_words import due_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_property, set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import CommandButton, button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import CARD_PAD, column, framed, row
from kunjungan.ui.widgets.rows_model import Align, Cell, Column
from kunjungan.ui.widgets.table_view import ROW_TWO_LINES

MENU = (
    "original.keep",
    "original.return",
    None,
    "original.show",
    "original.scan",
    None,
    "agreement.sign",
)
_EMPTY, _FOOTER = 150, 34


class OriginalsCard(Card):
    """Shows each original with its signatures and where it is; Enter changes where it lies.

    Signals:
        commands_changed: Another original is current, or none.
    """

    commands_changed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        sign = CommandButton(context.commands["agreement.sign"], text=tr("Sign"), kind="link")
        self._copy = button(tr("Record a paper"), self._record, kind="link")
        super().__init__(tr("Originals"), framed(row(self._copy, sign, spacing=14)), parent)
        self._context = context
        self._view: AgreementView | None = None
        self._scans: list[FileLine] = []
        self._due = set_role(QLabel(self), TextRole.SMALL)
        self._due.setWordWrap(True)
        self._due.setContentsMargins(CARD_PAD, 6, CARD_PAD, 8)
        self.table = DataTable[CustodyLine](
            self._columns(), key=lambda line: line.no, two_lines=True, parent=self
        )
        self._build()

    @override
    def show(self, view: AgreementView) -> None:  # type: ignore[override]  # not Qt's own
        """Show the originals of an agreement."""
        self._view = view
        office = self._context.office
        lines = custody(office, view.id)
        self._scans = [line for line in list_files(office, view.id) if line.original_no is not None]
        self.table.show_rows(lines)
        self.table.settle()
        self.table.setFixedHeight(len(lines) * ROW_TWO_LINES + _FOOTER if lines else _EMPTY)
        self._copy.setVisible(not lines and view.stage not in OPEN)
        self.table.set_footer(_late(lines), [("Enter", tr("where it lies"))] if lines else [])
        self._show_due(list_signatures(office, view.id) if lines else [], view)

    def answers(self) -> dict[str, Callable[[], object]]:
        """Return what each command does with the current original."""
        line = self.table.current()
        if line is None:
            return {}
        found: dict[str, Callable[[], object]] = {"original.keep": self._keep}
        if line.lent_to:
            found["original.return"] = self._return
        if line.signed or not line.printed:
            found["original.scan"] = self._scan
        if self._scans_of(line):
            found["original.show"] = self._show_scan
        return found

    def _build(self) -> None:
        set_property(self.table, "frame", "")
        self.table.view.horizontalHeader().hide()
        self.table.set_menu(MENU, self._context.commands)
        self.table.show_empty(
            "document_copy",
            tr("No originals on record"),
            tr("Of an agreement made without this program, record the paper that is held."),
        )
        self.fill(framed(column(self.table, self._due, spacing=0), self))
        self.setFocusProxy(self.table)
        self.table.opened.connect(self._keep)
        self.table.picked.connect(self.commands_changed)

    def _show_due(self, lines: Sequence[SignatureLine], view: AgreementView) -> None:
        """Say which signatures are still awaited, from the first printed original on."""
        awaited = view.stage in OPEN and view.printed > 0
        words = due_words(lines) if awaited else ""
        self._due.setText(words)
        self._due.setVisible(bool(words))

    def _columns(self) -> list[Column[CustodyLine]]:
        return [
            Column(tr("Original"), self._which),
            Column(tr("Where it is"), _where),
            Column(tr("Signed"), _signed, 104, Align.RIGHT),
        ]

    def _which(self, line: CustodyLine) -> Cell:
        name = tr("Original {number}", number=line.no)
        language = screen_side(language_name(line.language)) if line.language else ""
        scans = len(self._scans_of(line))
        about = (
            tr("for {who}", who=line.holder),
            language,
            tr("scans: {count}", count=scans) if scans else "",
        )
        detail = BETWEEN.join(part for part in about if part)
        return Cell(name, detail=detail, bold=True, tip=detail)

    def _scans_of(self, line: CustodyLine) -> list[FileLine]:
        return [scan for scan in self._scans if scan.original_no == line.no]

    @Slot()
    def _keep(self) -> None:
        line = self.table.current()
        with refusals_shown(self):
            if line is not None and ask_custody(self._context.office, line, self):
                self._context.toast(
                    tr("Noted where original {number} lies", number=line.no), undo=True
                )

    def _return(self) -> None:
        if (line := self.table.current()) is None:
            return
        with refusals_shown(self):
            take_back(self._context.office, line.agreement_id, line.no)
            self._context.toast(tr("Original {number} is back", number=line.no), undo=True)

    def _scan(self) -> None:
        if (line := self.table.current()) is not None:
            ask_scan(self._context, line.agreement_id, line.no, self)

    def _show_scan(self) -> None:
        line = self.table.current()
        if line is not None and (scans := self._scans_of(line)):
            open_attachment(self._context, scans[0].id, self)

    def _record(self) -> None:
        view = self._view
        if view is not None and ask_copy(self._context.office, view.id, self):
            self._context.toast(tr("Paper recorded"), undo=True)


def _where(line: CustodyLine) -> Cell:
    if line.lent_to:
        words = tr("Lent to {who}", who=line.lent_to)
        due = short_day(line.due_back_on, year=True) if line.due_back_on else ""
        if line.overdue:
            return Cell(words, detail=tr("overdue, {day}", day=due), tone=Tone.BAD, tip=words)
        back = tr("due back {day}", day=due) if due else tr("no day of return")
        return Cell(words, detail=back, tone=Tone.WARN, tip=words)
    if line.kept_at:
        return Cell(line.kept_at, tip=line.kept_at)
    return Cell(tr("not noted"), quiet=True)


def _signed(line: CustodyLine) -> Cell:
    if not line.printed:
        words = tr("on record") if line.signed or line.kept_at else tr("not printed")
        return Cell("", chip=ChipText(words))
    done = line.signed == line.due
    words = tr("{done} of {total}", done=line.signed, total=line.due)
    tip = tr("{done} of {total} signed", done=line.signed, total=line.due)
    return Cell("", chip=ChipText(words, Tone.OK if done else Tone.WARN, "signature"), tip=tip)


def _late(lines: Sequence[CustodyLine]) -> str:
    late = sum(line.overdue for line in lines)
    return tr("{count} overdue", count=late) if late else ""

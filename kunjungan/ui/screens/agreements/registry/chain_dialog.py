"""Shows what an agreement belongs to, and where its originals lie now."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from kunjungan.domain.registry import Link
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.process.custody import CustodyLine, custody
from kunjungan.services.registry.chain import ChainLine, chain_of
from kunjungan.ui.dates import brief_day
from kunjungan.ui.labels import label, language_word, screen_side, tone
from kunjungan.ui.screens.agreements.registry.words import kind_short, names
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import column, dialog_foot, framed
from kunjungan.ui.widgets.rows_model import Cell, Column

_SIZE = (860, 470)
_BRANCH = "\N{BOX DRAWINGS LIGHT UP AND RIGHT} "


class ChainDialog(QDialog):
    """The chain as a tree; Enter jumps to an agreement in it."""

    def __init__(self, office: Office, agreement_id: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Chain and originals"))
        self.wanted: UUID | None = None
        self.chain = DataTable(_chain_columns(), key=lambda line: line.id, parent=self)
        self.originals = DataTable(_original_columns(), key=lambda line: line.no, parent=self)
        self._build()
        self.chain.opened.connect(self._on_opened)
        self._show(office, agreement_id)

    def _build(self) -> None:
        self.chain.setAccessibleName(tr("Chain"))
        self.originals.setAccessibleName(tr("Originals"))
        self.originals.show_empty("document", tr("No originals are planned here"))
        jump = button(tr("Open"), self._jump, kind="primary", parent=self)
        close = button(tr("Close"), self.reject, parent=self)
        footer = dialog_foot(None, close, jump)
        inside = column(self.chain, self.originals, spacing=12, margins=(18, 14, 18, 14))
        inside.setStretch(0, 3)
        inside.setStretch(1, 2)
        self.setLayout(column(framed(inside, self), footer, spacing=0))
        self.resize(*_SIZE)

    def _show(self, office: Office, agreement_id: UUID) -> None:
        lines = chain_of(office, agreement_id)
        self.chain.show_rows(lines)
        self.chain.select(agreement_id)
        alone = len(lines) == 1
        self.chain.set_footer(tr("Nothing rests on it and it rests on nothing.") if alone else "",
                              hints=[("Enter", tr("open"))])  # fmt: skip
        self.originals.show_rows(custody(office, agreement_id))
        self.chain.setFocus()

    def _jump(self) -> None:
        self._on_opened(self.chain.current())

    @Slot(object)
    def _on_opened(self, line: ChainLine | None) -> None:
        if line is not None:
            self.wanted = line.id
            self.accept()


def show_chain(office: Office, agreement_id: UUID, parent: QWidget) -> UUID | None:
    """Show the chain; return the agreement that the person jumps to, if any."""
    dialog = ChainDialog(office, agreement_id, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.wanted


def _chain_columns() -> list[Column[ChainLine]]:
    return [
        Column(tr("Agreement"), _name),
        Column(tr("Number"), lambda line: Cell(line.number or line.reference, quiet=True), 176),
        Column(tr("Term"), _term, 190),
        Column(tr("State"), _state, 124),
    ]


def _name(line: ChainLine) -> Cell:
    indent = "     " * max(line.depth - 1, 0) + (_BRANCH if line.depth else "")
    what = kind_short(line.kind) if line.link is Link.ROOT else label(line.link)
    words = f"{indent}{what}: {screen_side(line.subject)}"
    return Cell(words, bold=line.here, tip=f"{label(line.kind)}\n{names(line.partners)}")


def _term(line: ChainLine) -> Cell:
    days = [brief_day(day, year=True) if day else "…" for day in (line.starts_on, line.ends_on)]
    return Cell(f"{days[0]} \N{EN DASH} {days[1]}")


def _state(line: ChainLine) -> Cell:
    return Cell("", chip=ChipText(label(line.status), tone(line.status)))


def _original_columns() -> list[Column[CustodyLine]]:
    return [
        Column(tr("Original"), _original, 150),
        Column(tr("Holder"), lambda line: Cell(line.holder)),
        Column(tr("Lies"), _lies),
    ]


def _original(line: CustodyLine) -> Cell:
    return Cell(tr("Original {number}", number=line.no), detail=language_word(line.language))


def _lies(line: CustodyLine) -> Cell:
    if line.lent_to:
        until = (
            tr(", due back {day}", day=brief_day(line.due_back_on, year=True))
            if line.due_back_on
            else ""
        )
        return Cell(tr("lent to {who}", who=line.lent_to) + until, tone=Tone.WARN)
    if line.kept_at:
        return Cell(line.kept_at)
    return Cell(tr("place not entered") if line.ours else tr("with its holder"), quiet=True)

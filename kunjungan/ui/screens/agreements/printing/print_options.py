"""How to print an agreement: paper, copies, printer, and what that means for the draft."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.agreements import AgreementForm
from kunjungan.ui.desk import Desk
from kunjungan.ui.printing.paper_options import PaperOptions
from kunjungan.ui.screens.agreements.facts.facts_words import stamp_words
from kunjungan.ui.screens.agreements.printing.print_plan import PrintItem
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.labels import labelled
from kunjungan.ui.widgets.layouts import column

_MOST_COPIES = 99


class PrintOptions(PaperOptions):
    """The choices that hold for everything ticked.

    Signals:
        changed: The paper or the copies changed.
    """

    changed = Signal()

    def __init__(
        self, desk: Desk, view: AgreementView, form: AgreementForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, form.paper, _MOST_COPIES, parent)
        self._view = view
        self.copies.set_value(1)
        self.only_changed.hide()
        self._build(Notice(Tone.INFO, stamp_words(form), self))
        self.papers.chosen.connect(self._on_paper)
        self.copies.changed.connect(self.changed)

    def show_changed(self, pages: Sequence[int]) -> None:
        """Offer to print only the pages that changed since the last print; nothing without them."""
        words = ", ".join(map(str, pages))
        self.only_changed.setText(tr("Only changed pages: {pages}", pages=words))
        self.only_changed.setVisible(bool(pages))
        if not pages:
            self.only_changed.set_value(False)

    def show_ticked(self, items: Sequence[PrintItem]) -> None:
        """Say what printing these does to the draft; copies are for drafts and copies."""
        self.copies.setEnabled(any(not item.original for item in items))
        number = self._view.draft_no
        words = tr(
            "Printing originals locks draft {number}. Later changes start draft {next}.",
            number=number,
            next=number + 1,
        )
        locks = self._view.open and any(item.original for item in items)
        self.show_lines([(Tone.INFO, words)] if locks else [])

    def _build(self, stamp: Notice) -> None:
        self.setLayout(
            column(
                self.printer,
                labelled(tr("Paper"), self.papers, self, wide=False),
                labelled(tr("How many of each draft or copy"), self.copies, self, wide=False),
                self.only_changed,
                set_role(QLabel(tr("Duty stamp"), self), TextRole.SMALL),
                stamp,
                self._lines,
                None,
                spacing=10,
                margins=(16, 12, 16, 12),
            )
        )  # fmt: skip

    @Slot()
    def _on_paper(self) -> None:
        self.printer.show_paper(self.paper)
        self.changed.emit()

"""The place of agreements: the register, and the page of each agreement."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from kunjungan.domain.stages import AgreementStage
from kunjungan.i18n import tr
from kunjungan.services.agreements import remove_agreement
from kunjungan.services.office_settings import office_settings
from kunjungan.services.registry.row import RegisterRow
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import ask, refusals_shown
from kunjungan.ui.screens.agreements.facts.draft_dialog import ask_draft
from kunjungan.ui.screens.agreements.page import AgreementPage
from kunjungan.ui.screens.agreements.registry.commands import RegistryCommands
from kunjungan.ui.screens.agreements.registry.view import TABLES, RegisterView, summary_of
from kunjungan.ui.screens.agreements.verifying.verify_dialog import VerifyDialog
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.page import Page

MORE = ("register.import", "register.yearbook", "register.reminders", "register.columns")
_LOW = 560
"""Under this height what is due is told by a chip and not by a bar, in pixels."""
NEW = "new:"
"""A tab that asks for a new agreement of the visit whose id follows."""


class AgreementsScreen(Page):
    """Every agreement of the office, or one of them to write, print and sign."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._context = context
        self._record = UUID(int=0)
        self._quiet = False
        self._registry = RegistryCommands(context, self)
        self._list = RegisterView(context, self._registry, self)
        self._page = AgreementPage(context, self.header, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._page)
        self.set_body(self._stack, padded=False)
        self._list.opened.connect(self._on_opened)
        self._list.picked.connect(lambda _row: self.commands_changed.emit())
        self._list.changed.connect(self._show_head)
        self._page.commands_changed.connect(self.commands_changed)
        self._page.moved_to.connect(self.moved_to)
        context.news.changed.connect(self._on_changed)

    @override
    def commands(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {
            "agreement.draft": self._draft,
            "agreement.verify": self._verify,
        }
        if self._on_page:
            return found | self._page.answers() | self._registry.answers(self._record)
        found |= self._list.answers()
        row = self._list.table.current()
        if row is not None and row.stage is AgreementStage.DRAFT:
            found["agreement.remove"] = partial(self._remove, row)
        return found

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        if record is not None:
            self._page.open(record, tab)
            self._record = record
            self._stack.setCurrentWidget(self._page)
            self.setFocusProxy(self._page)
        else:
            self._show_list()
        if tab.startswith(NEW):
            visit = UUID(tab.removeprefix(NEW))
            self.moved_to.emit("")  # so that coming back here does not ask again
            QTimer.singleShot(0, self, partial(self._draft, visit))
        self.commands_changed.emit()

    @override
    def remember(self) -> dict[str, object]:
        return self._page.remember() if self._on_page else self._list.remember()

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        if self._on_page:
            self._page.recall(state)
        else:
            self._list.recall(state)

    @override
    def wants_room(self) -> bool:
        return self._on_page

    @override
    def may_leave(self) -> bool:
        return not self._on_page or self._page.flush()

    @property
    def _on_page(self) -> bool:
        return self._stack.currentWidget() is self._page

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._list)
        self.setFocusProxy(self._list)
        self.header.hide_banner()
        self._list.reload()

    @Slot()
    def _show_head(self) -> None:
        """Tell what the register holds, what is due, and what can be done here."""
        if self._on_page:
            return
        rows, answers = self._list.rows, self._list.answers()
        subtitle = summary_of(rows) if rows else tr("No agreements yet")
        due = self._list.due
        low = [ChipText(_due_words(due), Tone.WARN)] if due and self.height() < _LOW else []
        self.header.show_title(tr("Register of agreements"), subtitle=subtitle, chips=low)
        exchange = "register.export" if rows else "register.import"
        more = ["agreement.verify", *(name for name in MORE if name in answers)]
        self.header.show_actions(
            "agreement.draft", *(name for name in (exchange,) if name in answers), more=more
        )
        self.header.hide_banner()
        if due and not low and not self._quiet:
            buttons = ((tr("Show"), self._list.show_reminders), (tr("Not now"), self._be_quiet))
            self.header.show_banner(Tone.WARN, _due_words(due), buttons)

    def _be_quiet(self) -> None:
        self._quiet = True
        self.header.hide_banner()

    def _draft(self, visit: UUID | None = None) -> None:
        if office_settings(self._context.office).own_institution is None:
            self._ask_who_we_are()
            return
        made = ask_draft(self._context.office, visit, self)
        if made is not None:
            self._context.navigate(Address("agreements", made))
            self._context.toast(tr("Agreement drafted"), undo=True)

    def _verify(self) -> None:
        """Ask for a paper's code or file, and tell whether it is the text in force."""
        dialog = VerifyDialog(self._context, self)
        dialog.wanted.connect(self._context.navigate)
        dialog.exec()
        dialog.deleteLater()

    def _ask_who_we_are(self) -> None:
        """Lead to the setting without which no agreement has a first party."""
        title = tr("Which institution is this office?")
        words = tr("It becomes the first party of every agreement. Choose it once, in Settings.")
        if ask(self, title, words, verb=tr("Open Settings"), danger=False):
            self._context.navigate(Address("settings"))

    def _remove(self, row: RegisterRow) -> None:
        title = tr("Remove this draft?")
        words = ", ".join(screen_side(party.name) for party in row.partners)
        if ask(self, title, words, verb=tr("Remove agreement")):
            with refusals_shown(self):
                remove_agreement(self._context.office, row.id)
                self._context.toast(tr("Agreement removed"), undo=True)

    @Slot(object)
    def _on_opened(self, agreement_id: UUID) -> None:
        self._context.navigate(Address("agreements", agreement_id))

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if not self._on_page and self.isVisible() and tables & TABLES:
            self._list.reload()


def _due_words(count: int) -> str:
    return tr("Reminders that are due: {count}", count=count)

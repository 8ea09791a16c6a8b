"""How the paper that is picked is printed, and what is to be known about it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.label_sheets import LabelSheet
from kunjungan.domain.originals import StampForm
from kunjungan.domain.paper import Paper
from kunjungan.i18n import tr
from kunjungan.services.agreements import agreement_form
from kunjungan.services.office import Office
from kunjungan.services.pack.changes import names_of
from kunjungan.services.pack.contents import PackItem
from kunjungan.services.pack.making import PackPaper, PackWish
from kunjungan.services.pack.sheets import VISUM, sheets_for
from kunjungan.ui.dates import moment_words
from kunjungan.ui.desk import Desk
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.printing.paper_options import Line, PaperOptions
from kunjungan.ui.screens.visits.pack.state import PackState
from kunjungan.ui.screens.visits.pack.words import TONGUES, said
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.fields import ChoiceField, NumberField
from kunjungan.ui.widgets.labels import labelled
from kunjungan.ui.widgets.layouts import column, row

_MOST = 8
"""So many warnings are shown; beyond them only how many more."""
_MOST_COPIES = 999


class PackOptions(PaperOptions):
    """The options of one paper at a time.

    Signals:
        changed: The paper picked is wanted otherwise; carries it.
        sent_elsewhere: It goes to another printer.
    """

    changed = Signal(object)
    sent_elsewhere = Signal()

    def __init__(
        self, office: Office, desk: Desk, state: PackState, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, Paper.A4, _MOST_COPIES, parent)
        self._office = office
        self._state = state
        self._item: PackItem | None = None
        self._showing = False
        self._name = set_role(QLabel(self), TextRole.CARD)
        self._name.setWordWrap(True)
        self._kept = set_role(QLabel(self), TextRole.SMALL)
        self.tongue = ChoiceField([("", "")])
        self.sheet = ChoiceField([("", "")])
        self.first = NumberField(1, 999, self)
        self._fields = self._labelled()
        self._build()
        self._connect()

    def show_item(self, item: PackItem) -> None:
        """Show how a paper is wanted."""
        self._item, self._showing = item, True
        wish = self._state.wish(item)
        self._name.setText(screen_side(item.name))
        self._kept.setVisible(bool(item.holder))
        self._kept.setText(tr("kept by {who}", who=item.holder))
        self.printer.printer.set_value(self._state.printer(item))
        self.show_papers(item.papers)
        paper = wish.paper or item.papers[0]
        self.papers.set_value(paper.value)
        self.printer.show_paper(paper)
        self.copies.set_value(wish.copies or item.copies)
        self._show_day_fields(item, wish)
        self._showing = False
        self.show_made()

    def show_made(self) -> None:
        """Say what is to be known of the paper as it was made."""
        if self._item is None:
            return
        made = self._state.made.get(self._item.key)
        stale = made is not None and made.since.stale
        self.only_changed.setVisible(stale)
        if made is not None:
            self._showing = True
            count = len(made.since.changed)
            self.only_changed.setText(tr("Only what has changed since: {count}", count=count))
            self.only_changed.set_value(self._state.wish(self._item).changed)
            self._showing = False
        self.show_lines(self._lines_of(self._item, made))

    def _show_day_fields(self, item: PackItem, wish: PackWish) -> None:
        day = item.day
        tongues = day.tongues if day else ()
        sheets = sheets_for(self._office, item.slug)
        usual = tr("Into the guests' sheets") if item.slug == VISUM else tr("Usual")
        self.sheet.blockSignals(True)
        self.sheet.show_choices(
            [("", usual), *((each.slug, screen_side(each.name)) for each in sheets)]
        )
        self.sheet.blockSignals(False)
        for field, shown in (
            (self.copies, day is not None),
            (self.tongue, len(tongues) > 1),
            (self.sheet, bool(sheets)),
            (self.first, _has_labels(sheets, wish.sheet)),
        ):
            self._fields[field].setVisible(shown)
        if tongues:
            self.tongue.show_choices([(each, tr(TONGUES[each])) for each in tongues])
            self.tongue.set_value(wish.language or tongues[0])
        self.sheet.set_value(wish.sheet)
        self.first.set_value(wish.first)

    def _lines_of(self, item: PackItem, made: PackPaper | None) -> list[Line]:
        blockers = item.blockers or (made.blockers if made else ())
        lines: list[Line] = [(Tone.BAD, said(each)) for each in blockers[:_MOST]]
        if item.agreement_id is not None:
            return lines + self._about_original(item)
        if made is None:
            return lines
        lines += [(Tone.WARN, said(each)) for each in made.warnings[:_MOST]]
        if (more := len(made.warnings) - _MOST) > 0:
            lines.append((Tone.WARN, tr("{count} more", count=more)))
        return lines + self._about_prints(made)

    def _about_prints(self, made: PackPaper) -> list[Line]:
        if made.since.at is None:
            return []
        moment = moment_words(made.since.at.astimezone(self._office.now().tzinfo))
        lines: list[Line] = [(Tone.INFO, tr("Last printed {moment}", moment=moment))]
        if changed := self._named(made.since.changed):
            lines.append((Tone.WARN, tr("Changed since: {names}", names=changed)))
        if gone := len(made.since.gone):
            words = tr("{count} that were printed are of no use any more: take them away.",
                       count=gone)  # fmt: skip
            lines.append((Tone.WARN, words))
        return lines

    def _named(self, keys: Collection[str]) -> str:
        """Return whose cards these are, the first of many by name."""
        names = names_of(self._office, self._state.pack.visit_id, keys) if keys else []
        if len(names) <= _MOST:
            return ", ".join(names)
        return ", ".join([*names[:_MOST], tr("{count} more", count=len(names) - _MOST)])

    def _about_original(self, item: PackItem) -> list[Line]:
        assert item.agreement_id is not None  # it is an original
        form = agreement_form(self._office, item.agreement_id)
        alternat = (
            tr("Alternat: each party is named first in the original that it keeps")
            if form.alternat
            else tr("The order of the parties is the same in all originals")
        )
        stamp = label(form.stamp_form)
        if form.stamp_form is not StampForm.NONE:
            stamp = f"{stamp}. {label(form.stamp_rule)}"
        lines = [(Tone.INFO, alternat), (Tone.INFO, stamp)]
        if item.printed:
            words = tr("Printed before: it comes out of the archive as it was.")
        else:
            words = tr("Printing it locks the draft of the agreement. It is printed once.")
        return [*lines, (Tone.INFO, words)]

    def _labelled(self) -> dict[QWidget, QWidget]:
        """Return each field's block with its label, by the field."""
        fields: dict[QWidget, str] = {
            self.papers: tr("Paper"),
            self.copies: tr("Copies"),
            self.tongue: tr("Language"),
            self.sheet: tr("Label sheet"),
            self.first: tr("First free label"),
        }
        return {field: labelled(words, field, self, wide=False) for field, words in fields.items()}

    def _build(self) -> None:
        blocks = self._fields
        pairs = (
            row(blocks[self.copies], blocks[self.first], None, spacing=12),
            blocks[self.tongue],
            blocks[self.sheet],
        )
        self.setLayout(
            column(
                self._name, self._kept, self.printer, blocks[self.papers], *pairs,
                self.only_changed, self._lines, None, spacing=10, margins=(16, 12, 16, 12),
            )
        )  # fmt: skip

    def _connect(self) -> None:
        self.papers.chosen.connect(lambda _key: self._on_changed())
        for field in (self.copies, self.tongue, self.sheet, self.first, self.only_changed):
            field.changed.connect(self._on_changed)
        self.printer.changed.connect(self._on_printer)

    @Slot()
    def _on_changed(self) -> None:
        if self._item is None or self._showing:
            return
        try:
            wish = self._read(self._item)
        except RuleBroken:  # a number is being typed
            return
        if wish != self._state.wish(self._item):
            self._state.change(self._item, wish)
            labels = _has_labels(sheets_for(self._office, self._item.slug), wish.sheet)
            self._fields[self.first].setVisible(labels)
            self.printer.show_paper(wish.paper or self._item.papers[0])
            self.changed.emit(self._item)

    def _read(self, item: PackItem) -> PackWish:
        day = item.day
        tongues = day.tongues if day is not None else ()
        spoken = (each for each in tongues if each == self.tongue.value())
        return replace(
            self._state.wish(item),
            paper=self.paper,
            copies=self.copies.value() or item.copies,
            language=next(spoken, None),
            sheet=self.sheet.value() or "",
            first=self.first.value() or 1,
            changed=self.only_changed.value(),
        )

    @Slot()
    def _on_printer(self) -> None:
        if self._item is not None and not self._showing:
            self._state.send_to(self._item, self.printer.printer.value() or "")
            self.sent_elsewhere.emit()


def _has_labels(sheets: Sequence[LabelSheet], slug: str) -> bool:
    """Say whether the sheet chosen, else the usual one, has ready cut labels, several a page."""
    chosen = [sheet for sheet in sheets if sheet.slug == slug] or sheets[:1]
    return any(sheet.per_page > 1 and not sheet.cut for sheet in chosen)

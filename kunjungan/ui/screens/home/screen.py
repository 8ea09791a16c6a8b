"""Home: in ten seconds what must be done today."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.attention import Attention, AttentionKind
from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.home.snoozing import put_off
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.dates import long_day
from kunjungan.ui.messages import refusals_shown, show_refusal
from kunjungan.ui.screens.home.agenda_card import AgendaCard
from kunjungan.ui.screens.home.attention_list import AttentionList
from kunjungan.ui.screens.home.charts import MonthBars, TimeLeftBar
from kunjungan.ui.screens.home.next_strip import NextStrip
from kunjungan.ui.screens.home.ways_in import WaysIn
from kunjungan.ui.screens.home.words import address_of, days_words, sentence
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.layouts import CARD_GAP, SidePanes, column, emptied, framed, scrolling
from kunjungan.ui.widgets.page import Page

if TYPE_CHECKING:
    from kunjungan.services.calendar.occasions import Occasion
    from kunjungan.services.home.figures import Months, TimeLeft
    from kunjungan.services.home.next_visit import NextVisit
    from kunjungan.services.home.page import Seen
    from kunjungan.services.office import Office

_SIDE = 340
_NARROW, _AGENDA = 900, 190
"""Under how many pixels the agenda goes under the list, and how high it is at least there."""


class HomeScreen(Page):
    """The next visit, what needs attention, what comes up, two figures."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._context = context
        self.list = AttentionList(context.office.today())
        self.agenda = AgendaCard(lambda: context.navigate(Address("calendar")))
        self._reading = False
        self._again = False
        self._strip = QVBoxLayout()
        self._charts = QHBoxLayout()
        self._charts.setSpacing(CARD_GAP)
        self._charts.setContentsMargins(0, 0, 0, 0)
        self._figures = framed(self._charts)
        self._main = column(self.list, self._figures, spacing=CARD_GAP)
        self._aside = column(self.agenda)
        side = framed(self._aside)
        self._panes = SidePanes(scrolling(framed(self._main)), side, side_width=_SIDE)
        self._build()
        self.list.wanted.connect(self._mend)
        self.list.put_off.connect(self._put_off)
        self.agenda.wanted.connect(self._open_entry)
        context.news.changed.connect(self._on_changed)
        context.news.new_day.connect(self._reload)

    @override
    def commands(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"page.refresh": self._reload}
        if (line := self.list.current) is not None and not line.blocking:
            found["home.put_off"] = partial(self._put_off, line)
        return found

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        self.header.show_title(long_day(self._context.office.today()))
        self.header.show_actions("visit.schedule", ("visit.intake", tr("Import letter")))
        self._reload()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow is (self._main.indexOf(self.agenda) < 0):
            self._panes.show_side(shown=not narrow)
            self.agenda.setMinimumHeight(_AGENDA if narrow else 0)
            (self._main if narrow else self._aside).insertWidget(int(narrow), self.agenda)

    def _build(self) -> None:
        self._main.setStretch(0, 1)
        body = QWidget()
        layout = column(self._strip, self._panes, spacing=CARD_GAP)
        layout.setStretch(1, 1)
        body.setLayout(layout)
        self.set_body(body)
        self.setFocusProxy(self.list)

    @Slot()
    def _reload(self) -> None:
        """Read off the screen's thread; changes that come meanwhile are read once more."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        office = self._context.office
        self._context.background.run(
            lambda: _look(office), done=self._on_seen, refused=self._on_refused, owner=self
        )

    def _on_seen(self, seen: "Seen") -> None:
        self._reading = False
        self.show_seen(seen)
        if self._again:
            self._reload()

    def _on_refused(self, refusal: OfficeError) -> None:
        self._reading = False
        show_refusal(self, refusal)

    def show_seen(self, seen: "Seen") -> None:
        """Show what was read."""
        today = self._context.office.today()
        self.list.show_lines(seen.lines, today)
        self.agenda.show_entries(seen.entries, today)
        ways = [WaysIn(self._context.commands)] if seen.bare else []
        _replace(self._strip, [self._next(seen.following)] if seen.following else ways)
        _replace(self._charts, [_months(seen.months), _time_left(seen.left)])
        self.header.show_title(long_day(today), subtitle=_summary(seen))
        self.commands_changed.emit()

    def _next(self, visit: "NextVisit") -> NextStrip:
        made = NextStrip(visit)
        made.wanted.connect(lambda key: self._context.navigate(Address("visits", key)))
        return made

    @Slot(object)
    def _mend(self, line: Attention) -> None:
        if line.kind is AttentionKind.BACKUP:
            self._context.commands["backup.make"].trigger()
        else:
            self._context.navigate(address_of(line))

    @Slot(object)
    def _put_off(self, line: Attention) -> None:
        with refusals_shown(self):
            put_off(self._context.office, line)
            self._context.toast(
                tr(
                    "Put off until tomorrow: {what}",
                    what=sentence(line.title),
                ),
                undo=True,
            )

    @Slot(object)
    def _open_entry(self, entry: "Occasion") -> None:
        if entry.visit_id is not None:
            self._context.navigate(Address("visits", entry.visit_id))
        else:
            self._context.navigate(Address("calendar", None, f"{entry.on:%Y-%m-%d}"))

    @Slot(object)
    def _on_changed(self, _tables: frozenset[str]) -> None:
        if self.isVisible():
            self._reload()


def _months(months: "Months") -> Card:
    made = Card(
        tr("Visits received in {year}", year=months.year),
        _quiet(tr("{count} so far", count=sum(months.counts) + months.undated)),
    )
    made.add(MonthBars(months))
    return made


def _time_left(left: "TimeLeft") -> Card:
    whole = left.long + left.year + left.near
    made = Card(tr("Agreements in force"), _quiet(tr("{count} in all", count=whole)))
    made.add(TimeLeftBar(left))
    made.body.addStretch(1)
    return made


def _quiet(text: str) -> QLabel:
    return set_role(QLabel(text), TextRole.SMALL)


def _summary(seen: "Seen") -> str:
    count = len(seen.lines)
    many = tr("{count} things need attention", count=count)
    parts = [tr("1 thing needs attention") if count == 1 else many]
    if seen.following is not None:
        parts.append(tr("next visit: {when}", when=days_words(seen.following.days).lower()))
    return " · ".join(parts)


def _replace(layout: QVBoxLayout | QHBoxLayout, widgets: Sequence[QWidget]) -> None:
    emptied(layout)
    for widget in widgets:
        layout.addWidget(widget, 1)


def _look(office: "Office") -> "Seen":
    """Read what the page shows; its services are loaded by the reader, not before the window."""
    from kunjungan.services.home.page import look  # noqa: PLC0415

    return look(office)

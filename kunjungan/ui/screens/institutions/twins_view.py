"""People who may stand twice in the records, with the score and what it rests on."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.likeness import LIKELY, SIGNS
from kunjungan.domain.names import search_key
from kunjungan.i18n import tr
from kunjungan.services.known_people.listing import KnownPerson
from kunjungan.services.known_people.twins import TwinLine, twin_lines
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown, show_refusal
from kunjungan.ui.screens.institutions.merge_dialog import decide, tell_apart
from kunjungan.ui.screens.institutions.view import Commands, OfficeView, Tables
from kunjungan.ui.screens.institutions.words import joined
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import column, row
from kunjungan.ui.widgets.rows_model import Cell, Column, Group

_MENU = ("twins.merge", "twins.apart")


class TwinsView(OfficeView):
    """Pairs to decide on, the likeliest first; they are looked for beside the screen's work."""

    main = ("twins.merge", "twins.apart")
    watched = frozenset({"person", "tenure", "position", "attendee", "snooze"})

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(context, tr("Name, post or institution"), parent)
        self._lines: Sequence[TwinLine] | None = None
        self.table = DataTable(_columns(), key=_key, two_lines=True)
        self.table.set_menu(_MENU, context.commands)
        content = column(row(self.search, None), self.table, spacing=10)
        content.setStretch(1, 1)
        self.setLayout(content)
        self.setFocusProxy(self.table)
        self.search.searched.disconnect()
        self.search.searched.connect(self._show)
        self.table.opened.connect(self._merge)
        self.table.picked.connect(lambda _line: self.commands_changed.emit())

    @property
    def count(self) -> int | None:
        """How many pairs are to be decided on, None before they were looked for."""
        return None if self._lines is None else len(self._lines)

    @override
    def answers(self) -> Commands:
        line = self.table.current()
        if line is None:
            return {}
        return {
            "twins.merge": partial(self._merge, line),
            "twins.apart": partial(self._apart, line),
        }

    @override
    def tables(self) -> Tables:
        return {"table": self.table}

    @override
    def summary(self) -> str:
        return tr("Merging and keeping apart can both be undone")

    @override
    def select(self, record: UUID) -> bool:
        return False

    @Slot()
    @override
    def reload(self) -> None:
        if self._lines is None:
            self.table.show_empty("search", tr("Comparing everybody with everybody…"))
            self.table.show_rows([])
        self.context.background.run(
            lambda: twin_lines(self.office),
            done=self._on_found,
            refused=self._on_refused,
            owner=self,
        )

    @Slot(object)
    def _on_found(self, lines: Sequence[TwinLine]) -> None:
        self._lines = lines
        self._show()
        self.counted.emit()

    def _on_refused(self, refusal: OfficeError) -> None:
        show_refusal(self, refusal)

    @Slot()
    def _show(self) -> None:
        words = search_key(self.search.text()).split()
        lines = [line for line in self._lines or () if _holds(line, words)]
        if words:
            self.show_nothing_matches(self.table)
        else:
            self.table.show_empty(
                "checkmark_circle",
                tr("Nobody stands here twice"),
                tr("Names without titles, NIP, telephone and institution were compared."),
            )
        self.table.set_footer(
            tr("Pairs: {count}", count=len(lines)),
            [("Enter", tr("compare")), ("Del", tr("keep apart"))],
        )
        self.table.show_rows(lines, group=_group)
        self.table.settle()
        self.commands_changed.emit()

    @Slot(object)
    def _merge(self, line: TwinLine) -> None:
        decide(self.context, line, self)

    def _apart(self, line: TwinLine) -> None:
        with refusals_shown(self):
            tell_apart(self.context, line)


def _columns() -> list[Column[TwinLine]]:
    return [
        Column(tr("One record"), lambda line: _person(line.one)),
        Column(tr("The other"), lambda line: _person(line.other)),
        Column(tr("Score"), _score, width=112),
        Column(tr("What speaks for it"), _signs, width=300, hide_below=760),
    ]


def _person(person: KnownPerson) -> Cell:
    posts = joined(*(screen_side(post.title) for post in person.posts)) or person.guest_as
    return Cell(person.name.full, detail=posts or tr("no office recorded"), bold=True, tip=posts)


def _score(line: TwinLine) -> Cell:
    score = line.likeness.score
    return Cell("", chip=ChipText(tr("{score} of 100", score=score), _tone(score)))


def _signs(line: TwinLine) -> Cell:
    first, *rest = [tr(SIGNS[sign]) for sign in line.likeness.signs] or [""]
    return Cell(first, detail=", ".join(rest), tip=", ".join([first, *rest]))


def _group(line: TwinLine) -> Group:
    likely = line.likeness.score >= LIKELY
    return Group(tr("Likely one person") if likely else tr("Possibly one person"))


def _tone(score: int) -> Tone:
    return Tone.WARN if score >= LIKELY else Tone.NEUTRAL


def _key(line: TwinLine) -> tuple[UUID, UUID]:
    return line.one.id, line.other.id


def _holds(line: TwinLine, words: Sequence[str]) -> bool:
    people = (line.one, line.other)
    parts = [part for p in people for part in (p.name.full, p.known_as, p.guest_as)]
    parts += [text for p in people for post in p.posts for text in (post.title.id, post.body.id)]
    key = search_key(" ".join(parts))
    return all(word in key for word in words)

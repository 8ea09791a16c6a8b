"""A leader's day or week as it will be printed, and the words of a day for a chat."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Language
from kunjungan.domain.paper import Paper
from kunjungan.i18n import later, tr
from kunjungan.services.calendar.day_text import day_text
from kunjungan.services.calendar.leader_agenda import AgendaChoice
from kunjungan.services.calendar.leader_sheet import day_pdf, sheet_name, week_pdf, write_sheet
from kunjungan.services.calendar.leaders import list_leaders
from kunjungan.services.office import Office
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.printing.paper_dialog import PaperDialog, PlainPaper
from kunjungan.ui.widgets.fields import ChoiceField

_VERSIONS = (
    ("contacts", later("Internal, with contacts")),
    ("internal", later("Internal, without contacts")),
    ("public", later("Public, without notes")),
)


class SheetDialog(PaperDialog):
    """Preview, printer and file of a leader's day or week."""

    def __init__(self, context: ScreenContext, on: date, parent: QWidget, *, week: bool) -> None:
        office = context.office
        self.leader = ChoiceField(_leaders(office))
        self.version = ChoiceField([(key, tr(word)) for key, word in _VERSIONS])
        self.language = ChoiceField([("id", tr("Indonesian")), ("en", tr("English"))])
        made = week_pdf if week else day_pdf
        content = PlainPaper(
            title=tr("Leader's week") if week else tr("Leader's day"),
            verb=tr("Print sheet"),
            printed=tr("Sheet printed"),
            paper=Paper.A4,
            make=lambda paper: partial(made, office, on, self.choice(), paper),
            name=lambda: sheet_name(on, week=week),
            write=lambda path, paper: write_sheet(
                path, made(office, on, self.choice(), paper), on, week=week
            ),
            choices=(
                (tr("Leader"), self.leader),
                (tr("Version"), self.version),
                (tr("Language"), self.language),
            ),
            upright=(
                (lambda paper: week_pdf(office, on, self.choice(), paper, upright=True))
                if week
                else None
            ),
        )
        super().__init__(context, content, parent)

    def choice(self) -> AgendaChoice:
        """Return whose agenda is printed, and for whom."""
        version = self.version.value()
        return AgendaChoice(
            self.leader.value(),
            self.language.value(),
            public=version == "public",
            contacts=version == "contacts",
        )


def sheet_commands(
    context: ScreenContext, parent: QWidget, day: date
) -> dict[str, Callable[[], object]]:
    """Return the calendar's commands of a day: its sheet, that of its week, its words."""
    return {
        "calendar.sheet_day": lambda: _show(context, parent, day, week=False),
        "calendar.sheet_week": lambda: _show(context, parent, day, week=True),
        "calendar.copy_day": lambda: _copy(context, parent, day),
    }


def _show(context: ScreenContext, parent: QWidget, day: date, *, week: bool) -> None:
    with refusals_shown(parent):
        dialog = SheetDialog(context, day, parent, week=week)
        dialog.finished_with.connect(context.toast)
        dialog.exec()


def _copy(context: ScreenContext, parent: QWidget, day: date) -> None:
    """Put the agenda of a day on the clipboard, in the language of the screen."""
    with refusals_shown(parent):
        # Translators: the code of your language, one of "id" or "en".
        language: Language = "id" if tr("en") == "id" else "en"
        text = day_text(context.office, day, AgendaChoice(language=language))
        QGuiApplication.clipboard().setText(text)
        context.toast(tr("The day's agenda is copied; paste it into a chat."))


def _leaders(office: Office) -> list[tuple[str, str]]:
    """Return all leaders together, then each of them."""
    each = [
        (line.person_id.hex, f"{line.name.full}, {screen_side(line.post)}")
        for line in list_leaders(office)
    ]
    return [("", tr("All leaders")), *each]

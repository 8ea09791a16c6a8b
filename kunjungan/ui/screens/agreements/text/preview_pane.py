"""The paper beside the text: the real PDF, set anew at every pause, the last good one kept."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.letters import named
from kunjungan.i18n import tr
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.papers_offered import OfferedPaper, papers_offered
from kunjungan.services.printing import Typed, new_press, preview
from kunjungan.services.set_paper import SetPaper
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import language_word, refusal_words
from kunjungan.ui.screens.agreements.findings.refusing import refusing
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import icon_button
from kunjungan.ui.widgets.confirm import tell
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import row
from kunjungan.ui.widgets.page_view import PageView

_ZOOM = 1.2
_TYPED_MS = 25
"""How long nobody types before the paper is set: keys that follow one another cost one paper."""
_SHOWN = ("draft", "original", "translation")
"""A copy looks like the draft but for its mark."""


class PreviewPane(QFrame):
    """Shows one paper of an agreement as it would be printed now.

    Signals:
        clause_clicked: A clause was clicked on the paper; carries its place in the text.
        made: A paper was set; carries it.
    """

    clause_clicked = Signal(int)
    made = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._agreement: UUID | None = None
        self._make = _setter(context)
        self._typed: Callable[[], Typed] = dict
        self._paper: SetPaper | None = None
        self._papers: dict[str, OfferedPaper] = {}
        self._open = False
        self._place = -1
        self._busy = False
        self._again = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._set)
        self.setProperty("frame", "pane")
        self.view = PageView(context.pictures, self)
        self.choice = ChoiceField(parent=self)
        self._zoom = set_role(QLabel(self), TextRole.SMALL)
        self._pages = set_role(QLabel(self), TextRole.SMALL)
        self._notice = Notice(Tone.WARN, "", self)
        self._build()
        self._connect()

    def show_agreement(self, agreement_id: UUID, *, is_open: bool) -> None:
        """Show an agreement: its draft, or an original once its text is locked."""
        papers = papers_offered(self._context.office, agreement_id)
        fresh = agreement_id != self._agreement
        if fresh:
            self._agreement, self._paper = agreement_id, None
            self.view.clear()
        self._offer(papers)
        if fresh or is_open != self._open:
            self._open = is_open
            state = "draft" if is_open else "original"
            keys = [key for key, paper in self._papers.items() if paper.choice.state == state]
            if keys:  # a paper made elsewhere has no originals on record here
                self.choice.set_value(keys[0])
        self.refresh()

    def refresh(self) -> None:
        """Set the paper anew, once however often this is asked before it is done."""
        self._soon.start(0)

    def follow(self, typed: Callable[[], Typed]) -> None:
        """Take words that are ``typed`` and not kept yet into every paper from now on."""
        self._typed = typed

    def type_on(self) -> None:
        """Set the paper anew as soon as nobody has typed for a moment."""
        self._soon.start(_TYPED_MS)

    def show_clause(self, place: int) -> None:
        """Mark a clause on the paper by its place in the text; -1 marks none."""
        self._place = place
        self._mark()

    def paper_of(self, agreement_id: UUID) -> SetPaper | None:
        """Return the paper in sight, if there is one and it is of this agreement."""
        return self._paper if agreement_id == self._agreement else None

    def _build(self) -> None:
        self.choice.setAccessibleName(tr("Paper shown"))
        self._notice.hide()
        self._notice.setContentsMargins(12, 4, 12, 6)
        smaller = icon_button("zoom_out", tr("Smaller"), lambda: self._scale(1 / _ZOOM), self)
        larger = icon_button("zoom_in", tr("Larger"), lambda: self._scale(_ZOOM), self)
        fit = icon_button("page_fit", tr("Page width"), self.view.fit_width, self)
        head = row(
            self.choice,
            None,
            self._pages,
            smaller,
            self._zoom,
            larger,
            fit,
            spacing=4,
            margins=(12, 6, 8, 6),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._notice)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.choice.changed.connect(self.refresh)
        self.view.clicked.connect(self._on_clicked)
        self.view.zoomed.connect(self._on_zoomed)
        self.view.shown.connect(self._on_shown)
        self.view.turned.connect(self._show_page)

    def _offer(self, papers: Sequence[OfferedPaper]) -> None:
        shown = [paper for paper in papers if paper.choice.state in _SHOWN]
        shown.sort(key=lambda paper: _SHOWN.index(paper.choice.state))
        self._papers = {_key(paper): paper for paper in shown}
        self.choice.show_choices([(key, _words(paper)) for key, paper in self._papers.items()])

    def _chosen(self) -> PaperChoice:
        paper = self._papers.get(self.choice.value())
        return paper.choice if paper is not None else PaperChoice()

    @Slot()
    def _set(self) -> None:
        if self._agreement is None:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        agreement, choice, typed = self._agreement, self._chosen(), self._typed()
        self._context.background.run(
            refusing(lambda: self._make(agreement, choice, typed)),
            done=lambda paper: self._on_done(agreement, paper),
            refused=self._on_refused,
            owner=self,
        )

    def _on_done(self, agreement: UUID, paper: SetPaper) -> None:
        if agreement == self._agreement:
            self._paper = paper
            self.view.show_pdf(paper.pdf)
            self._show_missing(paper.missing)
            self.made.emit(paper)
        self._next()

    def _on_refused(self, refusal: OfficeError) -> None:
        details = (tr("Details"), partial(self._tell_why, refusal))
        self.view.show_failure(tr("The preview failed; the text is kept."), [details])
        self._next()

    def _tell_why(self, refusal: OfficeError) -> None:
        """Say why the newest pages are not shown, what is safe, and what to do."""
        words = tr(
            "{reason} Every word of the text is stored; the pages shown are the last that could "
            "be set. They are set anew at the next change, or by F5.",
            reason=refusal_words(refusal),
        )
        tell(self, tr("The preview failed"), words, Tone.BAD)

    def _next(self) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self.refresh()

    def _show_missing(self, missing: Sequence[str]) -> None:
        self._notice.setVisible(bool(missing))
        if missing:
            words = tr("No typeface here can print: {letters}", letters=named(missing))
            self._notice.show_text(words)

    def _mark(self) -> None:
        paper = self._paper
        places = paper.places if paper is not None else ()
        parts = [part for part in places if self._row(part.piece) == self._place]
        if parts:
            self.view.highlight(parts[0].page - 1, parts[0].top_mm, parts[0].bottom_mm)
        else:
            self.view.clear_highlight()

    def _row(self, piece: int) -> int:
        """Return which row of the text a piece of the paper is: the alternat moves some of them."""
        rows = self._paper.rows if self._paper is not None else ()
        return rows[piece] if piece < len(rows) else piece

    def _scale(self, by: float) -> None:
        self.view.set_zoom(self.view.zoom * by)

    @Slot(int, float, float)
    def _on_clicked(self, page: int, _x_mm: float, y_mm: float) -> None:
        for part in self._paper.places if self._paper else ():
            if part.page == page + 1 and part.top_mm <= y_mm <= part.bottom_mm:
                self.clause_clicked.emit(self._row(part.piece))
                return

    @Slot(float)
    def _on_zoomed(self, zoom: float) -> None:
        self._zoom.setText(f"{zoom * 100:.0f}%")

    @Slot(int)
    def _on_shown(self, _pages: int) -> None:
        self._mark()
        self._show_page(self.view.page)

    @Slot(int)
    def _show_page(self, page: int) -> None:
        count = self.view.page_count
        words = tr("Page {page} of {count}", page=page + 1, count=count) if count else ""
        self._pages.setText(words)


def _key(paper: OfferedPaper) -> str:
    """Return a paper's name among those of its agreement."""
    return f"{paper.choice.state}:{paper.choice.original_no or paper.language}"


def _words(paper: OfferedPaper) -> str:
    names = {
        "draft": tr("Draft"),
        "original": tr("Original {number}", number=paper.choice.original_no),
        "translation": tr("Translation"),
    }
    language = language_word(paper.language)
    return f"{names[paper.choice.state]}, {language}" if language else names[paper.choice.state]


def _setter(context: ScreenContext) -> Callable[[UUID, PaperChoice, Typed], SetPaper]:
    """Return what sets a paper; its press is made at the first paper and kept."""
    press = cache(new_press)
    return lambda agreement, choice, typed: preview(
        context.office, press(), agreement, choice, typed
    )

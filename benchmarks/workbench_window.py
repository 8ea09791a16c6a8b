"""The editor's part of ``benchmarks/workbench.py``: opening, keys, memory and the live preview."""

from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from uuid import UUID

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from benchmarks.measure import resident_mb
from benchmarks.workbench_desk import (
    Bench,
    Keys,
    Paints,
    bench,
    hurried,
    plain_edit,
    spin,
    until,
)
from benchmarks.workbench_offices import PAGES, first_agreement
from kunjungan.app.desk import open_desk
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.clauses import list_clauses
from kunjungan.services.printing import new_press, preview
from kunjungan.services.set_paper import SetPaper
from kunjungan.ui.screens.agreements.rows.clause_row import ClauseRow

Figures = dict[str, float]
_KEYS, _BURST, _BURSTS = 108, 8, 7
_LETTERS = "the parties shall implement this in good faith "
_SETTLED_MS = 4000


def opening(folder: Path) -> Figures:
    """Time the way to the first painted rows, the first time and again, in milliseconds."""
    with bench(folder) as desk:
        agreement, _lines = desk.text()
        plain = [_plain_opening(desk) for _ in range(3)]
        first = _opened(desk, lambda: desk.go(agreement))
        spin(_SETTLED_MS)
        again = []
        for _ in range(3):
            desk.go()
            spin(600)
            again.append(_opened(desk, lambda: desk.go(agreement)))
            spin(_SETTLED_MS)
        return {
            "plain QTextEdit": min(plain),
            "first time": first,
            "again": median(again),
        }


def typesetter(folder: Path) -> Figures:
    """Time the floor of the same text: its paper set on a new press, and on one that knows it."""
    office, _ = open_desk(folder, "write")
    agreement, press = first_agreement(office), new_press()
    cold = _timed(lambda: preview(office, press, agreement, PaperChoice()))
    warm = [_timed(lambda: preview(office, press, agreement, PaperChoice())) for _ in range(5)]
    rows = [_timed(lambda: list_clauses(office, agreement)) for _ in range(5)]
    office.store.close()
    return {"new press": cold, "known text": median(warm), "read the rows": median(rows)}


def keys(folder: Path) -> Figures:
    """Time a key until it is painted, while preview and checks run, in milliseconds."""
    with bench(folder) as desk:
        agreement, lines = desk.text()
        edit = plain_edit(lines)
        until(edit.isVisible)
        cursor = edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Down, n=len(lines))
        edit.setTextCursor(cursor)
        plain = _typed(Keys(edit), _KEYS // 3)
        edit.close()
        desk.go(agreement)
        spin(_SETTLED_MS)
        desk.page.rows.go_to(lines[len(lines) // 2].id, "en")
        spin(_SETTLED_MS)
        field = desk.page.rows.field()
        assert field is not None
        ours = _typed(Keys(field), _KEYS)
        return {
            "plain QTextEdit": median(plain),
            "plain, 95th": _most(plain),
            "median": median(ours),
            "95th": _most(ours),
            "worst": max(ours),
        }


def memory(folder: Path) -> Figures:
    """Weigh what opening the text and going through it keeps in memory, in MB.

    Another agreement was opened before, so that what every page needs is there already.
    """
    with bench(folder) as desk:
        agreement, _lines = desk.text()
        other = next(key for key in _agreements(desk) if key != agreement)
        desk.go(other)
        spin(_SETTLED_MS)
        desk.go()
        spin(600)
        held = resident_mb()
        desk.go(agreement)
        spin(_SETTLED_MS)
        opened = resident_mb()
        most = _through(desk)
        through = resident_mb()
        _through(desk)
        return {
            "opened": opened - held,
            "gone through": through - opened,
            "gone through again": resident_mb() - through,
            "row widgets at most": most,
        }


def plain_memory(folder: Path) -> Figures:
    """Weigh the same text in a plain QTextEdit, gone through likewise, in MB."""
    with bench(folder) as desk:
        _agreement, lines = desk.text()
        before = resident_mb()
        edit = plain_edit(lines)
        spin(300)
        bar = edit.verticalScrollBar()
        for place in _places(bar.maximum(), edit.height()):
            bar.setValue(place)
            edit.grab()
        return {"opened and gone through": resident_mb() - before}


def paper(folder: Path) -> Figures:
    """Time the last key of a burst until the page it stands on is shown anew, in milliseconds."""
    with bench(folder) as desk:
        agreement, lines = desk.text()
        desk.go(agreement)
        spin(_SETTLED_MS)
        desk.page.rows.go_to(lines[len(lines) // 2].id, "en")
        spin(_SETTLED_MS)
        shown = [_burst(desk, number) for number in range(_BURSTS)]
        office, press = desk.office, new_press()
        preview(office, press, agreement, PaperChoice())
        typeset = [
            _timed(lambda: preview(office, press, agreement, PaperChoice())) for _ in range(5)
        ]
        set_now = preview(office, press, agreement, PaperChoice())
        assert set_now.pages == PAGES, set_now.pages
        drawn = [_timed(lambda: _draw(set_now.pdf)) for _ in range(5)]
        return {
            "draw the page": median(drawn),
            "set the known text": median(typeset),
            "key to picture": median(shown),
            "worst": max(shown),
        }


def _plain_opening(desk: Bench) -> float:
    _agreement, lines = desk.text()
    started = perf_counter()
    edit = plain_edit(lines)
    paints = Paints(edit.viewport())
    until(lambda: paints.times)
    edit.close()
    return (paints.times[0] - started) * 1000


def _opened(desk: Bench, go: Callable[[], None]) -> float:
    """Go to an agreement and return when every row in sight was painted."""
    started = perf_counter()
    go()
    rows = [row for row in desk.page.rows.findChildren(ClauseRow) if _in_sight(row)]
    assert rows, "no row was built"
    paints = [Paints(row) for row in rows]
    until(lambda: all(each.times for each in paints))
    return (max(each.times[0] for each in paints) - started) * 1000


def _in_sight(row: QWidget) -> bool:
    return row.isVisible() and not row.visibleRegion().isEmpty()


def _typed(typist: Keys, count: int) -> list[float]:
    text = (_LETTERS * (count // len(_LETTERS) + 1))[:count]
    typist.type(text, hurried(count))
    return typist.taken


def _most(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _through(desk: Bench) -> int:
    """Scroll through the text, down and up; return the most row widgets there were at a time."""
    rows, most = desk.page.rows, 0
    bar = rows.verticalScrollBar()
    for place in _places(bar.maximum(), rows.viewport().height() // 2):
        bar.setValue(min(place, bar.maximum()))
        spin(10)
        most = max(most, len(rows.findChildren(ClauseRow)))
    spin(_SETTLED_MS // 2)
    return most


def _places(end: int, step: int) -> list[int]:
    down = [*range(0, end, max(step, 1)), end]
    return down + down[::-1]


def _agreements(desk: Bench) -> list[UUID]:
    return [line.id for line in list_agreements(desk.office)]


def _burst(desk: Bench, number: int) -> float:
    """Type a word no page had before; return how long its page then takes to be shown."""
    pictures, side = desk.context.pictures, desk.page.side.preview
    papers: list[SetPaper] = []
    opened: list[int] = []
    drawn: list[tuple[int, int, float]] = []
    links = [
        side.made.connect(papers.append),
        pictures.opened.connect(lambda key, _sizes: opened.append(key)),
        pictures.drawn.connect(lambda key, page, *_: drawn.append((key, page, perf_counter()))),
    ]
    field = desk.page.rows.field()
    assert field is not None
    word = f"q{number}" + "xyz"[number % 3] * (_BURST - 3)
    typist = Keys(field)
    typist.type(word + " ", [0.06] * len(word) + [0.0])
    spin(1500)
    for sender, link in zip((side.made, pictures.opened, pictures.drawn), links, strict=True):
        sender.disconnect(link)
    return (_first_shown(word, papers, opened, drawn) - typist.last_due) * 1000


def _first_shown(
    word: str,
    papers: list[SetPaper],
    opened: list[int],
    drawn: list[tuple[int, int, float]],
) -> float:
    """Return when a page with a word was first handed to the screen."""
    for made, key in zip(papers, opened, strict=False):
        page = _page_with(word, made.pdf)
        found = [at for number, leaf, at in drawn if (number, leaf) == (key, page)]
        if found:
            return found[0]
    raise TimeoutError(word)


def _page_with(word: str, pdf: bytes) -> int:
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - not part of any time

    document = pypdfium2.PdfDocument(pdf)
    found = (n for n, page in enumerate(document) if word in page.get_textpage().get_text_range())
    place = next(found, -1)
    document.close()
    return place


def _draw(pdf: bytes) -> None:
    import pypdfium2  # noqa: PLC0415 - part of no start

    document = pypdfium2.PdfDocument(pdf)
    document[min(4, len(document) - 1)].render(scale=96 / 72)
    document.close()


def _timed(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000

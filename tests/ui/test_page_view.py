from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from shiboken6 import delete

from kunjungan.ui.pictures import PagePictures
from kunjungan.ui.printing.print_preview import PrintPreview, Seen
from kunjungan.ui.widgets.page_canvas import PageCanvas
from kunjungan.ui.widgets.page_view import PageView
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET

F4 = (215.0, 330.0)


def a_pdf(pages: int = 3, colour: str = "red") -> bytes:
    """F4 pages with a filled square of 40 mm, its corner 20 mm from the left and the top."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(F4[0] * mm, F4[1] * mm))
    for _ in range(pages):
        canvas.setFillColor(colour)
        canvas.rect(20 * mm, (F4[1] - 60) * mm, 40 * mm, 40 * mm, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def pictures(qapp: QApplication) -> Iterator[PagePictures]:
    dressed(qapp)
    made = PagePictures()
    yield made
    made.stop()


@pytest.fixture
def view(qtbot: QtBot, pictures: PagePictures) -> PageView:
    made = PageView(pictures)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    return made


def canvas_of(view: PageView) -> PageCanvas:
    canvas = view.findChild(PageCanvas)
    assert canvas is not None
    return canvas


def show(qtbot: QtBot, view: PageView, pdf: bytes) -> None:
    with qtbot.waitSignal(view.shown):
        view.show_pdf(pdf)
    canvas = canvas_of(view)
    qtbot.waitUntil(lambda: 0 in canvas._images)


def at_mm(view: PageView, page: int, x: float, y: float) -> QPoint:
    canvas = canvas_of(view)
    return (canvas.sheet(page).topLeft() + QPointF(x, y) * canvas.pixels_per_mm).toPoint()


def colour_at(view: PageView, x: float, y: float) -> str:
    return canvas_of(view).grab().toImage().pixelColor(at_mm(view, 0, x, y)).name()


def drawn(view: PageView, colour: str) -> Callable[[], bool]:
    return lambda: colour_at(view, 40, 40) == colour


def test_pages_that_were_taken_away_do_not_come_back(qtbot: QtBot, view: PageView) -> None:
    show(qtbot, view, a_pdf())
    view.show_pdf(a_pdf(4))
    view.clear()
    assert (view.page_count, canvas_of(view)._images) == (0, {})
    with qtbot.waitSignal(view.shown) as shown:
        view.show_pdf(a_pdf(2))
    assert (shown.args, view.page_count) == ([2], 2)


def test_pages_are_drawn_where_the_paper_has_them(qtbot: QtBot, view: PageView) -> None:
    show(qtbot, view, a_pdf())
    assert view.page_count == 3
    assert canvas_of(view).sizes_mm[0] == pytest.approx(F4, abs=0.1)
    qtbot.waitUntil(drawn(view, "#ff0000"))
    assert colour_at(view, 10, 10) == "#ffffff"
    assert colour_at(view, 70, 40) == "#ffffff"


def test_a_changed_text_keeps_zoom_and_place(qtbot: QtBot, view: PageView) -> None:
    show(qtbot, view, a_pdf())
    view.set_zoom(0.8)
    view.go_to(1, 100)
    bar = view.findChildren(type(view._scroll))[0].verticalScrollBar()
    before = bar.value()
    show(qtbot, view, a_pdf(colour="blue"))
    qtbot.waitUntil(lambda: 1 in canvas_of(view)._images)
    assert (bar.value(), round(view.zoom, 3)) == (before, 0.8)


def test_the_old_page_stays_until_the_new_one_is_drawn(qtbot: QtBot, view: PageView) -> None:
    show(qtbot, view, a_pdf())
    qtbot.waitUntil(drawn(view, "#ff0000"))
    with qtbot.waitSignal(view.shown):
        view.show_pdf(a_pdf(colour="blue"))
    assert 0 in canvas_of(view)._images
    qtbot.waitUntil(drawn(view, "#0000ff"))


def test_a_broken_document_leaves_the_last_good_one(qtbot: QtBot, view: PageView) -> None:
    show(qtbot, view, a_pdf())
    view.show_pdf(b"not a PDF")
    qtbot.waitUntil(lambda: any("preview failed" in w.text() for w in view.findChildren(QLabel)))
    assert view.page_count == 3
    show(qtbot, view, a_pdf(2))
    qtbot.waitUntil(lambda: not any(w.isVisible() and w.text() for w in view.findChildren(QLabel)))
    assert view.page_count == 2


def test_only_the_newest_of_many_texts_is_shown(qtbot: QtBot, view: PageView) -> None:
    shown: list[int] = []
    view.shown.connect(shown.append)
    for pages in (1, 2, 3, 4):
        view.show_pdf(a_pdf(pages))
    qtbot.waitUntil(lambda: view.page_count == 4)
    assert shown == [4]


def test_a_click_says_where_on_the_paper_it_was(qtbot: QtBot, view: PageView) -> None:
    show(qtbot, view, a_pdf())
    with qtbot.waitSignal(view.clicked) as clicked:
        QTest.mouseClick(canvas_of(view), Qt.MouseButton.LeftButton, pos=at_mm(view, 1, 100, 200))
    page, x, y = clicked.args
    assert page == 1
    assert (x, y) == pytest.approx((100, 200), abs=0.6)


def test_a_highlight_is_seen_and_can_be_taken_away(qtbot: QtBot, view: PageView) -> None:
    show(qtbot, view, a_pdf())
    view.highlight(0, 100, 110)
    assert colour_at(view, 150, 105) != "#ffffff"
    view.clear_highlight()
    assert colour_at(view, 150, 105) == "#ffffff"


def test_a_highlight_further_down_is_scrolled_to(qtbot: QtBot, view: PageView) -> None:
    show(qtbot, view, a_pdf())
    bar = view._scroll.verticalScrollBar()
    view.highlight(2, 100, 110)
    top = canvas_of(view).sheet(2).top() + 100 * canvas_of(view).pixels_per_mm
    assert bar.value() <= top <= bar.value() + view._scroll.viewport().height()


def test_the_page_in_the_middle_is_told_as_one_turns_over(qtbot: QtBot, view: PageView) -> None:
    show(qtbot, view, a_pdf())
    assert view.page == 0
    with qtbot.waitSignal(view.turned) as turned:
        view.go_to(2)
    assert turned.args == [2]
    assert view.page == 2


def test_the_width_fits_until_a_zoom_is_chosen(qtbot: QtBot, view: PageView) -> None:
    show(qtbot, view, a_pdf())
    port = view._scroll.viewport()
    assert canvas_of(view).sheet(0).width() == pytest.approx(port.width() - 32, abs=2)
    view.resize(800, 500)
    qtbot.waitUntil(lambda: abs(canvas_of(view).sheet(0).width() - port.width() + 32) <= 2)
    wheel = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = view.zoom
    QApplication.sendEvent(port, wheel)
    assert view.zoom == pytest.approx(before * 1.1)
    view.set_zoom(99)
    assert view.zoom == pytest.approx(4.0)


def test_two_views_share_the_one_thread(qtbot: QtBot, pictures: PagePictures) -> None:
    views = [PageView(pictures), PageView(pictures)]
    for place, view in enumerate(views):
        qtbot.addWidget(view)
        view.resize(400, 400)
        view.show()
        view.show_pdf(a_pdf(place + 1))
    qtbot.waitUntil(lambda: [view.page_count for view in views] == [1, 2])


def test_a_view_that_is_gone_lets_its_document_go(qtbot: QtBot, pictures: PagePictures) -> None:
    view = PageView(pictures)
    view.resize(400, 400)
    view.show()
    show(qtbot, view, a_pdf())
    assert len(pictures._work.documents) == 1
    delete(view)
    qtbot.waitUntil(lambda: not pictures._work.documents)


def test_no_page_of_one_paper_stands_over_the_name_of_another(
    qtbot: QtBot, pictures: PagePictures
) -> None:
    preview = PrintPreview(pictures)
    qtbot.addWidget(preview)
    preview.show()
    first = preview.findChildren(PageView)[0]
    preview.show_papers([Seen("Badges", a_pdf(), 3)])
    qtbot.waitUntil(lambda: first.page_count == 3)
    preview.show_papers([Seen("Badges", a_pdf(colour="blue"), 3)])
    assert first.page_count == 3
    preview.show_papers([Seen("Attendance list", a_pdf(2), 2)])
    assert first.page_count == 0
    qtbot.waitUntil(lambda: first.page_count == 2)

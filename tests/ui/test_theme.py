from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFocusFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kunjungan.resources import resource
from kunjungan.ui.action_list import ACTIONS
from kunjungan.ui.theme import apply
from kunjungan.ui.theme.apply import ThemeChoice, recolour
from kunjungan.ui.theme.fonts import SIZES, TextRole, font
from kunjungan.ui.theme.icons import icon, pixmap
from kunjungan.ui.theme.palette import current_tokens, palette
from kunjungan.ui.theme.roles import set_role, set_tone
from kunjungan.ui.theme.stylesheet import stylesheet
from kunjungan.ui.theme.tokens import DARK, LIGHT, Tokens, Tone, contrast, ink
from tests.ui.shared import QUIET, dressed

SETS = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
pytestmark = QUIET

GROUNDS = ("bg", "surface", "sunken", "hover", "sel")
WORDS = ("text", "text2", "text3")


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    dressed(qapp)


@pytest.mark.parametrize("tokens", SETS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_words_can_be_read_on_every_ground(tokens: Tokens, word: str, ground: str) -> None:
    colours = asdict(tokens)
    assert contrast(colours[word], colours[ground]) >= 4.5


@pytest.mark.parametrize("tokens", SETS)
@pytest.mark.parametrize("tone", list(Tone))
def test_chips_can_be_read(tokens: Tokens, tone: Tone) -> None:
    colours = ink(tokens, tone)
    assert contrast(colours.text, colours.soft) >= 4.5
    assert contrast(colours.text, tokens.surface) >= 4.5


@pytest.mark.parametrize("tokens", SETS)
def test_filled_buttons_and_edges_stand_out(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent_hover) >= 4.5
    assert contrast(tokens.bg, tokens.text) >= 4.5
    for ground in (tokens.bg, tokens.surface):
        assert contrast(tokens.stroke, ground) >= 3.0
        assert contrast(tokens.accent_text, ground) >= 3.0


@pytest.mark.parametrize(
    ("first", "second", "stated"),
    [
        (LIGHT.text3, LIGHT.sel, 4.70),
        (LIGHT.text3, LIGHT.sunken, 4.85),
        (LIGHT.text2, LIGHT.sel, 5.83),
        ("#FFFFFF", LIGHT.accent, 8.26),
        (LIGHT.ok, LIGHT.ok_soft, 5.98),
        (LIGHT.warn, LIGHT.warn_soft, 6.27),
        (LIGHT.bad, LIGHT.bad_soft, 6.28),
        (LIGHT.stroke, LIGHT.bg, 3.09),
        (DARK.text3, DARK.sel, 4.78),
        ("#FFFFFF", DARK.accent, 5.43),
        ("#FFFFFF", DARK.accent_hover, 4.76),
        (DARK.accent_text, DARK.accent_soft, 6.07),
    ],
)
def test_contrast_is_what_the_specification_states(first: str, second: str, stated: float) -> None:
    assert contrast(first, second) == pytest.approx(stated, abs=0.01)


@pytest.mark.parametrize("tokens", SETS)
def test_the_stylesheet_leaves_no_place_open(tokens: Tokens) -> None:
    assert "$" not in stylesheet(tokens)
    assert tokens.accent in stylesheet(tokens)


@pytest.mark.parametrize("tokens", SETS)
def test_the_colours_in_force_are_found_again(qapp: QApplication, tokens: Tokens) -> None:
    before = qapp.palette()
    qapp.setPalette(palette(tokens))
    assert current_tokens() is tokens
    qapp.setPalette(before)


def test_switching_the_theme_recolours_labels_and_icons(qapp: QApplication, qtbot: QtBot) -> None:
    label = set_tone(QLabel("x"), Tone.BAD)
    qtbot.addWidget(label)
    for choice, tokens in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
        recolour(qapp, choice)
        label.ensurePolished()
        assert label.palette().color(label.foregroundRole()) == QColor(tokens.bad)
        drawn = icon("add", 16, "bad").pixmap(16, 16).toImage()
        assert _alike(_ink_of(drawn), QColor(tokens.bad))


def test_high_contrast_keeps_the_systems_own_colours(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apply, "wants_high_contrast", lambda _app: True)
    recolour(qapp, ThemeChoice.DARK)
    assert qapp.styleSheet() == ""
    assert qapp.palette().window() == qapp.style().standardPalette().window()
    monkeypatch.undo()
    recolour(qapp, ThemeChoice.LIGHT)
    assert current_tokens() is LIGHT


def test_an_icon_has_the_size_and_colour_asked_for() -> None:
    drawn = pixmap("checkmark", 20, "#123456", 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (40, 2.0)
    assert _alike(_ink_of(drawn.toImage()), QColor("#123456"))


@pytest.mark.parametrize("name", sorted({spec.icon for spec in ACTIONS if spec.icon}))
def test_every_icon_of_a_command_is_shipped(name: str) -> None:
    assert resource(f"icons/{name}_16_regular.svg").stat().st_size > 100


def test_icons_and_typefaces_come_with_their_licences() -> None:
    assert "MIT License" in resource("icons/LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in resource("fonts/ui/OFL.txt").read_text(encoding="utf-8")


def test_no_icon_is_shipped_that_nobody_names() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(__file__).parents[2].joinpath("kunjungan", "ui").rglob("*.py")
    )
    shipped = {path.stem.rsplit("_", 2)[0] for path in resource("icons").glob("*.svg")}
    assert {name for name in shipped if f'"{name}"' not in code} == set()


@pytest.mark.parametrize("role", list(TextRole))
def test_type_is_carried_in_the_sizes_of_the_scale(role: TextRole) -> None:
    found = QFontInfo(font(role))
    assert found.family() in {"Segoe UI", "Noto Sans"}
    assert found.pixelSize() == SIZES[role][0]


def test_a_role_sets_size_and_weight(qtbot: QtBot) -> None:
    label = set_role(QLabel("x"), "title")
    qtbot.addWidget(label)
    assert label.font().pixelSize() == 20


def test_the_keyboard_rings_the_button_it_reaches(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    first, second = QPushButton("a", holder), QPushButton("b", holder)
    second.move(120, 0)
    holder.show()
    with qtbot.waitActive(holder):
        holder.activateWindow()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    ring = holder.findChild(QFocusFrame)
    assert ring is not None
    assert ring.widget() is second
    assert ring.isVisible()


def test_a_refused_choice_is_edged_in_red(qtbot: QtBot) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    combo.addItem("Kota Bandung")
    combo.resize(160, 30)
    combo.setProperty("bad", "true")
    edge = combo.grab().toImage().pixelColor(QPoint(80, 0))
    assert abs(edge.red() - QColor(current_tokens().bad).red()) < 40


def _ink_of(image: QImage) -> QColor:
    """The colour of the most solid pixel."""
    points = [QPoint(x, y) for x in range(image.width()) for y in range(image.height())]
    solid = max(points, key=lambda point: image.pixelColor(point).alpha())
    found = image.pixelColor(solid)
    return QColor(found.red(), found.green(), found.blue())


def _alike(first: QColor, second: QColor) -> bool:
    """Whether two colours differ by no more than rounding."""
    parts = (QColor.red, QColor.green, QColor.blue)
    return all(abs(part(first) - part(second)) <= 2 for part in parts)

from collections import defaultdict

import pytest
from PySide6.QtGui import QKeySequence

from kunjungan.i18n import tr, use_language
from kunjungan.resources import catalogue
from kunjungan.ui.action_list import ACTIONS
from kunjungan.ui.actions import INSIDE, MENUS
from tests.ui.shared import QUIET

pytestmark = QUIET


def test_every_command_has_its_own_name() -> None:
    names = [spec.name for spec in ACTIONS]
    assert len(set(names)) == len(names)


def test_no_two_open_commands_share_a_key() -> None:
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for spec in ACTIONS:
        if spec.shortcut:
            by_key[QKeySequence(spec.shortcut).toString()].append(spec.name)
    everywhere = {spec.name for spec in ACTIONS if spec.place or spec.page in _WINDOW}
    for key, names in by_key.items():
        pages = [name.partition(".")[0] for name in names]
        assert len(set(pages)) == len(pages), f"{key}: {names}"
        assert len(names) == 1 or not everywhere.intersection(names), f"{key}: {names}"


_WINDOW = {"window", "edit", "tab", "theme", "language", "office", "page"}


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_two_lines_of_a_menu_share_a_mnemonic(language: str) -> None:
    use_language(catalogue(language))
    try:
        groups = [[tr(title) for title in MENUS.values()]]
        groups += [[tr(s.text) for s in ACTIONS if s.menu is menu] for menu in MENUS]
    finally:
        use_language(None)
    for texts in groups:
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(set(letters)) == len(letters), texts


def test_every_menu_has_commands() -> None:
    assert {spec.menu for spec in ACTIONS} == set(MENUS)


def test_a_menu_inside_another_comes_after_it_and_holds_no_menu_itself() -> None:
    order = list(MENUS)
    for inner, outer in INSIDE.items():
        assert order.index(outer) < order.index(inner)
        assert outer not in INSIDE

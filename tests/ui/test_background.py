"""Slow work elsewhere must not take the screen's cyclic garbage with it."""

import gc
import threading
import weakref
from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.ui.background import Background


class Cycle(QObject):
    """An object that only a collection of cyclic garbage can free."""

    def __init__(self, died_in: list[int]) -> None:
        super().__init__()
        self.self = self
        weakref.finalize(self, lambda: died_in.append(threading.get_ident()))


def litter() -> list[list[object]]:
    """Make enough to set off a collection wherever it is made."""
    return [[object()] for _ in range(20_000)]


def test_the_worker_never_collects_what_belongs_to_the_screen(qtbot: QtBot) -> None:
    background = Background()
    died_in: list[int] = []
    done: list[list[list[object]]] = []
    for _ in range(30):
        Cycle(died_in)
    background.run(litter, done=done.append, refused=lambda _: None, owner=background)
    qtbot.waitUntil(lambda: bool(done))
    assert died_in == []
    qtbot.waitUntil(lambda: len(died_in) == 30)
    assert set(died_in) == {threading.get_ident()}
    background.close()


def test_python_collects_by_itself_again_afterwards() -> None:
    background = Background()
    assert not gc.isenabled()
    background.close()
    assert gc.isenabled()


def test_a_quick_read_does_not_wait_for_slow_work(qtbot: QtBot) -> None:
    background, go_on = Background(), threading.Event()
    answers: list[object] = []
    background.run(
        lambda: go_on.wait(5), done=answers.append, refused=answers.append, owner=background
    )
    background.run(
        lambda: "quick", done=answers.append, refused=answers.append, owner=background, quick=True
    )
    qtbot.waitUntil(lambda: answers == ["quick"])
    go_on.set()
    qtbot.waitUntil(lambda: answers == ["quick", True])
    background.close()


class Asker(QObject):
    """An object that lives only as long as somebody waits to tell it the answer."""

    def __init__(self, died_in: list[int]) -> None:
        super().__init__()
        weakref.finalize(self, lambda: died_in.append(threading.get_ident()))

    def ask(self, background: Background) -> None:
        """Ask for something, held by the question, the answer and the owner alike."""
        background.run(self._work, done=self._done, refused=self._done, owner=self)

    def _work(self) -> None:
        if id(self) % 3 == 0:
            raise RuleBroken(later("No."))

    def _done(self, _answer: object) -> None:
        pass


def test_who_waits_for_an_answer_is_let_go_with_it_and_never_by_the_worker(qtbot: QtBot) -> None:
    background = Background()
    died_in: list[int] = []
    for asked in range(1, 201):
        Asker(died_in).ask(background)
        qtbot.waitUntil(partial(lambda so_many: len(died_in) == so_many, asked))
    assert set(died_in) == {threading.get_ident()}
    background.close()

"""Work on a file of others ends in time, with its answer, its error, or by force."""

import itertools
import sys
import threading
from contextlib import suppress
from time import sleep

import pytest

from kunjungan.exchange.time_limit import TimeUp, within


def test_work_that_ends_in_time_gives_its_answer() -> None:
    assert within(20, lambda: 6 * 7) == 42


def test_an_error_in_the_work_is_raised_where_it_was_asked_for() -> None:
    with pytest.raises(ZeroDivisionError):
        within(20, lambda: 1 // 0)


def test_work_without_end_is_stopped_and_its_thread_with_it() -> None:
    running: list[int] = []

    def endless() -> int:
        running.append(threading.get_ident())
        return sum(1 for _ in itertools.count())

    def swallowing() -> int:
        try:
            return endless()
        except Exception:  # noqa: BLE001 - as a library may do
            return 0

    with pytest.raises(TimeUp):
        within(0.2, swallowing)
    for _ in range(2_000):
        if running[0] not in sys._current_frames():
            return
        sleep(0.01)
    pytest.fail("the thread still runs")


def test_work_inside_stopped_work_does_not_go_on() -> None:
    begun: list[int] = []

    def endless() -> None:
        while True:
            pass

    def many() -> None:
        for number in range(100):
            begun.append(number)
            with suppress(TimeUp):
                within(0.05, endless)

    with pytest.raises(TimeUp):
        within(0.2, many)
    sleep(0.3)
    stopped = len(begun)
    sleep(0.3)
    assert len(begun) == stopped < 20


def test_a_stop_at_any_moment_hits_the_work_and_never_the_thread_round_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hit: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", hit.append)
    for tries in range(400):
        with suppress(TimeUp):
            within(tries / 4_000_000, lambda: sum(range(50)))
    assert within(20, lambda: 6 * 7) == 42
    assert hit == []

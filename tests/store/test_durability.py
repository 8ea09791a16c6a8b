"""What was committed is there after the program was killed at any moment."""

import random
import sys
from pathlib import Path

import pytest

from benchmarks.durability import run

ROUNDS = 20


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork to be quick enough for a test")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_twenty_kills_lose_nothing(tmp_path: Path) -> None:
    tally = run(tmp_path, ROUNDS, dice=random.Random(7))  # noqa: S311 (no secret)
    assert tally.rounds == ROUNDS
    assert tally.acknowledged >= ROUNDS
    assert tally.is_clean, tally

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from kunjungan.app import window as app_window
from kunjungan.cli.call import Call
from kunjungan.cli.parser import Parser
from kunjungan.cli.window import run
from kunjungan.settings import Settings


@pytest.fixture
def _collected_again() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("_collected_again")
def test_what_the_window_imports_is_never_looked_through_for_garbage(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[tuple[bool, int]] = []
    monkeypatch.setattr(
        app_window, "open_window", lambda *_: seen.append((gc.isenabled(), gc.get_freeze_count()))
    )
    arguments = Parser().parse_args([])
    arguments.office = str(tmp_path)
    run(Call(arguments, Settings()))
    [(collecting, set_aside)] = seen
    assert not collecting
    assert set_aside > 10_000

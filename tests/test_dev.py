"""The way in ends in one sentence wherever it cannot go on."""

import os
import sys
from pathlib import Path

import pytest

import dev


@pytest.fixture
def never_runs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    commands: list[tuple[object, ...]] = []
    monkeypatch.setattr(dev, "do", lambda *command, **_: commands.append(command))
    return commands


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux needs packages of the system.")
@pytest.mark.parametrize(("user", "runs"), [(1000, 0), (0, 2)])
def test_missing_system_packages_are_named_or_installed_by_root(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    never_runs: list[tuple[object, ...]],
    user: int,
    runs: int,
) -> None:
    missing = {"EGL", "xcb-cursor"}
    monkeypatch.setattr(dev, "find_library", lambda name: None if name in missing else name)
    monkeypatch.setattr(dev, "find_spec", lambda _: None)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(Path, "exists", lambda _: True)
    packages = ("python3-venv", "libegl1", "libxcb-cursor0")
    if user:
        with pytest.raises(SystemExit, match="2"):
            dev.complete_system()
        said = f"Install these Debian packages, then try again: {' '.join(packages)}.\n"
        assert capsys.readouterr().err == said
    else:
        dev.complete_system()
        assert never_runs[-1][-3:] == packages
    assert len(never_runs) == runs


@pytest.mark.skipif(sys.platform != "linux", reason="Windows always has a display.")
def test_without_a_display_the_window_is_not_opened(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    never_runs: list[tuple[object, ...]],
) -> None:
    monkeypatch.setattr(dev, "ENV", {})
    monkeypatch.setattr(dev, "set_up", lambda *_: None)
    with pytest.raises(SystemExit, match="2"):
        dev.main("run")
    assert "No display here" in capsys.readouterr().err
    dev.main("run", "--", "verify", "--office", "x")
    assert [command[-3:] for command in never_runs] == [("verify", "--office", "x")]


def test_an_unknown_word_shows_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        dev.main("build")
    said = capsys.readouterr().err
    assert all(f"dev.py {verb}" in said for verb in ("run", *dev.TASKS))


def test_checks_stop_at_the_first_failure_and_say_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "set_up", lambda *_: None)
    monkeypatch.setattr(dev, "BIN", Path(sys.executable).parent)
    monkeypatch.setattr(dev, "TASKS", {"check": ("python -V", "python -c 1/0", "python -V")})
    with pytest.raises(SystemExit) as stop:
        dev.main("check")
    assert stop.value.code == "dev.py check stopped at: python -c 1/0"

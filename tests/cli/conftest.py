"""A command line on a desk of its own, in English unless a test says otherwise."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kunjungan import i18n
from kunjungan.cli import main as command_line

Run = Callable[..., "Ended"]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 (whatever was written)
        """What was written, read back."""
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A desk without choices of its own; the language of the tests comes back afterwards."""
    path = tmp_path / "desk" / "settings.json"
    monkeypatch.setattr(command_line, "settings_file", lambda: path)
    monkeypatch.delenv(command_line.LANGUAGE_VARIABLE, raising=False)
    yield path
    i18n.use_language(None)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command and see how it ends."""

    def typed(*words: object, lang: str = "en") -> Ended:
        given = [str(word) for word in words]
        try:
            code = command_line.main([*given, "--lang", lang] if lang else given)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return typed


@pytest.fixture
def sample(run: Run, tmp_path: Path) -> Path:
    """The folder of a sample office."""
    folder = tmp_path / "sample"
    assert run("sample", folder).code == 0
    return folder

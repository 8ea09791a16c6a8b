"""The program as a person starts it: each command a process, on a desk of its own."""

import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from typing_extensions import override

from kunjungan.cli.main import main
from kunjungan.i18n import use_language
from tests.store.damage import fingerprints

EVENT = Path(__file__).with_name("bandung.json")
"""The true case as a person would write it down by hand; every ref is a label."""


def data_of(office: Path) -> dict[str, str]:
    """Return an office's files by their fingerprints: those that hold its data, no passing ones."""
    passing = (".lock", "-wal", "-shm")
    return {name: sha for name, sha in fingerprints(office).items() if not name.endswith(passing)}


def archived_papers(office: Path) -> list[str]:
    """Return the fingerprints of an office's archived papers; texts of drafts lie there, too."""
    files = [path for path in (office / "arsip").rglob("*") if path.is_file()]
    return sorted(path.name for path in files if path.read_bytes().startswith(b"%PDF"))


@dataclass(frozen=True, slots=True)
class Program:
    """The command line on one office; its desk has no choices of its own."""

    office: Path
    desk: Path

    def run(self, *words: object, lang: str = "en") -> subprocess.CompletedProcess[str]:
        """Type a command and see how it ends."""
        return subprocess.run(
            [sys.executable, "-m", "kunjungan", *self._typed(words, lang)],
            env={**os.environ, **self._own, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    def does(self, *words: object) -> str:
        """Type a command that must go well and return what it writes."""
        ended = self.run(*words)
        assert (ended.returncode, ended.stderr) == (0, ""), ended
        return ended.stdout

    def tells(self, *words: object) -> Any:  # noqa: ANN401 (whatever was written)
        """Type a command that must go well and read back the JSON that it writes."""
        return json.loads(self.does(*words, "--json"))

    def refuses(self, *words: object) -> str:
        """Type a command that must be refused, in both languages; return the English sentence."""
        indonesian, english = (self.run(*words, lang=lang) for lang in ("id", "en"))
        for ended in (indonesian, english):
            assert (ended.returncode, ended.stdout) == (2, ""), ended
            assert ended.stderr.count("\n") == 1, ended.stderr
            assert "Traceback" not in ended.stderr
        assert indonesian.stderr != english.stderr
        return english.stderr.rstrip("\n")

    def elsewhere(self, office: Path) -> "Program":
        """The same desk on another office."""
        return type(self)(office, self.desk)

    @property
    def _own(self) -> dict[str, str]:
        return {"HOME": str(self.desk), "XDG_CONFIG_HOME": str(self.desk)}

    def _typed(self, words: tuple[object, ...], lang: str) -> list[str]:
        return [*map(str, words), "--office", str(self.office), "--lang", lang]


class Quick(Program):
    """The same command line without a process for each command; it keeps this process's clock."""

    __slots__ = ()

    @override
    def run(self, *words: object, lang: str = "en") -> subprocess.CompletedProcess[str]:
        typed = self._typed(words, lang)
        with (
            patch.dict(os.environ, self._own),
            redirect_stdout(StringIO()) as out,
            redirect_stderr(StringIO()) as err,
        ):
            try:
                code = main(typed)
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else 1
            finally:
                use_language(None)
        return subprocess.CompletedProcess(typed, code, out.getvalue(), err.getvalue())

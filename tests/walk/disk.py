"""A disk so small that a test can fill it, or lock it against writing."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

BLOCK = 4096


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """A disk of its own at ``place``."""

    place: Path

    @property
    def _ballast(self) -> Path:
        return self.place / "ballast"

    def fill(self, *, but: int = 0) -> None:
        """Leave no block free, or ``but`` so many bytes of them."""
        room = shutil.disk_usage(self.place).free - but
        with self._ballast.open("wb") as ballast:
            ballast.write(bytes(room // BLOCK * BLOCK))

    def free(self) -> None:
        """Give the space back."""
        self._ballast.unlink()

    def lock(self) -> None:
        """Let nothing be written on it."""
        subprocess.run(["mount", "-o", "remount,ro", str(self.place)], check=True)

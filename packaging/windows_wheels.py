"""Proves that everything in requirements.lock can be had as a wheel for Windows.

pip reads markers for the machine it runs on and would leave out tzdata; uv reads them for Windows.
"""

import re
import subprocess
import sys
import tempfile
from importlib.metadata import distributions
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PIN = re.compile(r"^([\w.-]+)==([^ ;\\]+)(?: ; ([^\\]+))?", re.MULTILINE)


def pinned(python: str) -> dict[str, str]:
    """Return what the lock asks of a Windows machine with that Python."""
    windows = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}
    machine = windows | {"python_version": python, "platform_machine": "AMD64"}
    pins = PIN.findall(LOCK.read_text(encoding="utf-8"))
    return {
        canonicalize_name(name): version
        for name, version, marker in pins
        if not marker or Marker(marker).evaluate(machine)
    }


def fetched(python: str) -> dict[str, str]:
    """Return what arrives for Windows when only wheels with the locked hashes will do."""
    uv = [sys.executable, "-m", "uv", "pip", "install", "-q", "--no-deps", "--require-hashes"]
    windows = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", python]
    with tempfile.TemporaryDirectory() as folder:
        target = ["--only-binary", ":all:", "--target", folder, "-r", str(LOCK)]
        subprocess.run([*uv, *windows, *target], check=True)
        return {canonicalize_name(d.name): d.version for d in distributions(path=[folder])}


def main() -> int:
    """Compare the two for each Python that we support, and name what is missing."""
    failures = 0
    for python in PYTHONS:
        wanted, got = pinned(python), fetched(python)
        missing = sorted(name for name in wanted if got.get(name) != wanted[name])
        failures += len(missing)
        answer = f"missing {', '.join(missing)}" if missing else f"all {len(wanted)} wheels"
        print(f"Windows, Python {python}: {answer}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

"""The way in, with nothing but Python: `run` opens the program, `check` tests it.

python3 dev.py run               open the window on the sample office
python3 dev.py run -- WORDS      hand WORDS to the program, for example `run -- --help`
python3 dev.py check             format, lint, types, contracts, tests; stops at the first failure
python3 dev.py lock [--upgrade]  write both lock files from pyproject.toml
python3 dev.py words             bring i18n/ up to the words in the code
On Windows: `py dev.py run`. Each first makes .venv, and makes it anew when a lock has changed.
"""

import hashlib
import os
import subprocess
import sys
from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN, EXE = (VENV / "Scripts", ".exe") if os.name == "nt" else (VENV / "bin", "")
LOCKS = {"build": "requirements.lock", "dev": "requirements-dev.lock"}  # dev holds build, too
ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
POT, PO = "i18n/kunjungan.pot", "i18n/id.po"
COMPILE = "uv pip compile -q --python-version=3.11 pyproject.toml"
TASKS = {
    "check": ("ruff format --check .", "ruff check .", "mypy", "lint-imports", "pytest -q -n auto"),
    "lock": [f"{COMPILE} --group {group} -o {lock}" for group, lock in LOCKS.items()],
    "words": (
        f"pybabel -q extract -k tr -k later --omit-header --add-location=file -o {POT} kunjungan",
        f"pybabel -q update -l id -N --ignore-obsolete --ignore-pot-creation-date -i {POT} -o {PO}",
        f"pybabel -q compile -l id -i {PO} -o i18n/id.mo",
    ),
}
NEEDED_BY_QT = """EGL libegl1 GL libgl1 dbus-1 libdbus-1-3 fontconfig libfontconfig1 glib-2.0
libglib2.0-0 xkbcommon libxkbcommon0 xkbcommon-x11 libxkbcommon-x11-0 xcb-cursor libxcb-cursor0
xcb-icccm libxcb-icccm4 xcb-image libxcb-image0 xcb-keysyms libxcb-keysyms1 xcb-render-util
libxcb-render-util0 xcb-shape libxcb-shape0 xcb-xkb libxcb-xkb1"""


def give_up(sentence: str) -> None:
    """End with one sentence."""
    print(sentence, file=sys.stderr)
    raise SystemExit(2)


def do(*command: object, cwd: Path = ROOT, failure: str = "") -> None:
    """Run a command; where it fails, end as it did or with a sentence."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, env=ENV, check=False)
    if done.returncode:
        raise SystemExit(failure or done.returncode)


def complete_system() -> None:
    """Install what a bare Debian lacks for Python's venv and for Qt, or end by naming it."""
    names = iter(NEEDED_BY_QT.split())  # library, Debian package, library, ...
    missing = [] if find_spec("ensurepip") else ["python3-venv"]
    missing += [debian for name, debian in zip(names, names, strict=True) if not find_library(name)]
    if missing and (os.geteuid() or not Path("/usr/bin/apt-get").exists()):
        give_up(f"Install these Debian packages, then try again: {' '.join(missing)}.")
    if missing:
        ENV["DEBIAN_FRONTEND"] = "noninteractive"
        do("apt-get", "update", "-q")
        do("apt-get", "install", "-q", "-y", "--no-install-recommends", *missing)


def set_up(*locks: str) -> None:
    """Bring .venv up to these lock files; at once when it already is."""
    stamp = VENV / "kunjungan.stamp"
    wanted = [sys.version.split()[0]]
    wanted += [hashlib.sha256((ROOT / lock).read_bytes()).hexdigest() for lock in locks]
    known = stamp.read_text(encoding="utf-8").split() if stamp.exists() else []
    if known[: len(wanted)] == wanted:
        return
    if sys.platform == "linux":
        complete_system()
    if not known or known != wanted[: len(known)]:
        print(f"Setting up {VENV}, once; this takes half a minute.", flush=True)
        do(sys.executable, "-m", "venv", "--clear", VENV)
    pip = (BIN / f"python{EXE}", "-m", "pip", "install", "-q", "--disable-pip-version-check")
    do(*pip, "--require-hashes", "-r", locks[-1])
    do(*pip, "--no-deps", "--no-build-isolation", "-e", ".")
    stamp.write_text(" ".join(wanted), encoding="utf-8")


def run(*words: str) -> None:
    """Hand words to the program, or open its window on the sample office."""
    set_up(LOCKS["build"])
    program = (BIN / f"python{EXE}", "-m", "kunjungan")
    if words:
        do(*program, *words, cwd=Path.cwd())
        return
    print("The same job without a window: `python3 dev.py run -- --help` tells how.", flush=True)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & ENV.keys():
        give_up("No display here, so no window was opened.")
    sample = ROOT / ".cache" / "sample"
    if not sample.exists():
        do(*program, "sample", sample)
    do(*program, "--office", sample)


def main(verb: str = "", *words: str) -> None:
    """Do what was asked."""
    if verb == "run":
        run(*words[words[:1] == ("--",) :])
    elif verb in TASKS:
        set_up(*LOCKS.values())
        for task in TASKS[verb]:
            print(f"dev.py {verb}: {task}", flush=True)
            step = [*task.split(), *words]
            do(BIN / f"{step[0]}{EXE}", *step[1:], failure=f"dev.py {verb} stopped at: {task}")
    else:
        give_up(__doc__)


if __name__ == "__main__":
    if not (3, 11) <= sys.version_info[:2] < (3, 15):
        give_up(f"Kunjungan needs Python 3.11 to 3.14; this is {sys.version.split()[0]}.")
    main(*sys.argv[1:])

"""Compiles Qt's own words in Indonesian: ``python packaging/make_qt_words.py``.

Qt ships no Indonesian catalogue. ``i18n/qtbase_id.ts`` is edited by hand; the compiled file
beside it is what the program loads, so that an installed program needs no compiler.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "i18n"


def compile_words(source: Path, target: Path) -> None:
    """Compile a Qt Linguist file with the tool that comes with PySide6.

    Raises:
        CalledProcessError: the file is not well formed.
    """
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    command = [str(tool), "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    compile_words(FOLDER / "qtbase_id.ts", FOLDER / "qtbase_id.qm")

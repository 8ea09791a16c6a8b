"""What ``benchmarks/workbench.py`` runs in processes of their own; each prints its figures as JSON.

The first word is the part, the second the folder of an office that it may spoil.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import workbench_register, workbench_window, workbench_words

Figures = dict[str, float]
RUNS: dict[str, Callable[[Path], Figures]] = {
    run.__name__: run
    for run in (
        workbench_window.opening,
        workbench_window.typesetter,
        workbench_window.keys,
        workbench_window.memory,
        workbench_window.plain_memory,
        workbench_window.paper,
        workbench_words.comparing,
        workbench_words.suggesting,
        workbench_words.checking,
        workbench_register.listing,
        workbench_register.screen,
        workbench_register.importing,
        workbench_register.exporting,
    )
}

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.stdout.write(json.dumps(RUNS[sys.argv[1]](Path(sys.argv[2]))))

"""The program without a command: its window."""

import gc
import os
import sys

from kunjungan.cli.call import Call
from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(call: Call) -> None:
    """Open the window and stay until it is closed."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        raise Unavailable(
            later("There is no screen here. `kunjungan --help` shows what can be done without one.")
        )
    gc.disable()  # imports leave no garbage; from here on the window tidies up, see ui.background
    from kunjungan.app.window import open_window  # noqa: PLC0415 (quick --help)

    gc.freeze()  # nor is what they made looked through each time
    open_window(call.folder, call.settings)

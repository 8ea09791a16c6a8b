"""The palette (Ctrl+K): one box that finds every record and every command."""

from kunjungan.ui.shell.palette.palette import Palette
from kunjungan.ui.shell.palette.source import Source

__all__ = ["Palette", "Source"]

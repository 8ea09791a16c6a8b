"""Reads what is typed behind the options of ``print``."""

import argparse
from pathlib import Path

from kunjungan.i18n import tr


def original_typed(text: str) -> int | None:
    """Read the number of an original; None stands for all."""
    if text == "all":
        return None
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(tr("a number from 1, or all, is needed."))
    return int(text)


def pages_typed(text: str) -> str | tuple[int, ...]:
    """Read the numbers of pages, or that those that changed are wanted."""
    if text == "changed":
        return text
    numbers = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() and int(part) for part in numbers):
        raise argparse.ArgumentTypeError(tr("page numbers such as 1,4, or changed, are needed."))
    return tuple(dict.fromkeys(map(int, numbers)))


def folder_typed(text: str) -> Path:
    """Read a folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError(tr("a folder is needed."))
    return Path(text)

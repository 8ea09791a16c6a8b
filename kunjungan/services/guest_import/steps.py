"""Tells how far long work has come, and stops it where a person says so."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import later

T = TypeVar("T")
Progress = Callable[[int, int], bool]
"""Told how many of how many rows are done; returns whether to go on."""
AT_ONCE = 250
_HALTED = later("The import was stopped. Nothing was written.")


class Halted(OfficeError):
    """A person stopped the work; nothing of it was kept."""


def in_steps(items: Sequence[T], progress: Progress | None) -> Iterator[T]:
    """Yield items, asking every 250 of them whether to go on; Halted where not."""
    for place, item in enumerate(items):
        if progress is not None and place % AT_ONCE == 0 and not progress(place, len(items)):
            raise Halted(_HALTED)
        yield item
    if progress is not None and not progress(len(items), len(items)):
        raise Halted(_HALTED)

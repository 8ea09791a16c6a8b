"""Work that must not stop the screen: what goes wrong in it becomes a refusal."""

from collections.abc import Callable
from typing import TypeVar

from kunjungan.domain.errors import OfficeError, Unavailable
from kunjungan.i18n import later

T = TypeVar("T")


def refusing(work: Callable[[], T]) -> Callable[[], T]:
    """Return the same work, whose faults are refusals that say what broke.

    For papers that are set beside the text: the last good one stays, and one goes on writing.
    """

    def guarded() -> T:
        try:
            return work()
        except OfficeError:
            raise
        except Exception as fault:
            message = later("The paper could not be set: {fault}.")
            words = f"{type(fault).__name__}, {fault}".rstrip(".")
            raise Unavailable(message, fault=words) from fault

    return guarded

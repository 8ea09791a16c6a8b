"""Words for what a disk refuses to write."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later

_REASONS = MappingProxyType(
    {
        errno.ENOSPC: later("The disk is full: {name} was not written."),
        errno.EDQUOT: later("The disk is full: {name} was not written."),
        errno.EFBIG: later("The disk is full: {name} was not written."),
        errno.EROFS: later("{name} was not written: the folder {folder} can only be read."),
        errno.ENOENT: later("{name} was not written: there is no folder {folder}."),
        errno.EEXIST: later("{name} was not written: {folder} is not a folder."),
        errno.ENOTDIR: later("{name} was not written: {folder} is not a folder."),
        errno.EISDIR: later("{name} was not written: a folder has that name."),
        errno.EACCES: later("{name} was not written: it is open elsewhere or may not be changed."),
        errno.EPERM: later("{name} was not written: it is open elsewhere or may not be changed."),
    }
)
_NO_REASON = later("{name} could not be written in the folder {folder}.")


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what a disk cannot do in a block into a sentence about a file.

    Raises:
        Unavailable: the file could not be written.
    """
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, _NO_REASON)
        raise Unavailable(reason, name=path.name, folder=str(path.parent)) from error

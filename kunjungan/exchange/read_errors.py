"""Words for what a disk refuses to read."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from kunjungan.domain.errors import NotFound, Unavailable
from kunjungan.i18n import later

FOLDER = later("{name} is a folder. Nothing of it was kept; choose the files in it.")
_GONE = later(
    "{name} is no longer there. Nothing of it was kept; "
    "check the folder, the stick or the network drive and try again."
)
_HELD = later(
    "{name} cannot be read: another program holds it, or you may not read it. "
    "Nothing of it was kept; close it there and try again."
)
_BROKEN_OFF = later(
    "{name} could not be read to its end. Nothing of it was kept; "
    "check the stick or the network drive and try again."
)
_REASONS: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOENT: _GONE,
        errno.ENOTDIR: _GONE,
        errno.ENAMETOOLONG: _GONE,
        errno.EISDIR: FOLDER,
        errno.EACCES: _HELD,
        errno.EPERM: _HELD,
        errno.EBUSY: _HELD,
        errno.ETXTBSY: _HELD,
    }
)


@contextmanager
def read_errors(name: str) -> Iterator[None]:
    """Turn what a disk cannot do in a block into a sentence about a file."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = _REASONS.get(getattr(error, "errno", None) or 0, _BROKEN_OFF)
        kind = NotFound if reason is _GONE else Unavailable
        raise kind(reason, name=name) from error

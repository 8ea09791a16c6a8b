"""Sizes of files as people say them."""

from kunjungan.i18n import tr

_KILO, _MEGA = 1 << 10, 1 << 20


def size_words(size: int) -> str:
    """Return a size in bytes as people say it: 12 KB, 3,4 MB."""
    if size < _MEGA:
        return tr("{count} KB", count=max(1, round(size / _KILO)))
    whole, tenth = divmod(round(size * 10 / _MEGA), 10)
    return tr("{count} MB", count=tr("{whole}.{tenth}", whole=whole, tenth=tenth))

"""Keys that keep rows in an order of one's own, with room between any two.

A key reads as a fraction written in 62 digits; byte order is row order. It never ends in the
smallest digit, so there is always a key between two others and moving a row rewrites no other.
"""

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def rank_between(before: str | None, after: str | None) -> str:
    """Return a key that sorts after ``before`` and ahead of ``after``; None means an open end.

    Raises:
        ValueError: ``before`` does not sort ahead of ``after``, or one is not a key.
    """
    low, high = before or "", after
    if not all(_is_key(key) for key in (before, after) if key is not None):
        raise ValueError((before, after))
    if high is None:
        return _above(low)
    if low >= high:
        raise ValueError((before, after))
    return _midpoint(low, high)


def ranks(count: int) -> list[str]:
    """Return ``count`` short keys in order, evenly spread for a list made at once."""
    width = 1
    while _BASE**width <= count:
        width += 1
    step = _BASE**width / (count + 1)
    return [_written(int(step * place), width) for place in range(1, count + 1)]


def ranks_between(before: str | None, after: str | None, count: int) -> list[str]:
    """Return ``count`` keys in order between two others; they stay short however many there are.

    Raises:
        ValueError: as ``rank_between``.
    """
    if count == 0:
        return []
    middle = rank_between(before, after)
    below = count // 2
    return [
        *ranks_between(before, middle, below),
        middle,
        *ranks_between(middle, after, count - below - 1),
    ]


def _above(low: str) -> str:
    """Count up the first digit that can grow, so that appending keeps keys short."""
    for place, digit in enumerate(low):
        if digit != _DIGITS[-1]:
            return low[:place] + _DIGITS[_DIGITS.index(digit) + 1]
    return low + _DIGITS[_BASE // 2]


def _midpoint(low: str, high: str) -> str:
    """Return a key between two; ``low`` may be empty and is padded with the smallest digit."""
    head = ""
    place = 0
    while True:
        floor = _DIGITS.index(low[place]) if place < len(low) else 0
        ceiling = _DIGITS.index(high[place])
        if ceiling - floor > 1:
            return head + _DIGITS[(floor + ceiling) // 2]
        head += _DIGITS[floor]
        place += 1
        if ceiling - floor == 1:
            return head + _above(low[place:])


def _written(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return digits.rstrip(_DIGITS[0])


def _is_key(text: str) -> bool:
    return bool(text) and text[-1] != _DIGITS[0] and all(c in _DIGITS for c in text)

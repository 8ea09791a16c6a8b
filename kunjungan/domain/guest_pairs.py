"""A pasted list whose posts and names stand on lines of their own: two lines are one guest.

Only a list that alternates from its first guest to its last is read so; no other is touched.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from kunjungan.domain.guest_cells import TO_COME, is_to_come
from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.guest_line import guest_of, labelled, mark_of, words_of_name

F = GuestField
LEAST_PAIRS = 2
"""Two lines alone may as well be two guests."""
_MORE = frozenset({F.PHONE, F.NIP, F.EMAIL, F.DIET, F.NOTE})
Says = Callable[[str], bool]


_Kind = Literal["post", "name", "more", "heading", "other"]
"""What a line is: half a guest, more of the guest above, a heading, or none of these."""
_HALVES: frozenset[_Kind] = frozenset({"post", "name"})


def pairs_joined(lines: Sequence[str], heading: Says, prose: Says) -> tuple[list[str], int]:
    """Return the lines with each post and its name made one, and how many guests that makes.

    Lines are clean. A phone or a NIP may stand below each guest and headings between them, prose
    only round the list, and a number only before a guest's first line. Where the list does not
    alternate so, the lines come back as they were, and the count is 0.
    """
    filled = [line for line in lines if mark_of(line)[1]]
    kinds = [_kind(mark_of(line)[1], heading, prose) for line in filled]
    halves = [at for at, kind in enumerate(kinds) if kind in _HALVES]
    firsts, seconds = halves[::2], halves[1::2]
    if len(seconds) < LEAST_PAIRS or not _alternates(filled, kinds, halves):
        return list(lines), 0
    whole = {a: _one(filled[a], filled[b], kinds[a]) for a, b in zip(firsts, seconds, strict=True)}
    joined = set(seconds)
    rest = [whole.get(at, line) for at, line in enumerate(filled) if at not in joined]
    return rest, len(whole)


def _kind(text: str, heading: Says, prose: Says) -> _Kind:
    guest = guest_of(text)
    name, said = guest.get(F.NAME, TO_COME), guest.keys() - {F.NAME, F.HONORIFIC, F.BODY}
    if heading(text):
        return "heading"
    if said and said <= _MORE and name == TO_COME:
        return "more"
    if labelled(text) or prose(text):
        return "other"
    if said == {F.TITLE} and name == TO_COME:
        return "post"
    named = is_to_come(text) or (name != TO_COME and words_of_name(name))
    return "name" if named and said <= _MORE else "other"


def _alternates(lines: Sequence[str], kinds: Sequence[_Kind], halves: Sequence[int]) -> bool:
    """Say whether posts and names follow each other in one order, line below line."""
    firsts, seconds = halves[::2], halves[1::2]
    order = {(kinds[a], kinds[b]) for a, b in zip(firsts, seconds, strict=False)}
    close = [b - a == 1 for a, b in zip(firsts, seconds, strict=False)]
    between = set(kinds[halves[0] : halves[-1]]) <= _HALVES | {"more", "heading"}
    marked = {bool(mark_of(lines[at])[0]) for at in firsts}
    plain = not any(mark_of(lines[at])[0] for at in seconds)
    even = len(firsts) == len(seconds) and len(order) == 1 and len(set(*order)) == len(_HALVES)
    return even and all(close) and between and len(marked) == 1 and plain


def _one(first: str, second: str, kind: _Kind) -> str:
    """Return a guest's two lines as one with a mark before it."""
    mark, text = mark_of(first)
    name, post = (second, text) if kind == "post" else (text, second)
    return f"{mark or '•'} {name} - {post}"

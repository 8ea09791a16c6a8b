"""Which way each character of a text reads: the Unicode Bidirectional Algorithm (UAX 9).

Marks that set a direction by hand (embeddings, overrides, isolates) are read over as if they were
not there; all other rules are kept. The comments name the rules of UAX 9.
"""

import re
from itertools import groupby
from unicodedata import bidirectional, category, mirrored

_LEFTWARD = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_LANGUAGES = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
"""What a type counts as for the neutrals beside it (N0 and N1)."""
_IGNORED = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_BLANK = frozenset(("WS", "S", "B"))
_NEUTRAL = _BLANK | {"ON"}
_CLOSING = {"[": "]", "{": "}"}
_SAME = {0x2329: 0x3008, 0x232A: 0x3009}


def leftward(language: str) -> bool:
    """True when the paragraphs of a language, named by its code, read from right to left."""
    return language.partition("-")[0] in _LANGUAGES


def has_leftward(text: str) -> bool:
    """True when any character of a text reads from right to left."""
    return not text.isascii() and re.search(_LEFTWARD, text) is not None


def begins_leftward(text: str) -> bool:
    """True when the first letter of a text reads from right to left (P2, P3)."""
    strong = (kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"})
    return next(strong, "L") != "L"


def levels(text: str, *, leftward: bool) -> bytes:
    """Return the level of each character of a paragraph: even ones read to the right."""
    base = int(leftward)
    places = [at for at, char in enumerate(text) if bidirectional(char) not in _IGNORED]
    shown = "".join(text[at] for at in places)
    kinds = [bidirectional(char) or "L" for char in shown]
    start = "R" if leftward else "L"
    _resolve_weak(kinds, start)
    _resolve_brackets(shown, kinds, start)
    _resolve_neutral(kinds, start)
    found = dict(zip(places, (_level(kind, base) for kind in kinds), strict=True))
    _reset_blanks(shown, places, found, base)
    result, last = bytearray(), base
    for at in range(len(text)):
        last = found.get(at, last)
        result.append(last)
    return bytes(result)


def visual_order(levels: bytes) -> list[int]:
    """Return the places of a line's characters from left to right (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        turned: list[int] = []
        for deep, run in groupby(order, key=lambda at: levels[at] >= level):
            part = list(run)
            turned += part[::-1] if deep else part
        order = turned
    return order


def _level(kind: str, base: int) -> int:
    """Return the level of a resolved type (I1, I2)."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolve_weak(kinds: list[str], start: str) -> None:
    """Make numbers and what belongs to them of one kind (W1 to W7)."""
    strong, before = start, start
    for at, kind in enumerate(kinds):
        kinds[at] = before if kind == "NSM" else kind
        if kinds[at] == "EN" and strong == "AL":
            kinds[at] = "AN"
        strong = kinds[at] if kinds[at] in {"L", "R", "AL"} else strong
        before = kinds[at]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and (
            (kind == "CS" and before in {"EN", "AN"}) or (kind, before) == ("ES", "EN")
        ):
            kinds[at] = before
    _resolve_terminators(kinds)
    strong = start
    for at, kind in enumerate(kinds):
        strong = kind if kind in {"L", "R"} else strong
        kinds[at] = "L" if kind == "EN" and strong == "L" else kind


def _resolve_terminators(kinds: list[str]) -> None:
    """Give signs beside a number, as of money or per cent, to it; others are neutral (W5, W6)."""
    at = 0
    for kind, run in groupby(tuple(kinds)):
        stop = at + len(list(run))
        if kind == "ET" and "EN" in (*kinds[max(0, at - 1) : at], *kinds[stop : stop + 1]):
            kinds[at:stop] = ["EN"] * (stop - at)
        at = stop
    kinds[:] = ["ON" if kind in {"ET", "ES", "CS"} else kind for kind in kinds]


def _resolve_brackets(text: str, kinds: list[str], start: str) -> None:
    """Let both brackets of a pair read as what they stand in (N0)."""
    for opening, closing in _pairs(text, kinds):
        inside = {_STRONG.get(kind) for kind in kinds[opening + 1 : closing]} - {None}
        if not inside:
            continue
        before = (_STRONG[kind] for kind in reversed(kinds[:opening]) if kind in _STRONG)
        way = start if start in inside else next(before, start)
        for at in (opening, closing):
            kinds[at] = way
            after = at + 1
            while after < len(text) and bidirectional(text[after]) == "NSM":
                kinds[after] = way
                after += 1


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Return the pairs of brackets in the order of the opening ones (BD16)."""
    pairs: list[tuple[int, int]] = []
    open_ones: list[tuple[str, int]] = []
    for at, char in enumerate(text.translate(_SAME)):
        if kinds[at] != "ON" or not mirrored(char):
            continue
        if category(char) == "Ps":
            open_ones.append((_CLOSING.get(char, chr(ord(char) + 1)), at))
        elif category(char) == "Pe":
            depth = next(
                (n for n in range(len(open_ones) - 1, -1, -1) if open_ones[n][0] == char), None
            )
            if depth is not None:
                pairs.append((open_ones[depth][1], at))
                del open_ones[depth:]
    return sorted(pairs)


def _resolve_neutral(kinds: list[str], start: str) -> None:
    """Let neutrals read as the letters on both sides, or as the paragraph (N1, N2)."""
    at = 0
    for neutral, run in groupby(tuple(kinds), key=_NEUTRAL.__contains__):
        stop = at + len(list(run))
        if neutral:
            before = _STRONG[kinds[at - 1]] if at else start
            after = _STRONG[kinds[stop]] if stop < len(kinds) else start
            kinds[at:stop] = [before if before == after else start] * (stop - at)
        at = stop


def _reset_blanks(shown: str, places: list[int], found: dict[int, int], base: int) -> None:
    """Give tabs, and blanks before them and at the end, the level of the paragraph (L1)."""
    trailing = True
    for at, char in zip(reversed(places), reversed(shown), strict=True):
        kind = bidirectional(char)
        trailing = kind in {"S", "B"} or (trailing and kind in _BLANK)
        if trailing:
            found[at] = base

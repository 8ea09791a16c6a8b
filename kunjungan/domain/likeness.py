"""How likely two records of people are one person, and what speaks for and against it.

Office practice: the weights are this program's own. A number that differs outweighs any name, so
that two people of one name are kept apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from kunjungan.domain.search_words import fold, name_words_in
from kunjungan.domain.spelled_names import MUHAMMAD
from kunjungan.i18n import later

LIKELY, POSSIBLE = 90, 75
"""From this score on two are likely one person, or possibly; below it nothing is said."""


class Sign(StrEnum):
    """What speaks for two records being one person."""

    NIP = "nip"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"
    SPELLED = "spelled"
    PART = "part"
    CLOSE = "close"
    BODY = "body"
    POST = "post"


SIGNS: Mapping[Sign, str] = MappingProxyType(
    {
        Sign.NIP: later("the same NIP"),
        Sign.PHONE: later("the same telephone"),
        Sign.EMAIL: later("the same e-mail"),
        Sign.NAME: later("the same name without titles"),
        Sign.SPELLED: later("the same name, spelled differently"),
        Sign.PART: later("one name holds the other"),
        Sign.CLOSE: later("names that differ by little"),
        Sign.BODY: later("the same institution"),
        Sign.POST: later("the same post"),
    }
)
"""What each sign is called."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A person as likeness sees one: the name's words, and what tells people of one name apart.

    ``words`` are those of the name without titles as written, in the order of the alphabet,
    ``folded`` the same in the one spelling that all of a name share, ``line`` these with blanks
    between; ``phone`` holds digits alone, ``bodies`` and ``posts`` where and what the person is or
    was.
    """

    id: UUID
    words: tuple[str, ...]
    folded: tuple[str, ...]
    nip: str = ""
    phone: str = ""
    email: str = ""
    bodies: frozenset[UUID] = frozenset()
    posts: frozenset[str] = frozenset()
    line: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Join the folded words once, for they are compared over and over."""
        object.__setattr__(self, "line", " ".join(self.folded))


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score from 0 to 100 and what it rests on, the strongest first."""

    score: int
    signs: tuple[Sign, ...] = ()


NOT_ALIKE = Likeness(0)


def name_words(plain: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name without titles, as written and folded, each in ABC order."""
    words = name_words_in(plain)
    folded = [MUHAMMAD if word == "m" else fold(word) for word in words]
    return tuple(sorted(words)), tuple(sorted(folded))


def phone_digits(text: str) -> str:
    """Return a telephone as digits in one form: ``+62 812``, ``0812`` and ``812`` are the same."""
    digits = text if text.isdigit() else "".join(letter for letter in text if letter.isdigit())
    bare = digits.removeprefix("62").removeprefix("0").removeprefix("62")
    return bare if len(bare) > 6 else ""


def likeness(one: KnownName, other: KnownName, close: float) -> Likeness:
    """Return how likely two are one person; ``close`` is how alike their names are, 0 to 100."""
    named = _named(one, other, close)
    if one.nip and one.nip == other.nip:
        score = 99 if close >= 50 else POSSIBLE
        return Likeness(score, (Sign.NIP, *named[1:], *_shared(one, other)))
    if not named or (one.nip and other.nip):
        return NOT_ALIKE
    score, sign = named
    shared = _shared(one, other)
    score += sum(_WORTH[each] for each in shared)
    if len(one.folded) == 1 == len(other.folded) and not shared:
        score -= 25
    return Likeness(max(0, min(score, 98)), (sign, *shared))


_WORTH: Mapping[Sign, int] = MappingProxyType(
    {Sign.PHONE: 25, Sign.EMAIL: 25, Sign.BODY: 12, Sign.POST: 10}
)
_SAME, _RESPELLED, _HELD, _CLOSE = 80, 78, 68, 66
_ALIKE = 88
"""So alike are names that differ by a letter or two."""


def _named(one: KnownName, other: KnownName, close: float) -> tuple[int, Sign] | tuple[()]:
    if not one.words or not other.words:
        return ()
    if one.words == other.words:
        return _SAME, Sign.NAME
    if one.folded == other.folded:
        return _RESPELLED, Sign.SPELLED
    if _holds(one.folded, other.folded) or _holds(other.folded, one.folded):
        return _HELD, Sign.PART
    alike = close >= _ALIKE and _figures(one) == _figures(other)
    return (_CLOSE, Sign.CLOSE) if alike else ()


def _figures(one: KnownName) -> list[str]:
    """Return the figures in a name: guest 3 is not guest 7."""
    return [word for word in one.words if word.isdigit()]


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Say whether a name holds another of two words or more, one of them perhaps an initial.

    One of as many words is held only by its initials.
    """
    if not 2 <= len(part) <= len(whole):
        return False
    if len(part) == len(whole) and min(map(len, part)) > 1:
        return False
    rest = [word for word in part if word not in whole]
    if len(rest) == len(part) or any(len(word) > 1 for word in rest):
        return False
    left = {word[0] for word in whole if word not in part}
    return left.issuperset(rest)


def _shared(one: KnownName, other: KnownName) -> tuple[Sign, ...]:
    at_one = not one.bodies.isdisjoint(other.bodies)
    found = (
        (Sign.PHONE, bool(one.phone) and one.phone == other.phone),
        (Sign.EMAIL, bool(one.email) and one.email == other.email),
        (Sign.BODY, at_one),
        (Sign.POST, at_one and not one.posts.isdisjoint(other.posts)),
    )
    return tuple(sign for sign, holds in found if holds)

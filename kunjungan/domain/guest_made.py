"""What the texts of a row make of a guest: name and titles, post, what names one of a few things.

What names nothing of ours goes into the note; no text is dropped.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import STANDING_IN
from kunjungan.domain.days import PartialDate
from kunjungan.domain.guest_cells import (
    digits_of,
    grade_of,
    holds_post,
    honorific_of,
    is_nothing,
    rank_of,
)
from kunjungan.domain.guest_entry import PLAIN, GuestEntry
from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.guest_words import attendance_of, capacity_of, group_of, role_of
from kunjungan.domain.names import PersonName, parse_name, search_key
from kunjungan.domain.posts import Post, read_post

F = GuestField
_ANYBODY = "Nama"
_ACTING = re.compile(r"(?i)^(?:the )?(?:interim )?acting\s+")


@dataclass(frozen=True, slots=True)
class Reading:
    """How rows are read: with titles and posts taken apart, and empty names as still to come.

    ``titled`` lists have columns of their own for titles. ``is_home`` says of an institution that
    it is the delegation's own, which no post repeats; ``local_rank`` finds the office's own
    additions to precedence by name.
    """

    split: bool = True
    announced: bool = False
    titled: bool = False
    is_home: Callable[[str], bool] = lambda _: False
    local_rank: Callable[[str], UUID | None] = lambda _: None


def entry_of(texts: Mapping[GuestField, str], reading: Reading) -> GuestEntry:
    """Return the guest of whom the texts of a row tell."""
    post = _ranked(_post(_title(texts, reading), reading), texts, reading)
    named = {**_NAMED, F.LOCAL_RANK: reading.local_rank}
    said = {what: read(texts[what]) for what, read in named.items() if texts.get(what)}
    since = texts.get(F.SINCE, "")
    return GuestEntry(
        name=_name(texts, split=reading.split and not reading.titled),
        title=Bilingual(post.title.id, _english(texts, post)),
        group=said.get(F.GROUP) or post.group,
        is_head=post.is_head,
        former=post.former,
        capacity=said.get(F.CAPACITY) or post.capacity,
        local_rank=said.get(F.LOCAL_RANK),
        role=said.get(F.ROLE),
        attendance=said.get(F.ATTENDANCE),
        since=PartialDate.parse(since) if since else None,
        texts=_plain_texts(texts, [texts[what] for what, value in said.items() if value is None]),
    )


_NAMED: Mapping[GuestField, Callable[[str], Any]] = MappingProxyType(
    {F.ROLE: role_of, F.ATTENDANCE: attendance_of, F.CAPACITY: capacity_of, F.GROUP: group_of}
)
"""Fields whose texts name one of a few things."""


def _post(text: str, reading: Reading) -> Post:
    if reading.split and text:
        return read_post(text)
    return Post(Bilingual(text, ""), former=text.casefold().startswith("mantan "))


def _english(texts: Mapping[GuestField, str], post: Post) -> str:
    """Return the post in English; its capacity, which is put before it again, is none of it."""
    said = texts.get(F.TITLE_EN) or post.title.en
    return _ACTING.sub("", said) if post.capacity in STANDING_IN else said


def _ranked(post: Post, texts: Mapping[GuestField, str], reading: Reading) -> Post:
    """Return a post with what its English says of who holds it, where its Indonesian says nothing.

    It is the English one where the list has no other.
    """
    if post.group is not None or not texts.get(F.TITLE_EN):
        return post
    english = _post(" ".join(texts[F.TITLE_EN].split()), reading)
    if not post.title.id:
        return english
    return replace(post, group=english.group, is_head=post.is_head or english.is_head)


def _name(texts: Mapping[GuestField, str], *, split: bool) -> PersonName:
    """Return the name with its titles; one whose letters would change is kept whole."""
    given = " ".join(texts.get(F.NAME, "").split())
    front = _front(" ".join(texts.get(F.TITLES_FRONT, "").split()))
    parts = texts.get(F.TITLES_BACK, "").split(",")
    back = tuple(part.strip() for part in parts if part.strip())
    read = parse_name(given) if split and given else PersonName(given)
    whole = read.full
    if not read.plain or (whole != given and search_key(whole) != search_key(given)):
        read = PersonName(given)
    return PersonName(read.plain, (*front, *read.front), (*read.back, *back))


def _front(text: str) -> tuple[str, ...]:
    """Return titles that stand in front, those of two words whole."""
    if not text:
        return ()
    read = parse_name(f"{text} {_ANYBODY}")
    return read.front if read.plain == _ANYBODY else tuple(text.split())


def _title(texts: Mapping[GuestField, str], reading: Reading) -> str:
    """Return the post; an institution that is not the delegation's own goes on with it.

    A comma parts them where the post is none of ours: "Mayor, City of Kawasaki".
    """
    post = " ".join(texts.get(F.TITLE, "").split())
    body = " ".join(texts.get(F.BODY, "").split())
    if not post or not body or reading.is_home(body) or search_key(body) in search_key(post):
        return post
    if not holds_post(post):
        return f"{post}, {body}"
    words, more = post.split(), body.split()
    if words[-1].casefold() == more[0].casefold():
        more = more[1:]
    return " ".join([*words, *more])


def _plain_texts(texts: Mapping[GuestField, str], odd: Sequence[str]) -> dict[GuestField, str]:
    """Return the fields of plain text; ``odd`` ones, which name nothing of ours, join the note."""
    kept = {what: text for what, text in texts.items() if what in PLAIN and text}
    rank = kept.get(F.RANK, "")
    if grade := grade_of(rank):
        kept[F.RANK] = rank_of(rank)
        kept.setdefault(F.GRADE, grade)
    for what, plainly in _TIDY.items():
        if what in kept:
            kept[what] = plainly(kept[what])
    if odd:
        kept[F.NOTE] = "; ".join([*filter(None, [kept.get(F.NOTE, "")]), *odd])
    return {what: text for what, text in kept.items() if not is_nothing(text)}


_TIDY: Mapping[GuestField, Callable[[str], str]] = MappingProxyType(
    {
        F.GRADE: lambda text: grade_of(text) or text,
        F.HONORIFIC: honorific_of,
        F.NIP: lambda text: digits_of(text) if len(digits_of(text)) == 18 else text,
    }
)

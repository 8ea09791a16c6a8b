"""What follows an agreement that ends: nothing yet, a draft, talks, or a renewal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kunjungan.domain.life import Course
from kunjungan.domain.registry import Follow
from kunjungan.services.courses import Key, as_uuid
from kunjungan.services.registry.sources import Talks


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What follows an agreement.

    ``by`` is the renewal, ``draft_no`` its draft, ``talks`` the visit at which it
    is spoken of, ``until`` the end of a signed renewal.
    """

    state: Follow = Follow.NONE
    by: UUID | None = None
    draft_no: int = 0
    talks: Talks | None = None
    until: date | None = None


def follow_ups(
    rows: Iterable[tuple[Key, Key, int]], courses: Mapping[Key, Course], talks: Mapping[Key, Talks]
) -> dict[Key, FollowUp]:
    """Return what follows each agreement that something follows.

    Each row is an agreement, the one it renews (or None), and its draft number.
    """
    renewals: dict[Key, list[tuple[Key, int]]] = defaultdict(list)
    for key, old, draft_no in rows:
        if old is not None and courses[key].ended_on is None:
            renewals[old].append((key, draft_no))
    found = {key: FollowUp(Follow.IN_TALKS, talks=when) for key, when in talks.items()}
    for old, after in renewals.items():
        found[old] = _followed(courses, talks, old, after)
    return found


def _followed(
    courses: Mapping[Key, Course], talks: Mapping[Key, Talks], old: Key, after: list[Any]
) -> FollowUp:
    signed = [key for key, _ in after if courses[key].signed]
    if signed:
        last = max(signed, key=lambda key: courses[key].ends_on or date.max)
        return FollowUp(Follow.EXTENDED, as_uuid(last), until=courses[last].ends_on)
    key, draft_no = after[-1]
    if when := talks.get(key) or talks.get(old):
        return FollowUp(Follow.IN_TALKS, as_uuid(key), draft_no, when)
    return FollowUp(Follow.DRAFTED, as_uuid(key), draft_no)

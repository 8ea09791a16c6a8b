"""From when the renewals of agreements take over from those they continue."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from kunjungan.domain.life import Course

K = TypeVar("K")


def takeovers(
    courses: Mapping[K, Course], renews: Mapping[K, K | None], today: date
) -> dict[K, date]:
    """Return from when each agreement is extended: the first day of its renewal that counts.

    ``renews`` tells what each renewal continues. A renewal counts when it is signed and on
    ``today`` in force, still to begin, or itself extended; one that was ended early does not.
    """
    renewals: dict[K, list[K]] = {}
    for key, old in renews.items():
        if old is not None and key in courses and courses[key].signed:
            renewals.setdefault(old, []).append(key)
    lasting: dict[K, bool] = {}
    for key in courses:
        _lasts(key, courses, renewals, today, lasting)
    return {
        old: min(courses[key].starts_on or date.min for key in keys if lasting[key])
        for old, keys in renewals.items()
        if any(lasting[key] for key in keys)
    }


def _lasts(
    key: K,
    courses: Mapping[K, Course],
    renewals: Mapping[K, list[K]],
    today: date,
    known: dict[K, bool],
) -> bool:
    """Say whether an agreement, or a renewal of it however far, still binds or will."""
    if key not in known:
        course = courses[key]
        known[key] = False  # so that a ring ends here
        ended = course.ended_on is not None and course.ended_on <= today
        after = [_lasts(next_, courses, renewals, today, known) for next_ in renewals.get(key, ())]
        known[key] = not ended and (not course.run_out(today) or any(after))
    return known[key]

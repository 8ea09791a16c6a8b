"""The bar over a day on which a visit has several sessions: it stands for the visit as a whole."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.i18n import tr
from kunjungan.services.calendar.occasions import Occasion, Ref


def with_strips(occasions: Iterable[Occasion]) -> list[Occasion]:
    """Return the occasions with a bar of whole days for each visit of several sessions a day.

    A visit that takes several days has its bar already.
    """
    found = list(occasions)
    whole = {one.ref.id for one in found if one.ref.source == "visit"}
    days: defaultdict[tuple[UUID, date], list[Occasion]] = defaultdict(list)
    for one in found:
        if one.ref.source == "session" and one.visit_id is not None and one.visit_id not in whole:
            days[one.visit_id, one.on].append(one)
    strips = [_strip(visit, each) for (visit, _), each in days.items() if len(each) > 1]
    return [*found, *strips]


def _strip(visit: UUID, sessions: list[Occasion]) -> Occasion:
    first = sessions[0]
    words = tr("{count} sessions · {visit}", count=len(sessions), visit=first.detail)
    return replace(
        first,
        ref=Ref("visit", visit),
        title=Bilingual(words, words),
        detail="",
        starts_at=None,
        ends_at=None,
        guests=0,
        clash=False,
    )

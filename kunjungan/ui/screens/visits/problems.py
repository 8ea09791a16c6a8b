"""What is in the way of a visit, in words, the worst first."""

from collections.abc import Iterator
from typing import NamedTuple

from kunjungan.domain.conflicts import Clash
from kunjungan.domain.stages import OVER
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview
from kunjungan.services.tasks import list_tasks
from kunjungan.services.visit_day.clashing import visit_clashes
from kunjungan.ui.dates import hours_words
from kunjungan.ui.screens.visits.words import untranslated_words, waiting
from kunjungan.ui.theme.tokens import Tone

MOST_CLASHES = 2


class Problem(NamedTuple):
    """Something in the way: how bad, in which words, and the visit's tab where it is mended."""

    tone: Tone
    words: str
    tab: str


def problems_of(office: Office, seen: VisitOverview) -> list[Problem]:
    """Return what keeps a visit from being ready; nothing for one that is over.

    Texts count only where there are agreements.
    """
    if seen.stage in OVER:
        return []
    return [*_texts(seen), *_late(office, seen), *_guests(seen), *_clashes(office, seen)]


def _texts(seen: VisitOverview) -> Iterator[Problem]:
    if rows := sum(line.untranslated for line in seen.agreements):
        yield Problem(Tone.BAD, untranslated_words(rows), "agreements")


def _late(office: Office, seen: VisitOverview) -> Iterator[Problem]:
    today = office.today()
    steps = list_tasks(office, seen.id)
    late = sum(not s.done and s.due_on is not None and s.due_on < today for s in steps)
    if late:
        many = tr("{count} steps are overdue", count=late)
        yield Problem(Tone.BAD, tr("1 step is overdue") if late == 1 else many, "summary")


def _guests(seen: VisitOverview) -> Iterator[Problem]:
    if not seen.delegations:
        yield Problem(Tone.WARN, tr("No delegation yet"), "delegations")
    if guests := waiting(seen.delegations):
        many = tr("{count} guests have not confirmed", count=guests)
        words = tr("1 guest has not confirmed") if guests == 1 else many
        yield Problem(Tone.WARN, words, "delegations")


def _clashes(office: Office, seen: VisitOverview) -> Iterator[Problem]:
    for clash in visit_clashes(office, seen.id)[:MOST_CLASHES]:
        yield Problem(Tone.WARN if clash.missing else Tone.BAD, _clash(clash), "day")


def _clash(clash: Clash) -> str:
    """Return what is wanted twice: "Auditorium is taken 13.00-14.30"."""
    if clash.missing:
        return tr("{name}: {count} minutes too short between two uses", name=clash.name,
                  count=clash.missing)  # fmt: skip
    zone = clash.first.zone
    starts, ends = (at.astimezone(zone).time() for at in (clash.overlap.starts, clash.overlap.ends))
    return tr("{name} is wanted twice {hours}", name=clash.name, hours=hours_words(starts, ends))

"""What is still missing for the visits of the next working day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import CALLED_OFF, OVER
from kunjungan.i18n import later
from kunjungan.services.checklists.checklist import steps_in
from kunjungan.services.checklists.ticks import done_by_itself
from kunjungan.services.office import Office
from kunjungan.services.process.deadlines import calendar_in
from kunjungan.store.tables import AgreementVisit, Delegation, Visit

_NEEDED: Mapping[str, str] = MappingProxyType(
    {
        "rooms": later("No room for every part, or one that is taken"),
        "guests": later("Guests have not confirmed"),
        "rundown": later("No rundown"),
        "rundown_sent": later("The rundown was not sent"),
        "speeches": later("The text of a speech is not ready"),
        "crew": later("No liaison officer"),
        "translated": later("Texts without English"),
        "cleared": later("Texts not cleared"),
        "printed": later("Originals not printed"),
    }
)
"""What every visit needs by its day (office practice), by the code of the step that sees it."""
_OF_TEXTS = frozenset({"translated", "cleared", "printed"})
_OF_GUESTS = frozenset({"guests"})


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something that is missing: an untranslated sentence, or the step that is still open.

    ``code`` is that of the step, empty for one of the office's own.
    """

    code: str
    text: str = ""
    step: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Unready:
    """A visit of that day and what it lacks; nothing where it is ready."""

    id: UUID
    title: str
    starts_at: time | None
    lacking: tuple[Lacking, ...]


@dataclass(frozen=True, slots=True)
class Readiness:
    """The next working day, or a day off before it with a visit, and its visits by their hour."""

    day: date
    visits: tuple[Unready, ...]


def readiness_of_tomorrow(office: Office) -> Readiness:
    """Return what is missing for the visits of the next working day.

    A visit on a day off in between counts as well: its day is the next.
    """
    with office.store.read() as session:
        tomorrow = office.today() + timedelta(days=1)
        working = calendar_in(session, office.today()).first_from(tomorrow)
        visits = [v for v in _visits(session, working) if (v.until or v.on).last >= tomorrow]
        day = min((max(v.on.first, tomorrow) for v in visits), default=working)
        own = sorted((v for v in visits if v.on.first <= day), key=_hour)
        return Readiness(day, tuple(_unready(session, own, day)))


def lacking_in(session: Session, visit: Visit, day: date) -> tuple[Lacking, ...]:
    """Return what a visit lacks by a day: what every visit needs, then its own open steps."""
    steps = steps_in(session, visit.id)
    lines = [line for line in steps if not line.done]
    ticked = {line.code for line in steps if line.done}
    needed = [code for code in _NEEDED if code not in _left_out(session, visit) | ticked]
    seen = done_by_itself(session, [visit.id], needed)
    found = [Lacking(code, _NEEDED[code]) for code in needed if visit.id not in seen[code]]
    told = {one.code for one in found}
    due = (line for line in lines if line.due_on is None or line.due_on <= day)
    rest = (line for line in due if line.code not in told)
    return (*found, *(Lacking(line.code, step=line.title) for line in rest))


def _unready(session: Session, visits: Iterable[Visit], day: date) -> list[Unready]:
    return [Unready(v.id, v.title, v.starts_at, lacking_in(session, v, day)) for v in visits]


def _left_out(session: Session, visit: Visit) -> frozenset[str]:
    """Return what a visit needs none of: texts without an agreement, guests without a body."""
    agreement = select(AgreementVisit.id).where(AgreementVisit.visit_id == visit.id)
    body = select(Delegation.id).where(Delegation.visit_id == visit.id)
    texts = frozenset() if session.exec(agreement).first() else _OF_TEXTS
    return texts | (frozenset() if session.exec(body).first() else _OF_GUESTS)


def _visits(session: Session, until: date) -> list[Visit]:
    """Return the visits whose day is known, not called off, that begin by a day."""
    query = select(Visit).where(
        col(Visit.stage).not_in(OVER | CALLED_OFF), col(Visit.on) <= PartialDate.of(until)
    )
    return [row for row in session.exec(query) if row.on.full is not None]


def _hour(visit: Visit) -> tuple[time, str]:
    return visit.starts_at or time.min, visit.title

"""Letters and letters of request as lists show them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.stages import OVER
from kunjungan.domain.visit_letters import (
    OPEN_STATES,
    LetterCourse,
    LetterState,
    in_tongue,
    names_another_day,
    names_another_hour,
)
from kunjungan.domain.visit_words import LetterKind, Tongue
from kunjungan.services.letters.facts import meeting_of
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import chunks
from kunjungan.store.tables import Delegation, Institution, Letter, Visit

ANSWERS = frozenset({LetterKind.ANSWER, LetterKind.RESCHEDULE, LetterKind.REFUSAL})
"""The letters that answer a letter of request."""
_BOUND = frozenset({LetterKind.ANSWER, LetterKind.RESCHEDULE, LetterKind.INVITATION})
"""The letters that are true only as long as the visit keeps its day."""


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter of the office and how it stands; ``body`` is the guests' institution."""

    id: UUID
    visit_id: UUID
    visit: str
    delegation_id: UUID | None
    body: Bilingual
    kind: LetterKind
    language: Tongue
    number: str
    on: date | None
    subject: Bilingual
    to: Bilingual
    sent_on: date | None
    answer_by: date | None
    answered_on: date | None
    state: LetterState
    version: int

    @property
    def is_open(self) -> bool:
        """Whether it still asks something of somebody."""
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A letter of request that came, and the letter that answers it, once there is one.

    ``due_on`` is by when the office wants it answered (office practice: setting).
    """

    id: UUID
    body: Bilingual
    number: str
    on: date | None
    received_on: date | None
    agenda_number: str
    announced: int | None
    answer: LetterKind | None
    answered_on: date | None
    due_on: date | None


def list_requests(office: Office, visit_id: UUID) -> list[RequestLine]:
    """Return the letters of request of a visit in the order of its delegations."""
    with office.store.read() as session:
        return requests_in(session, [visit_id])[visit_id]


def requests_in(session: Session, visits: Collection[UUID]) -> Mapping[UUID, list[RequestLine]]:
    """Return the letters of request of many visits at once, each list as ``list_requests``.

    The own people who go to a host have not asked us; the host's invitation counts as a request.
    """
    days = settings_in(session).reply_days
    lines: dict[UUID, list[RequestLine]] = defaultdict(list)
    for some in chunks(visits):
        query = (
            select(Delegation, Institution)
            .join(Institution, col(Delegation.institution_id) == col(Institution.id))
            .join(Visit, col(Delegation.visit_id) == col(Visit.id))
            .where(
                col(Delegation.visit_id).in_(some),
                (col(Visit.direction) == "incoming")
                | (col(Delegation.institution_id) == col(Visit.host_id)),
            )
            .order_by(col(Delegation.rank), col(Delegation.id))
        )
        answers = _answers(session, some)
        for row, body in session.exec(query):
            lines[row.visit_id].append(_request(row, body, answers[row.id], days))
    return lines


def lines_of(session: Session, rows: Iterable[Letter], today: date) -> list[LetterLine]:
    """Return letters as lines, drafts first, then the newest."""
    letters = list(rows)
    own = {row.visit_id for row in letters}
    visits = {
        visit.id: visit
        for some in chunks(own)
        for visit in session.exec(select(Visit).where(col(Visit.id).in_(some)))
    }
    bodies = _bodies(session, {row.delegation_id for row in letters if row.delegation_id})
    lines = []
    for row in letters:
        body = bodies.get(row.delegation_id, Bilingual("", ""))
        lines.append(_line(session, row, visits[row.visit_id], body, today))
    return sorted(lines, key=_order)


def _order(line: LetterLine) -> tuple[bool, int, str, str]:
    day = line.sent_on or line.on or date.min
    return line.sent_on is not None, -day.toordinal(), line.number, line.id.hex


def _line(session: Session, row: Letter, visit: Visit, body: Bilingual, today: date) -> LetterLine:
    course = LetterCourse(row.sent_on, row.answer_by, row.answered_on)
    coming = visit.stage not in OVER and (visit.until or visit.on).last >= today
    return LetterLine(
        id=row.id,
        visit_id=row.visit_id,
        visit=visit.title,
        delegation_id=row.delegation_id,
        body=body,
        kind=row.kind,
        language=row.language,
        number=row.number,
        on=row.on,
        subject=Bilingual(row.subject_id, row.subject_en),
        to=Bilingual(row.to_id, row.to_en),
        sent_on=row.sent_on,
        answer_by=row.answer_by,
        answered_on=row.answered_on,
        state=course.state(today, moved=coming and is_outdated(session, row, visit)),
        version=row.version,
    )


def is_outdated(session: Session, row: Letter, visit: Visit) -> bool:
    """Say whether a letter names another day or hour than its visit to come has now.

    One that was followed by a newer letter of its kind to the same guests is history.
    """
    if row.kind is LetterKind.ASSIGNMENT and row.sent_on is None:
        return names_other_day(session, row, visit)
    if row.kind not in _BOUND:
        return False
    hour = meeting_of(session, visit, row.delegation_id).starts_at
    other_hour = hour is not None and names_another_hour(_said(row), hour)
    other = other_hour or names_other_day(session, row, visit)
    return other and not (row.sent_on is not None and _followed(session, row))


def names_other_day(session: Session, row: Letter, visit: Visit) -> bool:
    """Say whether a letter, sent or not, names days and not the one its visit has now."""
    day = meeting_of(session, visit, row.delegation_id).on.full
    since = row.on or row.sent_on or date.min
    return day is not None and names_another_day(_said(row), since, day)


def _said(row: Letter) -> Bilingual:
    return in_tongue(row.language, Bilingual(row.body_id, row.body_en))


def _followed(session: Session, row: Letter) -> bool:
    kinds = ANSWERS if row.kind in ANSWERS else {row.kind}
    query = select(Letter).where(
        Letter.visit_id == row.visit_id,
        Letter.delegation_id == row.delegation_id,
        col(Letter.kind).in_(kinds),
        col(Letter.sent_on).is_not(None),
        Letter.id != row.id,
    )
    sent = row.sent_on, row.on or date.min, row.number
    return any(
        (other.sent_on, other.on or date.min, other.number) > sent
        for other in session.exec(query)
        if other.sent_on
    )


def _bodies(session: Session, delegations: Collection[UUID]) -> Mapping[UUID | None, Bilingual]:
    """Return the institutions of many delegations, by delegation."""
    query = select(Delegation.id, Institution.name_id, Institution.name_en).join(
        Institution, col(Delegation.institution_id) == col(Institution.id)
    )
    return {
        key: Bilingual(*name)
        for some in chunks(delegations)
        for key, *name in session.exec(query.where(col(Delegation.id).in_(some)))
    }


def _answers(session: Session, visits: Collection[UUID]) -> Mapping[UUID | None, list[Letter]]:
    """Return the answers that were sent, by the delegation that they went to."""
    query = select(Letter).where(
        col(Letter.visit_id).in_(visits),
        col(Letter.kind).in_(ANSWERS),
        col(Letter.sent_on).is_not(None),
    )
    answers: dict[UUID | None, list[Letter]] = defaultdict(list)
    for letter in session.exec(query):
        answers[letter.delegation_id].append(letter)
    return answers


def _request(
    row: Delegation, body: Institution, answers: Sequence[Letter], reply_days: int
) -> RequestLine:
    last = max(answers, key=lambda letter: letter.sent_on or date.min, default=None)
    came = row.received_on or row.letter_on
    return RequestLine(
        id=row.id,
        body=Bilingual(body.name_id, body.name_en),
        number=row.letter_number,
        on=row.letter_on,
        received_on=row.received_on,
        agenda_number=row.agenda_number,
        announced=row.announced,
        answer=last.kind if last else None,
        answered_on=last.sent_on if last else None,
        due_on=came + timedelta(days=reply_days) if came else None,
    )

"""The steps of checklists that tick themselves off, seen in the data of many visits at once."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.rundown_checks import WRITTEN
from kunjungan.domain.stages import VISIT_PATH
from kunjungan.domain.visit_words import Duty, LetterKind, SpeechState
from kunjungan.services.checklists import paper_ticks, room_ticks
from kunjungan.store.tables import (
    AgendaItem,
    Assignment,
    Attendee,
    Delegation,
    Gift,
    Letter,
    Visit,
    VisitStep,
)

Ids = Collection[UUID]
Seen = Callable[[Session, Ids], set[UUID]]
_COMING = frozenset({"confirmed", "present", "represented"})


def done_by_itself(
    session: Session, ids: Ids, codes: Collection[str]
) -> Mapping[str, frozenset[UUID]]:
    """Return for each of the codes the visits in which that step is done, as the data shows."""
    wanted = [code for code in codes if code in SEEN]
    return {code: frozenset(SEEN[code](session, ids)) if ids else frozenset() for code in wanted}


def _letters_here(session: Session, ids: Ids) -> set[UUID]:
    """Every delegation's letter of request is recorded."""
    rows = _delegations(session, ids)
    return _where_all(rows, lambda d: bool(d.letter_number or d.letter_on or d.received_on))


def _approved(session: Session, ids: Ids) -> set[UUID]:
    """The visit once reached a stage after its letter."""
    query = select(VisitStep.visit_id).where(col(VisitStep.stage).in_(VISIT_PATH[1:]))
    return set(session.exec(query.where(col(VisitStep.visit_id).in_(ids))))


def _sent(kind: LetterKind) -> Seen:
    """A letter of the kind was sent to every delegation, or to all in one."""

    def seen(session: Session, ids: Ids) -> set[UUID]:
        query = select(Letter.visit_id, Letter.delegation_id).where(
            col(Letter.visit_id).in_(ids), Letter.kind == kind, col(Letter.sent_on).is_not(None)
        )
        sent = set(session.exec(query))
        own = _where_all(_delegations(session, ids), lambda d: (d.visit_id, d.id) in sent)
        return own | {visit for visit, delegation in sent if delegation is None}

    return seen


def _invited(session: Session, ids: Ids) -> set[UUID]:
    """An internal invitation was sent."""
    query = select(Letter.visit_id).where(
        col(Letter.visit_id).in_(ids),
        Letter.kind == LetterKind.INVITATION,
        col(Letter.sent_on).is_not(None),
    )
    return set(session.exec(query))


def _named(session: Session, ids: Ids) -> set[UUID]:
    """As many guests are listed as were announced, in every delegation."""
    answers = _answers(session, ids)
    return _where_all(_delegations(session, ids), lambda d: _complete(d, answers[d.id]))


def _confirmed(session: Session, ids: Ids) -> set[UUID]:
    """All those listed have confirmed too, leaving out who declined."""
    answers = _answers(session, ids)

    def complete(delegation: Delegation) -> bool:
        own = answers[delegation.id]
        return _complete(delegation, own) and all(
            answer in _COMING or answer == "declined" for answer in own
        )

    return _where_all(_delegations(session, ids), complete)


def _rundown(session: Session, ids: Ids) -> set[UUID]:
    return set(session.exec(select(AgendaItem.visit_id).where(col(AgendaItem.visit_id).in_(ids))))


def _rundown_sent(session: Session, ids: Ids) -> set[UUID]:
    query = select(Visit.id).where(col(Visit.id).in_(ids), col(Visit.rundown_sent_on).is_not(None))
    return set(session.exec(query))


def _written(session: Session, ids: Ids) -> set[UUID]:
    """No text of a speech that is followed is still to come."""
    open_ = [state for state in SpeechState if state not in WRITTEN]
    query = select(AgendaItem.visit_id).where(col(AgendaItem.speech).in_(open_))
    awaited: set[UUID] = set(session.exec(query.where(col(AgendaItem.visit_id).in_(ids))))
    return set(ids) - awaited


def _assigned(duty: Duty) -> Seen:
    def seen(session: Session, ids: Ids) -> set[UUID]:
        query = select(Assignment.visit_id).where(Assignment.duty == duty)
        return set(session.exec(query.where(col(Assignment.visit_id).in_(ids))))

    return seen


def _driven(session: Session, ids: Ids) -> set[UUID]:
    query = select(Assignment.visit_id).where(Assignment.vehicle != "")
    return set(session.exec(query.where(col(Assignment.visit_id).in_(ids))))


def _given(session: Session, ids: Ids) -> set[UUID]:
    query = select(Gift.visit_id).where(Gift.direction == "given")
    return set(session.exec(query.where(col(Gift.visit_id).in_(ids))))


def _reported(session: Session, ids: Ids) -> set[UUID]:
    query = select(Visit.id).where(col(Visit.id).in_(ids), Visit.report != "")
    return set(session.exec(query))


def _delegations(session: Session, ids: Ids) -> list[Delegation]:
    return list(session.exec(select(Delegation).where(col(Delegation.visit_id).in_(ids))))


def _answers(session: Session, ids: Ids) -> Mapping[UUID, list[str]]:
    query = (
        select(Delegation.id, Attendee.attendance)
        .join(Attendee, col(Attendee.delegation_id) == col(Delegation.id))
        .where(col(Delegation.visit_id).in_(ids))
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for delegation, answer in session.exec(query):
        found[delegation].append(answer)
    return found


def _complete(delegation: Delegation, answers: list[str]) -> bool:
    return bool(answers) and len(answers) >= (delegation.announced or 0)


def _where_all(rows: list[Delegation], holds: Callable[[Delegation], bool]) -> set[UUID]:
    """Return the visits that have a delegation, of which each one fulfils something."""
    lacking = {row.visit_id for row in rows if not holds(row)}
    return {row.visit_id for row in rows} - lacking


SEEN: Mapping[str, Seen] = MappingProxyType(
    {
        "letter": _letters_here,
        "approval": _approved,
        "answer": _sent(LetterKind.ANSWER),
        "invitation": _invited,
        "names": _named,
        "guests": _confirmed,
        "rundown_sent": _rundown_sent,
        "drafted": paper_ticks.drafted,
        "translated": paper_ticks.translated,
        "cleared": paper_ticks.cleared,
        "printed": paper_ticks.printed,
        "rooms": room_ticks.booked,
        "rundown": _rundown,
        "speeches": _written,
        "interpreter": _assigned(Duty.INTERPRETER),
        "crew": _assigned(Duty.LIAISON),
        "vehicles": _driven,
        "souvenirs": _given,
        "report": _reported,
        "thanks": _sent(LetterKind.THANKS),
    }
)
"""How the program sees that a step is done, by the step's code."""

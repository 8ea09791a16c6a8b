"""Who goes ahead of whom at a visit or in one of its sessions, by which article, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.precedence import (
    Decision,
    Guest,
    Ordered,
    Why,
    agreeing,
    in_precedence,
)
from kunjungan.domain.protocol_groups import edition_on
from kunjungan.i18n import later
from kunjungan.services.guests.participants import (
    Participant,
    everybody_in,
    of_parties,
    parties_of,
)
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.precedence.ranked import Judge, RankedGuest, Ranking, rules_of
from kunjungan.services.rows import found, required
from kunjungan.store.tables import Attendee, LocalRank, PrecedenceDecision, Visit

__all__ = [
    "RankedGuest", "Ranking", "VisitOrder", "decide", "decide_order", "decisions_of", "guest_of",
    "local_ranks", "precedence_in", "ranking", "ranking_in", "undecide",
]  # fmt: skip

_CONTRARY = later(
    "This contradicts what was decided about other guests of equal rank. Nothing was changed; "
    "take the older decision back first."
)


def ranking(office: Office, visit_id: UUID, session_id: UUID | None = None) -> Ranking:
    """Return who comes to a visit or to one of its sessions, in order of precedence.

    Raises:
        NotFound: the visit is gone.
    """
    with office.store.read() as session:
        return ranking_in(session, visit_id, session_id)


def ranking_in(session: Session, visit_id: UUID, session_id: UUID | None = None) -> Ranking:
    """Return the order of precedence as an open session sees it."""
    return VisitOrder(session, visit_id).of(session_id)


class VisitOrder:
    """The order of a visit and of each of its sessions, as an open session sees them.

    Guests are read once, and those who come to several things alike are ordered once.
    ``everybody`` takes part in the visit, also those who do not come.
    """

    def __init__(self, session: Session, visit_id: UUID) -> None:
        self.visit_id = visit_id
        self._session = session
        self._visit = found(session, Visit, visit_id)
        self._made: dict[frozenset[UUID], Ranking] = {}
        self.everybody = tuple(everybody_in(session, visit_id))

    def of(self, session_id: UUID | None) -> Ranking:
        """Return the order for a session of the visit, or for all of it."""
        parties = parties_of(self._session, session_id)
        if parties not in self._made:
            self._made[parties] = self._ranked(tuple(of_parties(self.everybody, parties)))
        return self._made[parties]

    def _ranked(self, everybody: tuple[Participant, ...]) -> Ranking:
        local = local_ranks(self._session)
        guests = {line.id.hex: line for line in everybody if line.comes}
        coming = [guest_of(line, local) for line in guests.values()]
        ordered = precedence_in(self._session, self._visit, coming)
        law = edition_on(self._visit.on.first)
        judge = Judge(law, settings_in(self._session).host_place, local)
        undecided = tuple((UUID(hex=one), UUID(hex=other)) for one, other in ordered.undecided)
        ruled_by = rules_of(self._session, self._visit, law.law)
        lines = tuple(judge.lines(ordered, guests))
        return Ranking(lines, undecided, law.law, everybody, ruled_by)


def precedence_in(
    session: Session, visit: Visit, guests: Iterable[Guest], keys: Mapping[str, str] | None = None
) -> Ordered:
    """Return guests in order by the law of the visit's day, the office's choices and its word.

    ``keys`` has the guests' own keys by those of attendees, where they are known by others.
    """
    settings = settings_in(session)
    own = keys or {}
    words = [
        replace(
            word, before=own.get(word.before, word.before), after=own.get(word.after, word.after)
        )
        for word in decisions_of(session, visit.id)
    ]
    return in_precedence(
        guests,
        agreeing(words),
        host=settings.host_place,
        rules=[Why(rule) for rule in settings.tie_rules],
        edition=edition_on(visit.on.first),
    )


def local_ranks(session: Session) -> dict[UUID, LocalRank]:
    """Return the local additions to the order; a retired one still ranks whom it was given to."""
    return {row.id: row for row in session.exec(select(LocalRank))}


def decide(office: Office, visit_id: UUID, ahead: UUID, behind: UUID, reason: str) -> None:
    """Keep the officer's word that one guest goes ahead of another; it replaces the contrary.

    Raises:
        RuleBroken: there is no reason, or the word contradicts others that were given.
    """
    decide_order(office, visit_id, (ahead, behind), reason)


def decide_order(office: Office, visit_id: UUID, order: Sequence[UUID], reason: str) -> None:
    """Keep the officer's word on a run of guests, the highest first, as one change.

    What was decided about any two of them before is replaced.

    Raises:
        RuleBroken: there is no reason, or the word contradicts others that were given.
    """
    note = required(reason, later("An order among guests needs a reason."))
    if len(order) < 2 or len(set(order)) < len(order):
        raise RuleBroken(
            later("An order takes two guests or more, each once. Nothing was changed.")
        )
    with office.store.change(later("Decide precedence")) as session:
        for key in order:
            found(session, Attendee, key)
        _forget(session, visit_id, set(order))
        for ahead, behind in pairwise(order):
            row = PrecedenceDecision(visit_id=visit_id, before_id=ahead, after_id=behind)
            row.reason = note
            session.add(row)
        session.flush()
        kept = decisions_of(session, visit_id)
        if len(agreeing(kept)) < len(kept):
            raise RuleBroken(_CONTRARY)


def undecide(office: Office, visit_id: UUID, one: UUID, other: UUID) -> None:
    """Take back the officer's word about two guests, if there is one."""
    with office.store.change(later("Take back a decision on precedence")) as session:
        _forget(session, visit_id, {one, other})


def decisions_of(session: Session, visit_id: UUID) -> list[Decision]:
    """Return the officer's words about a visit's guests; keys are hexadecimal ids."""
    query = select(PrecedenceDecision).where(PrecedenceDecision.visit_id == visit_id)
    rows = sorted(session.exec(query), key=lambda row: row.id.hex)
    return [Decision(row.before_id.hex, row.after_id.hex, row.reason) for row in rows]


def guest_of(line: Participant, local: Mapping[UUID, LocalRank]) -> Guest:
    """Return a participant as precedence sees one; everybody by the own rank (art 15)."""
    own = local.get(line.local_rank_id) if line.local_rank_id else None
    beside = line.companion_of_id if line.role == "spouse" else None
    return Guest(
        key=line.id.hex,
        group=own.after if own else line.group,
        local=own.name_id if own else "",
        visiting=not line.host,
        foreign=line.foreign and not line.host,
        former=line.former,
        leads=line.role == "head",
        spouse_of=beside.hex if beside else None,
        capacity=line.capacity,
        since=line.since,
        letter_on=line.letter_on,
        region=line.body.id,
    )


def _forget(session: Session, visit_id: UUID, guests: set[UUID]) -> None:
    query = select(PrecedenceDecision).where(PrecedenceDecision.visit_id == visit_id)
    for row in session.exec(query).all():
        if {row.before_id, row.after_id} <= guests:
            session.delete(row)

"""The route on which a text is cleared: its steps, and whether all of them saw one text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clearance import PARTNER, Outcome, route_from
from kunjungan.services.agreement_fields import PartyFacts, party_facts
from kunjungan.services.office_settings import settings_in
from kunjungan.services.print_log import text_that_counts
from kunjungan.store.tables import Agreement, Clearance


@dataclass(frozen=True, slots=True)
class ClearanceStep:
    """A step of the route: an office of party ``party`` (from 1), and what it has said.

    ``draft_no`` and ``fingerprint`` are those of the text that it saw; ``stale`` says that it
    cleared another text than the present one. ``id`` is None while the route is only proposed.
    """

    id: UUID | None
    seq: int
    party: int
    party_name: str
    office: Bilingual
    name: str
    due_on: date | None
    done_on: date | None
    outcome: Outcome
    draft_no: int
    fingerprint: str
    note: str
    stale: bool
    version: int

    @property
    def stands(self) -> bool:
        """Whether it cleared the present text."""
        return self.outcome == "cleared" and not self.stale


@dataclass(frozen=True, slots=True)
class Route:
    """All steps in order, ``own`` the office's party, and the text that stands now."""

    steps: tuple[ClearanceStep, ...]
    own: int
    draft_no: int
    fingerprint: str


def route_in(session: Session, row: Agreement) -> Route:
    """Return the route as an open session sees it."""
    parties = party_facts(session, row.id)
    names = {party.row.seq: party.short for party in parties}
    own, rows = _own(session, parties), clearance_rows(session, row.id)
    now = text_that_counts(session, row)
    steps = [
        _step(step, names, now, known=bool(rows)) for step in rows or usual_steps(session, row)
    ]
    return Route(tuple(steps), own, row.draft_no, now)


def clearance_rows(session: Session, agreement_id: UUID) -> list[Clearance]:
    """Return the stored steps of an agreement in order, none while its route is only proposed."""
    query = select(Clearance).where(Clearance.agreement_id == agreement_id)
    return list(session.exec(query.order_by(col(Clearance.seq))))


def usual_steps(session: Session, row: Agreement) -> list[Clearance]:
    """Return the route that a text takes by the office's choice: own side, then partners."""
    parties = party_facts(session, row.id)
    own = _own(session, parties)
    offices = [(own, each) for each in route_from(settings_in(session).clearance_route)]
    offices += [(party.row.seq, PARTNER) for party in parties if party.row.seq != own]
    return [
        Clearance(agreement_id=row.id, seq=seq, party=party, office_id=name.id, office_en=name.en)
        for seq, (party, name) in enumerate(offices, 1)
    ]


def _own(session: Session, parties: Sequence[PartyFacts]) -> int:
    """Return the office's own party: the first one, where the office has not said what it is."""
    own = settings_in(session).own_institution
    return next((party.row.seq for party in parties if party.body.id == own), 1)


def _step(step: Clearance, names: dict[int, str], now: str, *, known: bool) -> ClearanceStep:
    outcome: Outcome = step.outcome  # type: ignore[assignment]  # the column keeps to these
    return ClearanceStep(
        id=step.id if known else None,
        seq=step.seq,
        party=step.party,
        party_name=names.get(step.party, ""),
        office=Bilingual(step.office_id, step.office_en or step.office_id),
        name=step.name,
        due_on=step.due_on,
        done_on=step.done_on,
        outcome=outcome,
        draft_no=step.draft_no,
        fingerprint=step.fingerprint,
        note=step.note,
        stale=outcome == "cleared" and step.fingerprint != now,
        version=step.version if known else 0,
    )

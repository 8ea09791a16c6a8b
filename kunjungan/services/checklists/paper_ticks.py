"""How far the agreements of many visits are: drafted, translated, cleared, printed."""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.services.parties import OPEN
from kunjungan.store.tables import (
    Agreement,
    AgreementVisit,
    Clause,
    Clearance,
    Original,
    PrintRun,
)

_Lacking = Callable[[set[UUID]], set[UUID]]


def drafted(session: Session, ids: Collection[UUID]) -> set[UUID]:
    """Return the visits that have an agreement."""
    return set(_agreements(session, ids))


def translated(session: Session, ids: Collection[UUID]) -> set[UUID]:
    """Return the visits none of whose agreements lacks a row in English."""
    query = select(Clause.agreement_id).where(Clause.text_en == "", Clause.text_id != "")
    return _without(session, ids, lambda open_: set(session.exec(_among(query, Clause, open_))))


def cleared(session: Session, ids: Collection[UUID]) -> set[UUID]:
    """Return the visits all whose agreements have every initial of their route."""
    rows = select(Clearance.agreement_id)
    waiting = rows.where(Clearance.outcome != "cleared")

    def lacking(open_: set[UUID]) -> set[UUID]:
        sent_round = set(session.exec(_among(rows, Clearance, open_)))
        return (open_ - sent_round) | set(session.exec(_among(waiting, Clearance, open_)))

    return _without(session, ids, lacking)


def printed(session: Session, ids: Collection[UUID]) -> set[UUID]:
    """Return the visits all whose originals are printed in their present draft."""

    def lacking(open_: set[UUID]) -> set[UUID]:
        runs = (
            select(PrintRun.agreement_id, PrintRun.original_no)
            .join(Agreement, col(PrintRun.agreement_id) == col(Agreement.id))
            .where(PrintRun.what == "original", PrintRun.draft_no == Agreement.draft_no)
        )
        done = set(session.exec(_among(runs, PrintRun, open_)))
        originals = _among(select(Original.agreement_id, Original.no), Original, open_)
        owed = set(session.exec(originals))
        return {agreement for agreement, _ in owed - done} | (open_ - {one for one, _ in owed})

    return _without(session, ids, lacking)


def _without(session: Session, ids: Collection[UUID], lacking: _Lacking) -> set[UUID]:
    """Return the visits with agreements of which none that is still open lacks something."""
    by_visit = _agreements(session, ids)
    every = {one for own in by_visit.values() for one in own}
    query = select(Agreement.id).where(col(Agreement.id).in_(every))
    open_ = set(session.exec(query.where(col(Agreement.stage).in_(OPEN))))
    wanting = lacking(open_)
    return {visit for visit, own in by_visit.items() if not own & wanting}


def _agreements(session: Session, ids: Collection[UUID]) -> dict[UUID, set[UUID]]:
    query = select(AgreementVisit.visit_id, AgreementVisit.agreement_id)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for visit, agreement in session.exec(query.where(col(AgreementVisit.visit_id).in_(ids))):
        found[visit].add(agreement)
    return found


def _among(query: Any, table: Any, ids: set[UUID]) -> Any:  # noqa: ANN401 - any select at all
    return query.where(col(table.agreement_id).in_(ids))

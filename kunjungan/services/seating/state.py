"""The seating of a visit, read at once: plans, the one shown, the order, and what would move."""

from dataclasses import dataclass
from uuid import UUID

from kunjungan.services.office import Office
from kunjungan.services.precedence.order import Ranking, VisitOrder
from kunjungan.services.seating.moves import Moves, moves_in
from kunjungan.services.seating.view import PlanLine, PlanView, line_of, sittings_in, view_of


@dataclass(frozen=True, slots=True)
class SeatingState:
    """The plans of a visit, the one shown, who goes ahead of whom there, and what would move.

    ``others`` are the plans not shown in which somebody came or stayed away.
    """

    plans: tuple[PlanLine, ...]
    view: PlanView | None
    order: Ranking
    moves: Moves
    others: tuple[PlanLine, ...]


def seating_state(office: Office, visit_id: UUID, wanted: UUID | None) -> SeatingState:
    """Return the seating of a visit with a plan of it, else its first one; guests are ranked once.

    Raises:
        NotFound: the visit is gone.
        RuleBroken: a part of a plan cannot be read.
    """
    with office.store.read() as session:
        order = VisitOrder(session, visit_id)
        sittings = {sitting.plan.id: sitting for sitting in sittings_in(session, order)}
        shown = wanted if wanted in sittings else next(iter(sittings), None)
        view = view_of(session, sittings[shown]) if shown is not None else None
        plans = tuple(map(line_of, sittings.values()))
        moves = moves_in(session, order, list(sittings.values()))
        ranking = order.of(view.session_id if view is not None else None)
    others = tuple(p for p in plans if p.id != shown and moves.of_plan(p.id).upset)
    return SeatingState(plans, view, ranking, moves.of_plan(shown), others)

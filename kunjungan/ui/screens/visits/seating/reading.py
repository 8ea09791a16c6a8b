"""What the tab shows, read at once: plans, the one on screen, the order, and what would move."""

from dataclasses import dataclass
from uuid import UUID

from kunjungan.services.office import Office
from kunjungan.services.precedence.order import Ranking, ranking
from kunjungan.services.seating import (
    Moves,
    PlanLine,
    PlanView,
    after_change,
    list_plans,
    plan_view,
)
from kunjungan.ui.screens.visits.seating.moves_words import of_plan


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


def read_seating(office: Office, visit_id: UUID, wanted: UUID | None) -> SeatingState:
    """Return the seating of a visit with a plan of it, else its first one.

    Raises:
        RuleBroken: a part of a plan cannot be read.
    """
    plans = tuple(list_plans(office, visit_id))
    known = [plan.id for plan in plans]
    shown = wanted if wanted in known else next(iter(known), None)
    view = plan_view(office, shown) if shown is not None else None
    order = ranking(office, visit_id, view.session_id if view is not None else None)
    moves = after_change(office, visit_id)
    others = tuple(p for p in plans if p.id != shown and of_plan(moves, p.id).upset)
    return SeatingState(plans, view, order, of_plan(moves, shown), others)

"""Who sits where at a visit: plans of its rooms, seated by rank and by hand."""

from kunjungan.services.seating.moves import CardDue, Move, Moves, after_change
from kunjungan.services.seating.plans import (
    PlanForm,
    add_row,
    arrange,
    edit_plan,
    imagined_plan,
    make_room,
    new_plan,
    plan_form,
    remove_plan,
)
from kunjungan.services.seating.rooms import (
    RoomLine,
    fitting_room,
    remove_template,
    save_template,
    seat_templates,
)
from kunjungan.services.seating.seats import give_reason, lock_seat, seat_guest, unseat
from kunjungan.services.seating.state import SeatingState, seating_state
from kunjungan.services.seating.view import (
    PlanLine,
    PlanView,
    SeatDeviation,
    SeatView,
    list_plans,
    plan_in,
    plan_view,
)

__all__ = [
    "CardDue", "Move", "Moves", "PlanForm", "PlanLine", "PlanView", "RoomLine", "SeatDeviation",
    "SeatView", "SeatingState", "add_row", "after_change", "arrange", "edit_plan", "fitting_room",
    "give_reason", "imagined_plan", "list_plans", "lock_seat", "make_room", "new_plan", "plan_form",
    "plan_in", "plan_view", "remove_plan", "remove_template", "save_template", "seat_guest",
    "seat_templates", "seating_state", "unseat",
]  # fmt: skip

"""Moves a guest ahead of or behind another of equal rank, with the officer's reason."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.guests.participants import Participant
from kunjungan.services.office import Office
from kunjungan.services.precedence.order import decide
from kunjungan.ui.screens.visits.guest_rows import GuestRow, guest_words
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


def neighbours(
    rows: Sequence[GuestRow], row: GuestRow, by: int
) -> tuple[Participant, Participant] | None:
    """Return who would go ahead of whom if a guest moved one place in the party; None at its end.

    Raises:
        RuleBroken: the law, and not the office, says who of the two goes ahead.
    """
    party = [each for each in rows if each.party == row.party and each.rank is not None]
    places = [each.id for each in party]
    if row.id not in places or not 0 <= places.index(row.id) + by < len(party):
        return None
    other = party[places.index(row.id) + by]
    upper, lower = (row, other) if by > 0 else (other, row)
    if upper.guest is None or lower.guest is None or not _equal(rows, upper, lower):
        message = later(
            "The law says which of the two goes ahead. Only guests of equal rank change places; "
            "a seat out of order is given in the seating plan, with a reason."
        )
        raise RuleBroken(message)
    return lower.guest, upper.guest


def ask_order(
    office: Office, visit_id: UUID, pair: tuple[Participant, Participant], parent: QWidget
) -> bool:
    """Ask why the first of two goes ahead and keep it; True when it was kept."""
    ahead, behind = pair
    intro = tr(
        "{first} goes ahead of {second}. Both are of equal rank; the reason is kept and shown.",
        first=guest_words(ahead),
        second=guest_words(behind),
    )
    dialog = FormDialog(tr("Order of equal rank"), tr("Move ahead"), parent, intro=intro)
    reason = LineField(tr("Longer in office"))
    dialog.add(tr("Reason"), reason, needed=True)
    return dialog.run(lambda: decide(office, visit_id, ahead.id, behind.id, reason.value()))


def _equal(rows: Sequence[GuestRow], upper: GuestRow, lower: GuestRow) -> bool:
    ranks = {row.rank.number: row.rank for row in rows if row.rank is not None}
    if upper.rank is None or lower.rank is None:
        return False
    between = range(upper.rank.number + 1, lower.rank.number + 1)
    return all(ranks[number].peer for number in between if number in ranks)
